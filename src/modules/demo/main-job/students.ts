import type { ApiClient } from './api-client.js';
import type { Employer, Person } from './cast.js';
import { must } from './play-failed.js';

interface Versioned {
  readonly profile: { readonly version: number };
}

/** Everybody who looks for work says who she is, what she can and what she wants. */
export async function describeOneself({ client, displayName }: Person): Promise<void> {
  const created = await client.act<Versioned>(
    'createProfile',
    { fullName: displayName, headline: '应届毕业生，求职数控机床操作工', homeRegionCode: '320506' },
    'profile { version }',
  );
  const write = async (name: string, section: object, version: number): Promise<number> => {
    const payload = await client.act<Versioned>(
      name,
      { ...section, version },
      'profile { version }',
      { isKeyed: false },
    );
    return payload.profile.version;
  };
  const school = {
    institution: '苏州经贸职业技术学院',
    educationLevelCode: '31',
    majorCode: '460103',
    majorName: '数控技术',
  };
  let version = await write(
    'replaceProfileEducations',
    { educations: [school] },
    created.profile.version,
  );
  const skills = [
    { name: '数控车床', proficiency: 'SKILLED' },
    { name: '识图', proficiency: 'SKILLED' },
  ];
  version = await write('replaceProfileSkills', { skills }, version);
  const wish = {
    title: '数控机床操作工',
    occupationCode: '6-18-01-07',
    regionCodes: ['320500'],
    payMin: { amount: '6000.00' },
    payPeriod: 'MONTH',
  };
  await write('replaceJobIntentions', { intentions: [wish] }, version);
}

/** A student claims a place at the college and its clerk confirms it. */
export async function enrol(
  student: Person,
  college: Employer,
  studentNumber: string,
): Promise<void> {
  const { affiliation } = await student.client.act<{ affiliation: { id: string; state: string } }>(
    'claimAffiliation',
    {
      collegeId: college.id,
      studentName: student.displayName,
      studentNumber,
      withoutRoster: {
        graduationYear: new Date().getFullYear() + 1,
        majorCode: '460103',
        educationLevelCode: '31',
      },
    },
    'affiliation { id state }',
  );
  must(affiliation.state === 'CLAIMED', 'a claimed place waits for the college');
  const { doneIds } = await college.person.client.act<{ doneIds: readonly string[] }>(
    'confirmAffiliations',
    { affiliationIds: [affiliation.id] },
    'doneIds',
  );
  must(doneIds.includes(affiliation.id), 'the college confirms its student');
}

interface Recommended {
  readonly score: number;
  readonly jobPosting: { readonly id: string } | null;
}

/** The place of the posting among the person's recommendations, from 1; null while it is not there. */
export async function rankFor(client: ApiClient, jobPostingId: string): Promise<number | null> {
  const { myRecommendations } = await client.ask<{
    myRecommendations: { nodes: readonly Recommended[] } | null;
  }>('{ myRecommendations(first: 100) { nodes { score jobPosting { id } } } }');
  const index =
    myRecommendations?.nodes.findIndex(({ jobPosting }) => jobPosting?.id === jobPostingId) ?? -1;
  return index < 0 ? null : index + 1;
}
