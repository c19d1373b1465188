import {
  Command,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../../core/cli/index.js';
import { CandidateRebuild } from '../candidates/candidate-rebuild.service.js';
import { CANDIDATES_INDEX } from '../candidates/candidate.settings.js';
import type { IndexRebuild } from './index-rebuild.js';
import { SearchRebuild } from './search-rebuild.service.js';
import { JOB_POSTINGS_INDEX } from './search.settings.js';

/** `npm run cli -- reindex`. */
@Command()
export class ReindexCommand implements CliCommand {
  readonly name = 'reindex';
  readonly description = 'Build the search indexes anew from the database and swap them in.';
  readonly options = [
    {
      flags: '--index <name>',
      description: `Only this one: ${JOB_POSTINGS_INDEX} or ${CANDIDATES_INDEX}.`,
    },
    { flags: '--compare', description: 'Only compare index and database and repair what differs.' },
  ];
  private readonly rebuilds: ReadonlyMap<string, IndexRebuild>;

  constructor(postings: SearchRebuild, candidates: CandidateRebuild) {
    this.rebuilds = new Map<string, IndexRebuild>([
      [JOB_POSTINGS_INDEX, postings],
      [CANDIDATES_INDEX, candidates],
    ]);
  }

  async run({ options }: CliInput, output: CliOutput): Promise<number> {
    const only = options['index'];
    const chosen = [...this.rebuilds].filter(([name]) => only === undefined || only === name);
    if (chosen.length === 0) {
      output.note(`No index ${String(only)}: ${[...this.rebuilds.keys()].join(' or ')}.`);
      return 1;
    }
    for (const [name, rebuild] of chosen) {
      if (options['compare'] === true) await compare(name, rebuild, output);
      else await build(name, rebuild, output);
    }
    return 0;
  }
}

async function compare(name: string, rebuild: IndexRebuild, output: CliOutput): Promise<void> {
  const count = await rebuild.reconcile();
  output.line(
    count === 0 ? `${name}: no difference.` : `${name}: ${count} differed and are repaired.`,
  );
}

async function build(name: string, rebuild: IndexRebuild, output: CliOutput): Promise<void> {
  const startedAt = performance.now();
  const { documentCount } = await rebuild.rebuild({
    onProgress: (count) => {
      output.note(`${name}: ${count} …`);
    },
  });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  output.line(`${name}: ${documentCount} indexed in ${seconds} s`);
}
