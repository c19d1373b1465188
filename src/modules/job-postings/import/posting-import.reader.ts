import { Injectable } from '@nestjs/common';
import { isUuid } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { postingImportErrors } from './posting-import.errors.js';
import type { ImportIssue } from './posting-import.repository.js';

@Injectable()
export class PostingImportReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The import with its number of chunks; refused unless it has ended and was not undone. */
  async requireUndoable(importId: string): Promise<{ chunkCount: number }> {
    if (!isUuid(importId)) throw postingImportErrors.NOT_UNDOABLE();
    const row = await this.unitOfWork.sql
      .selectFrom('posting_imports')
      .leftJoin('posting_import_changes', 'posting_import_changes.import_id', 'posting_imports.id')
      .where('posting_imports.id', '=', importId)
      .where('posting_imports.state', 'in', ['finished', 'failed'])
      // Those of organisations are theirs to undo.
      .where('posting_imports.organisation_id', 'is', null)
      .groupBy('posting_imports.id')
      .select(({ fn }) => fn.max('posting_import_changes.chunk').as('last'))
      .executeTakeFirst();
    if (!row) throw postingImportErrors.NOT_UNDOABLE();
    return { chunkCount: row.last === null ? 0 : Number(row.last) + 1 };
  }

  /** What was not taken, in order of lines. */
  async issues(importId: string, limit: number): Promise<ImportIssue[]> {
    return this.unitOfWork.sql
      .selectFrom('posting_import_issues')
      .where('import_id', '=', importId)
      .orderBy('line')
      .select(['line', 'field', 'reason', 'refuses_row'])
      .limit(limit)
      .execute();
  }

  /** Ids of the postings that one chunk of an import made or changed. */
  async postingIds(importId: string, chunk: number): Promise<string[]> {
    const rows = await this.unitOfWork.sql
      .selectFrom('posting_import_changes')
      .where('import_id', '=', importId)
      .where('chunk', '=', chunk)
      .select('job_posting_id')
      .execute();
    return rows.map((row) => row.job_posting_id);
  }
}
