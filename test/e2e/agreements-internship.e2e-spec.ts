import { randomUUID } from 'node:crypto';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createOrganisation, type TestOrganisation } from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  act,
  CREATE,
  EDIT,
  PROPOSE,
  signFor,
  stateOf,
  type AnsweredAgreement,
} from './agreements.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;
let host: TestOrganisation;
let college: TestOrganisation;
let student: TestAccount;

const INTERNSHIP = {
  postTitle: '数控操作员',
  monthlyPay: 4_800,
  postMonthlyPay: 6_000,
  hoursPerDay: 8,
  hoursPerWeek: 40,
  hasNightWork: false,
  hostEmployees: 100,
  postEmployees: 5,
  collegeTutor: '王老师',
  hostTutor: '李师傅',
};
const CONTENT = {
  title: '学生岗位实习三方协议',
  terms: '学生在实习单位进行岗位实习，三方共同管理。',
  startsOn: '2026-12-01',
  endsOn: '2027-05-31',
};

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  host = await createOrganisation(app);
  college = await createOrganisation(app, { kind: 'COLLEGE' });
  student = await createStudent();
});
afterAll(() => app.close());

async function createStudent(
  options: { birthDate?: string; graduationYear?: number; collegeId?: string } = {},
): Promise<TestAccount> {
  const account = await createAccount(app, { birthDate: options.birthDate ?? '2006-03-01' });
  await app.database.pool.query(
    `insert into affiliations (id, college_id, student_number, student_name, major_name, education_level_code,
       graduation_year, state, is_on_roster, account_id, claimed_at, decided_at)
     values (gen_random_uuid(), $1, $2, '学生', '数控技术', '31', $3, 'confirmed', false, $4, now(), now())`,
    [
      options.collegeId ?? college.id,
      randomUUID().slice(0, 12),
      options.graduationYear ?? 2027,
      account.account.id,
    ],
  );
  return account;
}

async function draft(
  change: Partial<typeof INTERNSHIP> | null = {},
  content: object = {},
  of: TestAccount = student,
): Promise<AnsweredAgreement> {
  return act(
    app,
    CREATE,
    {
      idempotencyKey: randomUUID(),
      organisationId: college.id,
      kind: 'TRIPARTITE_INTERNSHIP',
      parties: [
        { role: 'STUDENT', accountId: of.account.id },
        { role: 'ENTERPRISE', organisationId: host.id },
        { role: 'COLLEGE', organisationId: college.id },
      ],
      content: {
        ...CONTENT,
        ...(change && { internship: { ...INTERNSHIP, ...change } }),
        ...content,
      },
    },
    college.administrator,
  );
}

async function propose({ agreement }: AnsweredAgreement): Promise<string[]> {
  const { userErrors } = await act(
    app,
    PROPOSE,
    { idempotencyKey: randomUUID(), agreementId: agreement.id },
    college.administrator,
  );
  return userErrors.map(({ code }) => code);
}

const findings = async (id: string): Promise<unknown[]> =>
  (
    await app.gql(
      `query ($id: ID!) { agreement(id: $id) { internship { postTitle hoursPerDay } internshipFindings { code limit found message } } }`,
      { id },
      { as: college.administrator },
    )
  ).data.agreement.internshipFindings as unknown[];

async function proposed(of: TestAccount = student): Promise<{ id: string; contentHash: string }> {
  const made = await draft({}, {}, of);
  expect(await propose(made)).toEqual([]);
  const { rows } = await app.database.pool.query<{ content_hash: string }>(
    `select content_hash from agreements where id = $1`,
    [made.agreement.id],
  );
  return { id: made.agreement.id, contentHash: rows[0]?.content_hash ?? '' };
}

async function signAll(agreement: { id: string; contentHash: string }, of = student) {
  const answers = [];
  for (const [position, as] of [
    [1, of],
    [2, host.administrator],
    [3, college.administrator],
  ] as const) {
    answers.push(
      ...(await signFor(app, agreement, position, as)).userErrors.map(({ code }) => code),
    );
  }
  return answers;
}

describe('an internship agreement', () => {
  it('comes into force when all signed what keeps the rules, before the first day', async () => {
    const agreement = await proposed();
    expect(await findings(agreement.id)).toEqual([]);
    expect(await signAll(agreement)).toEqual([]);
    expect(await stateOf(app, agreement.id)).toBe('SIGNED');
    await app.settle();
    const { rows: seals } = await app.database.pool.query(
      `select 1 from agreement_seals where agreement_id = $1`,
      [agreement.id],
    );
    expect(seals).toHaveLength(1);
    const { rows } = await app.database.pool.query<Record<string, unknown>>(
      `select student_age, study_year, monthly_floor::float8, hourly_pay::float8, host_interns, max_host_interns
       from agreement_internship_checks where agreement_id = $1`,
      [agreement.id],
    );
    expect(rows).toEqual([
      {
        student_age: 20,
        study_year: 3,
        monthly_floor: 4_800,
        hourly_pay: 27.69,
        host_interns: 1,
        max_host_interns: 10,
      },
    ]);
  });

  it('is refused at its field when the numbers are none', async () => {
    const { userErrors } = await draft({ postEmployees: 101 });
    expect(userErrors.map(({ field }) => field?.join('.'))).toEqual([
      'content.internship.postEmployees',
    ]);
  });

  it.each<[string, Partial<typeof INTERNSHIP> | null]>([
    ['TERMS_MISSING', null],
    ['HOURS_PER_DAY', { hoursPerDay: 9 }],
    ['HOURS_PER_WEEK', { hoursPerWeek: 44 }],
    ['NIGHT_WORK', { hasNightWork: true }],
    ['PAY_TOO_LOW', { monthlyPay: 4_700 }],
    ['TOO_MANY_AT_HOST', { hostEmployees: 9 }],
    ['TOO_MANY_IN_POST', { postEmployees: 4 }],
  ])('is not put forward while its text breaks %s', async (code, change) => {
    const made = await draft(change);
    expect(made.userErrors).toEqual([]);
    const [first] = (await findings(made.agreement.id)) as { code: string; message: string }[];
    expect(first?.code).toBe(code);
    expect(first?.message).toMatch(/\w/);
    expect(await propose(made)).toEqual([`INTERNSHIP_${code}`]);
    expect(await stateOf(app, made.agreement.id)).toBe('DRAFT');
  });

  it('is not put forward for a first-year, a child, a student who changed the college, or by an agency', async () => {
    const refusal = async (of: TestAccount): Promise<string[]> => propose(await draft({}, {}, of));
    expect(await refusal(await createStudent({ graduationYear: 2029 }))).toEqual([
      'INTERNSHIP_FIRST_YEAR',
    ]);
    expect(await refusal(await createStudent({ birthDate: '2010-12-02' }))).toEqual([
      'INTERNSHIP_TOO_YOUNG',
    ]);
    const other = await createOrganisation(app, { kind: 'COLLEGE' });
    const moving = await createStudent();
    const made = await draft({}, {}, moving);
    await app.database.pool.query('update affiliations set college_id = $1 where account_id = $2', [
      other.id,
      moving.account.id,
    ]);
    expect(await propose(made)).toEqual(['INTERNSHIP_NO_STUDENT']);
    await app.database.pool.query(
      `update organisations set hr_service_licence = '（苏）人服证字〔2024〕第1号' where id = $1`,
      [host.id],
    );
    expect(await refusal(student)).toEqual(['INTERNSHIP_INTERMEDIARY']);
  });

  it('keeps its terms in an edit that does not speak of them, and loses what it says with its hash', async () => {
    const made = await draft();
    const edited = await act(
      app,
      EDIT,
      {
        agreementId: made.agreement.id,
        version: made.agreement.version,
        content: { ...CONTENT, title: '改名的实习协议' },
      },
      college.administrator,
    );
    expect(edited.userErrors).toEqual([]);
    expect(await propose(edited)).toEqual([]);
    const { rows } = await app.database.pool.query<{
      hash_format: number;
      has_internship: boolean;
    }>(
      `select hash_format, has_internship from agreement_versions where agreement_id = $1 order by number`,
      [made.agreement.id],
    );
    expect(rows).toEqual(
      Array.from({ length: rows.length }, () => ({ hash_format: 4, has_internship: true })),
    );
  });

  it('is for its kind only', async () => {
    const { userErrors } = await act(
      app,
      CREATE,
      {
        idempotencyKey: randomUUID(),
        organisationId: college.id,
        partnerId: host.id,
        content: { ...CONTENT, form: 'INTERNSHIP_BASE', internship: INTERNSHIP },
      },
      college.administrator,
    );
    expect(userErrors).toEqual([
      { code: 'INTERNSHIP_NOT_OF_THIS_KIND', field: ['content', 'internship'] },
    ]);
  });

  it('is not signed any more on its first day, and nothing changes', async () => {
    const agreement = await proposed();
    app.clock.set(new Date('2026-12-01T01:00:00Z'));
    const { userErrors } = await signFor(app, agreement, 1, student);
    expect(userErrors.map(({ code }) => code)).toEqual(['INTERNSHIP_TOO_LATE']);
    expect(await stateOf(app, agreement.id)).toBe('AWAITING_SIGNATURES');
  });

  it('does not go over the quota of a host when two take its last place at the same instant', async () => {
    const others = await Promise.all([createStudent(), createStudent()]);
    const both = [];
    for (const of of others) {
      const made = await draft({ hostEmployees: 10, postEmployees: 5 }, {}, of);
      expect(await propose(made)).toEqual([]);
      const { rows } = await app.database.pool.query<{ content_hash: string }>(
        `select content_hash from agreements where id = $1`,
        [made.agreement.id],
      );
      const agreement = { id: made.agreement.id, contentHash: rows[0]?.content_hash ?? '' };
      await signFor(app, agreement, 1, of);
      await signFor(app, agreement, 2, host.administrator);
      both.push(agreement);
    }
    const [one, two] = both;
    if (!one || !two) throw new Error('There are not two');
    const answers = await Promise.all(
      [one, two].map((agreement) => signFor(app, agreement, 3, college.administrator)),
    );
    const refused = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(refused).toEqual(['INTERNSHIP_TOO_MANY_AT_HOST']);
    const states = await Promise.all([one, two].map(({ id }) => stateOf(app, id)));
    expect(states.sort()).toEqual(['PARTIALLY_SIGNED', 'SIGNED']);
  });
});
