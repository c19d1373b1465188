import { AffiliationReader, AffiliationsModule } from '../../src/modules/affiliations/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createCollegeWithClerk, createOrganisation } from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { CLAIM, CONFIRM, MINE, NOBODY, rowCounts, withKey } from './affiliations.support.js';

type College = Awaited<ReturnType<typeof createCollegeWithClerk>>;
type Refusals = { code: string; field: string[] | null }[];

describe('claims of students', () => {
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
  const unlisted = { majorName: '护理', graduationYear: 2027, className: '护理2401' };

  it('are claimed by number and name, and confirmed by the college', async () => {
    const place = await createAffiliation(app, {
      collegeId: college.id,
      state: 'ROSTERED',
      studentNumber: '20240001',
      studentName: '艾力·买买提',
    });
    const claimed = await claim({ studentNumber: ' 2024 0001', studentName: '艾力•买买提' });
    expect(claimed.userErrors).toEqual([]);
    expect(claimed.affiliation).toMatchObject({
      id: place.id,
      state: 'CLAIMED',
      studentNumber: '20240001',
      studentName: '艾力·买买提',
      isOnRoster: true,
      college: { id: college.id },
      viewerCan: { decide: false, end: false, leave: true },
      history: [
        { fromState: null, toState: 'ROSTERED', reason: null },
        { fromState: 'ROSTERED', toState: 'CLAIMED', reason: null },
      ],
    });
    const reader = app.get(AffiliationReader);
    const { id: accountId } = student.account;
    expect(await reader.isConfirmedStudent(accountId, college.id)).toBe(false);

    expect(await confirm([place.id])).toEqual({ doneIds: [place.id], userErrors: [] });
    expect(await reader.confirmedCollegeIds(accountId)).toEqual([college.id]);
    expect(await reader.isConfirmedStudent(accountId, college.id)).toBe(true);
    expect(await reader.confirmedAccountIds(college.id)).toEqual([accountId]);
    const payload = { affiliationId: place.id, collegeId: college.id, accountId };
    expect(await eventsOf(place.id)).toEqual([
      { name: 'affiliations.affiliationClaimed', payload },
      { name: 'affiliations.affiliationConfirmed', payload },
    ]);
    const { data } = await app.gql(MINE, {}, { as: student });
    expect(data.me.affiliations).toEqual([
      {
        id: place.id,
        state: 'CONFIRMED',
        studentNumber: '20240001',
        studentName: '艾力·买买提',
        viewerCan: { leave: true, decide: false },
      },
    ]);
  });

  it('give one answer whether number, name or both are wrong, or the place is taken', async () => {
    await createAffiliation(app, {
      collegeId: college.id,
      state: 'ROSTERED',
      studentNumber: '20240001',
      studentName: '王芳',
    });
    await createAffiliation(app, {
      collegeId: college.id,
      state: 'CONFIRMED',
      studentNumber: '20240002',
      studentName: '李强',
    });
    const before = await rowCounts(app);
    const answers = [
      await claim({ studentNumber: '20240001', studentName: '王方' }),
      await claim({ studentNumber: '20249999', studentName: '王芳' }),
      await claim({ studentNumber: '20249999', studentName: '无名' }),
      await claim({ studentNumber: '20240002', studentName: '李强' }),
    ];
    for (const answer of answers)
      expect(answer).toEqual({
        affiliation: null,
        userErrors: [{ code: 'AFFILIATION_NOT_ON_ROSTER', field: null }],
      });
    expect(await rowCounts(app)).toEqual(before);
  });

  it('are not to be guessed: ten tries a day, refused ones among them', async () => {
    for (let tried = 0; tried < 10; tried++)
      await claim({ studentNumber: `2024${String(tried)}000`, studentName: '王芳' });
    const place = await createAffiliation(app, {
      collegeId: college.id,
      state: 'ROSTERED',
      studentName: '王芳',
    });
    const { userErrors } = await claim({
      studentNumber: place.studentNumber,
      studentName: '王芳',
    });
    expect(userErrors).toEqual([{ code: 'REQUEST_RATE_LIMITED', field: null }]);
    expect(await stateOf(place.id)).toBe('rostered');
  });

  it('are claimed without the roster too, even under a number that others have', async () => {
    const taken = await createAffiliation(app, {
      collegeId: college.id,
      state: 'CONFIRMED',
      studentNumber: '20240001',
    });
    const { affiliation, userErrors } = await claim({
      studentNumber: '20240001',
      studentName: '王芳',
      withoutRoster: { majorCode: '520201', graduationYear: 2027, educationLevelCode: '31' },
    });
    expect(userErrors).toEqual([]);
    expect(affiliation).toMatchObject({
      state: 'CLAIMED',
      isOnRoster: false,
      majorName: '护理',
      major: { code: '520201' },
      educationLevel: { code: '31' },
    });
    expect(await confirm([String(affiliation?.['id'])])).toEqual({
      doneIds: [],
      userErrors: [{ code: 'AFFILIATION_NUMBER_TAKEN', field: ['affiliationIds', '0'] }],
    });
    expect(await stateOf(taken.id)).toBe('confirmed');
    expect(await stateOf(String(affiliation?.['id']))).toBe('claimed');
  });

  it('take the place of the roster when it comes after the claim', async () => {
    const number = '20240007';
    const early = await claim({
      studentNumber: number,
      studentName: '王芳',
      withoutRoster: unlisted,
    });
    const place = await createAffiliation(app, {
      collegeId: college.id,
      state: 'ROSTERED',
      studentNumber: number,
      studentName: '王芳',
    });
    const id = String(early.affiliation?.['id']);
    expect(await confirm([id])).toEqual({ doneIds: [id], userErrors: [] });
    expect([await stateOf(id), await stateOf(place.id)]).toEqual(['confirmed', undefined]);

    const other = await createAccount(app);
    const wrong = await claim(
      { studentNumber: '20240008', studentName: '李雷', withoutRoster: unlisted },
      other,
    );
    await createAffiliation(app, {
      collegeId: college.id,
      state: 'ROSTERED',
      studentNumber: '20240008',
      studentName: '赵敏',
    });
    expect((await confirm([String(wrong.affiliation?.['id'])])).userErrors).toEqual([
      { code: 'AFFILIATION_NUMBER_TAKEN', field: ['affiliationIds', '0'] },
    ]);
  });

  it.each([
    [{ studentNumber: '' }, 'INPUT_REQUIRED', ['studentNumber']],
    [{ studentNumber: '#!' }, 'INPUT_MALFORMED', ['studentNumber']],
    [{ studentName: 'x'.repeat(51) }, 'INPUT_TOO_LONG', ['studentName']],
    [{ collegeId: NOBODY }, 'REQUEST_NOT_FOUND', ['collegeId']],
    [{ collegeId: 'x' }, 'INPUT_MALFORMED', ['collegeId']],
    [{ withoutRoster: { graduationYear: 2027 } }, 'INPUT_REQUIRED', ['withoutRoster', 'majorName']],
    [
      { withoutRoster: { ...unlisted, majorCode: '999999' } },
      'REFERENCE_UNKNOWN_MAJOR',
      ['withoutRoster', 'majorCode'],
    ],
    [
      { withoutRoster: { ...unlisted, educationLevelCode: '00' } },
      'REFERENCE_UNKNOWN_EDUCATION_LEVEL',
      ['withoutRoster', 'educationLevelCode'],
    ],
    [
      { withoutRoster: { ...unlisted, graduationYear: 1980 } },
      'AFFILIATION_YEAR_IMPLAUSIBLE',
      ['withoutRoster', 'graduationYear'],
    ],
  ])('refuse a claim with %j', async (change, code, field) => {
    const before = await rowCounts(app);
    const answer = await claim({ studentNumber: '20240001', studentName: '王芳', ...change });
    expect(answer).toEqual({ affiliation: null, userErrors: [{ code, field }] });
    expect(await rowCounts(app)).toEqual(before);
  });

  it('are only at colleges, and only while the college is verified', async () => {
    const enterprise = await createOrganisation(app, { kind: 'ENTERPRISE' });
    const unverified = await createOrganisation(app, { kind: 'COLLEGE', standing: 'UNVERIFIED' });
    const lapsed = await createOrganisation(app, { kind: 'COLLEGE', standing: 'LAPSED' });
    const refusal = async (collegeId: string) =>
      (await claim({ collegeId, studentNumber: '20240001', studentName: '王芳' })).userErrors;
    const notFound = [{ code: 'REQUEST_NOT_FOUND', field: ['collegeId'] }];
    expect(await refusal(enterprise.id)).toEqual(notFound);
    expect(await refusal(unverified.id)).toEqual(notFound);
    expect(await refusal(lapsed.id)).toEqual([
      { code: 'AFFILIATION_COLLEGE_PAUSED', field: ['collegeId'] },
    ]);
  });

  it('are one per person and college, also when two claims race', async () => {
    const input = (number: number) => ({
      studentNumber: `2024100${String(number)}`,
      studentName: '王芳',
      withoutRoster: unlisted,
    });
    const answers = await Promise.all([claim(input(1)), claim(input(2))]);
    const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'claimed').sort();
    expect(codes).toEqual(['AFFILIATION_ALREADY_CLAIMED', 'claimed']);
    expect((await claim(input(3))).userErrors).toEqual([
      { code: 'AFFILIATION_ALREADY_CLAIMED', field: ['collegeId'] },
    ]);
  });

  it('go to one of two people who claim the same place at once', async () => {
    const place = await createAffiliation(app, {
      collegeId: college.id,
      state: 'ROSTERED',
      studentName: '王芳',
    });
    const input = { studentNumber: place.studentNumber, studentName: '王芳' };
    const rival = await createAccount(app);
    const answers = await Promise.all([claim(input), claim(input, rival)]);
    const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'claimed').sort();
    expect(codes).toEqual(['AFFILIATION_NOT_ON_ROSTER', 'claimed']);
  });

  it('answer a repeated claim as the first time and refuse the key for another', async () => {
    const variables = withKey({
      collegeId: college.id,
      studentNumber: '20240001',
      studentName: '王芳',
      withoutRoster: unlisted,
    });
    const first = await app.gql(CLAIM, variables, { as: student });
    const before = await rowCounts(app);
    const again = await app.gql(CLAIM, variables, { as: student });
    expect(again.data).toEqual(first.data);
    const other = { input: { ...variables.input, studentNumber: '20240002' } };
    const { data } = await app.gql(CLAIM, other, { as: student });
    expect(data.claimAffiliation.userErrors).toEqual([
      { code: 'REQUEST_IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] },
    ]);
    expect(await rowCounts(app)).toEqual(before);
  });
});
