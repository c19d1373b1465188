import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { BatchLoader } from '../../../core/graphql/index.js';
import type { JobPostingAudience } from './audience.model.js';

/** Audiences by posting; one without a row is for everyone. */
@Injectable()
export class AudienceLoader extends BatchLoader<string, JobPostingAudience> {
  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  protected override async batch(ids: readonly string[]): Promise<Map<string, JobPostingAudience>> {
    const rows = await this.uow.sql
      .selectFrom('job_posting_audiences as audience')
      .select([
        'audience.job_posting_id',
        'audience.rule',
        'audience.partners_until',
        sql<string[]>`array(select partner.college_id from job_posting_audience_colleges as partner
          where partner.job_posting_id = audience.job_posting_id order by partner.college_id)`.as(
          'colleges',
        ),
      ])
      .where('audience.job_posting_id', 'in', [...ids])
      .execute();
    return new Map(
      rows.map((row) => [
        row.job_posting_id,
        {
          rule: enumName(row.rule),
          partnersUntil: row.partners_until,
          collegeIds: row.colleges,
        },
      ]),
    );
  }
}
