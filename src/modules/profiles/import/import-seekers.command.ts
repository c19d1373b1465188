import { runReported } from '../../../core/bulk-import/index.js';
import {
  Command,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../../core/cli/index.js';
import { SourceFileError } from '../../reference-data/index.js';
import { seekerFormats } from './formats/index.js';
import { seekerImportErrors } from './seeker-import.errors.js';
import { SeekerImportService } from './seeker-import.service.js';

/** `npm run cli -- import seekers FILE --format NAME`. */
@Command()
export class ImportSeekersCommand implements CliCommand {
  readonly name = 'import seekers';
  readonly description =
    'Import job seekers of a named source; running it again takes over what changed there.';
  readonly arguments = [{ name: '<file>', description: 'CSV file, plain or gzipped.' }];
  readonly options = [
    { flags: '--format <name>', description: `One of: ${[...seekerFormats.keys()].join(', ')}.` },
    { flags: '--dry-run', description: 'Report what would happen and write nothing.' },
  ];

  constructor(private readonly imports: SeekerImportService) {}

  async run({ args, options }: CliInput, output: CliOutput): Promise<number> {
    const format = seekerFormats.get(String(options['format'] ?? ''));
    if (!format) {
      const formats = [...seekerFormats.keys()].join(', ');
      throw seekerImportErrors.UNKNOWN_FORMAT({ field: ['format'], params: { formats } });
    }
    const request = { path: args[0] ?? '', format, isDryRun: options['dryRun'] === true };
    await runReported(output, (onProgress) => this.imports.run({ ...request, onProgress })).catch(
      (error: unknown) => {
        if (!(error instanceof SourceFileError)) throw error;
        throw seekerImportErrors.UNREADABLE({ params: { reason: error.message }, cause: error });
      },
    );
    return 0;
  }
}

/** `npm run cli -- import undo-seekers ID`. */
@Command()
export class UndoSeekersCommand implements CliCommand {
  readonly name = 'import undo-seekers';
  readonly description = 'Take an import of job seekers back; what later imports changed stays.';
  readonly arguments = [{ name: '<import>', description: 'Id that the import printed.' }];

  constructor(private readonly imports: SeekerImportService) {}

  async run({ args }: CliInput, output: CliOutput): Promise<number> {
    const { removed, restored } = await this.imports.undo(args[0] ?? '');
    output.line(`${removed} job seekers removed, ${restored} restored`);
    return 0;
  }
}
