import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../src/core/database/index.js';
import { PersonalData } from '../../src/core/privacy/index.js';
import { AffiliationsModule } from '../../src/modules/affiliations/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createCollegeWithClerk, createOrganisation } from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  CLAIM,
  CONFIRM,
  END,
  LEAVE,
  NOBODY,
  REFUSE,
  rowCounts,
  STUDENTS,
  withKey,
} from './affiliations.support.js';

type College = Awaited<ReturnType<typeof createCollegeWithClerk>>;
type Refusals = { code: string; field: string[] | null }[];

describe('places of students at colleges', () => {
  let app: TestApp;
  let college: College;
  let student: TestAccount;

  beforeAll(async () => {
    app = await createTestApp({ modules: [AffiliationsModule] });
    app.clock.set('2026-11-22T10:00:00+08:00');
  });
  beforeEach(async () => {
    college = await createCollegeWithClerk(app);
    student = await createAccount(app);
  });
  afterAll(() => app.close());

  const claim = async (input: object, as = student) =>
    (await app.gql(CLAIM, withKey({ collegeId: college.id, ...input }), { as })).data
      .claimAffiliation as { affiliation: Record<string, unknown> | null; userErrors: Refusals };
  const confirm = async (affiliationIds: string[], as = college.clerk) =>
    (await app.gql(CONFIRM, withKey({ affiliationIds }), { as })).data.confirmAffiliations as {
      doneIds: string[] | null;
      userErrors: Refusals;
    };
  const stateOf = async (id: string) =>
    (await app.database.pool.query('select state from affiliations where id = $1', [id])).rows[0]
      ?.state as string | undefined;
  const eventsOf = async (id: string) =>
    (
      await app.database.pool.query(
        'select name, payload from outbox_events where subject_id = $1 order by id',
        [id],
      )
    ).rows as { name: string; payload: object }[];

  it('are refused with a reason, and the place can be claimed by the right person then', async () => {
    const place = await createAffiliation(app, {
      collegeId: college.id,
      state: 'ROSTERED',
      studentName: '王芳',
    });
    const input = { studentNumber: place.studentNumber, studentName: '王芳' };
    await claim(input);
    const refused = await app.gql(
      REFUSE,
      { input: { affiliationIds: [place.id], reason: '照片与本人不符' } },
      { as: college.clerk },
    );
    expect(refused.data.refuseAffiliations).toEqual({ doneIds: [place.id], userErrors: [] });
    const { data } = await app.gql(
      `{ me { affiliations { state refusalReason history { toState reason } } } }`,
      {},
      { as: student },
    );
    expect(data.me.affiliations[0]).toMatchObject({
      state: 'REFUSED',
      refusalReason: '照片与本人不符',
    });
    expect((await eventsOf(place.id)).map(({ name }) => name)).toEqual([
      'affiliations.affiliationClaimed',
      'affiliations.affiliationRefused',
    ]);
    const rightful = await createAccount(app);
    const again = await claim(input, rightful);
    expect(again.userErrors).toEqual([]);
    expect(again.affiliation?.['id']).not.toBe(place.id);
  });

  it('are left by the student and ended by the college, each with its event', async () => {
    const own = await createAffiliation(app, { collegeId: college.id, student });
    const other = await createAffiliation(app, { collegeId: college.id });
    const left = await app.gql(LEAVE, { input: { affiliationId: own.id } }, { as: student });
    expect(left.data.leaveAffiliation).toMatchObject({
      affiliation: { state: 'LEFT', viewerCan: { leave: false } },
      userErrors: [],
    });
    const ended = await app.gql(
      END,
      { input: { affiliationIds: [other.id], reason: '已毕业' } },
      { as: college.clerk },
    );
    expect(ended.data.endAffiliations).toEqual({ doneIds: [other.id], userErrors: [] });
    expect(await eventsOf(own.id)).toEqual([
      {
        name: 'affiliations.affiliationLeft',
        payload: {
          affiliationId: own.id,
          collegeId: college.id,
          accountId: student.account.id,
          isByCollege: false,
          wasConfirmed: true,
        },
      },
    ]);
    expect((await eventsOf(other.id))[0]?.payload).toMatchObject({ isByCollege: true });
    // Who leaves can come back; whom the college lets go has no place on the roster any more.
    const { rows } = await app.database.pool.query(
      `select student_number from affiliations where college_id = $1 and state = 'rostered'`,
      [college.id],
    );
    expect(rows).toEqual([{ student_number: own.studentNumber }]);
    const again = await app.gql(LEAVE, { input: { affiliationId: own.id } }, { as: student });
    expect(again.data.leaveAffiliation.userErrors).toEqual([
      { code: 'AFFILIATION_WRONG_STATE', field: null },
    ]);
  });

  it('are decided each for itself, in bulk', async () => {
    const claimed = await createAffiliation(app, { collegeId: college.id, state: 'CLAIMED' });
    const decided = await createAffiliation(app, { collegeId: college.id, state: 'CONFIRMED' });
    const rostered = await createAffiliation(app, { collegeId: college.id, state: 'ROSTERED' });
    const others = await createCollegeWithClerk(app);
    const foreign = await createAffiliation(app, { collegeId: others.id, state: 'CLAIMED' });
    const own = await createAffiliation(app, {
      collegeId: college.id,
      state: 'CLAIMED',
      student: college.clerk,
    });
    const ids = [foreign.id, claimed.id, NOBODY, decided.id, rostered.id, own.id, claimed.id];
    const variables = withKey({ affiliationIds: ids });
    const { data } = await app.gql(CONFIRM, variables, { as: college.clerk });
    expect(data.confirmAffiliations).toEqual({
      doneIds: [claimed.id],
      userErrors: [
        ['REQUEST_NOT_FOUND', 0],
        ['REQUEST_NOT_FOUND', 2],
        ['AFFILIATION_WRONG_STATE', 3],
        ['AFFILIATION_WRONG_STATE', 4],
        ['AFFILIATION_OWN_PLACE', 5],
        ['AFFILIATION_WRONG_STATE', 6],
      ].map(([code, index]) => ({ code, field: ['affiliationIds', String(index)] })),
    });
    expect((await app.gql(CONFIRM, variables, { as: college.clerk })).data).toEqual(data);
    expect(await stateOf(foreign.id)).toBe('claimed');
    expect(await stateOf(own.id)).toBe('claimed');
  });

  it.each([
    [
      CONFIRM,
      'confirmAffiliations',
      { idempotencyKey: randomUUID(), affiliationIds: [] },
      'INPUT_REQUIRED',
      ['affiliationIds'],
    ],
    [
      CONFIRM,
      'confirmAffiliations',
      { idempotencyKey: randomUUID(), affiliationIds: Array(101).fill(NOBODY) },
      'INPUT_TOO_MANY',
      ['affiliationIds'],
    ],
    [
      REFUSE,
      'refuseAffiliations',
      { affiliationIds: [NOBODY], reason: ' ' },
      'INPUT_REQUIRED',
      ['reason'],
    ],
    [END, 'endAffiliations', { affiliationIds: ['x'] }, 'INPUT_MALFORMED', ['affiliationIds', '0']],
  ])('refuse a decision as a whole: %#', async (query, name, input, code, field) => {
    const { data } = await app.gql(query, { input }, { as: college.clerk });
    expect(data[name]).toEqual({ doneIds: null, userErrors: [{ code, field }] });
  });

  it('are confirmed once when two clerks press at once', async () => {
    const { id } = await createAffiliation(app, { collegeId: college.id, state: 'CLAIMED' });
    const answers = await Promise.all([confirm([id]), confirm([id])]);
    expect(answers.map(({ doneIds }) => doneIds?.length).sort()).toEqual([0, 1]);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it('are seen by the student and the college alone', async () => {
    const own = await createAffiliation(app, { collegeId: college.id, student });
    const others = await createCollegeWithClerk(app);
    const enterprise = await createOrganisation(app);
    const read = `query ($id: ID!) { affiliation(id: $id) { id studentNumber studentName } }`;
    const seenBy = async (as: TestAccount) =>
      (await app.gql(read, { id: own.id }, { as })).data.affiliation as object | null;
    const { id, studentNumber, studentName } = own;
    expect(await seenBy(student)).toEqual({ id, studentNumber, studentName });
    expect(await seenBy(college.clerk)).toEqual({ id, studentNumber, studentName });
    expect(await seenBy(others.clerk)).toBeNull();
    expect(await seenBy(enterprise.administrator)).toBeNull();
    expect(await seenBy(await createAccount(app, { isAdministrator: true }))).toBeNull();
    expect((await app.gql(read, { id })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const list = await app.gql(STUDENTS, { collegeId: college.id }, { as: others.clerk });
    expect(list.errors?.[0]?.extensions.reason).toBe('REQUEST_NOT_FOUND');
    const forged = await app.gql(STUDENTS, { collegeId: NOBODY }, { as: others.clerk });
    expect(forged.errors?.[0]?.extensions.reason).toBe('REQUEST_NOT_FOUND');
    const leave = await app.gql(LEAVE, { input: { affiliationId: id } }, { as: others.clerk });
    expect(leave.data.leaveAffiliation.userErrors).toEqual([
      { code: 'REQUEST_NOT_FOUND', field: ['affiliationId'] },
    ]);
  });

  it('are listed page by page and filtered', async () => {
    const make = (options: object) => createAffiliation(app, { collegeId: college.id, ...options });
    await make({
      studentNumber: 'A1',
      studentName: '王芳',
      majorCode: '520201',
      majorName: '护理',
    });
    await make({
      studentNumber: 'A2',
      studentName: '李100%',
      className: '机电2401',
      graduationYear: 2028,
    });
    await make({
      studentNumber: 'B3',
      studentName: '王强',
      state: 'ROSTERED',
      graduationYear: 2028,
    });
    const numbers = async (filter: object, page: object = {}) => {
      const { data, errors } = await app.gql(
        STUDENTS,
        { collegeId: college.id, filter, first: 10, ...page },
        { as: college.clerk },
      );
      if (errors) return errors[0]?.extensions.reason;
      return (data.affiliations.nodes as { studentNumber: string }[]).map((s) => s.studentNumber);
    };
    expect(await numbers({})).toEqual(['A1', 'A2', 'B3']);
    expect(await numbers({ text: '王' })).toEqual(['A1', 'B3']);
    expect(await numbers({ text: 'a' })).toEqual(['A1', 'A2']);
    expect(await numbers({ text: '100%' })).toEqual(['A2']);
    expect(await numbers({ text: '%' })).toEqual(['A2']);
    expect(await numbers({ graduationYears: [2028] })).toEqual(['A2', 'B3']);
    expect(await numbers({ majorCodes: ['520201'] })).toEqual(['A1']);
    expect(await numbers({ majorCodes: [] })).toEqual(['A1', 'A2', 'B3']);
    expect(await numbers({ majorCodes: ['999999'] })).toBe('REFERENCE_UNKNOWN_MAJOR');
    expect(await numbers({ className: '机电2401', states: ['CONFIRMED'] })).toEqual(['A2']);
    const { data } = await app.gql(
      STUDENTS,
      { collegeId: college.id, first: 2 },
      { as: college.clerk },
    );
    expect(data.affiliations).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(await numbers({}, { after: data.affiliations.pageInfo.endCursor })).toEqual(['B3']);
  });

  it('stand in the export of the person, and lose the person when the account is closed', async () => {
    const own = await createAffiliation(app, {
      collegeId: college.id,
      student,
      className: '护理2401',
    });
    const data = app.get(PersonalData);
    const { id: accountId } = student.account;
    expect((await data.exportFor(accountId))['affiliations']).toMatchObject([
      { college: college.name, studentNumber: own.studentNumber, state: 'CONFIRMED' },
    ]);
    await app.get(UnitOfWork).run(() => data.eraseFor(accountId));
    const { rows } = await app.database.pool.query(
      `select state, account_id, student_number, student_name, class_name from affiliations where id = $1`,
      [own.id],
    );
    expect(rows).toEqual([
      { state: 'left', account_id: null, student_number: '', student_name: '', class_name: null },
    ]);
    expect((await eventsOf(own.id)).map(({ name }) => name)).toEqual([
      'affiliations.affiliationLeft',
    ]);
    expect((await data.exportFor(accountId))['affiliations']).toBeNull();
  });

  it('are changed by nobody without the right', async () => {
    const { id } = await createAffiliation(app, { collegeId: college.id, state: 'CLAIMED' });
    const viewer = await createAccount(app);
    const withViewer = await createOrganisation(app, {
      kind: 'COLLEGE',
      members: [{ account: viewer, role: 'VIEWER' }],
    });
    expect(withViewer.kind).toBe('COLLEGE');
    const before = await rowCounts(app);
    const others = await createCollegeWithClerk(app);
    for (const [as, code] of [
      [null, 'UNAUTHENTICATED'],
      [student, 'FORBIDDEN'],
      [viewer, 'FORBIDDEN'],
    ] as const) {
      const { errors } = await app.gql(CONFIRM, withKey({ affiliationIds: [id] }), { as });
      expect(errors?.[0]?.extensions.code).toBe(code);
      const refusing = { input: { affiliationIds: [id], reason: '不是本校学生' } };
      expect((await app.gql(REFUSE, refusing, { as })).errors?.[0]?.extensions.code).toBe(code);
    }
    const foreign = { input: { affiliationIds: [id], reason: '不是本校学生' } };
    const { data } = await app.gql(REFUSE, foreign, { as: others.clerk });
    expect(data.refuseAffiliations).toEqual({
      doneIds: [],
      userErrors: [{ code: 'REQUEST_NOT_FOUND', field: ['affiliationIds', '0'] }],
    });
    expect(await stateOf(id)).toBe('claimed');
    expect((await rowCounts(app))['affiliation_history']).toBe(before['affiliation_history']);
  });
});
