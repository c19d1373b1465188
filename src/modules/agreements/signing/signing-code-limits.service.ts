import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import { actingAccount } from '../../organisations/index.js';

const CODES = { points: 10, perSeconds: 3_600 };

/** How often codes are sent to one person; counted before the action, so that a refused one counts as well. */
@Injectable()
export class SigningCodeLimits {
  constructor(private readonly limiter: RateLimiter) {}

  count(actor: Actor): Promise<void> {
    return this.limiter.consume('agreements.signingCode', actingAccount(actor), CODES);
  }
}
