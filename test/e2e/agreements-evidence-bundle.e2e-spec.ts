import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chained,
  FIRST_PREVIOUS_HASH,
  verifyBundleFile,
} from '../../src/modules/agreements/index.js';
import type { ChainedEvent } from '../../src/modules/agreements/evidence/evidence-chain.js';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount } from '../factories/account.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { act, CONTENT, CREATE, PROPOSE, signFor } from './agreements.support.js';
import { keyed } from './applications.support.js';
import { NOW } from './job-postings.support.js';

type Stored = Omit<ChainedEvent, 'occurredAt'> & { readonly occurredAt: string };
interface Bundle {
  agreementNumber: string;
  file: string;
  signature: { keyId: string; signature: string };
  keys: { id: string; algorithm: string; publicKey: string }[];
  events: Stored[];
}

let app: TestApp;
let folder: string;
let id: string;
let bundle: Bundle;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;

interface Sealed {
  readonly agreement: { readonly sealedFile: { readonly evidenceDownloadUrl: string } } | null;
}

const addressFor = async (as: As): Promise<string | null> =>
  (
    await app.gql<Sealed>(
      'query ($id: ID!) { agreement(id: $id) { sealedFile { evidenceDownloadUrl } } }',
      { id },
      { as },
    )
  ).data?.agreement?.sealedFile.evidenceDownloadUrl ?? null;

const fetched = (address: string) => {
  const { pathname, search } = new URL(address);
  return app.http({ method: 'GET', url: pathname + search });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongqiao-evidence-'));
  app = await createTestApp({ modules: [AgreementsModule] });
  app.clock.set(NOW);
  const enterprise = await createEnterpriseWithRecruiter(app);
  college = await createCollegeWithClerk(app);
  const input = keyed({ organisationId: enterprise.id, partnerId: college.id, content: CONTENT });
  id = (await act(app, CREATE, input, enterprise.recruiter)).agreement.id;
  const proposal = keyed({ agreementId: id });
  const { contentHash } = (await act(app, PROPOSE, proposal, enterprise.recruiter)).agreement;
  await signFor(app, { id, contentHash }, 1, college.administrator);
  await signFor(app, { id, contentHash }, 2, enterprise.administrator);
  await app.settle();
  bundle = (await fetched((await addressFor(college.clerk)) ?? '')).json<Bundle>();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

/** Exit code, and what was said. */
async function verified(text: string, keys?: object): Promise<[code: number, told: string]> {
  const [path, keysPath] = [join(folder, 'evidence.json'), join(folder, 'keys.json')];
  await writeFile(path, text);
  if (keys) await writeFile(keysPath, JSON.stringify(keys));
  const lines: string[] = [];
  const output = { line: (line: string) => lines.push(line) };
  const code = await verifyBundleFile(path, keys ? keysPath : null, output as never);
  return [code, lines.join('\n')];
}

const changed = (changes: Partial<Bundle>): string => JSON.stringify({ ...bundle, ...changes });
const edited = (at: number, changes: Partial<Stored>): string =>
  changed({ events: bundle.events.map((each, i) => (i === at ? { ...each, ...changes } : each)) });

describe('the evidence of an agreement', () => {
  it('is had by who sees the agreement, for five minutes', async () => {
    expect(await addressFor(await createAccount(app))).toBeNull();
    const address = (await addressFor(college.clerk)) ?? '';
    const answer = await fetched(address);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect((await fetched(address.replace('evidence/bundles', 'evidence/previews'))).status).toBe(
      404,
    );
    app.clock.advance({ minutes: 6 });
    expect((await fetched(address)).status).toBe(409);
  });

  it('is intact by itself, and with the keys that the platform publishes', async () => {
    const [code, told] = await verified(JSON.stringify(bundle));
    expect(code).toBe(0);
    expect(told).toContain(`Events     ${String(bundle.events.length)} intact`);
    expect(told).toContain('compare its id');
    const published = (
      await app.http({ method: 'GET', url: '/evidence/keys.json' })
    ).json<object>();
    const [withKeys, words] = await verified(JSON.stringify(bundle), published);
    expect([withKeys, words.endsWith('INTACT'), words.includes('compare its id')]).toEqual([
      0,
      true,
      false,
    ]);
  });

  it('names the event that was changed, taken out, moved or cut off', async () => {
    const { events } = bundle;
    const moved = events.map((each, i) => (i === 1 ? events[2] : i === 2 ? events[1] : each));
    const renewed: ChainedEvent[] = [];
    for (const { hash: _, previousHash: __, ...event } of events) {
      const occurredAt = new Date(event.occurredAt);
      const kind = event.sequence === 2 ? 'AMENDED' : event.kind;
      const before = renewed.at(-1)?.hash ?? FIRST_PREVIOUS_HASH;
      renewed.push(chained(before, { ...event, kind, occurredAt }));
    }
    const told = async (text: string) => {
      const [code, words] = await verified(text);
      return [code, /event (\d+).*?(was \w+|are gone|is not)/u.exec(words)?.slice(1, 3).join(' ')];
    };
    expect(await told(edited(1, { kind: 'AMENDED' }))).toEqual([1, '2 was edited']);
    expect(await told(changed({ events: events.filter((_, i) => i !== 1) }))).toEqual([
      1,
      '2 was deleted',
    ]);
    expect(await told(changed({ events: moved.flatMap((each) => each ?? []) }))).toEqual([
      1,
      '2 was moved',
    ]);
    expect(await told(changed({ events: events.slice(0, -1) }))).toEqual([
      1,
      `${String(events.length)} are gone`,
    ]);
    expect(await told(JSON.stringify({ ...bundle, events: renewed }))).toEqual([1, '2 was edited']);
  });

  it('is broken with another file, signature or number', async () => {
    const pdf = Buffer.from(bundle.file, 'base64');
    pdf.writeUInt8(pdf.readUInt8(2_000) ^ 1, 2_000);
    expect((await verified(changed({ file: pdf.toString('base64') })))[0]).toBe(1);
    const signature = { ...bundle.signature, signature: Buffer.alloc(64, 7).toString('base64') };
    expect((await verified(changed({ signature })))[0]).toBe(1);
    const [code, told] = await verified(changed({ agreementNumber: 'XQ-2026-999999' }));
    expect([code, told.includes('of another agreement')]).toEqual([1, true]);
  });

  it('is not believed with a key that is not known, or that goes by the id of another', async () => {
    const keys = { keys: bundle.keys.map((key) => ({ ...key, id: 'a'.repeat(32) })) };
    expect((await verified(JSON.stringify(bundle), keys))[0]).toBe(2);
    const publicKey = Buffer.alloc(32, 9).toString('base64');
    const forged = { keys: bundle.keys.map((key) => ({ ...key, publicKey })) };
    expect((await verified(JSON.stringify(bundle), forged))[0]).toBe(2);
  });

  it.each(['', 'not JSON', '{}', JSON.stringify({ format: 'gongqiao-evidence-2' })])(
    'says that %j is none',
    async (text) => {
      const [code, told] = await verified(text);
      expect([code, told]).toEqual([2, expect.stringContaining('is no evidence of an agreement')]);
    },
  );

  it('says what cannot be read', async () => {
    const lines: string[] = [];
    const output = { line: (line: string) => lines.push(line) };
    expect(await verifyBundleFile(join(folder, 'none.json'), null, output as never)).toBe(2);
    expect(lines).toEqual([expect.stringContaining('cannot be read: ENOENT')]);
  });
});
