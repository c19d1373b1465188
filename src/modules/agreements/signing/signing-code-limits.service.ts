import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import { actingAccount } from '../../organisations/index.js';

const CODES = { points: 10, perSeconds: 3_600 };
const OPENINGS = { points: 40, perSeconds: 600 };

/** How often one person may try; counted before the action, so that a refused one counts as well. */
@Injectable()
export class SigningCodeLimits {
  constructor(private readonly limiter: RateLimiter) {}

  count(actor: Actor): Promise<void> {
    return this.limiter.consume('agreements.signingCode', actingAccount(actor), CODES);
  }

  /** Each attempt may leave an event in a chain: nobody makes one grow at will. */
  countOpening(actor: Actor): Promise<void> {
    return this.limiter.consume('agreements.signing', actingAccount(actor), OPENINGS);
  }
}
