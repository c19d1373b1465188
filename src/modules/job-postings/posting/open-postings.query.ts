import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import { enumLabel, type DB } from '../../../core/database/index.js';
import type { OrganisationKind } from '../../organisations/index.js';
import { withinRegion } from '../../reference-data/index.js';
import type { EngagementType, JobPostingPublication } from './job-posting.enums.js';
import { openToViewer, type PostingViewer } from './job-posting.policy.js';
import { postingsWithContext } from './job-posting.rows.js';

/** What somebody looks for among the open postings. Absent conditions do not limit; all present ones must hold. */
export interface OpenPostingConditions {
  readonly text: string | null;
  /** With everything below it. */
  readonly occupationCode: string | null;
  readonly industryCode: string | null;
  readonly regionId: string | null;
  /** Pay a month, in fen, that the posting can reach. */
  readonly payAtLeastFen: bigint | null;
  /** Asks for no more education than this rank, or says nothing about it. */
  readonly educationRankAtMost: number | null;
  readonly experienceYearsAtMost: number | null;
  readonly skillLevelIds: readonly string[] | null;
  readonly organisationId: string | null;
  readonly employerKinds: readonly OrganisationKind[] | null;
  readonly engagementTypes: readonly EngagementType[] | null;
  readonly publication: JobPostingPublication | null;
  readonly postedSince: Date | null;
  /** Only those opened to colleges whose confirmed student the viewer is. */
  readonly partnersOnly: boolean;
}

export type OpenPostingOrder = 'RELEVANCE' | 'NEWEST' | 'PAY_HIGHEST';

export interface OpenPostingIds {
  readonly ids: readonly string[];
  readonly total: number;
  /** Sum of the headcount of those that state one. */
  readonly positions: number;
}

/** Words looked for at most, as many as the search engine takes. */
const MAX_WORDS = 10;

/**
 * Answers a search from the database alone, for when the search engine is away: the same conditions and the same
 * audience, but words are found as they are written and relevance is recency.
 */
export async function readOpenIds(
  db: Kysely<DB>,
  viewer: PostingViewer,
  conditions: OpenPostingConditions,
  page: { readonly order: OpenPostingOrder; readonly limit: number; readonly offset: number },
): Promise<OpenPostingIds> {
  let matched = postingsWithContext(db)
    .where(openToViewer(viewer))
    .select([
      'job_postings.id',
      'job_postings.headcount',
      'job_postings.published_at',
      'job_postings.monthly_pay_max_fen',
    ]);
  for (const condition of conditionsOf(viewer, conditions)) matched = matched.where(condition);
  const order =
    page.order === 'PAY_HIGHEST'
      ? sql`monthly_pay_max_fen desc nulls last, id desc`
      : sql`published_at desc, id desc`;
  const { rows } = await sql<OpenPostingIds>`
    with matched as materialized (${matched})
    select (select count(*)::int from matched) as total,
      (select coalesce(sum(headcount), 0)::int from matched) as positions,
      array(select id from matched order by ${order} limit ${page.limit} offset ${page.offset}) as ids`.execute(
    db,
  );
  return rows[0] ?? { ids: [], total: 0, positions: 0 };
}

/** Ids of what a search shows to the viewer under the conditions, to be joined with. */
export function openIds(
  db: Kysely<DB>,
  viewer: PostingViewer,
  conditions: Partial<OpenPostingConditions>,
): RawBuilder<{ id: string }> {
  let query = postingsWithContext(db).select('job_postings.id');
  for (const condition of openUnder(viewer, conditions)) query = query.where(condition);
  return sql`(${query})`;
}

/** What a search shows to the viewer under the conditions. */
export function openUnder(
  viewer: PostingViewer,
  conditions: Partial<OpenPostingConditions>,
): RawBuilder<SqlBool>[] {
  return [openToViewer(viewer), ...conditionsOf(viewer, { ...UNLIMITED, ...conditions })];
}

const UNLIMITED: OpenPostingConditions = {
  text: null,
  occupationCode: null,
  industryCode: null,
  regionId: null,
  payAtLeastFen: null,
  educationRankAtMost: null,
  experienceYearsAtMost: null,
  skillLevelIds: null,
  organisationId: null,
  employerKinds: null,
  engagementTypes: null,
  publication: null,
  postedSince: null,
  partnersOnly: false,
};

function conditionsOf(
  viewer: PostingViewer,
  conditions: OpenPostingConditions,
): RawBuilder<SqlBool>[] {
  const c = conditions;
  const labels = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());
  return [
    ...wordsOf(c.text).map(containsWord),
    c.occupationCode !== null &&
      sql<SqlBool>`job_postings.occupation_code in (select code from occupations where ancestor_codes @> array[${c.occupationCode}])`,
    c.industryCode !== null &&
      sql<SqlBool>`job_postings.industry_code in (select code from industries where ancestor_codes @> array[${c.industryCode}])`,
    c.regionId !== null && withinRegion('job_postings.region_id', c.regionId),
    c.payAtLeastFen !== null &&
      sql<SqlBool>`coalesce(job_postings.monthly_pay_max_fen, job_postings.monthly_pay_min_fen) >= ${c.payAtLeastFen}`,
    c.educationRankAtMost !== null &&
      sql<SqlBool>`coalesce(job_postings.education_rank, 0) <= ${c.educationRankAtMost}`,
    c.experienceYearsAtMost !== null &&
      sql<SqlBool>`coalesce(job_postings.experience_years_min, 0) <= ${c.experienceYearsAtMost}`,
    c.skillLevelIds !== null &&
      sql<SqlBool>`job_postings.skill_level_id = any(${[...c.skillLevelIds]}::text[])`,
    c.organisationId !== null &&
      sql<SqlBool>`job_postings.organisation_id = ${c.organisationId}::uuid`,
    c.employerKinds !== null &&
      sql<SqlBool>`organisations.kind::text = any(${labels(c.employerKinds)}::text[])`,
    c.engagementTypes !== null &&
      sql<SqlBool>`job_postings.engagement_type::text = any(${labels(c.engagementTypes)}::text[])`,
    c.publication !== null &&
      sql<SqlBool>`job_postings.publication::text = ${enumLabel(c.publication)}`,
    c.postedSince !== null && sql<SqlBool>`job_postings.published_at >= ${c.postedSince}`,
    c.partnersOnly &&
      sql<SqlBool>`exists (select 1 from job_posting_audience_colleges partner
        where partner.job_posting_id = job_postings.id and partner.college_id = any(${[...viewer.collegeIds]}::uuid[]))`,
  ].filter((condition) => condition !== false);
}

function wordsOf(text: string | null): string[] {
  return (text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
}

function containsWord(word: string): RawBuilder<SqlBool> {
  const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql<SqlBool>`(job_postings.title ilike ${pattern} or job_postings.duties ilike ${pattern}
    or coalesce(organisations.name, job_postings.employer_name) ilike ${pattern})`;
}
