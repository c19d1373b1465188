import { createHash } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { FileStore } from '../../../src/core/storage/index.js';
import { AgreementEventsRepository } from '../../../src/modules/agreements/evidence/agreement-events.repository.js';
import { AgreementEvents } from '../../../src/modules/agreements/evidence/agreement-events.service.js';
import {
  AgreementSealRepository,
  type AgreementSeal,
} from '../../../src/modules/agreements/evidence/agreement-seal.repository.js';
import { AgreementSealer } from '../../../src/modules/agreements/evidence/agreement-sealer.service.js';
import { parseSignatureFile } from '../../../src/modules/agreements/evidence/detached-signature.js';
import { manifestOf } from '../../../src/modules/agreements/evidence/document/evidence-manifest.js';
import { EvidenceSigner } from '../../../src/modules/agreements/evidence/evidence-signer.port.js';
import {
  SEAL_STEPS,
  SealSteps,
  type SealStep,
} from '../../../src/modules/agreements/evidence/seal-steps.js';
import { SealWatch } from '../../../src/modules/agreements/evidence/seal-watch.service.js';
import { AgreementsModule } from '../../../src/modules/agreements/index.js';
import { createAgreement, type AgreementOptions } from '../../factories/agreement.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';
import { readPdf } from '../../support/pdf-glyphs.js';

let app: TestApp;
let sealer: AgreementSealer;
let steps: SealSteps;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
  sealer = app.get(AgreementSealer);
  steps = app.get(SealSteps);
});
beforeEach(async () => {
  await app.database.truncateAll();
  app.clock.release();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => app.close());

/** An agreement that both have signed a moment ago, with the events that tell of it. */
async function completed(options: AgreementOptions = {}) {
  const agreement = await createAgreement(app, options);
  const events = app.get(AgreementEvents);
  await app.get(UnitOfWork).run(async () => {
    for (const partyPosition of [1, 2]) {
      const documentHash = agreement.contentHash;
      await events.append(agreement.id, { kind: 'SIGNED', partyPosition, documentHash });
    }
    await events.append(agreement.id, { kind: 'COMPLETED', documentHash: agreement.contentHash });
  });
  return agreement;
}

const sealOf = (id: string): Promise<AgreementSeal | null> =>
  app.get(AgreementSealRepository).find(id);
const filesOf = async (id: string): Promise<number> => {
  const { rows } = await app.database.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM stored_files WHERE purpose = 'agreementSeal' AND subject_id = $1`,
    [id],
  );
  return rows[0]?.count ?? 0;
};

describe('sealing', () => {
  it('follows the last signature, with file, signature, seal and event', async () => {
    const { id, contentHash, college } = await completed({ title: '与䶮㛃𬱖学院合作协议' });
    await app.settle();
    const seal = await sealOf(id);
    if (!seal) throw new Error('It is not sealed');
    const pdf = await app.get(FileStore).read(seal.fileId);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(seal.sha256);
    const signature = Buffer.from(seal.signature, 'base64');
    const signer = app.get(EvidenceSigner);
    expect(await signer.check(seal.keyId, pdf, signature)).toBe('VALID');
    expect(seal.textHash).toBe(contentHash);

    const chain = await app.get(AgreementEventsRepository).listOf(id);
    expect(chain.map(({ kind }) => kind)).toEqual(['SIGNED', 'SIGNED', 'COMPLETED', 'SEALED']);
    expect(chain[3]?.documentHash).toBe(seal.sha256);
    expect(manifestOf(pdf)?.events).toEqual(chain.slice(0, 3).map(({ hash }) => hash));

    const text = (await readPdf(pdf)).map((page) => page.text).join('');
    expect(text).toContain('与䶮㛃𬱖学院合作协议');
    expect(text).toContain(college.name);
    expect(text).toContain('每年接收学生：40名');
    expect(text).toContain('签署证明');

    const detached = await app.get(FileStore).read(seal.signatureFileId);
    expect(parseSignatureFile(detached.toString())).toEqual({
      algorithm: 'Ed25519',
      keyId: seal.keyId,
      sha256: seal.sha256,
      signature: seal.signature,
    });
  });

  it('happens once, however often and by however many it is asked for', async () => {
    const { id } = await completed();
    const answers = await Promise.all(Array.from({ length: 6 }, () => sealer.seal(id)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await sealer.seal(id)).toBe(false);
    await app.settle();
    expect(await filesOf(id)).toBe(2);
  });

  it.each(SEAL_STEPS)('is whole after a process that died at %s', async (step: SealStep) => {
    const { id } = await completed();
    const original = steps.reached.bind(steps);
    vi.spyOn(steps, 'reached').mockImplementation((reached) =>
      reached === step ? Promise.reject(new Error('died')) : original(reached),
    );
    await expect(sealer.seal(id)).rejects.toThrow('died');
    const before = await sealOf(id);
    expect(before === null).toBe(step !== 'committed');
    expect(await filesOf(id)).toBe(step === 'committed' ? 2 : 0);
    vi.restoreAllMocks();
    expect(await sealer.seal(id)).toBe(step !== 'committed');
    const after = await sealOf(id);
    expect(await filesOf(id)).toBe(2);
    if (before) expect(after?.sha256).toBe(before.sha256);
  });

  it('begins again when the agreement goes on meanwhile', async () => {
    const { id } = await completed();
    let isFirst = true;
    vi.spyOn(steps, 'reached').mockImplementation(async (reached) => {
      if (reached !== 'signed' || !isFirst) return;
      isFirst = false;
      await app
        .get(UnitOfWork)
        .run(() => app.get(AgreementEvents).append(id, { kind: 'TOOK_EFFECT' }));
    });
    expect(await sealer.seal(id)).toBe(true);
    expect((await sealOf(id))?.eventSequence).toBe(4);
    expect(await filesOf(id)).toBe(2);
  });

  it('does not touch what not all have signed', async () => {
    const { id } = await createAgreement(app, { state: 'PARTIALLY_SIGNED' });
    await app.get(UnitOfWork).run(() => app.get(AgreementEvents).append(id, { kind: 'SIGNED' }));
    expect(await sealer.seal(id)).toBe(false);
    expect(await filesOf(id)).toBe(0);
  });

  it('refuses a text that is not the one that was signed', async () => {
    Logger.overrideLogger(false);
    const { id } = await completed();
    const client = await app.database.pool.connect();
    await client.query('SET session_replication_role = replica');
    await client.query(`UPDATE agreement_clauses SET body = '另一份文本' WHERE agreement_id = $1`, [
      id,
    ]);
    await client.query('SET session_replication_role = origin');
    client.release();
    await expect(sealer.seal(id)).rejects.toThrow('its text is not the one its hash is of');
    expect(await sealOf(id)).toBeNull();
  });
});

describe('SealWatch', () => {
  it('finds what was left unsealed, and raises the alarm after a minute', async () => {
    const alarm = vi.spyOn(Logger.prototype, 'error').mockReturnValue(undefined);
    const { id } = await completed();
    const watch = app.get(SealWatch);
    expect(await watch.sweep()).toBe(0);
    app.clock.advance({ seconds: 20 });
    expect(await watch.sweep()).toBe(1);
    expect(alarm).not.toHaveBeenCalled();
    app.clock.advance({ minutes: 1 });
    expect(await watch.sweep()).toBe(1);
    expect(alarm).toHaveBeenCalledWith(expect.objectContaining({ count: 1, agreementIds: [id] }));
    await app.settle();
    expect(await watch.sweep()).toBe(0);
    expect(await filesOf(id)).toBe(2);
  });
});
