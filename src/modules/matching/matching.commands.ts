import { Command, type CliCommand, type CliInput, type CliOutput } from '../../core/cli/index.js';
import { MatchingService } from './matching.service.js';

/** `npm run cli -- match`. */
@Command()
export class MatchCommand implements CliCommand {
  readonly name = 'match';
  readonly description = 'Work out the recommendations of everybody anew.';

  constructor(private readonly matching: MatchingService) {}

  async run(_input: CliInput, output: CliOutput): Promise<number> {
    const startedAt = performance.now();
    const { peopleCount, listedCount, recommendationCount } = await this.matching.matchEverybody({
      onProgress: (count) => {
        output.note(`${count} people …`);
      },
    });
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    output.line(
      `${recommendationCount} recommendations for ${listedCount} of ${peopleCount} people in ${seconds} s`,
    );
    return 0;
  }
}
