import { sql } from 'kysely';
import { isUuid, type Clock, type Ids } from '../clock/index.js';
import { enumLabel, type UnitOfWork } from '../database/index.js';
import type { ImportIssue } from './imported-row.js';

export interface ImportCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** Keeps which imports of one kind ran, how far they came and what they did not take. */
export class ImportJournal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    /** `<kind>_imports`, `<kind>_import_issues` and `<kind>_import_changes` are its tables. */
    private readonly kind: string,
    /** Which rows of the first table are imports of sources. */
    private readonly isOfSource = sql`true`,
  ) {}

  async start(format: string, sourceName: string, fileName: string): Promise<string> {
    const id = this.ids.next();
    await sql`
      insert into ${this.table('imports')} (id, format, source_name, file_name, state, started_at)
      values (${id}, ${format}, ${sourceName}, ${fileName}, 'running', ${this.clock.now()})`.execute(
      this.uow.sql,
    );
    return id;
  }

  async count(id: string, counts: ImportCounts): Promise<void> {
    await sql`
      update ${this.table('imports')}
      set row_count = ${counts.rows}, created_count = ${counts.created}, updated_count = ${counts.updated},
        unchanged_count = ${counts.unchanged}, refused_count = ${counts.refused}
      where id = ${id}`.execute(this.uow.sql);
  }

  async end(id: string, state: 'FINISHED' | 'FAILED' | 'UNDONE'): Promise<void> {
    await sql`
      update ${this.table('imports')}
      set state = ${enumLabel(state)}, finished_at = ${this.clock.now()}
      where id = ${id}`.execute(this.uow.sql);
  }

  async addIssues(id: string, issues: readonly ImportIssue[]): Promise<void> {
    if (issues.length === 0) return;
    const entries = issues.map((issue) => ({ id: this.ids.next(), ...issue }));
    await sql`
      insert into ${this.table('import_issues')} (id, import_id, line, field, reason, refuses_row)
      select id, ${id}::uuid, line, field, reason, refuses_row
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        as entry(id uuid, line int, field text, reason text, refuses_row boolean)`.execute(
      this.uow.sql,
    );
  }

  /** How many chunks there are to take back; null unless such an import has ended and was not undone. */
  async undoableChunks(id: string): Promise<number | null> {
    if (!isUuid(id)) return null;
    const { rows } = await sql<{ chunks: number }>`
      select coalesce((select max(chunk) + 1 from ${this.table('import_changes')} where import_id = ${id}), 0) as chunks
      from ${this.table('imports')}
      where id = ${id} and state in ('finished', 'failed') and ${this.isOfSource}`.execute(
      this.uow.sql,
    );
    return rows[0]?.chunks ?? null;
  }

  private table(name: string) {
    return sql.table(`${this.kind}_${name}`);
  }
}
