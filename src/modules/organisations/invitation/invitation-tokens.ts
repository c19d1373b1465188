import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';

const TOKEN = /^[\w-]{43}$/;

/**
 * Tokens in the links of invitations. They are made from the invitation's id and a secret of the installation, so that
 * the worker can write the link while the table holds a hash only.
 */
@Injectable()
export class InvitationTokens {
  constructor(private readonly config: AppConfig) {}

  tokenOf(invitationId: string): string {
    return createHmac('sha256', this.config.env.SESSION_SECRET)
      .update(`organisation-invitation/${invitationId}`)
      .digest('base64url');
  }

  /** What is kept of a token; null for a text that cannot be one. */
  hashOf(token: string): string | null {
    return TOKEN.test(token) ? createHash('sha256').update(token).digest('base64url') : null;
  }
}
