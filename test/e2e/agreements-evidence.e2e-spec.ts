import { FileStore } from '../../src/core/storage/index.js';
import { AgreementEventsRepository } from '../../src/modules/agreements/evidence/agreement-events.repository.js';
import { AgreementSealRepository } from '../../src/modules/agreements/evidence/agreement-seal.repository.js';
import { manifestOf } from '../../src/modules/agreements/evidence/document/evidence-manifest.js';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { act, CANCEL, CONTENT, CREATE, PROPOSE, signFor, TERMINATE } from './agreements.support.js';
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

const create = async (changes: object = {}): Promise<string> => {
  const content = { ...CONTENT, ...changes };
  const input = keyed({ organisationId: enterprise.id, partnerId: college.id, content });
  return (await act(app, CREATE, input, enterprise.recruiter)).agreement.id;
};
const propose = (agreementId: string) =>
  act(app, PROPOSE, keyed({ agreementId }), enterprise.recruiter);
const sign = (
  id: string,
  contentHash: string | null,
  { administrator, kind }: Pick<typeof college, 'kind' | 'administrator'>,
) => signFor(app, { id, contentHash }, kind === 'COLLEGE' ? 1 : 2, administrator);
const told = async (id: string): Promise<(readonly [string, string, number | null])[]> => {
  const events = await app.get(AgreementEventsRepository).listOf(id);
  return events.map((event) => [event.kind, event.actorKind, event.partyPosition]);
};

describe('the evidence of an agreement', () => {
  it('tells every step, seals the file once all have signed, and goes on after it', async () => {
    const id = await create();
    const { contentHash } = (await propose(id)).agreement;
    const both = await Promise.all([
      sign(id, contentHash, college),
      sign(id, contentHash, enterprise),
    ]);
    expect(both.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    await app.settle();
    const ended = { agreementId: id, reason: '双方另行商议' };
    await act(app, TERMINATE, ended, enterprise.administrator);
    const events = (await told(id)).filter(
      ([kind]) => !['DRAFTED', 'OPENED', 'CODE_SENT', 'CONFIRMED'].includes(kind),
    );
    expect(events.map(([kind]) => kind)).toEqual([
      'PROPOSED',
      'SIGNED',
      'SIGNED',
      'COMPLETED',
      'SEALED',
      'TERMINATED',
    ]);
    expect(events[0]).toEqual(['PROPOSED', 'ACCOUNT', 2]);
    expect(
      events
        .slice(1, 3)
        .map(([, , position]) => position)
        .sort(),
    ).toEqual([1, 2]);
    expect(events[4]).toEqual(['SEALED', 'SYSTEM', null]);
    const seal = await app.get(AgreementSealRepository).find(id);
    const manifest = manifestOf(await app.get(FileStore).read(seal?.fileId ?? ''));
    expect(manifest).toMatchObject({ agreementId: id, textHash: contentHash });
    expect(manifest?.events).toHaveLength(11);
  });

  it('is not begun by a text that cannot be printed whole', async () => {
    const id = await create({ terms: '本协议项下的各项事宜由𡘙先生代表乙方办理，甲方予以配合。' });
    expect((await propose(id)).userErrors).toEqual([
      { code: 'AGREEMENT_EVIDENCE_UNPRINTABLE', field: null },
    ]);
    expect((await told(id)).map(([kind]) => kind)).toEqual(['DRAFTED']);
  });

  it('has no seal for what was given up', async () => {
    const id = await create();
    await propose(id);
    await act(app, CANCEL, { agreementId: id, reason: '双方另行商议' }, enterprise.recruiter);
    await app.settle();
    expect((await told(id)).map(([kind]) => kind)).toEqual(['DRAFTED', 'PROPOSED', 'CANCELLED']);
    expect(await app.get(AgreementSealRepository).find(id)).toBeNull();
  });
});
