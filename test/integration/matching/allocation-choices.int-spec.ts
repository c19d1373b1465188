import { randomUUID } from 'node:crypto';
import { MatchingService } from '../../../src/modules/matching/index.js';
import { createAccount, type TestAccount } from '../../factories/account.factory.js';
import { createAffiliation } from '../../factories/affiliation.factory.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../../factories/organisation.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

interface Run {
  readonly id: string;
  readonly state: string;
  readonly regionMaximum: number | null;
  readonly hasChosenPeople: boolean;
  readonly report: {
    readonly peopleCount: number;
    readonly assignedCount: number;
    readonly declinedCount: number;
    readonly unassigned: readonly { readonly code: string; readonly count: number }[];
  } | null;
}

interface Refusal {
  readonly code: string;
  readonly field: readonly string[] | null;
}

const RUN = `id state regionMaximum hasChosenPeople
  report { peopleCount assignedCount declinedCount unassigned { code count } }`;

let app: TestApp;

async function mutate(field: string, type: string, as: TestAccount, input: object) {
  const { data, errors } = await app.gql<
    Record<string, { allocationRun: Run | null; userErrors: Refusal[] }>
  >(
    `mutation ($input: ${type}!) { ${field}(input: $input) {
      allocationRun { ${RUN} } userErrors { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    { as },
  );
  expect(errors).toBeUndefined();
  return {
    run: data?.[field]?.allocationRun ?? null,
    refusals: data?.[field]?.userErrors ?? [],
  };
}

const create = (as: TestAccount, input: object) =>
  mutate('createAllocationRun', 'CreateAllocationRunInput', as, {
    mode: 'STABLE',
    seed: 'fair',
    ...input,
  });

async function step(name: string, as: TestAccount, allocationRunId: string): Promise<Run> {
  const type = 'AllocationRunStepInput';
  const { run, refusals } = await mutate(`${name}AllocationRun`, type, as, { allocationRunId });
  expect(refusals).toEqual([]);
  if (!run) throw new Error('There is no such run');
  return run;
}

async function previewed(as: TestAccount, input: object): Promise<Run> {
  const { run, refusals } = await create(as, input);
  expect(refusals).toEqual([]);
  await step('start', as, run?.id ?? '');
  await app.settle();
  return find(as, run?.id ?? '');
}

async function find(as: TestAccount, id: string): Promise<Run> {
  const { data } = await app.gql<{ allocationRun: Run | null }>(
    `query ($id: ID!) { allocationRun(id: $id) { ${RUN} } }`,
    { id },
    { as },
  );
  if (!data?.allocationRun) throw new Error('There is no such run');
  return data.allocationRun;
}

async function decline(as: TestAccount, id: string, reason?: string) {
  const { data, errors } = await app.gql<{
    declineAllocation: { allocationAssignmentId: string | null; userErrors: Refusal[] };
  }>(
    `mutation ($input: DeclineAllocationInput!) { declineAllocation(input: $input) {
      allocationAssignmentId userErrors { code field } } }`,
    { input: { allocationAssignmentId: id, reason } },
    { as },
  );
  expect(errors).toBeUndefined();
  return data?.declineAllocation;
}

async function mine(as: TestAccount): Promise<string[]> {
  const { data } = await app.gql<{ myAllocations: { nodes: { id: string }[] } | null }>(
    `query { myAllocations { nodes { id } } }`,
    {},
    { as },
  );
  return data?.myAllocations?.nodes.map(({ id }) => id) ?? [];
}

async function candidatesOf(as: TestAccount, jobPostingId: string, first = 20) {
  const { data } = await app.gql<{
    allocatedCandidates: { nodes: { profileId: string }[]; pageInfo: { hasNextPage: boolean } };
  }>(
    `query ($id: ID!, $first: Int!) { allocatedCandidates(jobPostingId: $id, first: $first) {
      nodes { profileId } pageInfo { hasNextPage } } }`,
    { id: jobPostingId, first },
    { as },
  );
  return data?.allocatedCandidates;
}

async function person() {
  const account = await createAccount(app);
  const { id } = await createProfile(app, { person: account, intentions: [{ title: '焊工' }] });
  return { account, id };
}

/** A posting for welders with that many seats, and as many welders. */
async function scene(seats = 3) {
  const bureau = await createBureauWithOfficer(app);
  const enterprise = await createEnterpriseWithRecruiter(app);
  const posting = await createJobPosting(app, {
    organisation: enterprise,
    title: '焊工',
    headcount: seats,
  });
  const people = [];
  for (let i = 0; i < seats; i += 1) people.push(await person());
  return { bureau, officer: bureau.officer, enterprise, posting, people };
}

async function committed(seats = 3) {
  const all = await scene(seats);
  const { id } = await previewed(all.officer, { bureauId: all.bureau.id });
  await step('commit', all.officer, id);
  const [first] = all.people;
  if (!first) throw new Error('Nobody there');
  const [seat = ''] = await mine(first.account);
  return { ...all, id, first, seat };
}

const REFUSED = [{ code: 'REQUEST_NOT_FOUND', field: ['allocationAssignmentId'] }];

beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

describe('a seat that is declined', () => {
  it('is shown to neither side, counted for the bureau, and respected later', async () => {
    const { officer, bureau, id, first, seat, enterprise, posting } = await committed();
    const answer = await decline(first.account, seat, 'EMPLOYER');
    expect(answer).toEqual({ allocationAssignmentId: seat, userErrors: [] });
    expect(await mine(first.account)).toEqual([]);
    const shown = await candidatesOf(enterprise.recruiter, posting.id);
    expect(shown?.nodes).toHaveLength(2);
    expect(shown?.nodes.map(({ profileId }) => profileId)).not.toContain(first.id);
    expect((await find(officer, id)).report).toMatchObject({ assignedCount: 3, declinedCount: 1 });
    await app.get(MatchingService).matchEverybody();
    const { data } = await app.gql<{
      myRecommendations: { nodes: object[] };
      myDismissals: { nodes: { reason: string }[] };
    }>(
      `query { myRecommendations { nodes { id } } myDismissals { nodes { reason } } }`,
      {},
      { as: first.account },
    );
    expect(data).toEqual({
      myRecommendations: { nodes: [] },
      myDismissals: { nodes: [{ reason: 'EMPLOYER' }] },
    });
    const again = await previewed(officer, { bureauId: bureau.id });
    expect(again.report).toMatchObject({ unassigned: [{ code: 'NO_WISHES', count: 1 }] });
  });

  it('stays declined once when it is declined again, with the reason given last', async () => {
    const { first, seat, officer, id } = await committed();
    const answers = await Promise.all([
      decline(first.account, seat, 'PAY'),
      decline(first.account, seat, 'PAY'),
    ]);
    expect(answers.map((answer) => answer?.userErrors)).toEqual([[], []]);
    await decline(first.account, seat);
    const read = () =>
      app.database.pool.query<{ reason: string; declined_at: Date }>(
        `select decline_reason as reason, declined_at from allocation_run_assignments
         where declined_at is not null`,
      );
    const before = (await read()).rows;
    expect(before.map(({ reason }) => reason)).toEqual(['pay']);
    await decline(first.account, seat, 'WORK');
    expect((await read()).rows).toEqual([{ ...before[0], reason: 'work' }]);
    expect((await find(officer, id)).report?.declinedCount).toBe(1);
  });

  it('is refused to others, for what is not there, and unless it is committed', async () => {
    const { officer, people, first, seat, id } = await committed();
    const stranger = await createAccount(app);
    const unchanged = async () => {
      const { rows } = await app.database.pool.query(
        `select (select count(*)::int from allocation_run_assignments where declined_at is not null)
           as declined, (select count(*)::int from recommendation_dismissals) as dismissed`,
      );
      expect(rows).toEqual([{ declined: 0, dismissed: 0 }]);
    };
    for (const as of [stranger, people[1]?.account ?? stranger, officer]) {
      expect((await decline(as, seat, 'PAY'))?.userErrors).toEqual(REFUSED);
    }
    expect((await decline(first.account, randomUUID()))?.userErrors).toEqual(REFUSED);
    expect((await decline(first.account, 'x'))?.userErrors).toEqual(REFUSED);
    await unchanged();
    await step('undo', officer, id);
    expect((await decline(first.account, seat))?.userErrors).toEqual(REFUSED);
    await unchanged();
  });

  it('leaves the pages of the employer full', async () => {
    const { enterprise, posting, first, seat, people } = await committed(4);
    await decline(first.account, seat);
    await app.database.pool.query(
      'insert into profile_hidden_employers (profile_id, organisation_id) values ($1, $2)',
      [people[1]?.id, enterprise.id],
    );
    const page = await candidatesOf(enterprise.recruiter, posting.id, 2);
    expect(page?.nodes).toHaveLength(2);
    expect(page?.pageInfo.hasNextPage).toBe(false);
  });
});

describe('an allocation over chosen people', () => {
  it('has nobody else take part, and leaves out who is no longer to be found', async () => {
    const { bureau, officer, people } = await scene();
    const chosen = people.slice(0, 2).map(({ id }) => id);
    const { run } = await create(officer, {
      bureauId: bureau.id,
      profileIds: [...chosen, ...chosen],
    });
    expect(run?.hasChosenPeople).toBe(true);
    await app.database.pool.query(
      `update job_seeker_profiles set visibility = 'employers_i_apply_to' where id = $1`,
      [chosen[0]],
    );
    await step('start', officer, run?.id ?? '');
    await app.settle();
    const { report } = await find(officer, run?.id ?? '');
    expect(report).toMatchObject({ peopleCount: 1, assignedCount: 1 });
    const { rows } = await app.database.pool.query('select profile_id from allocation_run_people');
    expect(rows).toEqual([{ profile_id: chosen[1] }]);
  });

  it('names who may not be used, and takes 5,000 at most', async () => {
    const { bureau, officer, people } = await scene();
    const hidden = await createProfile(app, { visibility: 'EMPLOYERS_I_APPLY_TO' });
    const resting = await createProfile(app, { isActive: false });
    const known = people[0]?.id ?? '';
    for (const wrong of [hidden.id, resting.id, randomUUID()]) {
      const { run, refusals } = await create(officer, {
        bureauId: bureau.id,
        profileIds: [known, wrong],
      });
      expect(run).toBeNull();
      expect(refusals).toEqual([
        { code: 'ALLOCATION_RUN_PERSON_NOT_FINDABLE', field: ['profileIds', '1'] },
      ]);
    }
    const refused = async (profileIds: string[]) =>
      (await create(officer, { bureauId: bureau.id, profileIds })).refusals;
    expect(await refused([])).toEqual([{ code: 'INPUT_REQUIRED', field: ['profileIds'] }]);
    expect(await refused(['x'])).toEqual([{ code: 'INPUT_MALFORMED', field: ['profileIds', '0'] }]);
    const many = Array.from({ length: 5_001 }, () => randomUUID());
    expect(await refused(many)).toEqual([{ code: 'INPUT_TOO_MANY', field: ['profileIds'] }]);
    const { rows } = await app.database.pool.query('select 1 from allocation_runs');
    expect(rows).toEqual([]);
  });
});

describe('a quota by region', () => {
  it('counts people by the province of their college, and nobody by where they are from', async () => {
    const { bureau, officer, people } = await scene(5);
    const college = (regionCode: string) =>
      createOrganisation(app, { kind: 'COLLEGE', regionCode });
    const [near, alsoNear, far] = [
      await college('320506'),
      await college('320100'),
      await college('520600'),
    ];
    const studies = [near, alsoNear, far];
    for (const [i, { account }] of people.slice(0, 3).entries()) {
      const collegeId = studies[i]?.id ?? '';
      await createAffiliation(app, { collegeId, student: account, state: 'CONFIRMED' });
    }
    const run = await previewed(officer, { bureauId: bureau.id, regionMaximum: 1 });
    expect(run.regionMaximum).toBe(1);
    // Of the two from colleges of Jiangsu one has to stay behind; those without a college are not counted.
    expect(run.report).toMatchObject({
      assignedCount: 4,
      unassigned: [{ code: 'QUOTA', count: 1 }],
    });
    const { rows } = await app.database.pool.query<{ count: number }>(
      `select count(*)::int as count from allocation_run_people where region_id is not null
       group by region_id order by 1`,
    );
    expect(rows).toEqual([{ count: 1 }, { count: 2 }]);
  });

  it('does not go together with one by college, and has a range', async () => {
    const { bureau, officer } = await scene();
    const of = async (input: object) =>
      (await create(officer, { bureauId: bureau.id, ...input })).refusals;
    expect(await of({ regionMaximum: 1, collegeMaximum: 1 })).toEqual([
      { code: 'ALLOCATION_RUN_ONE_QUOTA', field: ['regionMaximum'] },
    ]);
    expect(await of({ regionMaximum: -1 })).toEqual([
      { code: 'INPUT_OUT_OF_RANGE', field: ['regionMaximum'] },
    ]);
    await expect(
      app.database.pool.query(
        `insert into allocation_runs (id, bureau_id, mode, seed, is_whole_region, college_maximum,
           region_maximum) values (uuidv7(), $1, 'stable', 'x', true, 1, 1)`,
        [bureau.id],
      ),
    ).rejects.toMatchObject({ constraint: 'ck_allocation_runs_quota' });
  });
});

describe('the employer', () => {
  it('is told of each of the postings of a day once', async () => {
    const { bureau, officer, enterprise } = await scene(2);
    await createJobPosting(app, { organisation: enterprise, title: '焊工学徒', headcount: 1 });
    await person();
    const { id } = await previewed(officer, { bureauId: bureau.id });
    await step('commit', officer, id);
    await app.settle();
    const { rows } = await app.database.pool.query<{ count: number }>(
      `select count(*)::int as count from notifications where kind = 'CANDIDATES_ALLOCATED'
       group by params ->> 'jobPostingId'`,
    );
    // The recruiter and the administrator, for both postings.
    expect(rows).toEqual([{ count: 2 }, { count: 2 }]);
  });
});
