import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type PageArgs,
} from '../../../core/graphql/index.js';
import type { RecommendationDismissal } from './dismissal.model.js';
import { EXCLUDED_POSTINGS, peopleExcluding } from './excluded-postings.js';

/** What people dismissed, and what is therefore not to be proposed to them. */
@Injectable()
export class DismissalReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Latest first. */
  listOf(profileId: string, args: PageArgs): Promise<Connection<RecommendationDismissal>> {
    const query = this.select().where('profile_id', '=', profileId);
    return keysetPage(query, {
      args,
      orderBy: [
        {
          column: 'dismissed_at',
          direction: 'desc',
          type: 'timestamptz',
        },
        { column: 'id', direction: 'desc', type: 'uuid' },
      ],
      map: toDismissal,
      count: () => countRows(query),
    });
  }

  async allOf(profileId: string): Promise<RecommendationDismissal[]> {
    const rows = await this.select().where('profile_id', '=', profileId).orderBy('id').execute();
    return rows.map(toDismissal);
  }

  async find(id: string, profileId: string): Promise<RecommendationDismissal | null> {
    const row = await this.select()
      .where('id', '=', id)
      .where('profile_id', '=', profileId)
      .executeTakeFirst();
    return row ? toDismissal(row) : null;
  }

  /** Postings that are not to be proposed to each of the people. */
  async excludedFor(profileIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const { rows } = await sql<{ profileId: string; jobPostingId: string }>`
      select profile_id as "profileId", job_posting_id as "jobPostingId"
      from (${EXCLUDED_POSTINGS}) excluded
      where excluded.profile_id = any(${[...profileIds]}::uuid[])`.execute(this.uow.sql);
    const excluded = new Map<string, Set<string>>();
    for (const { profileId, jobPostingId } of rows) {
      const postings = excluded.get(profileId) ?? new Set();
      excluded.set(profileId, postings.add(jobPostingId));
    }
    return excluded;
  }

  /** People to whom the posting is not to be proposed. */
  async peopleExcluding(jobPostingId: string): Promise<Set<string>> {
    const { rows } = await peopleExcluding(jobPostingId).execute(this.uow.sql);
    return new Set(rows.map(({ profileId }) => profileId));
  }

  private select() {
    return this.uow.sql
      .selectFrom('recommendation_dismissals')
      .select(['id', 'job_posting_id', 'title', 'employer_name', 'reason', 'dismissed_at']);
  }
}

type Row = Awaited<ReturnType<ReturnType<DismissalReader['select']>['execute']>>[number];

function toDismissal(row: Row): RecommendationDismissal {
  return {
    id: row.id,
    jobPostingId: row.job_posting_id,
    title: row.title,
    employerName: row.employer_name,
    reason: row.reason === null ? null : enumName(row.reason),
    dismissedAt: row.dismissed_at,
  };
}
