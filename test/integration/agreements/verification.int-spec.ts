import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { FileStore } from '../../../src/core/storage/index.js';
import { AgreementEvents } from '../../../src/modules/agreements/evidence/agreement-events.service.js';
import {
  AgreementSealRepository,
  type AgreementSeal,
} from '../../../src/modules/agreements/evidence/agreement-seal.repository.js';
import { AgreementSealer } from '../../../src/modules/agreements/evidence/agreement-sealer.service.js';
import { AllSealsVerifier } from '../../../src/modules/agreements/evidence/all-seals-verifier.service.js';
import { SEAL_FAULTS } from '../../../src/modules/agreements/evidence/fault-words.js';
import { VerifyAgreementsCommand } from '../../../src/modules/agreements/evidence/verify-agreements.command.js';
import { AllEventsVerifier } from '../../../src/modules/agreements/evidence/all-events-verifier.service.js';
import { EventHeadPublisher } from '../../../src/modules/agreements/evidence/event-head-publisher.service.js';
import { VerifyAgreementCommand } from '../../../src/modules/agreements/evidence/verify-agreement.command.js';
import { AgreementsModule } from '../../../src/modules/agreements/index.js';
import { createAgreement } from '../../factories/agreement.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
let folder: string;
let agreement: Awaited<ReturnType<typeof createAgreement>>;
let seal: AgreementSeal;
let path: string;
let pdf: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verification-spec-'));
  app = await createTestApp({ modules: [AgreementsModule], env: { DATA_DIR: folder } });
  path = join(folder, 'agreement.pdf');
});
beforeEach(async () => {
  await app.database.truncateAll();
  await rm(app.get(EventHeadPublisher).file, { force: true });
  agreement = await createAgreement(app);
  await app.get(UnitOfWork).run(async () => {
    for (const kind of ['PROPOSED', 'OPENED', 'SIGNED', 'SIGNED', 'COMPLETED'] as const) {
      await app.get(AgreementEvents).append(agreement.id, { kind });
    }
  });
  await app.get(AgreementSealer).seal(agreement.id);
  await app.get(EventHeadPublisher).publish();
  const found = await app.get(AgreementSealRepository).find(agreement.id);
  if (!found) throw new Error('It is not sealed');
  seal = found;
  pdf = await app.get(FileStore).read(seal.fileId);
  await writeFile(path, pdf);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

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

async function runOf(
  command: VerifyAgreementCommand | VerifyAgreementsCommand,
  options: Record<string, string | undefined>,
  args: readonly string[] = [],
) {
  const lines: string[] = [];
  const output = { line: (text: string) => void lines.push(text), note: () => undefined };
  const code = await command.run({ args: [...args], options }, output);
  return { code, text: lines.join('\n') };
}

const verify = (options: Record<string, string | undefined> = {}, file = path) =>
  runOf(app.get(VerifyAgreementCommand), options, [file]);
const verifyAll = () => runOf(app.get(VerifyAgreementsCommand), {});

describe('verify agreement', () => {
  it('finds a sealed file intact, by its hash, its number or what it says itself', async () => {
    for (const options of [{}, { number: seal.agreementNumber }]) {
      const { code, text } = await verify(options);
      expect(code).toBe(0);
      expect(text).toContain('File       as sealed');
      expect(text).toContain(`Signature  valid (key ${seal.keyId})`);
      expect(text).toContain('Text       as signed');
      expect(text).toContain('Events     6 intact');
      expect(text).toContain('Heads      1 intact, 1 of them published');
      expect(text.endsWith('\nINTACT')).toBe(true);
    }
  });

  it('finds one changed byte of the file', async () => {
    const changed = Buffer.from(pdf);
    changed[2_000] = (changed[2_000] ?? 0) ^ 1;
    await writeFile(path, changed);
    const { code, text } = await verify();
    expect(code).toBe(1);
    expect(text).toContain('File       BROKEN');
    expect(text).toContain('Signature  BROKEN');
  });

  it.each([
    [`UPDATE agreement_events SET kind = 'VIEWED' WHERE sequence = 2`, 'event 2 (id '],
    [`UPDATE agreement_events SET occurred_at = now() WHERE sequence = 6`, 'event 6 (id '],
    ['DELETE FROM agreement_events WHERE sequence = 3', 'event 3 was deleted'],
    ['DELETE FROM agreement_events WHERE sequence >= 4', 'event 4 and all after it are gone'],
    ['DELETE FROM agreement_events', 'event 1 and all after it are gone'],
    [`UPDATE agreement_clauses SET body = 'x'`, 'Text       BROKEN: the document differs'],
    [`UPDATE agreement_seals SET signature = 'AAAA'`, 'Signature  BROKEN'],
    [`UPDATE agreement_seals SET event_hash = repeat('0', 64)`, 'event 5 (id '],
    [`UPDATE agreement_event_head_leaves SET sequence = 5`, 'Heads      BROKEN: head 1 CHANGED'],
    [`DELETE FROM agreement_event_heads`, 'Heads      BROKEN: head 1 MISSING'],
  ])('after %s says: %s', async (statement, said) => {
    await asOwner(statement);
    const { code, text } = await verify();
    expect(code).toBe(1);
    expect(text).toContain(said);
    expect(text.endsWith('\nBROKEN')).toBe(true);
  });

  it('says what it does not know', async () => {
    await writeFile(path, 'no agreement at all');
    expect(await verify()).toMatchObject({
      code: 2,
      text: expect.stringContaining('No agreement sealed here') as string,
    });
    expect(await verify({}, join(folder, 'missing.pdf'))).toMatchObject({ code: 2 });
  });

  it('checks a file the database has lost against its detached signature', async () => {
    const detached = await app.get(FileStore).read(seal.signatureFileId);
    const signature = join(folder, 'agreement.sig.txt');
    await writeFile(signature, detached);
    await asOwner('DELETE FROM agreement_seals');
    const { code, text } = await verify({ signature });
    expect(code).toBe(2);
    expect(text).toContain('Signature  valid');
  });
});

describe('AllEventsVerifier', () => {
  it('walks all chains and names each that is broken', async () => {
    const other = await createAgreement(app);
    await app
      .get(UnitOfWork)
      .run(() => app.get(AgreementEvents).append(other.id, { kind: 'PROPOSED' }));
    await app.get(EventHeadPublisher).publish();
    const all = app.get(AllEventsVerifier);
    expect(await all.verifyAll()).toEqual({ eventCount: 7, agreementCount: 2, bad: [] });
    await asOwner('DELETE FROM agreement_events WHERE agreement_id = $1', [other.id]);
    await asOwner(`UPDATE agreement_events SET kind = 'VIEWED' WHERE sequence = 2`);
    expect((await all.verifyAll()).bad).toEqual([
      expect.objectContaining({ agreementId: agreement.id, fault: 'EDITED', sequence: 2 }),
      { agreementId: other.id, fault: 'TRUNCATED', sequence: 1, eventId: null },
    ]);
  });
});

describe('verify agreements', () => {
  it('finds everything intact', async () => {
    expect(await verifyAll()).toEqual({
      code: 0,
      text: 'Events     6 of 1 agreements\nFiles      1 sealed\nHeads      1\nINTACT',
    });
  });

  const chunks = (of: 'file_id' | 'signature_file_id', change: string) =>
    `UPDATE stored_file_chunks SET bytes = ${change} WHERE file_id = (SELECT ${of} FROM agreement_seals)`;
  it.each([
    [chunks('file_id', `set_byte(bytes, 2000, (get_byte(bytes, 2000) + 1) % 256)`), 'FILE_CHANGED'],
    [chunks('file_id', 'substring(bytes from 1 for length(bytes) / 2)'), 'FILE_CHANGED'],
    ['DELETE FROM stored_file_chunks', 'FILE_MISSING'],
    [`UPDATE agreement_seals SET sha256 = repeat('0', 64)`, 'FILE_CHANGED'],
    [`UPDATE agreement_seals SET signature = 'AAAA'`, 'SIGNATURE_INVALID'],
    [`UPDATE agreement_seals SET key_id = repeat('0', 32)`, 'KEY_UNKNOWN'],
    [chunks('signature_file_id', `'{}'::bytea`), 'SIGNATURE_FILE_CHANGED'],
    [`UPDATE agreement_clauses SET body = 'x'`, 'TEXT_CHANGED'],
    [`UPDATE agreement_events SET document_hash = null WHERE kind = 'SEALED'`, 'EVENTS_CHANGED'],
    ['DELETE FROM agreement_seals', 'SEAL_MISSING'],
  ] as const)('after %s says %s', async (statement, fault) => {
    await asOwner(statement);
    expect((await app.get(AllSealsVerifier).verifyAll()).bad).toEqual([
      { agreementId: agreement.id, fault },
    ]);
    const { code, text } = await verifyAll();
    expect(code).toBe(1);
    expect(text).toContain(`agreement ${agreement.id}: ${SEAL_FAULTS[fault]}`);
    expect(text.endsWith('\nBROKEN')).toBe(true);
  });

  it('names the event and the head that are not as they were written', async () => {
    await asOwner(`UPDATE agreement_events SET kind = 'VIEWED' WHERE sequence = 2`);
    await asOwner('UPDATE agreement_event_head_leaves SET sequence = 5');
    const { code, text } = await verifyAll();
    expect(code).toBe(1);
    expect(text).toMatch(new RegExp(`agreement ${agreement.id}: event 2 \\(id .* was edited`));
    expect(text).toContain('BROKEN     head 1 CHANGED');
  });
});

describe('agreementVerification', () => {
  const ask = async (variables: object) => {
    const { data } = await app.gql<{ agreementVerification: Record<string, unknown> | null }>(
      `query ($sha256: String, $number: String, $code: String) {
        agreementVerification(sha256: $sha256, number: $number, code: $code) {
          agreementNumber kindName partyNames sha256 keyId firstBadEvent firstBadEventFault checks { code isPassed } } }`,
      variables,
    );
    return data.agreementVerification;
  };

  it('is opened by the file, or by number and code, and says nothing secret', async () => {
    const numbered = { number: seal.agreementNumber, code: seal.textHash.slice(0, 12) };
    for (const sought of [{ sha256: seal.sha256 }, numbered]) {
      expect(await ask(sought)).toEqual({
        agreementNumber: seal.agreementNumber,
        kindName: 'School–enterprise cooperation',
        partyNames: [agreement.college.name, agreement.enterprise.name],
        sha256: seal.sha256,
        keyId: seal.keyId,
        firstBadEvent: null,
        firstBadEventFault: null,
        checks: ['FILE', 'SIGNATURE', 'TEXT', 'EVENTS'].map((code) => ({ code, isPassed: true })),
      });
    }
  });

  it('is not opened by counting numbers or guessing hashes', async () => {
    expect(await ask({ number: seal.agreementNumber, code: '000000000000' })).toBeNull();
    expect(await ask({ number: seal.agreementNumber })).toBeNull();
    expect(await ask({ sha256: '0'.repeat(64) })).toBeNull();
    expect(await ask({})).toBeNull();
  });

  it('names the first event that is not as it was written', async () => {
    await asOwner(`UPDATE agreement_events SET kind = 'VIEWED' WHERE sequence = 2`);
    await asOwner(`UPDATE stored_file_chunks SET bytes = bytes || 'x'::bytea WHERE file_id = $1`, [
      seal.fileId,
    ]);
    const found = await ask({ sha256: seal.sha256 });
    expect(found).toMatchObject({ firstBadEvent: 2, firstBadEventFault: 'EDITED' });
    expect(found?.checks).toEqual([
      { code: 'FILE', isPassed: false },
      { code: 'SIGNATURE', isPassed: false },
      { code: 'TEXT', isPassed: true },
      { code: 'EVENTS', isPassed: false },
    ]);
  });
});
