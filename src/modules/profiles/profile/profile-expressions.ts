import { sql, type RawBuilder } from 'kysely';

/** What follows from the entries of a profile, as SQL on a row of `job_seeker_profiles` under the name `row`. */
const idOf = (row: string) => sql.ref(`${row}.id`);

/** What all wishes wait for, where nothing is said of the person as a whole. */
export function availableFrom(row: string): RawBuilder<string | null> {
  return sql<string | null>`coalesce(${sql.ref(`${row}.available_from`)},
    (select case when bool_and(start_from is not null) then min(start_from) end
      from job_intentions where profile_id = ${idOf(row)}))`;
}

/** Highest vocational skill level of the certificates, as its rank. */
export function skillLevel(row: string): RawBuilder<number | null> {
  return sql<number | null>`(select max(level.rank) from profile_certificates as certificate
    join skill_levels as level on level.code = certificate.skill_level_id
    where certificate.profile_id = ${idOf(row)})`;
}

export function skillNames(row: string): RawBuilder<string[]> {
  return sql<
    string[]
  >`array(select name from profile_skills where profile_id = ${idOf(row)} order by ordinal)`;
}

export function certificateNames(row: string): RawBuilder<string[]> {
  return sql<
    string[]
  >`array(select name from profile_certificates where profile_id = ${idOf(row)} order by ordinal)`;
}

/** Majors studied, as codes of the catalogue and as names. */
export function majorsStudied(row: string): RawBuilder<string[]> {
  const code = sql.ref(`${row}.major_code`);
  return sql<string[]>`array(select distinct major from (
      select ${code} as major
      union all select major_code from education_entries where profile_id = ${idOf(row)}
      union all select major_name from education_entries where profile_id = ${idOf(row)}
      union all select name from majors where majors.code = ${code}) as studied
    where major <> '' order by major)`;
}

/** Organisations the person hides from. */
export function hiddenFrom(row: string): RawBuilder<string[]> {
  return sql<string[]>`array(select organisation_id from profile_hidden_employers
    where profile_id = ${idOf(row)} order by organisation_id)`;
}
