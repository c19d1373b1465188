import { runReported } from '../../../core/bulk-import/index.js';
import {
  Command,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../../core/cli/index.js';
import {
  TemplateImportService,
  type OpenedTemplate,
} from '../company-import/template-import.service.js';
import { SourceFileError } from '../../reference-data/index.js';
import { postingFormats } from './formats/index.js';
import { postingImportErrors } from './posting-import.errors.js';
import { PostingImportService } from './posting-import.service.js';

/** An organisation's own table: not of a source that is taken over, but drafts of its own postings. */
const TEMPLATE = 'template';
const FORMATS = [...postingFormats.keys(), TEMPLATE].join(', ');

/** `npm run cli -- import postings FILE --format NAME`. */
@Command()
export class ImportPostingsCommand implements CliCommand {
  readonly name = 'import postings';
  readonly description =
    'Import postings of a named source, again to take over what changed there; or an organisation’s own table as drafts.';
  readonly arguments = [
    {
      name: '<file>',
      description: `CSV file, plain or gzipped; for the format ${TEMPLATE} CSV or XLSX.`,
    },
  ];
  readonly options = [
    { flags: '--format <name>', description: `One of: ${FORMATS}.` },
    {
      flags: '--organisation <code>',
      description: `Whose drafts they are: unified social credit code or id; for the format ${TEMPLATE} only.`,
    },
    { flags: '--dry-run', description: 'Report what would happen and write nothing.' },
  ];

  constructor(
    private readonly imports: PostingImportService,
    private readonly templates: TemplateImportService,
  ) {}

  async run(input: CliInput, output: CliOutput): Promise<number> {
    const { args, options } = input;
    if (options['format'] === TEMPLATE) return this.runTemplate(input, output);
    const format = postingFormats.get(String(options['format'] ?? ''));
    if (!format) {
      throw postingImportErrors.UNKNOWN_FORMAT({ field: ['format'], params: { formats: FORMATS } });
    }
    if (options['organisation'] !== undefined)
      throw postingImportErrors.ORGANISATION_NOT_TAKEN({ field: ['organisation'] });
    const request = { path: args[0] ?? '', format, isDryRun: options['dryRun'] === true };
    await runReported(output, (onProgress) => this.imports.run({ ...request, onProgress })).catch(
      (error: unknown) => {
        if (!(error instanceof SourceFileError)) throw error;
        throw postingImportErrors.UNREADABLE({ params: { reason: error.message }, cause: error });
      },
    );
    return 0;
  }

  private async runTemplate({ args, options }: CliInput, output: CliOutput): Promise<number> {
    const organisation = String(options['organisation'] ?? '').trim();
    if (organisation === '')
      throw postingImportErrors.ORGANISATION_REQUIRED({ field: ['organisation'] });
    const opened = await this.templates.open(args[0] ?? '', organisation);
    report(opened, output);
    if (options['dryRun'] === true) {
      output.line('Dry run: nothing was written.');
      return 0;
    }
    const { importId, isRepeated } = await this.templates.write(opened);
    output.line(
      isRepeated
        ? `Import ${importId} holds this table already: nothing was written.`
        : `Import ${importId}`,
    );
    return 0;
  }
}

function report({ read: { rows, issues, rowCount } }: OpenedTemplate, output: CliOutput): void {
  for (const { line, field, reason } of issues) {
    output.line(`line ${line}\t${field}\t${reason}\trow refused`);
  }
  output.line(`${rowCount} rows: ${rows.length} drafts, ${rowCount - rows.length} refused`);
}

/** `npm run cli -- import undo ID`. */
@Command()
export class UndoImportCommand implements CliCommand {
  readonly name = 'import undo';
  readonly description =
    'Take an import of postings back; claimed postings stay, and drafts somebody has touched since.';
  readonly arguments = [{ name: '<import>', description: 'Id that the import printed.' }];

  constructor(
    private readonly imports: PostingImportService,
    private readonly templates: TemplateImportService,
  ) {}

  async run({ args: [importId = ''] }: CliInput, output: CliOutput): Promise<number> {
    const drafts = await this.templates.undo(importId);
    if (drafts) {
      output.line(`${drafts.removed} drafts removed, ${drafts.kept} kept as touched since`);
      return 0;
    }
    const { withdrawn, restored } = await this.imports.undo(importId);
    output.line(`${withdrawn} postings withdrawn, ${restored} restored`);
    return 0;
  }
}
