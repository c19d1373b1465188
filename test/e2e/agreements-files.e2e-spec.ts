import { createHash } from 'node:crypto';
import { parseSignatureFile } from '../../src/modules/agreements/evidence/detached-signature.js';
import { EvidenceSigner } from '../../src/modules/agreements/evidence/evidence-signer.port.js';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createAgreement } from '../factories/agreement.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { readPdf } from '../support/pdf-glyphs.js';
import { act, CANCEL, CONTENT, CREATE, PROPOSE, RETURN, signFor } from './agreements.support.js';
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

interface Shown {
  readonly previewUrl: string | null;
  readonly chainHead: { eventCount: number; hash: string } | null;
  readonly events: {
    sequence: number | null;
    kind: string;
    kindName: string;
    reason: string | null;
    actor: { id: string } | null;
  }[];
  readonly sealedFile: {
    sha256: string;
    keyId: string;
    downloadUrl: string;
    signatureDownloadUrl: string;
    verificationUrl: string;
  } | null;
}

const shown = async (id: string, as: As): Promise<Shown | null> =>
  (
    await app.gql(
      `query ($id: ID!) { agreement(id: $id) { previewUrl chainHead { eventCount hash }
        events { sequence kind kindName reason actor { id } }
        sealedFile { sha256 keyId downloadUrl signatureDownloadUrl verificationUrl } } }`,
      { id },
      { as },
    )
  ).data.agreement as Shown | null;

const fetched = (address: string) => {
  const { pathname, search } = new URL(address);
  return app.http({ method: 'GET', url: pathname + search });
};

const create = async (): Promise<string> => {
  const input = keyed({
    organisationId: enterprise.id,
    partnerId: college.id,
    content: CONTENT,
  });
  return (await act(app, CREATE, input, enterprise.recruiter)).agreement.id;
};

describe('the preview of an agreement', () => {
  it('is a PDF marked as a draft, then as unsigned, for five minutes, for those who see it', async () => {
    const id = await create();
    expect(await shown(id, college.clerk)).toBeNull();
    const draft = await shown(id, enterprise.recruiter);
    const answer = await fetched(draft?.previewUrl ?? '');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect((await readPdf(answer.body))[0]?.text).toContain('草稿');
    await act(app, PROPOSE, keyed({ agreementId: id }), enterprise.recruiter);
    const proposed = (await shown(id, college.clerk))?.previewUrl ?? '';
    const [page] = await readPdf((await fetched(proposed)).body);
    expect(page?.text).toContain('未签署完成');
    expect(page?.text).not.toContain('草稿');
    const other = await createAgreement(app);
    expect((await fetched(proposed.replace(id, other.id))).status).toBe(404);
    expect((await fetched(proposed.replace('evidence/previews', 'files'))).status).toBe(404);
    app.clock.advance({ minutes: 6 });
    expect((await fetched(proposed)).status).not.toBe(200);
  });
});

describe('the sealed file', () => {
  it('comes with its signature and the address that verifies it, for the parties alone', async () => {
    const id = await create();
    const { contentHash } = (
      await act(app, PROPOSE, keyed({ agreementId: id }), enterprise.recruiter)
    ).agreement;
    await signFor(app, { id, contentHash }, 1, college.administrator);
    await signFor(app, { id, contentHash }, 2, enterprise.administrator);
    await app.settle();
    const found = await shown(id, college.clerk);
    const file = found?.sealedFile;
    const pdf = (await fetched(file?.downloadUrl ?? '')).body;
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(file?.sha256);
    const signature = parseSignatureFile((await fetched(file?.signatureDownloadUrl ?? '')).text);
    const bytes = Buffer.from(signature?.signature ?? '', 'base64');
    expect(await app.get(EvidenceSigner).check(file?.keyId ?? '', pdf, bytes)).toBe('VALID');
    expect(file?.verificationUrl).toContain('/verify?number=XQ-2026-');
    expect(found?.previewUrl).toBeNull();
    expect(found?.chainHead?.eventCount).toBe(found?.events.length);
    expect(found?.events.at(-1)).toMatchObject({ kind: 'SEALED', kindName: 'Sealed', actor: null });
    expect(await shown(id, await createAccount(app))).toBeNull();
    const stranger = await createEnterpriseWithRecruiter(app);
    expect(await shown(id, stranger.recruiter)).toBeNull();
  });
});

describe('the history of an agreement', () => {
  it('is its chain, with the reasons that were given', async () => {
    const id = await create();
    await act(app, PROPOSE, keyed({ agreementId: id }), enterprise.recruiter);
    await act(app, RETURN, { agreementId: id, reason: '第一条请写明人数' }, college.clerk);
    await act(app, PROPOSE, keyed({ agreementId: id }), enterprise.recruiter);
    await act(app, CANCEL, { agreementId: id, reason: '双方另行商议' }, enterprise.recruiter);
    await app.database.pool.query(
      `update agreement_history set occurred_at = occurred_at - interval '5 ms' where agreement_id = $1`,
      [id],
    );
    const found = await shown(id, enterprise.recruiter);
    const by = { id: enterprise.recruiter.account.id };
    expect(
      found?.events.map(({ sequence, kind, reason }) => [sequence, kind, reason] as const),
    ).toEqual([
      [1, 'DRAFTED', null],
      [2, 'PROPOSED', null],
      [3, 'RETURNED', '第一条请写明人数'],
      [4, 'PROPOSED', null],
      [5, 'CANCELLED', '双方另行商议'],
    ]);
    expect(found?.events[0]?.actor).toEqual(by);
    expect(found?.chainHead?.eventCount).toBe(5);
  });

  it('begins with what happened before there was a chain', async () => {
    const { id } = await createAgreement(app, { college, enterprise });
    const found = await shown(id, enterprise.recruiter);
    expect(found?.events.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [null, 'EDITED'],
      [null, 'EDITED'],
    ]);
    expect(found?.chainHead).toBeNull();
  });
});
