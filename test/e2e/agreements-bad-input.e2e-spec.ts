import { createHash } from 'node:crypto';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { uploadFile } from '../factories/stored-file.factory.js';
import { pdf } from '../integration/storage/sample-files.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { readPdf } from '../support/pdf-glyphs.js';
import { act, CONTENT, CREATE, EDIT, PROPOSE, signFor } from './agreements.support.js';
import { keyed } from './applications.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  college = await createCollegeWithClerk(app);
});
afterAll(() => app.close());

const pagesOf = (count: number): Buffer =>
  pdf(
    Array.from(
      { length: count },
      (_, at) => `${String(at + 3)} 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj`,
    ).join('\n'),
  );
const uploaded = (bytes: Buffer): Promise<string> =>
  uploadFile(app, enterprise.recruiter, {
    ...{ purpose: 'agreementAnnex', fileName: '附件.pdf' },
    bytes,
  });
const create = (content: object) =>
  act(
    app,
    CREATE,
    keyed({
      organisationId: enterprise.id,
      partnerId: college.id,
      content: { ...CONTENT, ...content },
    }),
    enterprise.recruiter,
  );

async function sealed(agreementId: string): Promise<string> {
  const proposed = await act(app, PROPOSE, keyed({ agreementId }), enterprise.recruiter);
  const { contentHash } = proposed.agreement;
  await signFor(app, { id: agreementId, contentHash }, 1, college.administrator);
  await signFor(app, { id: agreementId, contentHash }, 2, enterprise.administrator);
  await app.settle();
  const { sealedFile } = await shown(agreementId, 'sealedFile { downloadUrl }', college.clerk);
  const { pathname, search } = new URL((sealedFile as { downloadUrl: string }).downloadUrl);
  const { body } = await app.http({ method: 'GET', url: pathname + search });
  return (await readPdf(body)).map(({ text }) => text).join('\n');
}

async function shown(id: string, fields: string, as: As): Promise<Record<string, unknown>> {
  const query = `query ($id: ID!) { agreement(id: $id) { ${fields} } }`;
  return (await app.gql(query, { id }, { as })).data.agreement as Record<string, unknown>;
}

describe('an annex', () => {
  it('of 200 pages is refused at its field, with the limit named, and nothing is kept of it', async () => {
    const annexes = [
      { title: '课程表', fileId: await uploaded(pagesOf(3)) },
      { title: '厚附件', fileId: await uploaded(pagesOf(200)) },
    ];
    const query = CREATE.replace('userErrors { code field }', 'userErrors { code field message }');
    const given = { organisationId: enterprise.id, partnerId: college.id };
    const refused = await act(
      app,
      query,
      keyed({ ...given, content: { ...CONTENT, annexes } }),
      enterprise.recruiter,
    );
    const field = ['content', 'annexes', '1', 'fileId'];
    expect(refused.userErrors).toMatchObject([{ code: 'AGREEMENT_ANNEX_TOO_LONG', field }]);
    expect((refused.userErrors[0] as unknown as { message: string }).message).toContain('100');
    const { rows } = await app.database.pool.query(
      `select (select count(*)::int from agreements) as agreements,
         (select count(*)::int from stored_files where subject_id is not null) as attached`,
    );
    expect(rows).toEqual([{ agreements: 0, attached: 0 }]);
  });

  it('of 200 pages in an edit is refused, and the chain of the agreement says so', async () => {
    const { agreement } = await create({});
    const annexes = [{ title: '厚附件', fileId: await uploaded(pagesOf(200)) }];
    const given = { agreementId: agreement.id, version: agreement.version };
    const edited = await act(
      app,
      EDIT,
      { ...given, content: { ...CONTENT, annexes } },
      enterprise.recruiter,
    );
    expect(edited.userErrors.map(({ code }) => code)).toEqual(['AGREEMENT_ANNEX_TOO_LONG']);
    const { rows } = await app.database.pool.query<{ kind: string; code: string | null }>(
      `select kind, detail::json ->> 'code' as code from agreement_events
       where agreement_id = $1 order by sequence desc limit 1`,
      [agreement.id],
    );
    expect(rows).toEqual([{ kind: 'REFUSED', code: 'AGREEMENT_ANNEX_TOO_LONG' }]);
  });

  it('within the limit is shown to the parties and listed with its hash on the certificate', async () => {
    const bytes = pagesOf(100);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const fileId = await uploaded(bytes);
    const annexes = [{ title: '课程表', fileId }];
    const { agreement, userErrors } = await create({ annexes });
    expect(userErrors).toEqual([]);
    const fields = 'annexes { fileId position title sha256 sizeBytes }';
    expect(await shown(agreement.id, fields, enterprise.recruiter)).toEqual({
      annexes: [{ fileId, position: 1, title: '课程表', sha256, sizeBytes: bytes.length }],
    });
    const text = (await sealed(agreement.id)).replaceAll(/\s/g, '');
    expect(text).toContain('附件1');
    expect(text).toContain(sha256);
  });
});

describe('a clause with a script', () => {
  it('is text like any other, in the API and in the sealed file', async () => {
    const body = `乙方承诺<script>alert("x")</script>按期付款 {{7*7}} %PDF-1.7 javascript:alert(1)`;
    const { agreement } = await create({
      terms: undefined,
      clauses: [{ heading: '<img src=x onerror=alert(1)>', body }],
    });
    const fields = 'clauses { heading body }';
    expect(await shown(agreement.id, fields, enterprise.recruiter)).toEqual({
      clauses: [{ heading: '<img src=x onerror=alert(1)>', body }],
    });
    const text = (await sealed(agreement.id)).replaceAll(/\s/g, '');
    expect(text).toContain(body.replaceAll(/\s/g, ''));
  });
});
