import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Command, type CliCommand, type CliInput, type CliOutput } from '../../core/cli/index.js';
import { JobPostingReader } from '../job-postings/index.js';
import { fitTitleRarity } from './engine/title-similarity.js';

const BATCH = 2_000;

/**
 * `npm run cli -- matching fit`: what the score takes from many postings, as data with a version. Of the postings
 * only weights stay, and only of what at least twenty of them have in common.
 */
@Command()
export class MatchingFitCommand implements CliCommand {
  readonly name = 'matching fit';
  readonly description =
    'Learn how much the words of titles say; from the open postings, or from the files named.';
  readonly arguments = [
    {
      name: '[files...]',
      description: 'CSV files with a column "title", "name" or "alias", also .csv.gz.',
    },
  ];
  readonly options = [
    { flags: '--version-number <number>', description: 'Version of the data.', default: '1' },
    {
      flags: '--out <file>',
      description: 'Where the data goes.',
      default: 'src/modules/matching/engine/title-rarity.json',
    },
  ];

  constructor(private readonly postings: JobPostingReader) {}

  async run({ args, options }: CliInput, output: CliOutput): Promise<number> {
    const titles = args.length > 0 ? args.flatMap(titlesIn) : await this.openTitles();
    const table = fitTitleRarity(titles, Number(options['versionNumber']));
    const file = String(options['out']);
    writeFileSync(file, `${JSON.stringify(table, null, 2)}\n`);
    const weightCount = Object.keys(table.weights).length;
    output.line(`${weightCount} weights from ${table.titleCount} titles in ${file}`);
    return 0;
  }

  private async openTitles(): Promise<string[]> {
    const titles: string[] = [];
    let after: string | null = null;
    for (;;) {
      const rows = await this.postings.matchFeatures({ after, limit: BATCH });
      titles.push(...rows.map(({ title }) => title));
      if (rows.length < BATCH) return titles;
      after = rows.at(-1)?.jobPostingId ?? null;
    }
  }
}

function titlesIn(file: string): string[] {
  const content = readFileSync(file);
  const rows: Readonly<Record<string, string>>[] = parse(
    file.endsWith('.gz') ? gunzipSync(content) : content,
    { columns: true, bom: true },
  );
  return rows.flatMap((row) => row['title'] ?? row['name'] ?? row['alias'] ?? []);
}
