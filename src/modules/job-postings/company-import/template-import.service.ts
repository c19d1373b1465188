import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ActionRunner } from '../../../core/actions/index.js';
import { SYSTEM } from '../../../core/auth/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { postingImportErrors } from '../import/posting-import.errors.js';
import { EMPLOYER_KINDS } from '../job-postings.permissions.js';
import { CompanyImportReader } from './company-import.reader.js';
import { CompanyImportService } from './company-import.service.js';
import { TemplateFile, type ReadTemplate } from './template-file.js';

/** A table of the command line, read and reported; nothing is written yet. */
export interface OpenedTemplate {
  readonly organisationId: string;
  readonly fileName: string;
  /** Of the organisation and the bytes: the same table for the same organisation is the same request. */
  readonly digest: string;
  readonly read: ReadTemplate;
}

/** An organisation's table given to the operator instead of uploaded: the platform imports it in its place. */
@Injectable()
export class TemplateImportService {
  constructor(
    private readonly actions: ActionRunner,
    private readonly imports: CompanyImportService,
    private readonly reader: CompanyImportReader,
    private readonly template: TemplateFile,
    private readonly organisations: OrganisationReader,
  ) {}

  async open(path: string, codeOrId: string): Promise<OpenedTemplate> {
    const organisation = await this.organisations.findByCodeOrId(codeOrId);
    if (!organisation || !EMPLOYER_KINDS.some((kind) => kind === organisation.kind))
      throw postingImportErrors.ORGANISATION_UNKNOWN({ field: ['organisation'] });
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw postingImportErrors.UNREADABLE({ params: { reason: `Cannot open ${path}` }, cause });
    });
    return {
      organisationId: organisation.id,
      fileName: basename(path),
      digest: digestOf(organisation.id, bytes),
      read: await this.template.read(bytes),
    };
  }

  /** Writes the drafts; a table that was written already, and not taken back since, is answered with its import. */
  async write(opened: OpenedTemplate): Promise<{ importId: string; isRepeated: boolean }> {
    const { organisationId, fileName, digest, read } = opened;
    for (let key = digest; ;) {
      let writeCount = 0;
      const input = { idempotencyKey: key, organisationId };
      const importId = await this.actions.run(SYSTEM, 'importJobPostings', input, () => {
        writeCount += 1;
        return this.imports.importFile(SYSTEM, { organisationId, fileName }, read);
      });
      if (writeCount > 0) return { importId, isRepeated: false };
      const earlier = await this.reader.find(SYSTEM, importId);
      if (earlier?.state === 'FINISHED') return { importId, isRepeated: true };
      key = digestOf(key, importId);
    }
  }

  /** Takes such an import back; null when the id is not of one. */
  async undo(importId: string): Promise<{ removed: number; kept: number } | null> {
    const found = await this.reader.find(SYSTEM, importId);
    if (!found) return null;
    await this.actions.run(SYSTEM, 'undoJobPostingImport', {}, () =>
      this.imports.undo(SYSTEM, { importId }),
    );
    const kept = await this.reader.postingCount(importId);
    return { removed: found.createdCount - kept, kept };
  }
}

function digestOf(before: string, more: string | Buffer): string {
  return createHash('sha256').update(before).update(more).digest('base64url');
}
