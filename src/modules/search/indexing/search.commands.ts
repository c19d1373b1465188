import {
  Command,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../../core/cli/index.js';
import { SearchRebuild } from './search-rebuild.service.js';

/** `npm run cli -- reindex`. */
@Command()
export class ReindexCommand implements CliCommand {
  readonly name = 'reindex';
  readonly description = 'Build the search index anew from the database and swap it in.';
  readonly options = [
    { flags: '--compare', description: 'Only compare index and database and repair what differs.' },
  ];

  constructor(private readonly rebuilds: SearchRebuild) {}

  async run({ options }: CliInput, output: CliOutput): Promise<number> {
    if (options['compare'] === true) {
      const count = await this.rebuilds.reconcile();
      output.line(count === 0 ? 'No difference.' : `${count} postings differed and are repaired.`);
      return 0;
    }
    const startedAt = performance.now();
    const { documentCount } = await this.rebuilds.rebuild({
      onProgress: (count) => {
        output.note(`${count} postings …`);
      },
    });
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    output.line(`${documentCount} postings indexed in ${seconds} s`);
    return 0;
  }
}
