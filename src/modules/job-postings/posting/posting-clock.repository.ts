import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { inGoodStandingAt } from '../../organisations/index.js';
import type { JobPostingTransition } from './job-posting.machine.js';

/** Which postings the clock has something to do with. */
@Injectable()
export class PostingClockRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  toRelease(after: string | null, limit: number): Promise<string[]> {
    return this.list(this.dueFor('release'), after, limit);
  }

  toResume(after: string | null, limit: number): Promise<string[]> {
    return this.list(this.dueFor('resume'), after, limit);
  }

  toExpire(after: string | null, limit: number): Promise<string[]> {
    return this.list(this.dueFor('expire'), after, limit);
  }

  async isDue(id: string, transition: JobPostingTransition): Promise<boolean> {
    const row = await this.select()
      .where('job_postings.id', '=', id)
      .where(this.dueFor(transition))
      .executeTakeFirst();
    return row !== undefined;
  }

  private dueFor(transition: JobPostingTransition): RawBuilder<SqlBool> {
    const today = this.clock.today();
    if (transition === 'release')
      return sql<SqlBool>`(job_postings.state = 'scheduled' and job_postings.publish_at <= ${this.clock.now()}
        and job_postings.valid_through >= ${today}::date and ${inGoodStandingAt(this.clock.now())})`;
    if (transition === 'resume')
      return sql<SqlBool>`(job_postings.state = 'paused' and job_postings.paused_until <= ${today}::date
        and job_postings.valid_through >= ${today}::date)`;
    return sql<SqlBool>`(job_postings.state in ('published', 'paused', 'in_review', 'scheduled')
      and job_postings.valid_through < ${today}::date)`;
  }

  private async list(
    due: RawBuilder<SqlBool>,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    let query = this.select().where(due).orderBy('job_postings.id').limit(limit);
    if (after !== null) query = query.where('job_postings.id', '>', after);
    return (await query.execute()).map((row) => row.id);
  }

  private select() {
    return this.uow.sql
      .selectFrom('job_postings')
      .leftJoin('organisations', 'organisations.id', 'job_postings.organisation_id')
      .select('job_postings.id');
  }
}
