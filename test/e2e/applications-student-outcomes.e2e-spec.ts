import { ApplicationsModule } from '../../src/modules/applications/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createApplication } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { NOBODY } from './affiliations.support.js';
import { act, CLOSE, keyed, NOT_STARTED, ONBOARD, RENEGE } from './applications.support.js';
import { NOW } from './job-postings.support.js';

const OUTCOME = 'outcome { stage hire { employerName postingTitle acceptedAt startedOn } }';
const STUDENTS = `query ($collegeId: ID!) {
  affiliations(collegeId: $collegeId) { nodes { studentName ${OUTCOME} } }
}`;
const STUDENT = `query ($id: ID!) { affiliation(id: $id) { studentName ${OUTCOME} } }`;
const COUNTS = `query ($collegeId: ID!, $filter: AffiliationFilter) {
  studentOutcomeCounts(collegeId: $collegeId, filter: $filter) { hired offered applying none }
}`;
const BY_OUTCOME = `query ($collegeId: ID!, $stage: StudentOutcomeStage!, $filter: AffiliationFilter, $first: Int) {
  studentsByOutcome(collegeId: $collegeId, stage: $stage, filter: $filter, first: $first) {
    nodes { studentName } totalCount pageInfo { hasNextPage }
  }
}`;

let app: TestApp;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [ApplicationsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  college = await createCollegeWithClerk(app);
  enterprise = await createEnterpriseWithRecruiter(app);
});
afterAll(() => app.close());

type ApplicationState = NonNullable<Parameters<typeof createApplication>[1]>['state'];

/** A student of the college with applications in these states, each to a posting of its own. */
async function student(
  studentName: string,
  states: readonly NonNullable<ApplicationState>[] = [],
  more: Partial<Parameters<typeof createAffiliation>[1]> = {},
) {
  const person = await createAccount(app);
  const place = await createAffiliation(app, {
    collegeId: college.id,
    student: person,
    studentName,
    ...more,
  });
  if (states.length === 0) return { place, person, applications: [] };
  const applicant = await createProfile(app, { person });
  const applications = [];
  for (const [i, state] of states.entries()) {
    const posting = await createJobPosting(app, {
      organisation: enterprise,
      title: `${studentName}的岗位${String(i)}`,
    });
    applications.push(await createApplication(app, { posting, applicant, state }));
  }
  return { place, person, applications };
}

const byEmployer = async (mutation: string, input: object) => {
  const { userErrors } = await act(app, mutation, input, enterprise.recruiter);
  expect(userErrors).toEqual([]);
};
const outcomes = async () => {
  const { data } = await app.gql(STUDENTS, { collegeId: college.id }, { as: college.clerk });
  return Object.fromEntries(
    (data.affiliations.nodes as { studentName: string; outcome: unknown }[]).map(
      ({ studentName, outcome }) => [studentName, outcome],
    ),
  );
};
const counts = async (filter: object = {}, as: As = college.clerk, collegeId = college.id) =>
  app.gql(COUNTS, { collegeId, filter }, { as });
const hireOf = (studentName: string, startedOn: string | null = null) => ({
  employerName: enterprise.name,
  postingTitle: `${studentName}的岗位0`,
  acceptedAt: new Date(NOW).toISOString(),
  startedOn,
});

describe('what became of the students of a college', () => {
  it('is where they were hired, or how far they are, without names of employers', async () => {
    await student('甲', ['ACCEPTED', 'OFFERED', 'SUBMITTED']);
    const started = await student('乙', ['ACCEPTED']);
    await student('丙', ['SHORTLISTED', 'OFFERED']);
    await student('丁', ['INTERVIEWING']);
    await student('戊');
    await byEmployer(
      ONBOARD,
      keyed({ applicationId: started.applications[0]?.id, startedOn: '2026-11-23' }),
    );
    expect(await outcomes()).toEqual({
      甲: { stage: 'HIRED', hire: hireOf('甲') },
      乙: { stage: 'HIRED', hire: hireOf('乙', '2026-11-23') },
      丙: { stage: 'OFFERED', hire: null },
      丁: { stage: 'APPLYING', hire: null },
      戊: { stage: 'NONE', hire: null },
    });
    expect((await counts()).data.studentOutcomeCounts).toEqual({
      hired: 2,
      offered: 1,
      applying: 1,
      none: 1,
    });
  });

  it('is nothing once an application is over, whoever ended it', async () => {
    const refused = await student('甲', ['SUBMITTED']);
    const stayedAway = await student('乙', ['ACCEPTED']);
    const steppedBack = await student('丙', ['ACCEPTED', 'VIEWED']);
    await byEmployer(CLOSE, {
      applicationIds: [refused.applications[0]?.id],
      reason: 'NOT_SELECTED',
    });
    await byEmployer(NOT_STARTED, { applicationId: stayedAway.applications[0]?.id });
    const { userErrors } = await act(
      app,
      RENEGE,
      { offerId: steppedBack.applications[0]?.offerId },
      steppedBack.person,
    );
    expect(userErrors).toEqual([]);
    expect(await outcomes()).toEqual({
      甲: { stage: 'NONE', hire: null },
      乙: { stage: 'NONE', hire: null },
      丙: { stage: 'APPLYING', hire: null },
    });
  });

  it('is told of confirmed students only, and not of those who have left', async () => {
    const states = ['ROSTERED', 'CLAIMED', 'REFUSED', 'LEFT'] as const;
    for (const state of states) await student(state, ['ACCEPTED'], { state });
    await student('甲', ['OFFERED']);
    expect(await outcomes()).toEqual({
      ROSTERED: null,
      CLAIMED: null,
      REFUSED: null,
      LEFT: null,
      甲: { stage: 'OFFERED', hire: null },
    });
    expect((await counts()).data.studentOutcomeCounts).toEqual({
      hired: 0,
      offered: 1,
      applying: 0,
      none: 0,
    });
  });

  it('is for their own college alone', async () => {
    const { place, person } = await student('甲', ['ACCEPTED']);
    const others = await createCollegeWithClerk(app);
    const read = async (as: TestAccount) =>
      (await app.gql(STUDENT, { id: place.id }, { as })).data.affiliation as object | null;
    expect(await read(college.clerk)).toEqual({
      studentName: '甲',
      outcome: { stage: 'HIRED', hire: hireOf('甲') },
    });
    expect(await read(person)).toEqual({ studentName: '甲', outcome: null });
    expect(await read(others.clerk)).toBeNull();
    expect(await read(enterprise.recruiter)).toBeNull();

    const byOutcome = (as: As, collegeId: string) =>
      app.gql(BY_OUTCOME, { collegeId, stage: 'HIRED' }, { as });
    for (const ask of [(as: As, id: string) => counts({}, as, id), byOutcome]) {
      for (const id of [college.id, NOBODY, 'x'])
        expect((await ask(others.clerk, id)).errors?.[0]?.extensions).toMatchObject({
          code: 'BAD_USER_INPUT',
          reason: 'REQUEST_NOT_FOUND',
          field: ['collegeId'],
        });
      expect((await ask(enterprise.recruiter, college.id)).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
    }
    expect((await app.gql(COUNTS, { collegeId: college.id })).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('narrows the list, together with its other conditions', async () => {
    await student('甲', ['ACCEPTED'], { graduationYear: 2027 });
    await student('乙', ['ACCEPTED'], { graduationYear: 2028 });
    await student('丙', ['ACCEPTED', 'SUBMITTED'], { graduationYear: 2028 });
    await student('丁', [], { graduationYear: 2028 });
    await student('戊', [], { graduationYear: 2028, state: 'CLAIMED' });
    const list = async (stage: string, filter: object = {}, first = 20) => {
      const { data } = await app.gql(
        BY_OUTCOME,
        { collegeId: college.id, stage, filter, first },
        { as: college.clerk },
      );
      const { nodes, totalCount, pageInfo } = data.studentsByOutcome;
      const names = (nodes as { studentName: string }[]).map(({ studentName }) => studentName);
      return [names, totalCount as number, pageInfo.hasNextPage as boolean];
    };
    expect(await list('HIRED')).toEqual([['甲', '乙', '丙'], 3, false]);
    expect(await list('HIRED', { graduationYears: [2028] }, 1)).toEqual([['乙'], 2, true]);
    expect(await list('NONE')).toEqual([['丁'], 1, false]);
    expect(await list('APPLYING')).toEqual([[], 0, false]);
    expect((await counts({ graduationYears: [2028] })).data.studentOutcomeCounts).toEqual({
      hired: 2,
      offered: 0,
      applying: 0,
      none: 1,
    });
  });
});
