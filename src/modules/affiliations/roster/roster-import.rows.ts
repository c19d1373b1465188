import type { Kysely } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import type { RosterImport } from './roster-import.model.js';

export function selectRosterImports(db: Kysely<DB>) {
  return db
    .selectFrom('roster_imports')
    .select([
      'roster_imports.id',
      'roster_imports.college_id',
      'roster_imports.file_id',
      'roster_imports.state',
      'roster_imports.row_count',
      'roster_imports.new_count',
      'roster_imports.changed_count',
      'roster_imports.unchanged_count',
      'roster_imports.refused_count',
      'roster_imports.undone_count',
      'roster_imports.created_at',
      'roster_imports.applied_at',
      'roster_imports.undone_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRosterImports>['execute']>>[number];

export function toRosterImport(row: Row): RosterImport {
  const { undone_count: undone, new_count: fresh, changed_count: changed } = row;
  return {
    id: row.id,
    collegeId: row.college_id,
    fileId: row.file_id,
    state: enumName(row.state),
    rowCount: row.row_count,
    newCount: fresh,
    changedCount: changed,
    unchangedCount: row.unchanged_count,
    refusedCount: row.refused_count,
    undoneCount: undone,
    keptCount: undone === null ? null : fresh + changed - undone,
    createdAt: row.created_at,
    appliedAt: row.applied_at,
    undoneAt: row.undone_at,
  };
}
