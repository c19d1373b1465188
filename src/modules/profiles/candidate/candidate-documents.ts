import { sql, type Kysely } from 'kysely';
import type { DB } from '../../../core/database/index.js';
import {
  availableFrom,
  certificateNames,
  hiddenFrom,
  majorsStudied,
  skillLevel,
  skillNames,
} from '../profile/profile-expressions.js';
import { mayBeFound } from '../profile/profile.policy.js';
import { withoutContacts } from '../profile/profile.rules.js';

/** Which people: those of the ids, or the batch after an id (null: from the beginning), in the order of ids. */
export type CandidateSlice =
  { readonly ids: readonly string[] } | { readonly after: string | null; readonly limit: number };

/**
 * A person who lets employers find her, as their search takes it: codes and short words. The name, the contacts and the
 * employers she names are taken out of the words as well.
 */
export interface CandidateDocument {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Date;
  readonly wishedTitles: readonly string[];
  readonly wishedOccupationCodes: readonly string[];
  /** Regions wished for; empty: anywhere. */
  readonly wishedRegionIds: readonly string[];
  readonly heldOccupationCodes: readonly string[];
  readonly positions: readonly string[];
  readonly skills: readonly string[];
  readonly certificates: readonly string[];
  /** Highest vocational skill level by its rank. */
  readonly skillLevel: number | null;
  /** Codes of the catalogue and names. */
  readonly majors: readonly string[];
  /** Of the highest education. */
  readonly majorCode: string | null;
  readonly educationLevelCode: string | null;
  readonly educationRank: number | null;
  readonly experienceYears: number | null;
  readonly homeRegionId: string | null;
  readonly availableFrom: string | null;
  readonly hiddenFromOrganisationIds: readonly string[];
}

interface Wish {
  readonly title: string | null;
  readonly occupation: string | null;
  readonly regions: readonly string[] | null;
}

/** Shorter names are taken for words. */
const SHORTEST_NAME = 2;

/** Those of the slice who can be found; those asked for and not answered do not belong into the index. */
export async function readCandidateDocuments(
  db: Kysely<DB>,
  slice: CandidateSlice,
): Promise<CandidateDocument[]> {
  let query = db
    .selectFrom('job_seeker_profiles as p')
    .where(mayBeFound('p'))
    .select([
      'p.id',
      'p.version',
      'p.updated_at',
      'p.full_name',
      'p.major_code',
      'p.education_level_code',
      'p.education_rank',
      'p.experience_years',
      'p.home_region_id',
      availableFrom('p').as('available_from'),
      certificateNames('p').as('certificates'),
      skillLevel('p').as('skill_level'),
      majorsStudied('p').as('majors'),
      skillNames('p').as('skills'),
      hiddenFrom('p').as('hidden'),
      sql<Wish[]>`coalesce((select jsonb_agg(jsonb_build_object('title', title,
        'occupation', occupation_code, 'regions', region_ids) order by ordinal)
        from job_intentions where profile_id = p.id), '[]')`.as('wishes'),
      sql<
        { position: string; employer: string; occupation: string | null }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('position', position, 'employer', employer_name,
        'occupation', occupation_code) order by ordinal)
        from experience_entries where profile_id = p.id), '[]')`.as('jobs'),
    ])
    .orderBy('p.id');
  if ('ids' in slice) {
    if (slice.ids.length === 0) return [];
    query = query.where('p.id', 'in', [...slice.ids]);
  } else {
    query = query.limit(slice.limit);
    if (slice.after !== null) query = query.where('p.id', '>', slice.after);
  }
  return (await query.execute()).map(({ wishes, jobs, ...row }) => {
    const words = (texts: readonly (string | null)[]): string[] =>
      anonymous(texts, [row.full_name, ...jobs.map(({ employer }) => employer)]);
    const isAnywhere = wishes.some(({ regions }) => (regions ?? []).length === 0);
    return {
      id: row.id,
      version: row.version,
      updatedAt: row.updated_at,
      wishedTitles: words(wishes.map(({ title }) => title)),
      wishedOccupationCodes: distinct(wishes.map(({ occupation }) => occupation)),
      wishedRegionIds: isAnywhere ? [] : distinct(wishes.flatMap(({ regions }) => regions ?? [])),
      heldOccupationCodes: distinct(jobs.map(({ occupation }) => occupation)),
      positions: words(jobs.map(({ position }) => position)),
      skills: words(row.skills),
      certificates: words(row.certificates),
      skillLevel: row.skill_level,
      majors: words(row.majors),
      majorCode: row.major_code,
      educationLevelCode: row.education_level_code,
      educationRank: row.education_rank,
      experienceYears: row.experience_years,
      homeRegionId: row.home_region_id,
      availableFrom: row.available_from,
      hiddenFromOrganisationIds: row.hidden,
    };
  });
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

/** Words without what tells who somebody is: contacts, and the names given. */
function anonymous(texts: readonly (string | null)[], names: readonly (string | null)[]): string[] {
  const telling = distinct(names).filter((name) => name.length >= SHORTEST_NAME);
  const cleaned = distinct(texts).map((text) =>
    telling.reduce((left, name) => left.replaceAll(name, ' '), withoutContacts(text)).trim(),
  );
  return cleaned.filter((text) => text !== '');
}
