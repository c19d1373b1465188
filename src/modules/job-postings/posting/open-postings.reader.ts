import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { calendarDay, Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { openWhere } from './job-posting.policy.js';
import { EMPLOYER, postingsWithContext } from './job-posting.rows.js';
import { openIds, type OpenPostingConditions } from './open-postings.query.js';
import { PostingViewers } from './posting-viewers.js';

/** What is open, for the lists of other modules. */
@Injectable()
export class OpenPostings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly viewers: PostingViewers,
  ) {}

  /**
   * Condition "the posting in this column is open now, the actor belongs to its audience, and it meets the conditions":
   * what a search shows.
   */
  async openIn(
    actor: Actor,
    column: string,
    conditions: Partial<OpenPostingConditions> = {},
  ): Promise<RawBuilder<SqlBool>> {
    const ids = openIds(this.uow.sql, await this.viewers.of(actor), conditions);
    return sql<SqlBool>`${sql.ref(column)} in ${ids}`;
  }

  /** All that is open with its free seats, in the order of ids; null where a posting does not say how many, or whose it is. */
  async freeSeats(): Promise<
    { jobPostingId: string; employer: string | null; freeSeats: number | null }[]
  > {
    const now = this.clock.now();
    const rows = await postingsWithContext(this.uow.sql)
      .select([
        'job_postings.id',
        EMPLOYER.as('employer'),
        sql<number | null>`job_postings.headcount - job_postings.filled_count`.as('free_seats'),
      ])
      .where(openWhere(now, calendarDay(now)))
      .orderBy('job_postings.id')
      .execute();
    return rows.map(({ id, employer, free_seats }) => ({
      jobPostingId: id,
      employer,
      freeSeats: free_seats,
    }));
  }
}
