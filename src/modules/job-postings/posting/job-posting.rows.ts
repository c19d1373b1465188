import { sql, type Kysely } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import { money } from '../../../core/graphql/index.js';
import type { JobPosting, PayRange } from './job-posting.model.js';

/** Whose a posting is: the organisation's id, or the name in the source while nobody has claimed it. */
export const EMPLOYER = sql<
  string | null
>`coalesce(job_postings.organisation_id::text, job_postings.employer_name)`;

/**
 * Postings with what their visibility hangs on: `organisations` (the employer), `audience` and `charge`, the region
 * whose bureau is in charge. Every reader begins here, because `visibleWhere` names these tables.
 */
export function postingsWithContext(db: Kysely<DB>) {
  return db
    .selectFrom('job_postings')
    .leftJoin('organisations', 'organisations.id', 'job_postings.organisation_id')
    .leftJoin('job_posting_audiences as audience', 'audience.job_posting_id', 'job_postings.id')
    .leftJoin('regions as charge', (join) =>
      join.on(
        'charge.id',
        '=',
        sql<string>`coalesce(organisations.region_id, job_postings.region_id)`,
      ),
    );
}

export function selectPostings(db: Kysely<DB>) {
  return postingsWithContext(db).select([
    'job_postings.id',
    'job_postings.publication',
    'job_postings.state',
    'job_postings.close_cause',
    'job_postings.organisation_id',
    'job_postings.employer_name',
    'organisations.name as organisation_name',
    'job_postings.title',
    'job_postings.occupation_code',
    'job_postings.industry_code',
    'job_postings.engagement_type',
    'job_postings.headcount',
    'job_postings.filled_count',
    'job_postings.duties',
    'job_postings.conditions',
    'job_postings.work_conditions',
    'job_postings.region_id',
    'job_postings.address',
    'job_postings.place_text',
    'job_postings.pay_min_fen',
    'job_postings.pay_max_fen',
    'job_postings.pay_period',
    'job_postings.pay_months',
    'job_postings.pay_text',
    'job_postings.benefits',
    'job_postings.education_level_code',
    'job_postings.experience_years_min',
    'job_postings.skill_level_id',
    'job_postings.valid_through',
    'job_postings.starts_on',
    'job_postings.publish_at',
    'job_postings.published_at',
    'job_postings.closed_at',
    'job_postings.paused_until',
    'job_postings.source_name',
    'job_postings.source_url',
    'job_postings.source_posted_at',
    'job_postings.fingerprint',
    'job_postings.is_complete',
    'job_postings.missing_elements',
    'job_postings.version',
    'job_postings.created_at',
    'job_postings.updated_at',
    'charge.ancestor_ids as charge_region_ids',
  ]);
}

export type PostingSelection = Awaited<
  ReturnType<ReturnType<typeof selectPostings>['execute']>
>[number];

export function toJobPosting(row: PostingSelection): JobPosting {
  return {
    id: row.id,
    publication: enumName(row.publication),
    state: enumName(row.state),
    closeCause: row.close_cause === null ? null : enumName(row.close_cause),
    organisationId: row.organisation_id,
    employerName: row.organisation_name ?? row.employer_name,
    title: row.title,
    occupationCode: row.occupation_code,
    industryCode: row.industry_code,
    engagementType: row.engagement_type === null ? null : enumName(row.engagement_type),
    headcount: row.headcount,
    filledCount: row.filled_count,
    freeSeats: row.headcount === null ? null : row.headcount - row.filled_count,
    duties: row.duties,
    conditions: row.conditions,
    workConditions: row.work_conditions,
    regionId: row.region_id,
    address: row.address,
    placeText: row.place_text,
    pay: payOf(row),
    benefits: row.benefits,
    educationLevelCode: row.education_level_code,
    experienceYearsMin: row.experience_years_min,
    skillLevelCode: row.skill_level_id,
    validThrough: row.valid_through,
    startsOn: row.starts_on,
    publishAt: row.publish_at,
    publishedAt: row.published_at,
    closedAt: row.closed_at,
    pausedUntil: row.paused_until,
    source:
      row.source_name === null
        ? null
        : { name: row.source_name, url: row.source_url, postedAt: row.source_posted_at },
    fingerprint: row.fingerprint,
    isComplete: row.is_complete,
    missingElements: row.missing_elements,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    chargeRegionIds: row.charge_region_ids ?? [],
  };
}

function payOf(row: PostingSelection): PayRange | null {
  if (row.pay_min_fen === null && row.pay_max_fen === null && row.pay_text === null) return null;
  return {
    min: row.pay_min_fen === null ? null : money(row.pay_min_fen),
    max: row.pay_max_fen === null ? null : money(row.pay_max_fen),
    period: row.pay_period === null ? null : enumName(row.pay_period),
    months: row.pay_months,
    text: row.pay_text,
  };
}
