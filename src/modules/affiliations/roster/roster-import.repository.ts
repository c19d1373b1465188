import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { RosterImport } from './roster-import.model.js';
import { selectRosterImports, toRosterImport } from './roster-import.rows.js';
import type { RosterIssueRecord } from './roster-row.js';

export interface RosterCounts {
  readonly rowCount: number;
  readonly newCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  readonly refusedCount: number;
}

/** Rows per statement. */
const BATCH = 2_000;

/** The only writer of uploaded rosters and their row reports. */
@Injectable()
export class RosterImportRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async lock(id: string): Promise<RosterImport | null> {
    const row = await selectRosterImports(this.uow.sql)
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row ? toRosterImport(row) : null;
  }

  /** Rosters of one college are applied and undone one after the other. */
  async lockRoster(collegeId: string): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`roster/${collegeId}`}, 0))`.execute(
      this.uow.sql,
    );
  }

  async insert(
    entry: {
      readonly collegeId: string;
      readonly fileId: string;
      readonly uploadedBy: string | null;
    },
    counts: RosterCounts,
    issues: readonly RosterIssueRecord[],
  ): Promise<string> {
    const id = this.ids.next();
    await this.uow.db.rosterImport.create({
      data: { id, ...entry, ...counts, createdAt: this.clock.now() },
      select: { id: true },
    });
    for (let start = 0; start < issues.length; start += BATCH)
      await this.uow.db.rosterImportIssue.createMany({
        data: issues.slice(start, start + BATCH).map((issue) => ({
          id: this.ids.next(),
          rosterImportId: id,
          ...issue,
        })),
      });
    return id;
  }

  async markApplied(id: string): Promise<void> {
    await this.uow.db.rosterImport.update({
      where: { id },
      data: { state: 'APPLIED', appliedAt: this.clock.now(), version: { increment: 1 } },
      select: { id: true },
    });
  }

  async markUndone(id: string, undoneCount: number): Promise<void> {
    await this.uow.db.rosterImport.update({
      where: { id },
      data: {
        state: 'UNDONE',
        undoneAt: this.clock.now(),
        undoneCount,
        version: { increment: 1 },
      },
      select: { id: true },
    });
  }
}
