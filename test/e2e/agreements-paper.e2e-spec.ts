import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAgreement, type TestAgreement } from '../factories/agreement.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { uploadFile } from '../factories/stored-file.factory.js';
import { pdf } from '../integration/storage/sample-files.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { stateOf, turnOf } from './agreements.support.js';
import { keyed } from './applications.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;
let agreement: TestAgreement;
let turn: string;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  college = await createCollegeWithClerk(app);
  agreement = await createAgreement(app, { college, enterprise, state: 'AWAITING_SIGNATURES' });
  turn = await turnOf(app, agreement.id, 1);
});
afterAll(() => app.close());

/** The codes an action was refused with. */
async function codes(name: string, type: string, input: object, as: As): Promise<string[]> {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
  const { data, errors } = await app.gql(query, { input }, { as });
  if (!data) throw new Error(JSON.stringify(errors));
  return (data[name] as { userErrors: { code: string }[] }).userErrors.map(({ code }) => code);
}

it('is signed on paper, checked by two others than who uploaded it', async () => {
  const fileId = await uploadFile(app, college.administrator, {
    purpose: 'agreementPaper',
    fileName: '签署件.pdf',
    bytes: pdf(),
  });
  const scan = { signatoryId: turn, fileId, contentHash: agreement.contentHash };
  expect(
    await codes(
      'uploadAgreementPaper',
      'UploadAgreementPaperInput',
      keyed(scan),
      college.administrator,
    ),
  ).toEqual([]);
  const { rows } = await app.database.pool.query<{ id: string }>(
    `select id from agreement_paper_copies`,
  );
  const check = (as: As) =>
    codes(
      'checkAgreementPaper',
      'CheckAgreementPaperInput',
      { paperCopyId: rows[0]?.id ?? '' },
      as,
    );
  const shownTo = async (as: As): Promise<unknown> => {
    const { data } = await app.gql(
      `query ($id: ID!) { agreement(id: $id) { viewerCan { checkPaper reassign }
        signatories { papers { isViewersWork } } } }`,
      { id: agreement.id },
      { as },
    );
    const { viewerCan, signatories } = data.agreement;
    return [viewerCan, (signatories as { papers: unknown[] }[]).flatMap(({ papers }) => papers)];
  };
  const speaks = { checkPaper: true, reassign: true };
  const works = { checkPaper: true, reassign: false };
  expect(await shownTo(college.administrator)).toEqual([speaks, [{ isViewersWork: true }]]);
  expect(await shownTo(college.clerk)).toEqual([works, [{ isViewersWork: false }]]);
  expect(await check(college.administrator)).toEqual(['AGREEMENT_PAPER_OWN_CHECK']);
  expect(await check(college.clerk)).toEqual([]);
  expect(await shownTo(college.clerk)).toEqual([works, [{ isViewersWork: true }]]);
  expect(await check(college.clerk)).toEqual(['AGREEMENT_PAPER_OWN_CHECK']);
  expect(await stateOf(app, agreement.id)).toBe('AWAITING_SIGNATURES');
  expect(await check(enterprise.recruiter)).toEqual([]);
  expect(await stateOf(app, agreement.id)).toBe('PARTIALLY_SIGNED');
  expect(await check(enterprise.administrator)).toEqual(['AGREEMENT_PAPER_SETTLED']);
  const { rows: signed } = await app.database.pool.query(
    `select actor_kind, detail::json ->> 'method' as by from agreement_events where kind = 'SIGNED'`,
  );
  expect(signed).toEqual([{ actor_kind: 'SYSTEM', by: 'PAPER' }]);
});

it('a scan that is no PDF is refused where it is uploaded', async () => {
  const bytes = Buffer.from('这不是扫描件');
  const file = { purpose: 'agreementPaper', fileName: '签署件.pdf', bytes };
  await expect(uploadFile(app, college.administrator, file)).rejects.toThrow('Not taken');
});
