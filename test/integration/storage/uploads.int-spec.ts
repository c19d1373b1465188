import { randomUUID } from 'node:crypto';
import { ANONYMOUS, type Actor } from '../../../src/core/auth/index.js';
import { createAccount } from '../../factories/account.factory.js';
import {
  actor,
  createFileScene,
  EVIDENCE,
  pathOf,
  refusal,
  subject,
  type FileScene,
} from './file-scene.js';
import { pdf } from './sample-files.js';

let scene: FileScene;
beforeAll(async () => {
  scene = await createFileScene();
});
beforeEach(() => {
  scene.app.clock.release();
});
afterAll(() => scene.app.close());

describe('uploading', () => {
  it('takes a file through the API: announced, sent, attached, given out, equal byte by byte', async () => {
    const someone = await createAccount(scene.app);
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
    const first = await scene.app.gql(begin, variables, { as: someone });
    const again = await scene.app.gql(begin, variables, { as: someone });
    expect(first.errors).toBeUndefined();
    expect(first.data.beginFileUpload.userErrors).toEqual([]);
    const { fileId, uploadUrl } = first.data.beginFileUpload.fileUpload as {
      fileId: string;
      uploadUrl: string;
    };
    expect(again.data.beginFileUpload.fileUpload.fileId).toBe(fileId);

    const put = await scene.app.http({
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
    expect(await scene.chunkCount(fileId)).toBe(3);

    const owner: Actor = { ...ANONYMOUS, kind: 'ACCOUNT', accountId: someone.account.id };
    await scene.uow.run(() => scene.store.attach(owner, fileId, subject()));
    const get = await scene.app.http({ url: pathOf(scene.store.signedDownloadUrl(fileId)) });
    expect(get.status).toBe(200);
    expect(get.body.equals(file)).toBe(true);
    expect((await scene.store.read(fileId)).equals(file)).toBe(true);
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
    expect(
      await refusal(() => scene.store.beginUpload(who, { ...request, purpose: 'other' })),
    ).toBe('FILE_PURPOSE_UNKNOWN purpose');
    expect(await refusal(() => scene.store.beginUpload(who, { ...request, sizeBytes: 0 }))).toBe(
      'FILE_EMPTY sizeBytes',
    );
    expect(
      await refusal(() => scene.store.beginUpload(who, { ...request, sizeBytes: 2_000_001 })),
    ).toBe('FILE_TOO_LARGE sizeBytes');
    expect(await refusal(() => scene.store.beginUpload(ANONYMOUS, request))).toBe(
      'REQUEST_NOT_FOUND',
    );
    const anonymous = await scene.app.gql(
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
    const { id, put } = await scene.announce(actor(), file.length + difference);
    const answer = await scene.app.http({ method: 'PUT', url: put, payload: file });
    expect([answer.status, answer.json<{ error: { reason: string } }>().error.reason]).toEqual([
      status,
      code,
    ]);
    expect([await scene.stateOf(id), await scene.chunkCount(id)]).toEqual(['AWAITING_UPLOAD', 0]);
  });

  it('takes a second try after a refused one', async () => {
    const file = pdf();
    const { id, put } = await scene.announce(actor(), file.length);
    expect(
      (await scene.app.http({ method: 'PUT', url: put, payload: Buffer.alloc(file.length, 1) }))
        .status,
    ).toBe(400);
    expect((await scene.app.http({ method: 'PUT', url: put, payload: file })).status).toBe(200);
    expect(await scene.stateOf(id)).toBe('STORED');
  });

  it('answers the same bytes sent again as before, and lets nobody replace them', async () => {
    const file = pdf('% one');
    const other = pdf('% two');
    const { id, put } = await scene.announce(actor(), file.length);
    const answers = await Promise.all(
      [1, 2, 3].map(() => scene.app.http({ method: 'PUT', url: put, payload: file })),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won.length).toBeGreaterThanOrEqual(1);
    expect(answers.filter(({ status }) => ![200, 409].includes(status))).toEqual([]);
    expect(await scene.chunkCount(id)).toBe(1);
    const again = await scene.app.http({ method: 'PUT', url: put, payload: file });
    expect([again.status, again.json()]).toEqual([200, won[0]?.json()]);
    const replaced = await scene.app.http({ method: 'PUT', url: put, payload: other });
    expect([replaced.status, replaced.json<{ error: { reason: string } }>().error.reason]).toEqual([
      409,
      'FILE_ALREADY_UPLOADED',
    ]);
    expect((await scene.store.read(id)).equals(file)).toBe(true);
  });

  it('breaks a stream off as soon as it is longer than announced', async () => {
    const { id } = await scene.announce(actor(), 1_000);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        if (sent > 200_000_000) controller.close();
        else controller.enqueue(new Uint8Array(65_536));
      },
    });
    const url = `${await scene.app.url()}${pathOf(scene.store.uploadLink(id).url)}`;
    const init = { method: 'PUT', body: endless, duplex: 'half' } as RequestInit;
    const status = await fetch(url, init).then(
      (answer) => answer.status,
      () => 'connection closed',
    );
    expect([400, 'connection closed']).toContain(status);
    expect(sent).toBeLessThan(50_000_000);
    expect([await scene.stateOf(id), await scene.chunkCount(id)]).toEqual(['AWAITING_UPLOAD', 0]);
  });

  it('leaves the limits of other routes alone', async () => {
    const file = Buffer.alloc(1_500_000, 120);
    for (const headers of [
      { 'content-type': 'application/vnd.gongqiao.upload' },
      { 'content-type': 'application/octet-stream' },
    ]) {
      const { status } = await scene.app.http({
        method: 'POST',
        url: '/graphql',
        payload: file,
        headers,
      });
      expect([400, 413, 415]).toContain(status);
    }
    const elsewhere = await scene.app.http({ method: 'PUT', url: '/files/a/b', payload: file });
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
    const id = await scene.uploaded(actor());
    const genuine = pathOf(scene.store.signedDownloadUrl(id));
    expect((await scene.app.http({ url: genuine })).status).toBe(200);
    const unknown = await scene.app.http({
      url: pathOf(scene.store.signedDownloadUrl(randomUUID())),
    });
    const forged = await scene.app.http({ url: change(genuine) });
    const shown = (answer: typeof forged) => {
      const { error } = answer.json<{ error: { requestId?: string } }>();
      return [answer.status, { ...error, requestId: '' }];
    };
    expect(shown(forged)).toEqual(shown(unknown));
    expect(forged.status).toBe(404);
  });

  it('work for their method only and for minutes only', async () => {
    const file = pdf();
    const { id, put } = await scene.announce(actor(), file.length);
    expect((await scene.app.http({ url: put })).status).toBe(404);
    scene.app.clock.advance({ minutes: 10, seconds: 1 });
    const late = await scene.app.http({ method: 'PUT', url: put, payload: file });
    expect([late.status, late.json<{ error: { reason: string } }>().error.reason]).toEqual([
      409,
      'FILE_LINK_EXPIRED',
    ]);
    scene.app.clock.release();
    await scene.app.http({ method: 'PUT', url: put, payload: file });
    const get = pathOf(scene.store.signedDownloadUrl(id));
    expect((await scene.app.http({ method: 'PUT', url: get, payload: file })).status).toBe(404);
    scene.app.clock.advance({ minutes: 5, seconds: 1 });
    expect((await scene.app.http({ url: get })).status).toBe(409);
  });

  it('give out nothing of a file that was only announced', async () => {
    const { id } = await scene.announce(actor(), 100);
    expect((await scene.app.http({ url: pathOf(scene.store.signedDownloadUrl(id)) })).status).toBe(
      404,
    );
  });
});
