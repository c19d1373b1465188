import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { DB } from '../../../core/database/index.js';
import { availableFrom, skillLevel } from '../profile/profile-expressions.js';
import { findableBy } from '../profile/profile.policy.js';
import { EXPERIENCE_BANDS, type ExperienceBand } from './candidate-experience.js';

/** Whom an employer looks for. Absent conditions do not limit; all present ones must hold. */
export interface CandidateConditions {
  /** As they are written. */
  readonly words: readonly { readonly text: string; readonly isExcluded: boolean }[];
  /** Wished for, with everything below it. */
  readonly occupationCode: string | null;
  /** Lives there or in a region below it. */
  readonly homeRegionId: string | null;
  /** Would work there, in a region above or below it, or anywhere. */
  readonly workRegionId: string | null;
  readonly educationRankAtLeast: number | null;
  /** Of a major, or of any in a class or category. */
  readonly majorCode: string | null;
  readonly experience: readonly ExperienceBand[] | null;
  /** By rank. */
  readonly skillLevelAtLeast: number | null;
  /** Can begin by this day, or does not say when. */
  readonly availableBy: string | null;
}

export interface CandidateIds {
  /** The latest changed first. */
  readonly ids: readonly string[];
  readonly total: number;
}

type Condition = RawBuilder<SqlBool>;

const TABLE = 'job_seeker_profiles';
/** All that is searched, as one text: as in the index, without numbers and addresses to be reached at and without the own name. */
const WORDS = sql`replace(regexp_replace(concat_ws(' ',
  (select string_agg(name, ' ') from profile_skills where profile_id = job_seeker_profiles.id),
  (select string_agg(name, ' ') from profile_certificates where profile_id = job_seeker_profiles.id),
  (select string_agg(concat_ws(' ', wish.title, occupations.name), ' ') from job_intentions wish
    left join occupations on occupations.code = wish.occupation_code
    where wish.profile_id = job_seeker_profiles.id),
  (select string_agg(concat_ws(' ', held.position, occupations.name), ' ') from experience_entries held
    left join occupations on occupations.code = held.occupation_code
    where held.profile_id = job_seeker_profiles.id),
  (select string_agg(concat_ws(' ', studied.major_name, majors.name), ' ') from education_entries studied
    left join majors on majors.code = studied.major_code
    where studied.profile_id = job_seeker_profiles.id)),
  '[0-9][0-9 .-]{3,}[0-9]|[^[:space:]]+@[^[:space:]]+', ' ', 'g'),
  coalesce(nullif(job_seeker_profiles.full_name, ''), ' '), ' ')`;

/**
 * Answers a search from the database alone, for when the search engine is away: the same people under the same conditions,
 * but words are found as they are written, and the latest changed come first.
 */
export async function readCandidateIds(
  db: Kysely<DB>,
  organisationIds: readonly string[],
  conditions: CandidateConditions,
  page: { readonly limit: number; readonly offset: number },
): Promise<CandidateIds> {
  let matched = db
    .selectFrom(TABLE)
    .where(findableBy(organisationIds))
    .select(['job_seeker_profiles.id', 'job_seeker_profiles.updated_at']);
  for (const condition of conditionsOf(conditions)) matched = matched.where(condition);
  const { rows } = await sql<CandidateIds>`
    with matched as materialized (${matched})
    select (select count(*)::int from matched) as total,
      array(select id from matched order by updated_at desc, id desc
        limit ${page.limit} offset ${page.offset}) as ids`.execute(db);
  return rows[0] ?? { ids: [], total: 0 };
}

function conditionsOf(c: CandidateConditions): Condition[] {
  return [
    ...c.words.map(holdsWord),
    c.occupationCode !== null &&
      sql<SqlBool>`exists (select from job_intentions wish where wish.profile_id = job_seeker_profiles.id
        and wish.occupation_code in (select code from occupations where ancestor_codes @> array[${c.occupationCode}]))`,
    c.homeRegionId !== null &&
      sql<SqlBool>`job_seeker_profiles.home_region_id in ${regionsWithin(c.homeRegionId)}`,
    c.workRegionId !== null && wouldWorkIn(c.workRegionId),
    c.educationRankAtLeast !== null &&
      sql<SqlBool>`job_seeker_profiles.education_rank >= ${c.educationRankAtLeast}`,
    c.majorCode !== null &&
      sql<SqlBool>`job_seeker_profiles.major_code in (select code from majors
        where ${c.majorCode} in (code, class_code, category_code))`,
    c.experience !== null && sql<SqlBool>`(${sql.join(c.experience.map(ofBand), sql` or `)})`,
    c.skillLevelAtLeast !== null && sql<SqlBool>`${skillLevel(TABLE)} >= ${c.skillLevelAtLeast}`,
    c.availableBy !== null &&
      sql<SqlBool>`coalesce(${availableFrom(TABLE)} <= ${c.availableBy}::date, true)`,
  ].filter((condition) => condition !== false);
}

function holdsWord({ text, isExcluded }: CandidateConditions['words'][number]): Condition {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return isExcluded
    ? sql<SqlBool>`${WORDS} not ilike ${pattern}`
    : sql<SqlBool>`${WORDS} ilike ${pattern}`;
}

function ofBand(band: ExperienceBand): Condition {
  if (band === 'NOT_STATED') return sql<SqlBool>`job_seeker_profiles.experience_years is null`;
  const { from, below } = EXPERIENCE_BANDS[band];
  return sql<SqlBool>`(job_seeker_profiles.experience_years >= ${from}
    and job_seeker_profiles.experience_years < ${below})`;
}

/** The region, one above or one below it is wished for, or none in particular. */
function wouldWorkIn(regionId: string): Condition {
  return sql<SqlBool>`(not exists (select from job_intentions wish
      where wish.profile_id = job_seeker_profiles.id)
    or exists (select from job_intentions wish where wish.profile_id = job_seeker_profiles.id
      and (wish.region_ids = '{}'
        or wish.region_ids && (select ancestor_ids from regions where id = ${regionId}::uuid)
        or wish.region_ids && array${regionsWithin(regionId)})))`;
}

function regionsWithin(regionId: string): RawBuilder<unknown> {
  return sql`(select id from regions where ancestor_ids @> array[${regionId}]::uuid[])`;
}
