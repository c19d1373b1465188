import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { AppConfig } from '../config/index.js';
import { storageErrors } from './storage.errors.js';

export interface FileLink {
  readonly url: string;
  readonly expiresAt: Date;
}

const UPLOAD_LIFETIME_MS = 10 * 60_000;
const DOWNLOAD_LIFETIME_MS = 5 * 60_000;
const SIGNATURE = /^[\w-]{43}$/;

/**
 * Signs links to single files for a short time. Who may have one is decided by whoever asks for it; the link itself
 * then is the right, so that it works in a new tab and in an upload component, and ends by itself.
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

  /** Whether the link was signed by us for this file and method; throws when it was, but has expired. */
  isGenuine(method: 'PUT' | 'GET', fileId: string, expires: unknown, signature: unknown): boolean {
    if (typeof expires !== 'string' || typeof signature !== 'string') return false;
    if (!/^\d{1,15}$/.test(expires) || !SIGNATURE.test(signature)) return false;
    const expected = Buffer.from(this.sign(method, fileId, Number(expires)));
    if (!timingSafeEqual(expected, Buffer.from(signature))) return false;
    if (Number(expires) < this.clock.now().getTime()) throw storageErrors.LINK_EXPIRED();
    return true;
  }

  private link(method: 'PUT' | 'GET', fileId: string, lifetimeMs: number): FileLink {
    const expiresAt = new Date(this.clock.now().getTime() + lifetimeMs);
    const url = new URL(`/files/${fileId}`, this.origin);
    url.searchParams.set('expires', String(expiresAt.getTime()));
    url.searchParams.set('signature', this.sign(method, fileId, expiresAt.getTime()));
    return { url: url.href, expiresAt };
  }

  private sign(method: string, fileId: string, expires: number): string {
    return createHmac('sha256', this.key)
      .update(`${method}\n${fileId}\n${String(expires)}`)
      .digest('base64url');
  }
}
