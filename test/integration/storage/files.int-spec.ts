import { randomUUID } from 'node:crypto';
import { ANONYMOUS, type Actor } from '../../../src/core/auth/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { DomainError } from '../../../src/core/errors/index.js';
import { defineFilePurpose, FileStore, type FilePurpose } from '../../../src/core/storage/index.js';
import { StorageProcessor } from '../../../src/core/storage/storage.processor.js';
import { IdentityModule } from '../../../src/modules/identity/index.js';
import { createAccount } from '../../factories/account.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';
import { pdf, png } from './sample-files.js';

const EVIDENCE = defineFilePurpose('specEvidence', { types: ['pdf', 'png'], maxBytes: 2_000_000 });
const PORTFOLIO = defineFilePurpose('specPortfolio', { types: ['pdf', 'text'] });
const actor = (): Actor => ({ ...ANONYMOUS, kind: 'ACCOUNT', accountId: randomUUID() });
const subject = (purpose: FilePurpose = EVIDENCE) => ({
  subjectType: 'spec',
  subjectId: randomUUID(),
  purpose,
});

let app: TestApp;
let store: FileStore;
let uow: UnitOfWork;

beforeAll(async () => {
  app = await createTestApp({ modules: [IdentityModule], quiet: true });
  store = app.get(FileStore);
  uow = app.get(UnitOfWork);
});
beforeEach(() => {
  app.clock.release();
});
afterAll(() => app.close());

/** Address without its origin. */
const pathOf = (link: string): string => link.replace(/^https?:\/\/[^/]+/, '');

interface Announced {
  readonly id: string;
  readonly put: string;
}

async function announce(
  who: Actor,
  sizeBytes: number,
  fileName = '证书.pdf',
  purpose = EVIDENCE,
): Promise<Announced> {
  const id = await store.beginUpload(who, { fileName, sizeBytes, purpose: purpose.name });
  return { id, put: pathOf(store.uploadLink(id).url) };
}

async function uploaded(
  who: Actor,
  file = pdf(),
  fileName = '证书.pdf',
  purpose = EVIDENCE,
): Promise<string> {
  const { id, put } = await announce(who, file.length, fileName, purpose);
  const { status } = await app.http({ method: 'PUT', url: put, payload: file });
  expect(status).toBe(200);
  return id;
}

async function refusal(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DomainError) return `${error.code} ${error.field?.join('.') ?? ''}`.trim();
    throw error;
  }
  return 'done';
}

const stateOf = async (id: string): Promise<string | undefined> => (await store.find(id))?.state;

async function chunkCount(id: string): Promise<number> {
  const { rows } = await app.database.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM stored_file_chunks WHERE file_id = $1',
    [id],
  );
  return rows[0]?.count ?? 0;
}

describe('uploading', () => {
  it('takes a file through the API: announced, sent, attached, given out, equal byte by byte', async () => {
    const someone = await createAccount(app);
    const file = pdf(`% ${'x'.repeat(700_000)}\n`);
    const variables = {
      input: {
        idempotencyKey: randomUUID(),
        purpose: EVIDENCE.name,
        fileName: '../营业 执照.exe',
        sizeBytes: file.length,
      },
    };
    const begin = `mutation ($input: BeginFileUploadInput!) {
      beginFileUpload(input: $input) { fileUpload { fileId uploadUrl expiresAt } userErrors { code field } } }`;
    const first = await app.gql(begin, variables, { as: someone });
    const again = await app.gql(begin, variables, { as: someone });
    expect(first.errors).toBeUndefined();
    expect(first.data.beginFileUpload.userErrors).toEqual([]);
    const { fileId, uploadUrl } = first.data.beginFileUpload.fileUpload as {
      fileId: string;
      uploadUrl: string;
    };
    expect(again.data.beginFileUpload.fileUpload.fileId).toBe(fileId);

    const put = await app.http({
      method: 'PUT',
      url: pathOf(uploadUrl),
      payload: file,
      headers: { 'content-type': 'text/html' },
    });
    expect(put.status).toBe(200);
    expect(put.json()).toMatchObject({
      id: fileId,
      fileName: '营业 执照.exe.pdf',
      mediaType: 'application/pdf',
      sizeBytes: file.length,
    });
    expect(await chunkCount(fileId)).toBe(3);

    const owner: Actor = { ...ANONYMOUS, kind: 'ACCOUNT', accountId: someone.account.id };
    await uow.run(() => store.attach(owner, fileId, subject()));
    const get = await app.http({ url: pathOf(store.signedDownloadUrl(fileId)) });
    expect(get.status).toBe(200);
    expect(get.body.equals(file)).toBe(true);
    expect((await store.read(fileId)).equals(file)).toBe(true);
    expect(get.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(file.length),
      'content-disposition': `attachment; filename="__ __.exe.pdf"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%20%E6%89%A7%E7%85%A7.exe.pdf`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('refuses to announce to anonymous callers, for unknown purposes and for sizes out of range', async () => {
    const who = actor();
    const request = { fileName: 'a.pdf', sizeBytes: 100, purpose: EVIDENCE.name };
    expect(await refusal(() => store.beginUpload(who, { ...request, purpose: 'other' }))).toBe(
      'FILE_PURPOSE_UNKNOWN purpose',
    );
    expect(await refusal(() => store.beginUpload(who, { ...request, sizeBytes: 0 }))).toBe(
      'FILE_EMPTY sizeBytes',
    );
    expect(await refusal(() => store.beginUpload(who, { ...request, sizeBytes: 2_000_001 }))).toBe(
      'FILE_TOO_LARGE sizeBytes',
    );
    expect(await refusal(() => store.beginUpload(ANONYMOUS, request))).toBe('REQUEST_NOT_FOUND');
    const anonymous = await app.gql(
      `mutation { beginFileUpload(input: { idempotencyKey: "k", purpose: "specEvidence", fileName: "a", sizeBytes: 1 }) { userErrors { code } } }`,
    );
    expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each<[string, number, string, Buffer, number]>([
    ['more bytes than announced', 400, 'FILE_SIZE_DIFFERS', pdf(), -1],
    ['fewer bytes than announced', 400, 'FILE_SIZE_DIFFERS', pdf(), 1],
    ['a page', 400, 'FILE_ACTIVE_CONTENT', Buffer.from('<html><script>x()</script></html>'), 0],
    [
      'a script in a PDF',
      400,
      'FILE_ACTIVE_CONTENT',
      pdf('5 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj'),
      0,
    ],
    ['no PDF', 400, 'FILE_TYPE_REFUSED', Buffer.alloc(1_000, 1), 0],
  ])('refuses %s and keeps nothing', async (_, status, code, file, difference) => {
    const { id, put } = await announce(actor(), file.length + difference);
    const answer = await app.http({ method: 'PUT', url: put, payload: file });
    expect([answer.status, answer.json<{ error: { reason: string } }>().error.reason]).toEqual([
      status,
      code,
    ]);
    expect([await stateOf(id), await chunkCount(id)]).toEqual(['AWAITING_UPLOAD', 0]);
  });

  it('takes a second try after a refused one', async () => {
    const file = pdf();
    const { id, put } = await announce(actor(), file.length);
    expect(
      (await app.http({ method: 'PUT', url: put, payload: Buffer.alloc(file.length, 1) })).status,
    ).toBe(400);
    expect((await app.http({ method: 'PUT', url: put, payload: file })).status).toBe(200);
    expect(await stateOf(id)).toBe('STORED');
  });

  it('answers the same bytes sent again as before, and lets nobody replace them', async () => {
    const file = pdf('% one');
    const other = pdf('% two');
    const { id, put } = await announce(actor(), file.length);
    const answers = await Promise.all(
      [1, 2, 3].map(() => app.http({ method: 'PUT', url: put, payload: file })),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won.length).toBeGreaterThanOrEqual(1);
    expect(answers.filter(({ status }) => ![200, 409].includes(status))).toEqual([]);
    expect(await chunkCount(id)).toBe(1);
    const again = await app.http({ method: 'PUT', url: put, payload: file });
    expect([again.status, again.json()]).toEqual([200, won[0]?.json()]);
    const replaced = await app.http({ method: 'PUT', url: put, payload: other });
    expect([replaced.status, replaced.json<{ error: { reason: string } }>().error.reason]).toEqual([
      409,
      'FILE_ALREADY_UPLOADED',
    ]);
    expect((await store.read(id)).equals(file)).toBe(true);
  });

  it('breaks a stream off as soon as it is longer than announced', async () => {
    const { id } = await announce(actor(), 1_000);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        if (sent > 200_000_000) controller.close();
        else controller.enqueue(new Uint8Array(65_536));
      },
    });
    const url = `${await app.url()}${pathOf(store.uploadLink(id).url)}`;
    const init = { method: 'PUT', body: endless, duplex: 'half' } as RequestInit;
    const status = await fetch(url, init).then(
      (answer) => answer.status,
      () => 'connection closed',
    );
    expect([400, 'connection closed']).toContain(status);
    expect(sent).toBeLessThan(50_000_000);
    expect([await stateOf(id), await chunkCount(id)]).toEqual(['AWAITING_UPLOAD', 0]);
  });

  it('leaves the limits of other routes alone', async () => {
    const file = Buffer.alloc(1_500_000, 120);
    for (const headers of [
      { 'content-type': 'application/vnd.gongqiao.upload' },
      { 'content-type': 'application/octet-stream' },
    ]) {
      const { status } = await app.http({
        method: 'POST',
        url: '/graphql',
        payload: file,
        headers,
      });
      expect([400, 413, 415]).toContain(status);
    }
    const elsewhere = await app.http({ method: 'PUT', url: '/files/a/b', payload: file });
    expect([404, 413, 415]).toContain(elsewhere.status);
  });
});

describe('links', () => {
  it.each<[string, (path: string) => string]>([
    [
      'another signature',
      (path) =>
        path.replace(/signature=./, (found) =>
          found.endsWith('A') ? 'signature=B' : 'signature=A',
        ),
    ],
    [
      'a later end',
      (path) =>
        path.replace(/expires=(\d+)/, (_, ms: string) => `expires=${String(Number(ms) + 1)}`),
    ],
    ['no signature', (path) => path.replace(/&signature=.*/, '')],
    ['two signatures', (path) => path.replace('&signature', '&signature=x&signature')],
    ['an end that is no number', (path) => path.replace(/expires=\d+/, 'expires=1e99')],
    ['the file of another link', (path) => path.replace(/files\/[^?]+/, `files/${randomUUID()}`)],
    ['an id that is none', (path) => path.replace(/files\/[^?]+/, 'files/..%2f..%2fetc')],
  ])('do not work with %s, and answer like a file that does not exist', async (_, change) => {
    const id = await uploaded(actor());
    const genuine = pathOf(store.signedDownloadUrl(id));
    expect((await app.http({ url: genuine })).status).toBe(200);
    const unknown = await app.http({ url: pathOf(store.signedDownloadUrl(randomUUID())) });
    const forged = await app.http({ url: change(genuine) });
    const shown = (answer: typeof forged) => {
      const { error } = answer.json<{ error: { requestId?: string } }>();
      return [answer.status, { ...error, requestId: '' }];
    };
    expect(shown(forged)).toEqual(shown(unknown));
    expect(forged.status).toBe(404);
  });

  it('work for their method only and for minutes only', async () => {
    const file = pdf();
    const { id, put } = await announce(actor(), file.length);
    expect((await app.http({ url: put })).status).toBe(404);
    app.clock.advance({ minutes: 10, seconds: 1 });
    const late = await app.http({ method: 'PUT', url: put, payload: file });
    expect([late.status, late.json<{ error: { reason: string } }>().error.reason]).toEqual([
      409,
      'FILE_LINK_EXPIRED',
    ]);
    app.clock.release();
    await app.http({ method: 'PUT', url: put, payload: file });
    const get = pathOf(store.signedDownloadUrl(id));
    expect((await app.http({ method: 'PUT', url: get, payload: file })).status).toBe(404);
    app.clock.advance({ minutes: 5, seconds: 1 });
    expect((await app.http({ url: get })).status).toBe(409);
  });

  it('give out nothing of a file that was only announced', async () => {
    const { id } = await announce(actor(), 100);
    expect((await app.http({ url: pathOf(store.signedDownloadUrl(id)) })).status).toBe(404);
  });
});

describe('attaching', () => {
  const attach = (who: Actor, id: string, to = subject()): Promise<string> =>
    refusal(() => uow.run(() => store.attach(who, id, to)));

  it('refuses what is not there, not finished, not for this, and takes the right one once', async () => {
    const who = actor();
    const { id: unfinished } = await announce(who, 100);
    const id = await uploaded(who);
    const portfolio = await uploaded(who, pdf(), 'a.pdf', PORTFOLIO);
    const to = subject();
    expect(await attach(who, randomUUID())).toBe('REQUEST_NOT_FOUND fileId');
    expect(await attach(who, 'no id')).toBe('REQUEST_NOT_FOUND fileId');
    expect(await attach(who, unfinished)).toBe('FILE_NOT_UPLOADED fileId');
    expect(await attach(who, portfolio)).toBe('FILE_WRONG_PURPOSE fileId');
    expect(await attach(who, id, to)).toBe('done');
    expect(await attach(who, id, to)).toBe('done');
    expect(await attach(who, id)).toBe('FILE_ALREADY_ATTACHED fileId');
    expect(await store.find(id)).toMatchObject({
      state: 'ATTACHED',
      subjectType: 'spec',
      subjectId: to.subjectId,
    });
  });

  it('answers for a file of somebody else as for none', async () => {
    const id = await uploaded(actor());
    expect(await attach(actor(), id)).toBe('REQUEST_NOT_FOUND fileId');
    expect(await stateOf(id)).toBe('STORED');
  });

  it('has one winner when two records want the file at once', async () => {
    const who = actor();
    const id = await uploaded(who);
    const answers = await Promise.all([1, 2, 3, 4].map(() => attach(who, id)));
    expect(answers.sort()).toEqual([
      'FILE_ALREADY_ATTACHED fileId',
      'FILE_ALREADY_ATTACHED fileId',
      'FILE_ALREADY_ATTACHED fileId',
      'done',
    ]);
  });

  it('is undone with its unit of work, and refused outside one', async () => {
    const who = actor();
    const id = await uploaded(who);
    const failing = uow.run(async () => {
      await store.attach(who, id, subject());
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await stateOf(id)).toBe('STORED');
    await expect(store.attach(who, id, subject())).rejects.toThrow('inside a unit of work');
  });
});

describe('files of the platform and orphans', () => {
  it('keeps what the platform made and removes it with its record', async () => {
    const bytes = pdf('% agreement');
    const to = subject(PORTFOLIO);
    const id = await uow.run(() => store.save({ ...to, fileName: '协议', type: 'pdf', bytes }));
    expect(await store.find(id)).toMatchObject({
      fileName: '协议.pdf',
      state: 'ATTACHED',
      uploadedBy: null,
    });
    expect((await store.read(id)).equals(bytes)).toBe(true);
    await uow.run(() => store.remove(id));
    expect([await store.find(id), await chunkCount(id)]).toEqual([null, 0]);
    await expect(store.read(id)).rejects.toMatchObject({ code: 'REQUEST_NOT_FOUND' });
  });

  it('notices when stored bytes were changed', async () => {
    const id = await uploaded(actor(), png(), 'a.png');
    await app.database.pool.query(
      `UPDATE stored_file_chunks SET bytes = bytes || '\\x00' WHERE file_id = $1`,
      [id],
    );
    await expect(store.read(id)).rejects.toThrow('is not what was stored');
  });

  it('removes what was never finished after an hour and what was never attached after a day', async () => {
    await app.database.pool.query('DELETE FROM stored_files');
    const who = actor();
    const { id: unfinished } = await announce(who, 100);
    const loose = await uploaded(who);
    const kept = await uploaded(who);
    await uow.run(() => store.attach(who, kept, subject()));
    const purge = (): Promise<void> =>
      app.get(StorageProcessor).purge({}, { signal: new AbortController().signal, attempt: 1 });
    const left = async (): Promise<boolean[]> =>
      Promise.all([unfinished, loose, kept].map(async (id) => (await store.find(id)) !== null));

    app.clock.advance({ minutes: 59 });
    await purge();
    expect(await left()).toEqual([true, true, true]);
    app.clock.advance({ minutes: 2 });
    await purge();
    expect(await left()).toEqual([false, true, true]);
    app.clock.advance({ days: 1 });
    await purge();
    expect(await left()).toEqual([false, false, true]);
    expect([await chunkCount(loose), await chunkCount(kept)]).toEqual([0, 1]);
  });
});
