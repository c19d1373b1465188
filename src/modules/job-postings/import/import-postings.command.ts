import {
  Command,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../../core/cli/index.js';
import { SourceFileError } from '../../reference-data/index.js';
import { postingFormats } from './formats/index.js';
import { postingImportErrors } from './posting-import.errors.js';
import { PostingImportService } from './posting-import.service.js';

/** `npm run cli -- import postings FILE --format NAME`. */
@Command()
export class ImportPostingsCommand implements CliCommand {
  readonly name = 'import postings';
  readonly description =
    'Import postings of a named source; running it again takes over what changed there.';
  readonly arguments = [{ name: '<file>', description: 'CSV file, plain or gzipped.' }];
  readonly options = [
    { flags: '--format <name>', description: `One of: ${[...postingFormats.keys()].join(', ')}.` },
    { flags: '--dry-run', description: 'Report what would happen and write nothing.' },
  ];

  constructor(private readonly imports: PostingImportService) {}

  async run({ args, options }: CliInput, output: CliOutput): Promise<number> {
    const format = postingFormats.get(String(options['format'] ?? ''));
    if (!format) {
      const formats = [...postingFormats.keys()].join(', ');
      throw postingImportErrors.UNKNOWN_FORMAT({ field: ['format'], params: { formats } });
    }
    const startedAt = performance.now();
    let saidAt = startedAt;
    const outcome = await this.imports
      .run({
        path: args[0] ?? '',
        format,
        isDryRun: options['dryRun'] === true,
        onProgress: (counts) => {
          if (performance.now() - saidAt < 1_000) return;
          saidAt = performance.now();
          output.note(`${counts.rows} rows …`);
        },
      })
      .catch((error: unknown) => {
        if (!(error instanceof SourceFileError)) throw error;
        throw postingImportErrors.UNREADABLE({ params: { reason: error.message }, cause: error });
      });
    const { counts, issues, importId } = outcome;
    const seconds = (performance.now() - startedAt) / 1_000;
    for (const issue of issues) {
      const effect = issue.refuses_row ? 'row refused' : 'value left out';
      output.line(`line ${issue.line}\t${issue.field}\t${issue.reason}\t${effect}`);
    }
    output.line(
      `${counts.rows} rows in ${seconds.toFixed(1)} s: ${counts.created} new, ${counts.updated} changed, ` +
        `${counts.unchanged} unchanged, ${counts.refused} refused`,
    );
    output.line(importId === null ? 'Dry run: nothing was written.' : `Import ${importId}`);
    return 0;
  }
}

/** `npm run cli -- import undo ID`. */
@Command()
export class UndoImportCommand implements CliCommand {
  readonly name = 'import undo';
  readonly description = 'Take an import of postings back; claimed postings stay.';
  readonly arguments = [{ name: '<import>', description: 'Id that the import printed.' }];

  constructor(private readonly imports: PostingImportService) {}

  async run({ args }: CliInput, output: CliOutput): Promise<number> {
    const { withdrawn, restored } = await this.imports.undo(args[0] ?? '');
    output.line(`${withdrawn} postings withdrawn, ${restored} restored`);
    return 0;
  }
}
