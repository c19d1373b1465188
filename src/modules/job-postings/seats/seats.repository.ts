import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';

/** Counts seats with single conditional updates; `ck_job_postings_seats` stands behind them. */
@Injectable()
export class SeatsRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** False when there was no seat to take. */
  async take(jobPostingId: string): Promise<boolean> {
    const taken = await this.uow.sql
      .updateTable('job_postings')
      .set({
        filled_count: sql<number>`filled_count + 1`,
        version: sql<number>`version + 1`,
        updated_at: this.clock.now(),
      })
      .where('id', '=', jobPostingId)
      .where('publication', '=', 'own')
      .where('state', '<>', 'draft')
      .where(sql<boolean>`close_cause is distinct from 'removed'`)
      .whereRef('filled_count', '<', 'headcount')
      .returning('id')
      .executeTakeFirst();
    return taken !== undefined;
  }

  /** False when no seat was taken before. */
  async release(jobPostingId: string): Promise<boolean> {
    const released = await this.uow.sql
      .updateTable('job_postings')
      .set({
        filled_count: sql<number>`filled_count - 1`,
        version: sql<number>`version + 1`,
        updated_at: this.clock.now(),
      })
      .where('id', '=', jobPostingId)
      .where('filled_count', '>', 0)
      .returning('id')
      .executeTakeFirst();
    return released !== undefined;
  }
}
