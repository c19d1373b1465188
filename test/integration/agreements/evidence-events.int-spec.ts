import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPublishedHeads } from '../../../src/core/audit/index.js';
import { ANONYMOUS } from '../../../src/core/auth/index.js';
import { runInContext, systemContext } from '../../../src/core/context/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { AgreementEventsRepository } from '../../../src/modules/agreements/evidence/agreement-events.repository.js';
import { AgreementEvents } from '../../../src/modules/agreements/evidence/agreement-events.service.js';
import { EventHeadPublisher } from '../../../src/modules/agreements/evidence/event-head-publisher.service.js';
import { EventHeadVerifier } from '../../../src/modules/agreements/evidence/event-head-verifier.service.js';
import { firstBadEvent } from '../../../src/modules/agreements/evidence/evidence-chain.js';
import { EvidenceSigner } from '../../../src/modules/agreements/evidence/evidence-signer.port.js';
import { AgreementsModule } from '../../../src/modules/agreements/index.js';
import { createAgreement } from '../../factories/agreement.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
let folder: string;
let events: AgreementEvents;
let publisher: EventHeadPublisher;
let verifier: EventHeadVerifier;
let uow: UnitOfWork;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-spec-'));
  app = await createTestApp({ modules: [AgreementsModule], env: { DATA_DIR: folder } });
  events = app.get(AgreementEvents);
  publisher = app.get(EventHeadPublisher);
  verifier = app.get(EventHeadVerifier);
  uow = app.get(UnitOfWork);
});
beforeEach(async () => {
  await app.database.truncateAll();
  await rm(publisher.file, { force: true });
  app.clock.release();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const append = (agreementId: string, kind: 'OPENED' | 'SIGNED' | 'COMPLETED' = 'OPENED') =>
  uow.run(() => events.append(agreementId, { kind, partyPosition: 1 }));
const chainOf = (agreementId: string) => app.get(AgreementEventsRepository).listOf(agreementId);

/** Statements as the owner of the database, who can switch triggers off. */
async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const client = await app.database.pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(statement, values);
  } finally {
    await client.query('SET session_replication_role = origin');
    client.release();
  }
}

const headsVerdict = async (): Promise<string> => {
  const { firstBad } = await verifier.verifyHeads(await readPublishedHeads(publisher.file));
  return firstBad ? `${firstBad.fault} ${String(firstBad.number)}` : 'intact';
};

describe('AgreementEvents', () => {
  it('writes who did what from where, chained to what came before', async () => {
    const { id, college } = await createAgreement(app);
    const { id: accountId } = college.administrator.account;
    app.clock.set('2026-11-22T08:00:00.123Z');
    const actor = { ...ANONYMOUS, kind: 'ACCOUNT' as const, accountId };
    const context = { ...systemContext('r'), actor, clientAddress: '203.0.113.7' };
    await append(id);
    const textHash = 'a'.repeat(64);
    await runInContext(context, () =>
      uow.run(() =>
        events.append(id, {
          kind: 'SIGNED',
          partyPosition: 2,
          documentHash: textHash,
          detail: { signatoryId: accountId, method: 'ONLINE' },
        }),
      ),
    );
    const chain = await chainOf(id);
    expect(chain.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, 'OPENED'],
      [2, 'SIGNED'],
    ]);
    expect(chain[1]).toMatchObject({
      agreementId: id,
      actorKind: 'ACCOUNT',
      actorId: accountId,
      partyPosition: 2,
      networkAddress: '203.0.113.*',
      documentHash: textHash,
      detail: `{"method":"ONLINE","signatoryId":"${accountId}"}`,
      occurredAt: new Date('2026-11-22T08:00:00.123Z'),
      previousHash: chain[0]?.hash,
    });
    expect(firstBadEvent(chain, [])).toBeNull();
  });

  it('numbers without a gap when many append at the same moment', async () => {
    const { id } = await createAgreement(app);
    await Promise.all(Array.from({ length: 40 }, () => append(id)));
    const chain = await chainOf(id);
    expect(chain.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    expect(firstBadEvent(chain, [])).toBeNull();
  });

  it('leaves nothing of what is rolled back, and no gap', async () => {
    const { id } = await createAgreement(app);
    const failing = uow.run(async () => {
      await events.append(id, { kind: 'SIGNED' });
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await append(id);
    expect((await chainOf(id)).map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, 'OPENED'],
    ]);
  });

  it('refuses personal data, a lonely call and an agreement that does not exist', async () => {
    const { id } = await createAgreement(app);
    const detail = { name: '张 三' };
    await expect(uow.run(() => events.append(id, { kind: 'OPENED', detail }))).rejects.toThrow(
      TypeError,
    );
    await expect(events.append(id, { kind: 'OPENED' })).rejects.toThrow('inside a unit of work');
    await expect(append('01930000-0000-7000-8000-000000000009')).rejects.toThrow(
      'There is no such agreement',
    );
  });

  it('tells of the last signature', async () => {
    const { id } = await createAgreement(app);
    await append(id, 'SIGNED');
    await append(id, 'COMPLETED');
    const { rows } = await app.database.pool.query<{ name: string; payload: object }>(
      `SELECT name, payload FROM outbox_events WHERE name = 'agreements.agreementCompleted'`,
    );
    expect(rows).toEqual([
      {
        name: 'agreements.agreementCompleted',
        payload: expect.objectContaining({ agreementId: id }),
      },
    ]);
  });
});

describe('evidence in the database', () => {
  it('is neither changed nor removed nor emptied', async () => {
    const { id } = await createAgreement(app);
    await append(id);
    await publisher.publish();
    for (const statement of [
      `UPDATE agreement_events SET kind = 'SIGNED'`,
      'DELETE FROM agreement_events',
      'TRUNCATE agreement_events',
      'UPDATE agreement_event_heads SET leaf_count = 0',
      'DELETE FROM agreement_event_heads',
      'TRUNCATE agreement_event_heads CASCADE',
      'UPDATE agreement_event_head_leaves SET sequence = 9',
      'DELETE FROM agreement_event_head_leaves',
      'TRUNCATE agreement_event_head_leaves',
      `UPDATE agreement_seals SET sha256 = ''`,
      'DELETE FROM agreement_seals',
      'TRUNCATE agreement_seals',
    ]) {
      await expect(app.database.pool.query(statement)).rejects.toMatchObject({ code: '23001' });
    }
    expect(await headsVerdict()).toBe('intact');
  });
});

describe('EventHeadPublisher', () => {
  it('fixes where every agreement stands that went on, signs it and writes it out', async () => {
    const one = await createAgreement(app);
    const other = await createAgreement(app);
    await append(one.id);
    await append(other.id);
    app.clock.set('2026-11-22T16:08:00Z');
    const first = await publisher.publish();
    expect(first).toMatchObject({ number: 1, leafCount: 2 });
    expect(await publisher.publish()).toBeNull();
    await append(one.id);
    expect(await publisher.publish()).toMatchObject({
      number: 2,
      leafCount: 1,
      previousHash: first?.hash,
    });
    const published = await readPublishedHeads(publisher.file);
    expect(published.map(({ sequence }) => sequence)).toEqual([1n, 2n]);
    expect(published[0]?.hash).toBe(first?.hash);
    expect(await headsVerdict()).toBe('intact');
  });

  it('writes out what a process that died had not', async () => {
    const { id } = await createAgreement(app);
    await append(id);
    await publisher.publish();
    await rm(publisher.file);
    expect(await publisher.publish()).toBeNull();
    expect((await readFile(publisher.file, 'utf8')).trim().split('\n')).toHaveLength(1);
  });

  it('makes no two heads of one number when several publish at once', async () => {
    const { id } = await createAgreement(app);
    await append(id);
    const made = await Promise.all([publisher.publish(), publisher.publish(), publisher.publish()]);
    expect(made.filter((head) => head !== null)).toHaveLength(1);
    expect(await headsVerdict()).toBe('intact');
  });

  it('is public, with the keys that verify it', async () => {
    const { id } = await createAgreement(app);
    await append(id);
    const head = await publisher.publish();
    const url = await app.url();
    const lines = (await (await fetch(`${url}/evidence/heads.jsonl`)).text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ sequence: '1', hash: head?.hash, signature: head?.signature }),
    ]);
    expect(await (await fetch(`${url}/evidence/heads.jsonl?after=1`)).text()).toBe('');
    expect(await (await fetch(`${url}/evidence/keys.json`)).json()).toEqual({
      keys: [
        expect.objectContaining({
          id: app.get(EvidenceSigner).keyId,
          algorithm: 'Ed25519',
          isCurrent: true,
        }),
      ],
    });
  });
});

describe('EventHeadVerifier', () => {
  const TAMPERINGS: readonly (readonly [string, string])[] = [
    [`UPDATE agreement_event_heads SET published_at = now() WHERE number = 2`, 'CHANGED 2'],
    [`UPDATE agreement_event_head_leaves SET sequence = 9 WHERE head_number = 2`, 'CHANGED 2'],
    [`DELETE FROM agreement_event_head_leaves WHERE head_number = 1`, 'CHANGED 1'],
    [`DELETE FROM agreement_event_heads WHERE number = 2`, 'MISSING 2'],
    [`DELETE FROM agreement_event_heads WHERE number = 3`, 'MISSING 3'],
    [`UPDATE agreement_event_heads SET signature = 'AAAA' WHERE number = 1`, 'SIGNATURE_INVALID 1'],
    [`UPDATE agreement_event_heads SET key_id = repeat('0', 32) WHERE number = 3`, 'KEY_UNKNOWN 3'],
  ];

  it.each(TAMPERINGS)('after %s says %s', async (statement, said) => {
    const { id } = await createAgreement(app);
    for (let n = 0; n < 3; n += 1) {
      await append(id);
      await publisher.publish();
    }
    await asOwner(statement);
    expect(await headsVerdict()).toBe(said);
  });
});
