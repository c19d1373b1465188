import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';

export interface MarketCounts {
  readonly seekers: number;
  readonly recommendations: number;
}

/** Notices of one kind to one person, and what became of their mails. */
export interface NoticeCount {
  readonly kind: string;
  readonly count: number;
  readonly mailed: number;
  readonly pending: number;
}

/** What the play compares the answers of the API with: the records themselves. */
@Injectable()
export class MainJobReader {
  constructor(private readonly uow: UnitOfWork) {}

  async counts(): Promise<MarketCounts> {
    const { rows } = await sql<MarketCounts>`
      select (select count(*)::int from job_seeker_profiles where is_active) as seekers,
             (select count(*)::int from recommendations) as recommendations
    `.execute(this.uow.sql);
    const [counts] = rows;
    if (!counts) throw new Error('The database counts nothing');
    return counts;
  }

  /**
   * Unclaimed postings of the employer with the most of them, whose name an organisation can bear: sources hold other
   * texts, too. Their titles differ:
   * once completed, two of one title could be the same posting.
   */
  async claimable(atMost: number): Promise<{ employerName: string; ids: string[] } | null> {
    const { rows } = await sql<{ employerName: string; ids: string[]; titles: string[] }>`
      select employer_name as "employerName", array_agg(id order by id) as ids,
             array_agg(title order by id) as titles
      from job_postings
      where publication = 'external' and state = 'published' and organisation_id is null
        and char_length(employer_name) between 4 and 60 and employer_name like '%公司'
      group by employer_name
      order by count(distinct title) desc, employer_name
      limit 1
    `.execute(this.uow.sql);
    const [most] = rows;
    if (!most) return null;
    const byTitle = new Map<string, string>();
    for (const [index, id] of most.ids.entries()) {
      const title = plain(most.titles[index] ?? '');
      if (!byTitle.has(title)) byTitle.set(title, id);
    }
    return { employerName: most.employerName, ids: [...byTitle.values()].slice(0, atMost) };
  }

  async noticesOf(accountId: string): Promise<readonly NoticeCount[]> {
    const { rows } = await sql<NoticeCount>`
      select kind, count(*)::int as count,
             count(*) filter (where delivery.state = 'sent')::int as mailed,
             count(*) filter (where delivery.state = 'pending')::int as pending
      from notifications
      left join notification_deliveries delivery on delivery.notification_id = notifications.id
      where account_id = ${accountId}::uuid
      group by kind order by kind collate "C"
    `.execute(this.uow.sql);
    return rows;
  }

  /** Notices to anybody. */
  async noticesSince(since: Date): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from notifications where created_at >= ${since}
    `.execute(this.uow.sql);
    return rows[0]?.count ?? 0;
  }

  /** State of the posting and of everybody who applied, as written. */
  async outcomeOf(
    jobPostingId: string,
  ): Promise<{ posting: string; filledCount: number; applications: string[] }> {
    const { rows } = await sql<{ posting: string; filledCount: number; applications: string[] }>`
      select coalesce(close_cause::text, state::text) as posting, filled_count as "filledCount",
             array(select coalesce(close_reason::text, state::text) from applications
                   where job_posting_id = job_postings.id order by 1) as applications
      from job_postings where id = ${jobPostingId}::uuid
    `.execute(this.uow.sql);
    const [outcome] = rows;
    if (!outcome) throw new Error('There is no such posting');
    return outcome;
  }
}

/** Letters and digits alone: titles that differ in nothing else are the same. */
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
