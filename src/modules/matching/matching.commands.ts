import { Command, type CliCommand, type CliInput, type CliOutput } from '../../core/cli/index.js';
import { MatchRunService } from './match-run/match-run.service.js';

const WORDS = {
  SCORING: 'scored',
  SHARING: 'sharing seats out, lists written',
  LISTING: 'lists written',
  DONE: 'lists written',
} as const;

/** `npm run cli -- match`. */
@Command()
export class MatchCommand implements CliCommand {
  readonly name = 'match';
  readonly description = 'Work out the recommendations of everybody anew, beside the workers.';

  constructor(private readonly runs: MatchRunService) {}

  async run(_input: CliInput, output: CliOutput): Promise<number> {
    const startedAt = performance.now();
    await this.runs.start();
    const { peopleCount, listedCount, recommendationCount } = await this.runs.complete({
      onProgress: ({ state, scoredCount, writtenCount, peopleCount: all }) => {
        const done = state === 'SCORING' ? scoredCount : writtenCount;
        output.note(`${WORDS[state]}: ${done} of ${all} people …`);
      },
    });
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    output.line(
      `${recommendationCount} recommendations for ${listedCount} of ${peopleCount} people in ${seconds} s`,
    );
    return 0;
  }
}
