import { randomUUID } from 'node:crypto';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { ApplicationsModule } from '../../src/modules/applications/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createApplication } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createOrganisation, type TestOrganisation } from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { act, CONTENT, CREATE } from './agreements.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;
let college: TestOrganisation;
let enterprise: TestOrganisation;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule, ApplicationsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  college = await createOrganisation(app, { kind: 'COLLEGE' });
  enterprise = await createOrganisation(app);
});
afterAll(() => app.close());

interface Candidate {
  readonly accountId: string;
  readonly name: string;
  readonly note: string;
}

const ask = (organisationId: string, text: string | null, as: As) =>
  app.gql(
    `query ($id: ID!, $text: String) { agreementPartyCandidates(organisationId: $id, text: $text) { accountId name note } }`,
    { id: organisationId, text },
    { as },
  );

async function found(of: TestOrganisation, text: string | null = null, as: As = of.administrator) {
  const { data } = await ask(of.id, text, as);
  return data.agreementPartyCandidates as Candidate[];
}

const student = async (
  displayName: string,
  options: Partial<Parameters<typeof createAffiliation>[1]> = {},
) => {
  const account = await createAccount(app, { displayName });
  await createAffiliation(app, { collegeId: college.id, student: account, ...options });
  return account;
};

describe('agreementPartyCandidates', () => {
  it('finds the students of a college with a confirmed place, by name and by number', async () => {
    const li = await student('李晓梅', { studentNumber: 'S2023001' });
    await student('王大力', { studentNumber: 'S2023%02' });
    await student('李未定', { state: 'CLAIMED' });
    const other = await createOrganisation(app, { kind: 'COLLEGE' });
    await student('李外校', { collegeId: other.id });
    expect((await found(college)).map(({ name }) => name)).toEqual(['李晓梅', '王大力']);
    const [one, ...rest] = await found(college, '李');
    expect(rest).toEqual([]);
    expect(one).toEqual({ accountId: li.account.id, name: '李晓梅', note: expect.any(String) });
    expect(one?.note).toMatch(/ · 20\d\d$/);
    expect((await found(college, '2023001')).map(({ name }) => name)).toEqual(['李晓梅']);
    expect((await found(college, '%')).map(({ name }) => name)).toEqual(['王大力']);
  });

  it('finds the applicants an enterprise made an offer, and no others', async () => {
    const posting = await createJobPosting(app, { organisation: enterprise });
    const offered = await createApplication(app, { posting, state: 'OFFERED' });
    await createApplication(app, { posting });
    await createApplication(app, { state: 'OFFERED' });
    expect(await found(enterprise)).toEqual([
      {
        accountId: offered.applicant.account.id,
        name: offered.applicant.account.displayName,
        note: posting.title,
      },
    ]);
  });

  it('tells no one of the people of another organisation', async () => {
    await student('李晓梅');
    expect(await found(college, null, enterprise.administrator)).toEqual([]);
    const { errors } = await ask(college.id, null, await createAccount(app));
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('refuses what is no id and what is too long', async () => {
    const malformed = await ask('1', null, college.administrator);
    expect(malformed.errors?.[0]?.extensions).toMatchObject({
      reason: 'INPUT_MALFORMED',
      field: ['organisationId'],
    });
    const long = await ask(college.id, '李'.repeat(101), college.administrator);
    expect(long.errors?.[0]?.extensions).toMatchObject({
      reason: 'INPUT_TOO_LONG',
      field: ['text'],
    });
  });
});

describe('who may be named as a party', () => {
  it('is whom one of the organisations knows by name; a stranger is refused as one who does not exist', async () => {
    const draft = async (accountId: string) => {
      const { agreement, userErrors } = await act(
        app,
        CREATE,
        {
          idempotencyKey: randomUUID(),
          organisationId: college.id,
          kind: 'GRADUATE_EMPLOYMENT',
          parties: [
            { role: 'STUDENT', accountId },
            { role: 'ENTERPRISE', organisationId: enterprise.id },
            { role: 'COLLEGE', organisationId: college.id },
          ],
          content: { ...CONTENT, form: null, promisedStudents: null },
        },
        college.administrator,
      );
      return agreement ? 'made' : userErrors[0];
    };
    const refusal = { code: 'AGREEMENT_PARTY_NOT_ELIGIBLE', field: ['parties'] };
    const stranger = await createAccount(app);
    expect(await draft(stranger.account.id)).toMatchObject(refusal);
    expect(await draft(randomUUID())).toMatchObject(refusal);
    const posting = await createJobPosting(app, { organisation: enterprise });
    const applicant = await createApplication(app, { posting });
    expect(await draft(applicant.applicant.account.id)).toMatchObject(refusal);
    const offered = await createApplication(app, { posting, state: 'OFFERED' });
    expect(await draft(offered.applicant.account.id)).toBe('made');
    const own = await student('王小川');
    expect(await draft(own.account.id)).toBe('made');
  });
});

describe('what only some kinds have', () => {
  it('refuses promised students where the kind promises none', async () => {
    const person = await student('李晓梅');
    const { userErrors } = await act(
      app,
      CREATE,
      {
        idempotencyKey: randomUUID(),
        organisationId: college.id,
        kind: 'TRIPARTITE_INTERNSHIP',
        parties: [
          { role: 'STUDENT', accountId: person.account.id },
          { role: 'ENTERPRISE', organisationId: enterprise.id },
          { role: 'COLLEGE', organisationId: college.id },
        ],
        content: { ...CONTENT, form: null },
      },
      college.administrator,
    );
    expect(userErrors).toEqual([
      expect.objectContaining({
        code: 'AGREEMENT_NO_PROMISED_STUDENTS',
        field: ['content', 'promisedStudents'],
      }),
    ]);
  });

  it('says what an internship is held to on a day', async () => {
    const { data } = await app.gql(
      `{ internshipLimits { minAge maxHoursPerDay maxHoursPerWeek allowsNightWork payShare } }`,
    );
    expect(data.internshipLimits).toEqual({
      minAge: 16,
      maxHoursPerDay: 8,
      maxHoursPerWeek: 40,
      allowsNightWork: false,
      payShare: 0.8,
    });
  });
});
