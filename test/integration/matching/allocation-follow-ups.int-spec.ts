import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { AllocationRunRepository } from '../../../src/modules/matching/allocation-run/allocation-run.repository.js';
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
  readonly followsId: string | null;
  readonly followUpId: string | null;
  readonly freeSeatCount: number;
  readonly isStalled: boolean;
  readonly hasChosenPeople: boolean;
  readonly report: { readonly peopleCount: number; readonly assignedCount: number } | null;
}

const RUN = `id state followsId followUpId freeSeatCount isStalled hasChosenPeople
  report { peopleCount assignedCount }`;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

async function mutate(field: string, as: TestAccount, input: object) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const named = /^(refill|create)/.test(field) ? type : 'AllocationRunStepInput';
  const { data, errors } = await app.gql<
    Record<string, { allocationRun: Run | null; userErrors: { code: string; field: unknown }[] }>
  >(
    `mutation ($input: ${named}!) { ${field}(input: $input) {
      allocationRun { ${RUN} } userErrors { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    { as },
  );
  expect(errors).toBeUndefined();
  return {
    run: data?.[field]?.allocationRun ?? null,
    codes: data?.[field]?.userErrors.map(({ code }) => code) ?? [],
  };
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

async function step(name: string, as: TestAccount, allocationRunId: string): Promise<void> {
  const { codes } = await mutate(`${name}AllocationRun`, as, { allocationRunId });
  expect(codes).toEqual([]);
}

const refill = (as: TestAccount, allocationRunId: string) =>
  mutate('refillAllocationRun', as, { allocationRunId, seed: 'again' });

/** Has a run worked out and shown. */
async function commit(as: TestAccount, id: string): Promise<void> {
  await step('start', as, id);
  await app.settle();
  await step('commit', as, id);
}

async function seatsOf(as: TestAccount, allocationRunId: string) {
  const { data } = await app.gql<{
    allocationPostings: {
      nodes: { seatCount: number; givenCount: number; declinedCount: number; freeCount: number }[];
    } | null;
  }>(
    `query ($id: ID!) { allocationPostings(allocationRunId: $id, hasFreeSeats: true) {
      nodes { seatCount givenCount declinedCount freeCount } } }`,
    { id: allocationRunId },
    { as },
  );
  return data?.allocationPostings?.nodes ?? null;
}

async function welder() {
  const account = await createAccount(app);
  const { id } = await createProfile(app, { person: account, intentions: [{ title: '焊工' }] });
  return { account, id };
}

async function declineSeatOf(
  runId: string,
  people: readonly { account: TestAccount; id: string }[],
) {
  const { rows } = await app.database.pool.query<{ id: string; profile_id: string }>(
    'select id, profile_id from allocation_run_assignments where allocation_run_id = $1 order by id',
    [runId],
  );
  const [seat] = rows;
  const holder = people.find(({ id }) => id === seat?.profile_id);
  if (!seat || !holder) throw new Error('Nobody holds a seat');
  await app.gql(
    `mutation ($input: DeclineAllocationInput!) { declineAllocation(input: $input) {
      userErrors { code } } }`,
    { input: { allocationAssignmentId: seat.id } },
    { as: holder.account },
  );
  return holder;
}

/** Two seats, three welders, committed; one of the two with a seat declines it. */
async function declined(input: object = {}) {
  const { officer, ...bureau } = await createBureauWithOfficer(app);
  const organisation = await createEnterpriseWithRecruiter(app);
  await createJobPosting(app, { organisation, title: '焊工', headcount: 2 });
  const people = [await welder(), await welder(), await welder()];
  const college = await createOrganisation(app, { kind: 'COLLEGE' });
  for (const { account } of people) {
    await createAffiliation(app, { collegeId: college.id, student: account, state: 'CONFIRMED' });
  }
  const { run } = await mutate('createAllocationRun', officer, {
    bureauId: bureau.id,
    mode: 'STABLE',
    seed: 'fair',
    ...input,
  });
  const id = run?.id ?? '';
  await commit(officer, id);
  const decliner = await declineSeatOf(id, people);
  return { officer, bureau, people, id, decliner };
}

describe('filling free seats', () => {
  it('is a run over them and the people without a seat, which is undone as any other', async () => {
    const { officer, id, people, decliner } = await declined();
    expect((await find(officer, id)).freeSeatCount).toBe(1);
    expect(await seatsOf(officer, id)).toEqual([
      { seatCount: 2, givenCount: 2, declinedCount: 1, freeCount: 1 },
    ]);

    const { run } = await refill(officer, id);
    expect(run).toMatchObject({ state: 'DRAFT', followsId: id, hasChosenPeople: true });
    expect((await find(officer, id)).followUpId).toBe(run?.id);
    expect((await refill(officer, id)).codes).toEqual(['ALLOCATION_RUN_FOLLOW_UP_UNDER_WAY']);

    await commit(officer, run?.id ?? '');
    // Whoever declined takes part, and is not given again what was declined.
    expect((await find(officer, run?.id ?? '')).report).toEqual({
      peopleCount: 2,
      assignedCount: 1,
    });
    const { rows } = await app.database.pool.query<{ profile_id: string }>(
      `select profile_id from allocation_run_assignments where declined_at is null`,
    );
    const holders = rows.map(({ profile_id }) => profile_id);
    expect(new Set(holders)).toEqual(
      new Set(people.map((each) => each.id).filter((each) => each !== decliner.id)),
    );
    expect(await find(officer, id)).toMatchObject({ freeSeatCount: 0, followUpId: null });
    expect(await seatsOf(officer, id)).toEqual([]);
    expect((await refill(officer, id)).codes).toEqual(['ALLOCATION_RUN_NOTHING_TO_FILL']);

    await step('undo', officer, run?.id ?? '');
    expect((await find(officer, id)).freeSeatCount).toBe(1);
    expect((await refill(officer, id)).run?.followsId).toBe(id);
  });

  it('goes on from the first run when a seat of the filling one is declined', async () => {
    const { officer, id, people } = await declined();
    const second = (await refill(officer, id)).run?.id ?? '';
    await commit(officer, second);
    await declineSeatOf(second, people);
    expect((await refill(officer, second)).run).toMatchObject({ followsId: id });
  });

  it('keeps to the quota together with those who hold a seat already', async () => {
    // Of one college one person at most: of the two seats one is given, and declined.
    const { officer, id, people } = await declined({ collegeMaximum: 1 });
    const second = (await refill(officer, id)).run?.id ?? '';
    await commit(officer, second);
    expect((await find(officer, second)).report?.assignedCount).toBe(1);
    // The college's one seat is held: the other free one is nobody's, until it is declined too.
    const third = (await refill(officer, id)).run?.id ?? '';
    await commit(officer, third);
    expect((await find(officer, third)).report?.assignedCount).toBe(0);
    await declineSeatOf(second, people);
    const fourth = (await refill(officer, id)).run?.id ?? '';
    await commit(officer, fourth);
    expect((await find(officer, fourth)).report?.assignedCount).toBe(1);
  });

  it('is set up once, however many do so at once', async () => {
    const { officer, id } = await declined();
    const answers = await Promise.all([refill(officer, id), refill(officer, id)]);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['ALLOCATION_RUN_FOLLOW_UP_UNDER_WAY']);
    const { rows } = await app.database.pool.query(
      'select 1 from allocation_runs where follows_id is not null',
    );
    expect(rows).toHaveLength(1);
  });

  it('is refused to others, and unless the run is committed', async () => {
    const { officer, id } = await declined();
    const other = await createBureauWithOfficer(app);
    expect((await refill(other.officer, id)).codes).toEqual(['REQUEST_NOT_FOUND']);
    expect(await seatsOf(other.officer, id)).toBeNull();
    await step('undo', officer, id);
    expect((await refill(officer, id)).codes).toEqual(['ALLOCATION_RUN_WRONG_STATE']);
    const { rows } = await app.database.pool.query('select 1 from allocation_runs');
    expect(rows).toHaveLength(1);
  });
});

describe('a run that stopped half-way', () => {
  const stalled = async () => {
    const { officer, id: bureauId } = await createBureauWithOfficer(app);
    await createJobPosting(app, { title: '焊工', headcount: 2 });
    await welder();
    const input = { bureauId, mode: 'STABLE', seed: 'fair' };
    const id = (await mutate('createAllocationRun', officer, input)).run?.id ?? '';
    // As it is left when its task failed for good: nothing is queued for it.
    await app.database.pool.query(`update allocation_runs set state = 'running' where id = $1`, [
      id,
    ]);
    const progressAt = (minutesAgo: number) =>
      app.database.pool.query('update allocation_runs set updated_at = $2 where id = $1', [
        id,
        new Date(app.clock.now().getTime() - minutesAgo * 60_000),
      ]);
    return { officer, id, progressAt };
  };

  it('is resumed by an officer and goes on to the preview', async () => {
    const { officer, id, progressAt } = await stalled();
    await progressAt(6);
    expect(await find(officer, id)).toMatchObject({ state: 'RUNNING', isStalled: true });
    await step('resume', officer, id);
    expect((await find(officer, id)).isStalled).toBe(false);
    await app.settle();
    expect(await find(officer, id)).toMatchObject({ state: 'PREVIEWED', isStalled: false });
    const { rows } = await app.database.pool.query<{ transition: string }>(
      `select transition from allocation_run_history where allocation_run_id = $1 order by id`,
      [id],
    );
    expect(rows.map(({ transition }) => transition)).toEqual(['create', 'resume', 'preview']);
  });

  it('is not taken for stopped while a worker says that it goes on, until it is discarded', async () => {
    const { officer, id, progressAt } = await stalled();
    const goesOn = () =>
      app.get(UnitOfWork).run(() => app.get(AllocationRunRepository).keepRunning(id));
    await progressAt(6);
    expect(await goesOn()).toBe(true);
    expect(await find(officer, id)).toMatchObject({ state: 'RUNNING', isStalled: false });
    // Killed: nobody says so any more.
    await progressAt(6);
    expect(await find(officer, id)).toMatchObject({ state: 'RUNNING', isStalled: true });
    await step('discard', officer, id);
    expect(await goesOn()).toBe(false);
    expect(await find(officer, id)).toMatchObject({ state: 'DISCARDED', isStalled: false });
  });

  it('is left to the workers while they are at it, and to nobody else', async () => {
    const { officer, id, progressAt } = await stalled();
    const resume = async (as: TestAccount) =>
      (await mutate('resumeAllocationRun', as, { allocationRunId: id })).codes;
    await progressAt(4);
    expect(await resume(officer)).toEqual(['ALLOCATION_RUN_NOT_STALLED']);
    await progressAt(6);
    const other = await createBureauWithOfficer(app);
    expect(await resume(other.officer)).toEqual(['REQUEST_NOT_FOUND']);
    await step('discard', officer, id);
    expect(await resume(officer)).toEqual(['ALLOCATION_RUN_WRONG_STATE']);
  });
});

describe('people who may be chosen', () => {
  it('are found by what they wish for and learned, masked, and only those who may be found', async () => {
    const bureau = await createBureauWithOfficer(app);
    const smith = await createProfile(app, {
      fullName: '欧阳小明',
      intentions: [{ title: '焊工' }],
      educations: [{ institution: '苏州技师学院', majorName: '焊接技术' }],
    });
    await createProfile(app, { fullName: '王五', intentions: [{ title: '会计' }] });
    await createProfile(app, {
      visibility: 'EMPLOYERS_I_APPLY_TO',
      intentions: [{ title: '焊工' }],
    });
    await createProfile(app, { isActive: false, intentions: [{ title: '焊工' }] });
    const found = async (text: string | null, as: TestAccount, bureauId = bureau.id) => {
      const { data } = await app.gql<{
        allocationPeople: { nodes: Record<string, unknown>[] } | null;
      }>(
        `query ($bureauId: ID!, $text: String) { allocationPeople(bureauId: $bureauId, text: $text) {
          nodes { id maskedName wishedTitles studies } } }`,
        { bureauId, text },
        { as },
      );
      return data?.allocationPeople?.nodes ?? null;
    };
    expect(await found(null, bureau.officer)).toHaveLength(2);
    expect(await found('焊工 技师', bureau.officer)).toEqual([
      {
        id: smith.id,
        maskedName: '欧***',
        wishedTitles: ['焊工'],
        studies: ['苏州技师学院 焊接技术'],
      },
    ]);
    // Not by name, and what stands for anything in a pattern stands for itself.
    expect(await found('欧阳小明', bureau.officer)).toEqual([]);
    expect(await found('%', bureau.officer)).toEqual([]);
    const other = await createBureauWithOfficer(app);
    expect(await found(null, other.officer)).toBeNull();
  });
});
