import { GraphQLSchemaHost } from '@nestjs/graphql';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { sampleCall } from '../schema/sample-call.js';
import { fieldOf } from '../schema/schema-rules.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { rootFields, type RootField } from '../support/schema.js';

/** Agreeing and leaving, and what leaving needs. */
const ALLOWED = [
  'closeAccount',
  'consentToPrivacyNotice',
  'exportMyData',
  'requestConfirmationCode',
  'revokeSession',
  'signOut',
  'signOutEverywhere',
];

const REFUSAL = { code: 'REQUEST_CONSENT_REQUIRED', field: null };

describe('an account that has not agreed to the privacy notice in force', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await app.database.pool.query(
      `insert into privacy_notices (version, published_at, text_zh_cn, text_en)
       values (3, '2026-12-01T00:00:00+08:00', '第三版', 'Third')`,
    );
  });
  beforeEach(() => {
    app.clock.set('2026-11-22T10:00:00+08:00');
  });
  afterAll(() => app.close());

  const newEdition = () => {
    app.clock.set('2026-12-01T00:00:00+08:00');
  };

  async function refusals({ kind, field }: RootField, as: TestAccount): Promise<unknown[]> {
    const definition = fieldOf(app.get(GraphQLSchemaHost).schema, kind, field);
    if (!definition) throw new Error(`${field} is not in the schema`);
    const { query, variables } = sampleCall(kind, definition);
    const { data, errors } = await app.gql(query, variables, { as });
    if (errors) throw new Error(`${field}: ${JSON.stringify(errors)}`);
    return data[field].userErrors as unknown[];
  }

  it('is refused every mutation that needs it signed in, but for agreeing and leaving', async () => {
    const mutations = rootFields().filter(
      ({ kind, rule }) => kind === 'Mutation' && rule?.kind === 'authenticated',
    );
    const letThrough: string[] = [];
    for (const root of mutations) {
      app.clock.set('2026-11-22T10:00:00+08:00');
      const as = await createAccount(app);
      newEdition();
      const answer = await refusals(root, as);
      if (JSON.stringify(answer) !== JSON.stringify([REFUSAL])) letThrough.push(root.field);
    }
    expect(letThrough).toEqual(ALLOWED);
  });

  it('may do for an organisation as little as for itself, and nothing is done', async () => {
    const { id, recruiter } = await createEnterpriseWithRecruiter(app);
    newEdition();
    const input = { idempotencyKey: 'draft', organisationId: id, title: '焊工' };
    const create = () =>
      app.gql(
        `mutation ($input: CreateJobPostingInput!) {
          createJobPosting(input: $input) { jobPosting { title } userErrors { code field } } }`,
        { input },
        { as: recruiter },
      );
    expect((await create()).data.createJobPosting).toEqual({
      jobPosting: null,
      userErrors: [REFUSAL],
    });
    const { rows } = await app.database.pool.query(
      `select from job_postings union all select from idempotency_keys where key = 'draft'`,
    );
    expect(rows).toEqual([]);

    await app.gql(
      `mutation { consentToPrivacyNotice(input: { privacyNoticeVersion: 3 }) { userErrors { code } } }`,
      {},
      { as: recruiter },
    );
    expect((await create()).data.createJobPosting).toEqual({
      jobPosting: { title: '焊工' },
      userErrors: [],
    });
  });

  it('is still shown what is its own', async () => {
    const as = await createAccount(app);
    newEdition();
    const { data, errors } = await app.gql('{ me { needsConsent } sessions { id } }', {}, { as });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ me: { needsConsent: true }, sessions: [{ id: as.sessionId }] });
  });

  it('is told so in its language', async () => {
    const as = await createAccount(app);
    newEdition();
    const { data } = await app.gql(
      `mutation { changeDisplayName(input: { displayName: "新名字" }) { userErrors { message } } }`,
      {},
      { as, locale: 'zh-CN' },
    );
    expect(data.changeDisplayName.userErrors).toEqual([
      { message: '隐私声明已更新，请先阅读并同意后再操作' },
    ]);
  });
});
