import { randomUUID } from 'node:crypto';
import type { As } from '../support/client.js';
import type { TestApp } from '../support/app.js';

const BEGIN = `mutation ($input: BeginFileUploadInput!) {
  beginFileUpload(input: $input) { fileUpload { fileId uploadUrl } userErrors { code field } }
}`;

/** Uploads a file as a client does: announced, then sent to its link. Answers its id. */
export async function uploadFile(
  app: Pick<TestApp, 'gql' | 'http'>,
  as: As,
  file: { readonly purpose: string; readonly fileName: string; readonly bytes: Buffer },
): Promise<string> {
  const { purpose, fileName, bytes } = file;
  const { data, errors } = await app.gql(
    BEGIN,
    { input: { idempotencyKey: randomUUID(), purpose, fileName, sizeBytes: bytes.length } },
    { as },
  );
  const upload = data?.beginFileUpload?.fileUpload as
    { fileId: string; uploadUrl: string } | null | undefined;
  if (!upload) throw new Error(`Not announced: ${JSON.stringify(errors ?? data)}`);
  const { pathname, search } = new URL(upload.uploadUrl);
  const put = await app.http({ method: 'PUT', url: pathname + search, payload: bytes });
  if (put.status !== 200) throw new Error(`Not taken: ${String(put.status)} ${put.text}`);
  return upload.fileId;
}
