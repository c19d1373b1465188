import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import {
  Command,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../../core/cli/index.js';
import { SourceFileError } from '../../reference-data/index.js';
import { learnWords } from './learn-words.js';
import { LearntTexts } from './learnt-texts.js';

const FILE = 'src/modules/search/meaning/word-table.json';
const versionSchema = z.coerce.number().int().min(1);

/** `npm run cli -- search learn-words`. */
@Command()
export class LearnWordsCommand implements CliCommand {
  readonly name = 'search learn-words';
  readonly description =
    'Learn which words stand for the same work, from the national code tables and from postings. Only numbers stay, and only of words that at least twenty postings or two rows of the tables have.';
  readonly arguments = [
    {
      name: '[files...]',
      description:
        'Instead of the postings of this installation: CSV files with a column "title", and "skills", "tags" or "description" where there are such; also .gz.',
    },
  ];
  readonly options = [
    { flags: '--version-number <number>', description: 'Version of the data.' },
    { flags: '--out <file>', description: 'Where the data goes; its file in the sources.' },
    { flags: '--dry-run', description: 'Say what would be learned and write nothing.' },
  ];

  constructor(private readonly texts: LearntTexts) {}

  async run({ args: files, options }: CliInput, output: CliOutput): Promise<number> {
    const version = versionSchema.safeParse(options['versionNumber'] ?? 1);
    if (!version.success) {
      output.note('--version-number is a whole number from 1');
      return 1;
    }
    try {
      const tables = await this.texts.ofTables();
      const postings = await (files.length > 0
        ? this.texts.ofFiles(files)
        : this.texts.ofPostings());
      output.note(`${tables.length} rows of tables, ${postings.length} postings …`);
      const table = learnWords({ tables, postings }, version.data);
      output.line(`${Object.keys(table.words).length} words from ${postings.length} postings`);
      if (options['dryRun'] === true) return 0;
      const file = String(options['out'] ?? FILE);
      writeFileSync(file, `${JSON.stringify(table, null, 2)}\n`);
      output.line(`Is version ${table.version} in ${file}`);
      return 0;
    } catch (error) {
      if (!(error instanceof SourceFileError)) throw error;
      output.note(error.message);
      return 1;
    }
  }
}
