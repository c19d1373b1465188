import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';

/** A person and a posting she came across. */
export interface MetPair {
  readonly profileId: string;
  readonly jobPostingId: string;
  /** Whether she applied. */
  readonly isPositive: boolean;
}

/** Which postings people answered, and which they were shown and did not. Ids only. */
@Injectable()
export class OutcomeReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Each posting a person applied for, the latest first; at most so many. */
  async applied(limit: number): Promise<MetPair[]> {
    const { rows } = await sql<Omit<MetPair, 'isPositive'>>`
      select profile_id as "profileId", job_posting_id as "jobPostingId" from applications
      group by profile_id, job_posting_id
      order by max(submitted_at) desc, profile_id, job_posting_id limit ${limit}`.execute(
      this.uow.sql,
    );
    return rows.map((row) => ({ ...row, isPositive: true }));
  }

  /** What the people are recommended and never applied for. What they dismissed is theirs: nothing is learned from it. */
  async passedOver(profileIds: readonly string[]): Promise<MetPair[]> {
    const { rows } = await sql<Omit<MetPair, 'isPositive'>>`
      select profile_id as "profileId", job_posting_id as "jobPostingId" from recommendations
      where profile_id = any(${[...profileIds]}::uuid[]) and not exists (
        select from applications
        where applications.profile_id = recommendations.profile_id
          and applications.job_posting_id = recommendations.job_posting_id)
      order by 1, 2`.execute(this.uow.sql);
    return rows.map((row) => ({ ...row, isPositive: false }));
  }

  /** Of the people, the postings that each keeps in mind, as `<profile> <posting>`. */
  async bookmarked(profileIds: readonly string[]): Promise<Set<string>> {
    const { rows } = await sql<{ profileId: string; jobPostingId: string }>`
      select profile.id as "profileId", bookmark.job_posting_id as "jobPostingId"
      from job_posting_bookmarks bookmark
      join job_seeker_profiles profile on profile.account_id = bookmark.account_id
      where profile.id = any(${[...profileIds]}::uuid[])`.execute(this.uow.sql);
    return new Set(rows.map(({ profileId, jobPostingId }) => `${profileId} ${jobPostingId}`));
  }
}
