import { attachmentDisposition } from '../../../core/storage/index.js';

/** For a file that is made when it is fetched, by an address that was given to one viewer. */
export function madeFileHeaders(name: string, type: string): Readonly<Record<string, string>> {
  return {
    'content-type': type,
    'content-disposition': attachmentDisposition(name),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
  };
}
