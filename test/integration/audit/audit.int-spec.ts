import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import {
  AuditHeadPublisher,
  AuditSealer,
  AuditTrail,
  AuditVerifier,
} from '../../../src/core/audit/index.js';
import type { ChainHead } from '../../../src/core/audit/audit-chain.js';
import { publishHead, readPublishedHeads } from '../../../src/core/audit/audit-heads.js';
import { AuditRepository } from '../../../src/core/audit/audit.repository.js';
import { VerifyAuditCommand } from '../../../src/core/audit/verify-audit.command.js';
import { ANONYMOUS, type Actor } from '../../../src/core/auth/index.js';
import { Ids, uuidv7 } from '../../../src/core/clock/index.js';
import { AppConfig, type Env } from '../../../src/core/config/index.js';
import { runInContext, systemContext } from '../../../src/core/context/index.js';
import type { UnitOfWork } from '../../../src/core/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { TestClock } from '../../support/test-clock.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';
import { tamperings } from './tamperings.js';

const clock = new TestClock();
let database: TestDatabase;
let uow: UnitOfWork;
let closeWork: () => Promise<void>;
let folder: string;
let trail: AuditTrail;
let sealer: AuditSealer;
let verifier: AuditVerifier;
let publisher: AuditHeadPublisher;

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'audit-spec-'));
  const work = createUnitOfWork(database.url);
  ({ uow } = work);
  closeWork = () => work.close();
  const repository = new AuditRepository(uow);
  const env: Pick<Env, 'DATA_DIR'> = { DATA_DIR: folder };
  trail = new AuditTrail(uow, repository, clock, new Ids(clock));
  sealer = new AuditSealer(uow, repository, clock);
  verifier = new AuditVerifier(repository, clock);
  publisher = new AuditHeadPublisher(repository, clock, new AppConfig(env as Env));
});
beforeEach(async () => {
  await database.truncateAll();
  await rm(publisher.file, { force: true });
  clock.release();
});
afterAll(async () => {
  await sealer.stop();
  await closeWork();
  await database.drop();
  await rm(folder, { recursive: true });
});

const append = (n: number): Promise<void> =>
  uow.run(() =>
    trail.append({
      action: `act${String(n % 7)}`,
      subjectType: 'spec',
      subjectId: uuidv7(Date.now()),
      detail: { number: n, codes: ['A', 'B'], note: null },
    }),
  );

/** Writes and seals `count` entries, in batches of odd sizes. */
async function sealedEntries(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await append(n);
  while ((await sealer.sealOnce(7)) > 0);
}

async function verify(published: readonly ChainHead[] = []): Promise<string> {
  const { firstBad } = await verifier.verifyAudit(published);
  return firstBad ? `${firstBad.fault} ${String(firstBad.sequence)}` : 'intact';
}

/** Statements as the owner of the database, who can switch triggers off. */
async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(statement, values);
  } finally {
    await client.query('SET session_replication_role = origin');
    client.release();
  }
}

describe('AuditTrail', () => {
  it('writes who did what in the transaction of the action', async () => {
    clock.set('2026-03-02T08:00:00.123Z');
    const accountId = uuidv7(1);
    const actor: Actor = { ...ANONYMOUS, kind: 'ACCOUNT', accountId };
    await runInContext({ ...systemContext('request-1'), actor }, () =>
      uow.run(() =>
        trail.append({ action: 'publishJobPosting', detail: { postingId: accountId } }),
      ),
    );
    const { rows } = await database.pool.query(
      'SELECT action, actor_kind, actor_id, subject_type, detail, request_id, occurred_at, sequence FROM audit_entries',
    );
    expect(rows).toEqual([
      {
        action: 'publishJobPosting',
        actor_kind: 'ACCOUNT',
        actor_id: accountId,
        subject_type: null,
        detail: { postingId: accountId },
        request_id: 'request-1',
        occurred_at: new Date('2026-03-02T08:00:00.123Z'),
        sequence: null,
      },
    ]);
  });

  it('leaves nothing when the action rolls back', async () => {
    const failing = uow.run(async () => {
      await trail.append({ action: 'x' });
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    const { rows } = await database.pool.query('SELECT 1 FROM audit_entries');
    expect(rows).toEqual([]);
  });

  it('refuses to write outside a unit of work', async () => {
    await expect(trail.append({ action: 'x' })).rejects.toThrow('inside a unit of work');
  });

  it.each(['anna@example.org', '13812341234', '+8613812341234', '张 三', 'a'.repeat(201)])(
    'refuses %s as detail',
    async (value) => {
      await expect(uow.run(() => trail.append({ action: 'x', detail: { value } }))).rejects.toThrow(
        TypeError,
      );
      await expect(
        uow.run(() => trail.append({ action: 'x', detail: { value: ['a', value] } })),
      ).rejects.toThrow(TypeError);
    },
  );

  it('is protected by the database: no change, no second seal, no removal', async () => {
    await sealedEntries(2);
    await append(3);
    for (const statement of [
      `UPDATE audit_entries SET action = 'other' WHERE sequence = 1`,
      `UPDATE audit_entries SET sequence = NULL, hash = NULL, sealed_at = NULL WHERE sequence = 1`,
      `UPDATE audit_entries SET sequence = 9, hash = 'x', previous_hash = 'y', sealed_at = now() WHERE sequence = 1`,
      `UPDATE audit_entries SET action = 'other' WHERE sequence IS NULL`,
      `UPDATE audit_entries SET sequence = 3, hash = 'x', previous_hash = 'y', sealed_at = now(), actor_id = NULL, detail = '{}' WHERE sequence IS NULL`,
      `DELETE FROM audit_entries`,
      `TRUNCATE audit_entries`,
    ]) {
      await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '23001' });
    }
    expect(await verify()).toBe('intact');
  });
});

describe('AuditSealer', () => {
  it('numbers without a gap while several workers seal and many write', async () => {
    const others = [1, 2].map(() => {
      const work = createUnitOfWork(database.url, 2);
      return { work, sealer: new AuditSealer(work.uow, new AuditRepository(work.uow), clock) };
    });
    const sealers = [sealer, ...others.map((other) => other.sealer)];
    for (const each of sealers) each.start();
    await Promise.all(Array.from({ length: 120 }, (_, n) => append(n)));
    const deadline = Date.now() + 10_000;
    let sealed = 0;
    while (sealed < 120 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { rows } = await database.pool.query<{ sealed: number }>(
        'SELECT count(sequence)::int AS sealed FROM audit_entries',
      );
      sealed = rows[0]?.sealed ?? 0;
    }
    await Promise.all(sealers.map((each) => each.stop()));
    await Promise.all(others.map(({ work }) => work.close()));
    expect(sealed).toBe(120);
    const verdict = await verifier.verifyAudit([]);
    expect([verdict.firstBad, verdict.checkedCount, verdict.head.sequence]).toEqual([
      null,
      120,
      120n,
    ]);
  });

  it('leaves out what is not committed yet and takes it later, whatever its id', async () => {
    let commit: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (commit = resolve));
    const early = uow.run(async () => {
      await trail.append({ action: 'early' });
      await held;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await append(1);
    expect(await sealer.sealOnce()).toBe(1);
    commit();
    await early;
    expect(await sealer.sealOnce()).toBe(1);
    const { rows } = await database.pool.query<{ action: string }>(
      'SELECT action FROM audit_entries ORDER BY sequence',
    );
    expect(rows.map(({ action }) => action)).toEqual(['act1', 'early']);
    expect(await verify()).toBe('intact');
  });

  it('is about a second behind at most', async () => {
    sealer.start();
    const began = Date.now();
    await append(1);
    let sealed = false;
    while (!sealed && Date.now() - began < 5_000) {
      const { rows } = await database.pool.query('SELECT 1 FROM audit_entries WHERE sequence = 1');
      sealed = rows.length === 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await sealer.stop();
    expect(Date.now() - began).toBeLessThan(3_000);
  });
});

describe('AuditVerifier', () => {
  const COUNT = 40;

  it('finds 200 random tamperings by the owner of the database and names the first bad entry', async () => {
    let seed = 20_260_302;
    const random = (): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed / 2 ** 32;
    };
    const pick = (from: number, to: number): number =>
      from + Math.floor(random() * (to - from + 1));
    const kinds = tamperings(asOwner, database.pool, COUNT);
    await sealedEntries(COUNT);
    const head = await publisher.publish();
    if (!head) throw new Error('The chain is empty');
    expect(await verify([head])).toBe('intact');
    await database.pool.query('CREATE TABLE kept AS SELECT * FROM audit_entries');

    const wrong: string[] = [];
    for (let n = 0; n < 200; n += 1) {
      const tamper = kinds[n % kinds.length];
      if (!tamper) throw new Error('No way to tamper');
      const expected = await tamper(pick);
      const said = await verify([head]);
      if (said !== expected) wrong.push(`${String(n)}: ${said} instead of ${expected}`);
      await asOwner('DELETE FROM audit_entries');
      await asOwner('INSERT INTO audit_entries SELECT * FROM kept');
    }
    await database.pool.query('DROP TABLE kept');
    expect(wrong).toEqual([]);
    expect(await verify([head])).toBe('intact');
  });

  it('finds a chain that was cut and has grown again', async () => {
    await sealedEntries(10);
    const head = await publisher.publish();
    await asOwner('DELETE FROM audit_entries WHERE sequence > 5');
    await sealedEntries(10);
    expect(await verify()).toBe('intact');
    expect(await verify(head ? [head] : [])).toBe('NOT_AS_PUBLISHED 10');
  });

  it('counts entries that nobody seals', async () => {
    await append(1);
    expect((await verifier.verifyAudit([])).overdueCount).toBe(0);
    clock.advance({ minutes: 2 });
    expect((await verifier.verifyAudit([])).overdueCount).toBe(1);
  });
});

describe('published heads and verify-audit', () => {
  it('appends one line a day and reads them back', async () => {
    expect(await publisher.publish()).toBeNull();
    await sealedEntries(3);
    await publisher.publish();
    await sealedEntries(2);
    await publisher.publish();
    expect((await readPublishedHeads(publisher.file)).map(({ sequence }) => sequence)).toEqual([
      3n,
      5n,
    ]);
    expect(await readPublishedHeads(join(folder, 'none.jsonl'))).toEqual([]);
    await publishHead(
      join(folder, 'a/b/heads.jsonl'),
      { sequence: 1n, hash: 'a'.repeat(64) },
      new Date(0),
    );
    expect(await readFile(join(folder, 'a/b/heads.jsonl'), 'utf8')).toBe(
      `{"sequence":"1","hash":"${'a'.repeat(64)}","publishedAt":"1970-01-01T00:00:00.000Z"}\n`,
    );
    await writeFile(join(folder, 'bad.jsonl'), '{"sequence":"1"}\n');
    await expect(readPublishedHeads(join(folder, 'bad.jsonl'))).rejects.toThrow();
  });

  it('says what is wrong and exits with 1', async () => {
    const command = new VerifyAuditCommand(verifier, publisher);
    const said: string[] = [];
    const output = { line: (text: string) => void said.push(text), note: () => undefined };
    await sealedEntries(5);
    await publisher.publish();
    expect(await command.run({ args: [], options: {} }, output)).toBe(0);
    await asOwner(`UPDATE audit_entries SET action = 'x' WHERE sequence = 3`);
    const { rows } = await database.pool.query<{ id: string }>(
      'SELECT id FROM audit_entries WHERE sequence = 3',
    );
    expect(await command.run({ args: [], options: {} }, output)).toBe(1);
    await asOwner('DELETE FROM audit_entries WHERE sequence >= 3');
    expect(await command.run({ args: [], options: { heads: publisher.file } }, output)).toBe(1);
    expect(said[0]).toMatch(/^Intact: 5 entries, head 5 [0-9a-f]{64}$/);
    expect(said.slice(1)).toEqual([
      `BROKEN: entry 3 (id ${rows[0]?.id ?? ''}) is not what was sealed.`,
      'BROKEN: entry 3 is not the one that was published.',
    ]);
  });
});
