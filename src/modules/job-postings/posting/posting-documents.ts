import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import type { AudienceRule, EngagementType, JobPostingPublication } from './job-posting.enums.js';
import { openWhere } from './job-posting.policy.js';
import { EMPLOYER, postingsWithContext } from './job-posting.rows.js';

/** Rows of a batch when a caller walks through all postings. */
export const DOCUMENT_BATCH = 1_000;

/** Which postings: those of the ids, or the batch after an id (null: from the beginning), in the order of ids. */
export type PostingSlice =
  { readonly ids: readonly string[] } | { readonly after: string | null; readonly limit?: number };

/** An open posting as the search index takes it: what anyone in its audience may see, nothing personal. */
export interface JobPostingDocument {
  readonly id: string;
  readonly version: number;
  readonly publication: JobPostingPublication;
  readonly title: string;
  readonly organisationId: string | null;
  readonly organisationKind: string | null;
  readonly employerName: string | null;
  readonly duties: string | null;
  readonly conditions: string | null;
  readonly workConditions: string | null;
  readonly occupationCode: string | null;
  readonly industryCode: string | null;
  /** From the province down to the deepest known region. */
  readonly regionPath: readonly string[];
  readonly placeText: string | null;
  readonly engagementType: EngagementType | null;
  readonly headcount: number | null;
  readonly freeSeats: number | null;
  readonly monthlyPayMinFen: number | null;
  readonly monthlyPayMaxFen: number | null;
  readonly benefits: readonly string[];
  readonly educationLevelCode: string | null;
  readonly educationRank: number | null;
  readonly experienceYearsMin: number | null;
  readonly skillLevelCode: string | null;
  readonly skills: readonly string[];
  readonly validThrough: string | null;
  readonly publishedAt: Date;
  readonly sourceName: string | null;
  readonly audienceRule: AudienceRule;
  readonly partnersUntil: string | null;
  readonly audienceCollegeIds: readonly string[];
}

/** The open postings of the slice; those asked for and not answered do not belong into the index. */
export async function readDocuments(
  db: Kysely<DB>,
  slice: PostingSlice,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<JobPostingDocument[]> {
  const query = postingsWithContext(db)
    .leftJoin('regions as place', 'place.id', 'job_postings.region_id')
    .where(openWhere(now, today))
    .select([
      'job_postings.id',
      'job_postings.version',
      'job_postings.publication',
      'job_postings.title',
      'job_postings.organisation_id',
      'organisations.kind as organisation_kind',
      sql<string | null>`coalesce(organisations.name, job_postings.employer_name)`.as('employer'),
      'job_postings.duties',
      'job_postings.conditions',
      'job_postings.work_conditions',
      'job_postings.occupation_code',
      'job_postings.industry_code',
      'place.ancestor_ids as region_path',
      'job_postings.place_text',
      'job_postings.engagement_type',
      'job_postings.headcount',
      'job_postings.filled_count',
      'job_postings.monthly_pay_min_fen',
      'job_postings.monthly_pay_max_fen',
      'job_postings.benefits',
      'job_postings.education_level_code',
      'job_postings.education_rank',
      'job_postings.experience_years_min',
      'job_postings.skill_level_id',
      'job_postings.valid_through',
      'job_postings.published_at',
      'job_postings.source_name',
      'audience.rule',
      'audience.partners_until',
      audienceColleges().as('audience_colleges'),
      sql<string[]>`array(select requirement.value from job_posting_requirements as requirement
        where requirement.job_posting_id = job_postings.id and requirement.kind = 'skill'
        order by requirement.weight desc, requirement.id)`.as('skills'),
    ]);
  const rows = await sliced(query, slice).execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    publication: enumName(row.publication),
    title: row.title,
    organisationId: row.organisation_id,
    organisationKind: row.organisation_kind === null ? null : enumName(row.organisation_kind),
    employerName: row.employer,
    duties: row.duties,
    conditions: row.conditions,
    workConditions: row.work_conditions,
    occupationCode: row.occupation_code,
    industryCode: row.industry_code,
    regionPath: row.region_path ?? [],
    placeText: row.place_text,
    engagementType: row.engagement_type === null ? null : enumName(row.engagement_type),
    headcount: row.headcount,
    freeSeats: row.headcount === null ? null : row.headcount - row.filled_count,
    monthlyPayMinFen: toNumber(row.monthly_pay_min_fen),
    monthlyPayMaxFen: toNumber(row.monthly_pay_max_fen),
    benefits: row.benefits,
    educationLevelCode: row.education_level_code,
    educationRank: row.education_rank,
    experienceYearsMin: row.experience_years_min,
    skillLevelCode: row.skill_level_id,
    skills: row.skills,
    validThrough: row.valid_through,
    publishedAt: published(row.id, row.published_at),
    sourceName: row.source_name,
    audienceRule: row.rule === null ? 'EVERYONE' : enumName(row.rule),
    partnersUntil: row.partners_until,
    audienceCollegeIds: row.audience_colleges,
  }));
}

/** An open posting as the matching engine compares it. */
export interface JobPostingMatchFeatures {
  readonly jobPostingId: string;
  readonly organisationId: string | null;
  /** The organisation's id, or the name in the source while nobody has claimed the posting. */
  readonly employer: string | null;
  readonly title: string;
  readonly occupationCode: string | null;
  /** Regions from the province down to the deepest known one. */
  readonly regionPath: readonly string[];
  /** Monthly pay in fen; null when not stated. */
  readonly payMinFen: number | null;
  readonly payMaxFen: number | null;
  readonly skills: readonly {
    readonly name: string;
    readonly isRequired: boolean;
    readonly weight: number;
  }[];
  /** Certificates that are a must. */
  readonly requiredCertificates: readonly string[];
  /** Least vocational skill level (1 apprentice … 8). */
  readonly skillLevel: number | null;
  /** Codes of majors asked for. */
  readonly majorCodes: readonly string[];
  readonly educationRank: number | null;
  readonly experienceYears: number | null;
  /** Day on which the work begins; a day that has passed means at once: today. Null when not said. */
  readonly startsOn: string | null;
  /** People who keep the posting in mind: bookmarks. */
  readonly bookmarkCount: number;
  readonly freeSeats: number | null;
  /** Colleges whose students alone may see it now; null while everyone may. */
  readonly audienceCollegeIds: readonly string[] | null;
}

export async function readMatchFeatures(
  db: Kysely<DB>,
  slice: PostingSlice,
  { now, today }: { readonly now: Date; readonly today: string },
  { isOpenOnly = true } = {},
): Promise<JobPostingMatchFeatures[]> {
  const query = postingsWithContext(db)
    .leftJoin('regions as place', 'place.id', 'job_postings.region_id')
    .$if(isOpenOnly, (all) => all.where(openWhere(now, today)))
    .select([
      'job_postings.id',
      'job_postings.organisation_id',
      EMPLOYER.as('employer'),
      'job_postings.title',
      'job_postings.occupation_code',
      'place.ancestor_ids as region_path',
      'job_postings.monthly_pay_min_fen',
      'job_postings.monthly_pay_max_fen',
      'job_postings.education_rank',
      'job_postings.experience_years_min',
      sql<string | null>`case when job_postings.starts_on is not null
        then greatest(job_postings.starts_on, ${today}::date) end`.as('starts_on'),
      sql<number | null>`coalesce(
        (select rank from skill_levels where code = job_postings.skill_level_id),
        (select max(level.rank) from job_posting_requirements as requirement
          join skill_levels as level on level.code = requirement.value
          where requirement.job_posting_id = job_postings.id and requirement.kind = 'skill_level'
            and requirement.is_required))`.as('skill_level'),
      sql<number>`(select count(*)::int from job_posting_bookmarks as bookmark
        where bookmark.job_posting_id = job_postings.id)`.as('bookmark_count'),
      sql<number | null>`job_postings.headcount - job_postings.filled_count`.as('free_seats'),
      sql<boolean>`coalesce(audience.rule = 'partners_only'
        or (audience.rule = 'partners_first' and audience.partners_until >= ${today}::date), false)`.as(
        'is_restricted',
      ),
      audienceColleges().as('audience_colleges'),
      sql<
        RequirementFeature[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('kind', requirement.kind,
          'name', requirement.value, 'isRequired', requirement.is_required, 'weight', requirement.weight)
          order by requirement.id), '[]')
        from job_posting_requirements as requirement
        where requirement.job_posting_id = job_postings.id
          and requirement.kind in ('skill', 'certificate', 'major'))`.as('requirements'),
    ]);
  const rows = await sliced(query, slice).execute();
  const of = (row: (typeof rows)[number], kind: RequirementFeature['kind']) =>
    row.requirements.filter((requirement) => requirement.kind === kind);
  return rows.map((row) => ({
    jobPostingId: row.id,
    organisationId: row.organisation_id,
    employer: row.employer,
    title: row.title,
    occupationCode: row.occupation_code,
    regionPath: row.region_path ?? [],
    payMinFen: toNumber(row.monthly_pay_min_fen),
    payMaxFen: toNumber(row.monthly_pay_max_fen),
    skills: of(row, 'skill').map(({ name, isRequired, weight }) => ({ name, isRequired, weight })),
    requiredCertificates: of(row, 'certificate')
      .filter(({ isRequired }) => isRequired)
      .map(({ name }) => name),
    skillLevel: row.skill_level,
    majorCodes: of(row, 'major').map(({ name }) => name),
    educationRank: row.education_rank,
    experienceYears: row.experience_years_min,
    startsOn: row.starts_on,
    bookmarkCount: row.bookmark_count,
    freeSeats: row.free_seats,
    audienceCollegeIds: row.is_restricted ? row.audience_colleges : null,
  }));
}

interface RequirementFeature {
  readonly kind: 'skill' | 'certificate' | 'major';
  readonly name: string;
  readonly isRequired: boolean;
  readonly weight: number;
}

function audienceColleges() {
  return sql<string[]>`array(select partner.college_id from job_posting_audience_colleges as partner
    where partner.job_posting_id = job_postings.id order by partner.college_id)`;
}

function sliced<Tables, Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  slice: PostingSlice,
): SelectQueryBuilder<Tables, Table, Row> {
  const ordered = query.orderBy(sql`job_postings.id`);
  if ('ids' in slice)
    return ordered.where(sql<boolean>`job_postings.id = any(${[...slice.ids]}::uuid[])`);
  const batch = ordered.limit(slice.limit ?? DOCUMENT_BATCH);
  return slice.after === null
    ? batch
    : batch.where(sql<boolean>`job_postings.id > ${slice.after}::uuid`);
}

function toNumber(fen: bigint | null): number | null {
  return fen === null ? null : Number(fen);
}

function published(id: string, at: Date | null): Date {
  if (at === null) throw new Error(`Posting ${id} is published and has no time of it`);
  return at;
}
