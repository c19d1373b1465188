import { BeginFileUpload } from '@/graphql/generated/shared/graphql/upload';
import { ActionRefused } from './action';
import { browserTransport, request, RequestError } from './request';

export interface UploadOptions {
  /** What the file is for, by its name in the API. */
  readonly purpose: string;
  /** Share of the bytes that are sent, between 0 and 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends a file to the store and answers its id, to be named in the action that uses it. */
export async function uploadFile(file: File, options: UploadOptions): Promise<string> {
  const { purpose, onProgress, signal } = options;
  const input = {
    fileName: file.name,
    purpose,
    sizeBytes: file.size,
    idempotencyKey: crypto.randomUUID(),
  };
  const { beginFileUpload } = await request(browserTransport, BeginFileUpload, { input }, signal);
  const { fileUpload, userErrors } = beginFileUpload;
  if (fileUpload == null) throw new ActionRefused(userErrors);
  await put(file, fileUpload.uploadUrl, onProgress, signal);
  return fileUpload.fileId;
}

/** Fetch tells nothing about how much has been sent. */
function put(
  file: File,
  url: string,
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('PUT', url);
    sending.setRequestHeader('accept-language', document.documentElement.lang);
    sending.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    sending.onload = () => {
      if (sending.status < 300) resolve();
      else reject(refusal(sending.status, sending.responseText));
    };
    sending.onerror = () => reject(new RequestError('NETWORK', ''));
    sending.onabort = () => reject(new RequestError('ABORTED', ''));
    signal?.addEventListener('abort', () => sending.abort(), { once: true });
    sending.send(file);
  });
}

function refusal(status: number, body: string): Error {
  try {
    const { error } = JSON.parse(body) as {
      error: { readonly message: string; readonly code: string; readonly reason?: string };
    };
    return error.reason === undefined
      ? new RequestError(error.code, error.message)
      : new ActionRefused([{ code: error.reason, message: error.message }]);
  } catch {
    return new RequestError(status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'UPLOAD_FAILED', body);
  }
}
