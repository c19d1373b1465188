import { randomUUID } from 'node:crypto';
import type { TestAccount } from '../factories/account.factory.js';
import type { TestApp } from '../support/app.js';

/** Mutations that write a section of a profile as a whole, with the section's name in their input. */
export const SECTIONS = [
  ['replaceProfileEducations', 'educations'],
  ['replaceProfileExperiences', 'experiences'],
  ['replaceProfileSkills', 'skills'],
  ['replaceProfileCertificates', 'certificates'],
  ['replaceJobIntentions', 'intentions'],
] as const;

export const NOBODY = '0199d0c4-0000-7000-8000-00000000dead';

export const PROFILE = `profile {
  id version fullName headline summary availableFrom isActive visibility experienceYears
  homeRegion { code } educationLevel { code } major { code } hiddenEmployers { id }
  completeness { isComplete share missing }
  educations { institution college { code } educationLevel { code } majorName major { code } startedOn endedOn }
  experiences { employerName position occupation { code } description startedOn endedOn }
  skills { name proficiency }
  certificates { name issuer occupation { code } skillLevel { code } issuedOn }
  intentions { title occupation { code } regions { code } payMin { amount } payMax { amount } payPeriod engagementType startFrom }
  portfolio { fileId title fileName sizeBytes downloadUrl }
} userErrors { code field }`;

/** A mutation whose payload is the profile. */
export const mutation = (name: string): string => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { ${PROFILE} } }`;
};

export interface ProfileAnswer {
  readonly profile: (Record<string, unknown> & { id: string; version: number }) | null;
  readonly userErrors: readonly { code: string; field: string[] | null }[];
}

export const SEEN = `query ($id: ID!) { jobSeekerProfile(id: $id) {
  id fullName headline summary visibility hiddenEmployers { id } portfolio { fileId } jsonResume
  experiences { description } skills { name } isActive
} }`;

export const FIND = `query ($filter: JobSeekerFilter, $first: Int, $after: String) {
  jobSeekerProfiles(filter: $filter, first: $first, after: $after) {
    nodes { id fullName } totalCount pageInfo { hasNextPage endCursor }
  }
}`;

/** Calls a mutation and gives its payload. */
export async function change(
  app: TestApp,
  name: string,
  input: object,
  as: TestAccount | null,
): Promise<ProfileAnswer> {
  const { data, errors } = await app.gql(mutation(name), { input }, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name] as ProfileAnswer;
}

export const withKey = (input: object) => ({ idempotencyKey: randomUUID(), ...input });

/** Rows of every table the module writes. */
export async function rowCounts(app: TestApp): Promise<Record<string, number>> {
  const tables = [
    'job_seeker_profiles',
    'education_entries',
    'experience_entries',
    'profile_skills',
    'profile_certificates',
    'job_intentions',
    'profile_hidden_employers',
    'portfolio_files',
    'outbox_events',
    'audit_entries',
    'idempotency_keys',
  ];
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const { rows } = await app.database.pool.query(`select ${counts.join(', ')}`);
  return rows[0] as Record<string, number>;
}

export async function eventsOf(app: TestApp, profileId: string): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ name: string }>(
    'select name from outbox_events where subject_id = $1 order by id',
    [profileId],
  );
  return rows.map(({ name }) => name);
}
