import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { GroupLoader } from '../../../core/graphql/index.js';
import type { JobPostingHistoryEntry } from './history.model.js';

const MOST_SHOWN = 50;

/** Changes of state by posting; the caller has checked that the viewer may see them. */
@Injectable()
export class HistoryLoader extends GroupLoader<string, JobPostingHistoryEntry> {
  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  protected override async batch(
    ids: readonly string[],
  ): Promise<Map<string, JobPostingHistoryEntry[]>> {
    const rows = await this.uow.sql
      .selectFrom((from) =>
        from
          .selectFrom('job_posting_history')
          .selectAll()
          .select(
            sql<number>`row_number() over (partition by job_posting_id order by occurred_at desc, id desc)`.as(
              'age',
            ),
          )
          .where('job_posting_id', 'in', [...ids])
          .as('entry'),
      )
      .selectAll('entry')
      .where('entry.age', '<=', MOST_SHOWN)
      .orderBy('entry.occurred_at')
      .orderBy('entry.id')
      .execute();
    const byPosting = new Map<string, JobPostingHistoryEntry[]>();
    for (const row of rows) {
      const entries = byPosting.get(row.job_posting_id) ?? [];
      entries.push({
        transition: row.transition,
        fromState: row.from_state === null ? null : enumName(row.from_state),
        toState: enumName(row.to_state),
        reason: row.reason,
        occurredAt: row.occurred_at,
      });
      byPosting.set(row.job_posting_id, entries);
    }
    return byPosting;
  }
}
