import { Injectable } from '@nestjs/common';
import { isUuid } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { seekerImportErrors } from './seeker-import.errors.js';

@Injectable()
export class SeekerImportReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** The import with its number of chunks; refused unless it has ended and was not undone. */
  async requireUndoable(importId: string): Promise<{ chunkCount: number }> {
    const row = isUuid(importId)
      ? await this.uow.sql
          .selectFrom('seeker_imports')
          .leftJoin('seeker_import_changes', 'seeker_import_changes.import_id', 'seeker_imports.id')
          .where('seeker_imports.id', '=', importId)
          .where('seeker_imports.state', 'in', ['finished', 'failed'])
          .groupBy('seeker_imports.id')
          .select(({ fn }) => fn.max('seeker_import_changes.chunk').as('last'))
          .executeTakeFirst()
      : undefined;
    if (!row) throw seekerImportErrors.NOT_UNDOABLE();
    return { chunkCount: row.last === null ? 0 : Number(row.last) + 1 };
  }
}
