import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ANONYMOUS, type Actor } from '../auth/index.js';
import { Clock } from '../clock/index.js';
import { AppConfig } from '../config/index.js';
import { requestContext } from '../context/index.js';
import { storageErrors } from './storage.errors.js';

export interface FileLink {
  readonly url: string;
  readonly expiresAt: Date;
}

const UPLOAD_LIFETIME_MS = 10 * 60_000;
const DOWNLOAD_LIFETIME_MS = 5 * 60_000;
/** Whom a link was given to: an account, an API key, or nobody known. */
const HOLDER = /^(ACCOUNT|API_KEY)\.([0-9a-f-]{36})$/;
const SIGNATURE = /^[\w-]{43}$/;

/**
 * Signs links to single files for a short time. Who may have one is decided by whoever asks for it; the link itself
 * then is the right, so that it works in a new tab and in an upload component, and ends by itself. It says whom it was
 * given to, so that a download can be told from the one who asked for it.
 */
@Injectable()
export class FileLinks {
  private readonly key: Buffer;
  private readonly origin: string;

  constructor(
    private readonly clock: Clock,
    config: AppConfig,
  ) {
    const { SESSION_SECRET, APP_ORIGIN } = config.env;
    this.key = Buffer.from(hkdfSync('sha256', SESSION_SECRET, 'gongqiao', 'file-links', 32));
    this.origin = APP_ORIGIN;
  }

  toUpload(fileId: string): FileLink {
    return this.link('PUT', fileId, UPLOAD_LIFETIME_MS);
  }

  toDownload(fileId: string): FileLink {
    return this.link('GET', fileId, DOWNLOAD_LIFETIME_MS);
  }

  /** To a document that is made when it is fetched and kept nowhere; `path` is whose it is to make. */
  toMade(path: string, id: string): FileLink {
    return this.link(`GET ${path}`, id, DOWNLOAD_LIFETIME_MS, path);
  }

  /** Whether the link was signed by us for this file and method; throws when it was, but has expired. */
  isGenuine(
    method: string,
    fileId: string,
    { expires, signature, holder = '' }: Readonly<Record<string, unknown>>,
  ): boolean {
    if (typeof expires !== 'string' || typeof signature !== 'string') return false;
    if (!/^\d{1,15}$/.test(expires) || !SIGNATURE.test(signature)) return false;
    if (typeof holder !== 'string') return false;
    const expected = Buffer.from(this.sign(method, fileId, Number(expires), holder));
    if (!timingSafeEqual(expected, Buffer.from(signature))) return false;
    if (Number(expires) < this.clock.now().getTime()) throw storageErrors.LINK_EXPIRED();
    return true;
  }

  /** Who was given a genuine link. */
  holderOf({ holder }: Readonly<Record<string, unknown>>): Actor {
    const [, kind, id] = typeof holder === 'string' ? (HOLDER.exec(holder) ?? []) : [];
    if (id === undefined) return ANONYMOUS;
    return kind === 'API_KEY'
      ? { ...ANONYMOUS, kind, apiKeyId: id }
      : { ...ANONYMOUS, kind: 'ACCOUNT', accountId: id };
  }

  private link(method: string, fileId: string, lifetimeMs: number, path = 'files'): FileLink {
    const expiresAt = new Date(this.clock.now().getTime() + lifetimeMs);
    const url = new URL(`/${path}/${fileId}`, this.origin);
    url.searchParams.set('expires', String(expiresAt.getTime()));
    const { kind, accountId, apiKeyId } = requestContext().actor;
    const id = accountId ?? apiKeyId;
    const holder = id === null ? '' : `${kind}.${id}`;
    if (holder !== '') url.searchParams.set('holder', holder);
    url.searchParams.set('signature', this.sign(method, fileId, expiresAt.getTime(), holder));
    return { url: url.href, expiresAt };
  }

  private sign(method: string, fileId: string, expires: number, holder: string): string {
    return createHmac('sha256', this.key)
      .update(`${method}\n${fileId}\n${String(expires)}\n${holder}`)
      .digest('base64url');
  }
}
