import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import {
  defineFilePurpose,
  FileStore,
  storageErrors,
  TABLE_TYPES,
} from '../../../core/storage/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { mayManage } from '../posting/job-posting.policy.js';
import { PostingDraftsService } from '../posting/posting-drafts.service.js';
import { companyImportErrors } from './company-import.errors.js';
import {
  importIdSchema,
  importSchema,
  type ApplyJobPostingImportInput,
  type ImportJobPostingsInput,
  type UndoJobPostingImportInput,
} from './company-import.inputs.js';
import { companyImportMachine } from './company-import.machine.js';
import type { JobPostingImport } from './company-import.model.js';
import { CompanyImportReader } from './company-import.reader.js';
import { CompanyImportRepository } from './company-import.repository.js';
import { TemplateFile, type ReadTemplate } from './template-file.js';

export const JOB_POSTING_TABLE = defineFilePurpose('jobPostingTable', { types: TABLE_TYPES });

/** An organisation's own table of postings: read with a report row by row, written as drafts, taken back. */
@Injectable()
export class CompanyImportService {
  constructor(
    private readonly imports: CompanyImportRepository,
    private readonly reader: CompanyImportReader,
    private readonly template: TemplateFile,
    private readonly drafts: PostingDraftsService,
    private readonly organisations: OrganisationReader,
    private readonly files: FileStore,
  ) {}

  /** Reads an uploaded file before the unit of work begins: a large sheet takes seconds, a transaction must not. */
  async readUpload(actor: Actor, input: ImportJobPostingsInput): Promise<ReadTemplate> {
    const { organisationId, fileId } = parseInput(importSchema, input);
    if (!mayManage(actor, organisationId))
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    const field = ['fileId'];
    const file = await this.files.find(fileId);
    if (!file || file.uploadedBy !== (actor.accountId ?? actor.apiKeyId))
      throw requestErrors.NOT_FOUND({ field });
    if (file.purpose !== JOB_POSTING_TABLE.name) throw storageErrors.WRONG_PURPOSE({ field });
    if (file.state === 'AWAITING_UPLOAD') throw storageErrors.NOT_UPLOADED({ field });
    return this.template.read(await this.files.read(fileId));
  }

  /** The same for an import that was previewed. */
  async readPreviewed(actor: Actor, input: ApplyJobPostingImportInput): Promise<ReadTemplate> {
    const { storedFileId } = await this.require(actor, input);
    if (storedFileId === null) throw requestErrors.NOT_FOUND({ field: ['importId'] });
    return this.template.read(await this.files.read(storedFileId));
  }

  async import(actor: Actor, input: ImportJobPostingsInput, read: ReadTemplate): Promise<string> {
    const { organisationId, fileId, isDryRun } = parseInput(importSchema, input);
    const file = await this.files.find(fileId);
    const entry = {
      organisationId,
      storedFileId: fileId,
      fileName: file?.fileName ?? '',
      startedBy: actor.accountId ?? actor.apiKeyId,
    };
    const importId = await this.imports.insert(entry, read);
    await this.files.attach(actor, fileId, {
      purpose: JOB_POSTING_TABLE,
      subjectType: 'jobPostingImport',
      subjectId: importId,
    });
    if (!isDryRun) await this.write(actor, importId, organisationId, read);
    return importId;
  }

  /** A file that was not uploaded, written at once: whoever gives it has had it read before. */
  async importFile(
    actor: Actor,
    entry: { readonly organisationId: string; readonly fileName: string },
    read: ReadTemplate,
  ): Promise<string> {
    const startedBy = actor.accountId ?? actor.apiKeyId;
    const importId = await this.imports.insert({ ...entry, storedFileId: null, startedBy }, read);
    await this.write(actor, importId, entry.organisationId, read);
    return importId;
  }

  async apply(
    actor: Actor,
    input: ApplyJobPostingImportInput,
    read: ReadTemplate,
  ): Promise<string> {
    const { id, state, organisationId } = await this.require(actor, input);
    companyImportMachine.next(state, 'apply', 'EMPLOYER');
    await this.write(actor, id, organisationId, read);
    return id;
  }

  async undo(actor: Actor, input: UndoJobPostingImportInput): Promise<string> {
    const { id, state } = await this.require(actor, input);
    companyImportMachine.next(state, 'undo', actor.kind === 'SYSTEM' ? 'PLATFORM' : 'EMPLOYER');
    if (!(await this.imports.take(id, 'FINISHED', 'UNDONE')))
      throw requestErrors.STALE({ field: ['importId'] });
    await this.imports.removeUntouched(id);
    return id;
  }

  private async write(
    actor: Actor,
    importId: string,
    organisationId: string,
    { rows }: ReadTemplate,
  ): Promise<void> {
    if (rows.length === 0) throw companyImportErrors.NOTHING_TO_APPLY({ field: ['fileId'] });
    // First, so that a second one waits here and then finds it done.
    if (!(await this.imports.take(importId, 'PREVIEWED', 'FINISHED')))
      throw requestErrors.STALE({ field: ['importId'] });
    const organisation = await this.organisations.requireById(organisationId);
    for (const { line, title, columns, requirements } of rows) {
      const id = await this.drafts.insert(actor, organisation, title, columns, requirements);
      await this.imports.addChange(importId, id, line);
    }
  }

  private async require(
    actor: Actor,
    input: ApplyJobPostingImportInput | UndoJobPostingImportInput,
  ): Promise<JobPostingImport> {
    const { importId } = parseInput(importIdSchema, input);
    const found = await this.reader.find(actor, importId);
    if (!found) throw requestErrors.NOT_FOUND({ field: ['importId'] });
    return found;
  }
}
