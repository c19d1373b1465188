import { randomUUID } from 'node:crypto';
import { AllocationRunWork } from '../../../src/modules/matching/allocation-run/allocation-run-work.service.js';
import type { TestAccount } from '../../factories/account.factory.js';
import { createAccount } from '../../factories/account.factory.js';
import { createAffiliation } from '../../factories/affiliation.factory.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import {
  createBureauWithOfficer,
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../../factories/organisation.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

interface Run {
  readonly id: string;
  readonly state: string;
  readonly peopleCount: number;
  readonly report: Record<string, unknown> | null;
}

const RUN = `id state peopleCount report { peopleCount assignedCount seatCount personRanks totalScore
  totalBound unfilledPostingCount unfilledSeatCount unassigned { code count } findings { code count }
  method pairCount checkedPairCount blockingPairCount postingRanks { upTo count } }`;

let app: TestApp;

type Step = 'start' | 'commit' | 'discard' | 'undo';

async function mutate(
  field: string,
  type: string,
  input: object,
  as: TestAccount,
): Promise<{ run: Run | null; codes: string[] }> {
  const { data, errors } = await app.gql<
    Record<string, { allocationRun: Run | null; userErrors: { code: string }[] }>
  >(
    `mutation ($input: ${type}!) { ${field}(input: $input) { allocationRun { ${RUN} }
      userErrors { code } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    { as },
  );
  expect(errors).toBeUndefined();
  const payload = data?.[field];
  return {
    run: payload?.allocationRun ?? null,
    codes: payload?.userErrors.map(({ code }) => code) ?? [],
  };
}

const create = (as: TestAccount, input: object) =>
  mutate(
    'createAllocationRun',
    'CreateAllocationRunInput',
    { mode: 'STABLE', seed: 'fair', ...input },
    as,
  );
const step = (name: Step, as: TestAccount, allocationRunId: string) =>
  mutate(`${name}AllocationRun`, 'AllocationRunStepInput', { allocationRunId }, as);

async function find(as: TestAccount, id: string): Promise<Run | null> {
  const { data } = await app.gql<{ allocationRun: Run | null }>(
    `query ($id: ID!) { allocationRun(id: $id) { ${RUN} } }`,
    { id },
    { as },
  );
  return data?.allocationRun ?? null;
}

async function shownTo(person: TestAccount): Promise<string[]> {
  const { data } = await app.gql<{
    myAllocations: { nodes: { jobPosting: { title: string } }[] } | null;
  }>(`query { myAllocations { nodes { rank score jobPosting { title } } } }`, {}, { as: person });
  return data?.myAllocations?.nodes.map(({ jobPosting }) => jobPosting.title) ?? [];
}

async function candidatesOf(jobPostingId: string, as: TestAccount): Promise<string[] | null> {
  const { data } = await app.gql<{
    allocatedCandidates: { nodes: { profileId: string }[] } | null;
  }>(
    `query ($id: ID!) { allocatedCandidates(jobPostingId: $id) { nodes { profileId } } }`,
    { id: jobPostingId },
    { as },
  );
  return data?.allocatedCandidates?.nodes.map(({ profileId }) => profileId) ?? null;
}

/** Three welders for two seats of one posting; a second posting is about other work. */
async function scene() {
  const bureau = await createBureauWithOfficer(app);
  const enterprise = await createEnterpriseWithRecruiter(app);
  const welding = await createJobPosting(app, {
    organisation: enterprise,
    title: '焊工',
    headcount: 2,
  });
  const driving = await createJobPosting(app, {
    organisation: enterprise,
    title: '叉车司机',
    headcount: 1,
  });
  const people: { person: TestAccount; profileId: string }[] = [];
  for (let i = 0; i < 3; i += 1) {
    const person = await createAccount(app);
    const profile = await createProfile(app, { person, intentions: [{ title: '焊工' }] });
    people.push({ person, profileId: profile.id });
  }
  return { bureau, officer: bureau.officer, enterprise, welding, driving, people };
}

async function previewed(input: object, officer: TestAccount): Promise<Run> {
  const { run, codes } = await create(officer, input);
  expect(codes).toEqual([]);
  const id = run?.id ?? '';
  expect((await step('start', officer, id)).run?.state).toBe('RUNNING');
  await app.settle();
  const found = await find(officer, id);
  if (found?.state !== 'PREVIEWED') throw new Error(`It is ${found?.state ?? 'gone'}`);
  return found;
}

beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

describe('an allocation', () => {
  it.each(['STABLE', 'BEST_TOTAL'])('%s: is worked out with its report and proof', async (mode) => {
    const { bureau, officer } = await scene();
    const run = await previewed({ bureauId: bureau.id, mode }, officer);
    expect(run.peopleCount).toBe(3);
    expect(run.report).toMatchObject({
      peopleCount: 3,
      assignedCount: 2,
      seatCount: 3,
      personRanks: [2],
      unfilledPostingCount: 1,
      unfilledSeatCount: 1,
      unassigned: [{ code: mode === 'STABLE' ? 'LOTTERY' : 'BEST_TOTAL', count: 1 }],
      findings: [],
      method: 'EXHAUSTIVE',
      pairCount: 3,
      checkedPairCount: 3,
    });
    expect(run.report?.['totalBound']).toBe(mode === 'STABLE' ? null : run.report?.['totalScore']);
    if (mode === 'STABLE') expect(run.report?.['blockingPairCount']).toBe(0);
  });

  it('is shown to nobody before it is committed, then to both sides, and after the undo to nobody', async () => {
    const { bureau, officer, enterprise, welding, people } = await scene();
    const { id } = await previewed({ bureauId: bureau.id, jobPostingIds: [welding.id] }, officer);
    const shown = async (): Promise<number> => {
      const lists = await Promise.all(people.map(({ person }) => shownTo(person)));
      expect(new Set(lists.flat())).toEqual(new Set(lists.flat().length > 0 ? ['焊工'] : []));
      return lists.flat().length;
    };
    expect(await shown()).toBe(0);
    expect(await candidatesOf(welding.id, enterprise.recruiter)).toEqual([]);
    expect((await step('commit', officer, id)).run?.state).toBe('COMMITTED');
    expect(await shown()).toBe(2);
    expect(await candidatesOf(welding.id, enterprise.recruiter)).toHaveLength(2);
    const other = await createEnterpriseWithRecruiter(app);
    expect(await candidatesOf(welding.id, other.recruiter)).toBeNull();
    await app.settle();
    const { rows } = await app.database.pool.query<{ kind: string; count: number }>(
      `select kind, count(*)::int as count from notifications
       where kind in ('ALLOCATION_RECOMMENDED', 'CANDIDATES_ALLOCATED') group by kind order by kind`,
    );
    // The recruiter and the administrator of the employer once each.
    expect(rows).toEqual([
      { kind: 'ALLOCATION_RECOMMENDED', count: 2 },
      { kind: 'CANDIDATES_ALLOCATED', count: 2 },
    ]);
    const { rows: applications } = await app.database.pool.query('select 1 from applications');
    expect(applications).toEqual([]);
    expect((await step('undo', officer, id)).run?.state).toBe('UNDONE');
    expect(await shown()).toBe(0);
    expect(await candidatesOf(welding.id, enterprise.recruiter)).toEqual([]);
  });

  it('is committed once when two officers commit at once', async () => {
    const { bureau, officer } = await scene();
    const { id } = await previewed({ bureauId: bureau.id }, officer);
    const outcomes = await Promise.all([
      step('commit', officer, id),
      step('commit', bureau.administrator, id),
    ]);
    expect(outcomes.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
    expect(outcomes.flatMap(({ codes }) => codes)).toEqual([
      expect.stringMatching(/^(REQUEST_STALE|ALLOCATION_RUN_WRONG_STATE)$/),
    ]);
    const { rows } = await app.database.pool.query(
      `select 1 from allocation_run_history where allocation_run_id = $1 and to_state = 'committed'`,
      [id],
    );
    expect(rows).toHaveLength(1);
    const events = await app.database.pool.query(
      `select 1 from outbox_events where name = 'matching.allocationRecommended'`,
    );
    expect(events.rows).toHaveLength(2);
  });

  it('is either committed or discarded when both are wanted at once', async () => {
    const { bureau, officer } = await scene();
    const { id } = await previewed({ bureauId: bureau.id }, officer);
    const outcomes = await Promise.all([
      step('commit', officer, id),
      step('discard', bureau.administrator, id),
    ]);
    expect(outcomes.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
  });

  it('goes on after the last chunk when it was interrupted, and is not worked out twice', async () => {
    const { bureau, officer, people } = await scene();
    const { run } = await create(officer, { bureauId: bureau.id });
    const id = run?.id ?? '';
    await step('start', officer, id);
    const stopped = AbortSignal.abort(new Error('shut down'));
    await expect(app.get(AllocationRunWork).run(id, stopped)).rejects.toThrow('shut down');
    const first = people.map(({ profileId }) => profileId).sort()[0];
    await app.database.pool.query(
      `insert into allocation_run_people (allocation_run_id, profile_id, wished_job_posting_ids, scores)
       values ($1, $2, '{}', '{}')`,
      [id, first],
    );
    await app.get(AllocationRunWork).run(id);
    await app.get(AllocationRunWork).run(id);
    const found = await find(officer, id);
    expect(found?.peopleCount).toBe(2);
    expect(found?.report).toMatchObject({
      peopleCount: 3,
      assignedCount: 2,
      unassigned: [{ code: 'NO_WISHES', count: 1 }],
    });
  });

  it('stops when it is discarded while it runs', async () => {
    const { bureau, officer } = await scene();
    const { run } = await create(officer, { bureauId: bureau.id });
    const id = run?.id ?? '';
    await step('start', officer, id);
    expect((await step('discard', officer, id)).run?.state).toBe('DISCARDED');
    await app.settle();
    expect(await find(officer, id)).toMatchObject({ state: 'DISCARDED', report: null });
  });

  it('keeps to the students of a college and to its maximum at one posting', async () => {
    const { bureau, officer, people } = await scene();
    const college = await createCollegeWithClerk(app);
    for (const { person } of people.slice(0, 2)) {
      await createAffiliation(app, { collegeId: college.id, student: person, state: 'CONFIRMED' });
    }
    const run = await previewed(
      { bureauId: bureau.id, collegeId: college.id, collegeMaximum: 1 },
      officer,
    );
    expect(run.report).toMatchObject({
      peopleCount: 2,
      assignedCount: 1,
      unassigned: [{ code: 'QUOTA', count: 1 }],
      findings: [{ code: 'QUOTAS_BELOW_SEATS', count: 1 }],
    });
  });

  it('leaves out people who do not let themselves be found and postings they dismissed', async () => {
    const { bureau, officer, welding, people } = await scene();
    const hidden = await createAccount(app);
    await createProfile(app, {
      person: hidden,
      visibility: 'EMPLOYERS_I_APPLY_TO',
      intentions: [{ title: '焊工' }],
    });
    await app.database.pool.query(
      `insert into recommendation_dismissals (id, profile_id, job_posting_id, dismissed_at)
       values (uuidv7(), $1, $2, now())`,
      [people[0]?.profileId, welding.id],
    );
    const run = await previewed({ bureauId: bureau.id }, officer);
    expect(run.report).toMatchObject({
      peopleCount: 3,
      assignedCount: 2,
      unassigned: [{ code: 'NO_WISHES', count: 1 }],
    });
  });
});

it('lists its seats by posting and by wish, and refuses what is no wish', async () => {
  const { bureau, officer, welding, driving } = await scene();
  const { id } = await previewed({ bureauId: bureau.id }, officer);
  const seats = async (filter: object) => {
    const { data, errors } = await app.gql<{
      allocationAssignments: { nodes: { rank: number; jobPosting: { id: string } }[] } | null;
    }>(
      `query ($id: ID!, $filter: AllocationAssignmentFilter) {
        allocationAssignments(allocationRunId: $id, filter: $filter) { nodes { rank jobPosting { id } } } }`,
      { id, filter },
      { as: officer },
    );
    return {
      field: errors?.[0]?.extensions.field,
      seats: data.allocationAssignments?.nodes.map(({ jobPosting }) => jobPosting.id),
    };
  };
  const both = [welding.id, welding.id];
  expect((await seats({})).seats).toEqual(both);
  expect((await seats({ jobPostingId: welding.id, rankAtMost: 1 })).seats).toEqual(both);
  expect((await seats({ jobPostingId: driving.id })).seats).toEqual([]);
  expect((await seats({ rankAtLeast: 2 })).seats).toEqual([]);
  expect((await seats({ rankAtLeast: 0 })).field).toEqual(['filter', 'rankAtLeast']);
});

describe('who and what an allocation refuses', () => {
  it('a bureau of another region, its postings and its allocations', async () => {
    const { bureau, officer, welding } = await scene();
    const { run } = await create(officer, { bureauId: bureau.id });
    const id = run?.id ?? '';
    const other = await createBureauWithOfficer(app, { regionCode: '340100' });
    expect((await create(other.officer, { bureauId: bureau.id })).codes).toEqual([
      'REQUEST_NOT_FOUND',
    ]);
    const far = { bureauId: other.id, jobPostingIds: [welding.id] };
    expect((await create(other.officer, far)).codes).toEqual(['ALLOCATION_RUN_POSTING_NOT_OPEN']);
    expect((await step('start', other.officer, id)).codes).toEqual(['REQUEST_NOT_FOUND']);
    expect(await find(other.officer, id)).toBeNull();
  });

  it('closed postings, what is no college, and numbers out of range', async () => {
    const { bureau, officer, enterprise } = await scene();
    const closed = await createJobPosting(app, { organisation: enterprise, state: 'CLOSED' });
    const codes = async (input: object) =>
      (await create(officer, { bureauId: bureau.id, ...input })).codes;
    expect(await codes({ jobPostingIds: [closed.id] })).toEqual([
      'ALLOCATION_RUN_POSTING_NOT_OPEN',
    ]);
    expect(await codes({ collegeId: enterprise.id })).toEqual(['ALLOCATION_RUN_COLLEGE_EXPECTED']);
    expect(await codes({ collegeMaximum: -1 })).toEqual(['INPUT_OUT_OF_RANGE']);
    expect(await codes({ seed: ' ' })).toEqual(['INPUT_REQUIRED']);
    const { rows } = await app.database.pool.query('select 1 from allocation_runs');
    expect(rows).toEqual([]);
  });

  it.each<[Step]>([['commit'], ['undo']])('to %s a draft', async (name) => {
    const { bureau, officer } = await scene();
    const { run } = await create(officer, { bureauId: bureau.id });
    expect((await step(name, officer, run?.id ?? '')).codes).toEqual([
      'ALLOCATION_RUN_WRONG_STATE',
    ]);
    expect(await find(officer, run?.id ?? '')).toMatchObject({ state: 'DRAFT' });
  });

  it('steps backwards, also when they are written past the service', async () => {
    const { bureau, officer } = await scene();
    const { id } = await previewed({ bureauId: bureau.id }, officer);
    const write = (text: string) => app.database.pool.query(text, [id]);
    await expect(
      write(`update allocation_runs set state = 'draft' where id = $1`),
    ).rejects.toMatchObject({ constraint: 'ck_allocation_runs_state' });
    await expect(
      write(`update allocation_run_postings set filled = seats + 1 where allocation_run_id = $1`),
    ).rejects.toMatchObject({ constraint: 'ck_allocation_run_postings_filled' });
    await expect(
      write(`update allocation_runs set report = null where id = $1`),
    ).rejects.toMatchObject({ constraint: 'ck_allocation_runs_report' });
  });
});
