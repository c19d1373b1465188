import { Injectable } from '@nestjs/common';
import { requestContext } from '../../core/context/index.js';
import { DomainError } from '../../core/errors/index.js';
import { RateLimiter } from '../../core/rate-limit/index.js';
import { networkOf } from './network.rules.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

interface Limit {
  readonly points: number;
  readonly perSeconds: number;
}

/** Tries at a password or code, for one account or contact, wherever they come from. */
const PROOF: Limit = { points: 10, perSeconds: 15 * MINUTE };
/** Whole colleges share an address, so an address may try more often than a contact may be tried. */
const PROOF_PER_ADDRESS: Limit = { points: 100, perSeconds: 15 * MINUTE };
const CODE_PAUSE: Limit = { points: 1, perSeconds: MINUTE };
const CODE_PER_CONTACT: Limit = { points: 5, perSeconds: HOUR };
const CODE_PER_ADDRESS: Limit = { points: 120, perSeconds: HOUR };
/** Entries about tries beyond the limits: one a minute shows that they go on. */
const LIMITED_NOTE: Limit = { points: 1, perSeconds: MINUTE };
const REGISTRATION_PER_ADDRESS: Limit = { points: 120, perSeconds: HOUR };

/**
 * How often something may be tried. Counted before the try and never given back, in statements of their own, so that
 * a refused action still counts.
 */
@Injectable()
export class IdentityLimits {
  constructor(private readonly limiter: RateLimiter) {}

  async countSignIn(contactIndex: string): Promise<void> {
    await this.countAddress('identity.proof.address', PROOF_PER_ADDRESS);
    await this.limiter.consume('identity.proof.contact', contactIndex, PROOF);
  }

  /**
   * Counts a try at an account whichever of its contacts it came by; false when there were too many. That is answered
   * like a wrong password: saying more would tell which contacts belong together.
   */
  mayTryAccount(accountId: string): Promise<boolean> {
    return this.isWithin('identity.proof.account', accountId, PROOF);
  }

  /** Whether a try at a contact that met a limit is noted: the first of each minute. */
  mayNoteLimited(contactIndex: string): Promise<boolean> {
    return this.isWithin('identity.limited.note', contactIndex, LIMITED_NOTE);
  }

  async countOwnProof(accountId: string): Promise<void> {
    await this.countAddress('identity.proof.address', PROOF_PER_ADDRESS);
    await this.limiter.consume('identity.proof.account', accountId, PROOF);
  }

  async countCodeTry(contactIndex: string): Promise<void> {
    await this.countAddress('identity.proof.address', PROOF_PER_ADDRESS);
    await this.limiter.consume('identity.code.contact', contactIndex, PROOF);
  }

  async countCodeRequest(contactIndex: string): Promise<void> {
    await this.countAddress('identity.codeRequest.address', CODE_PER_ADDRESS);
    await this.limiter.consume('identity.codeRequest.pause', contactIndex, CODE_PAUSE);
    await this.limiter.consume('identity.codeRequest.contact', contactIndex, CODE_PER_CONTACT);
  }

  async countRegistration(): Promise<void> {
    await this.countAddress('identity.registration.address', REGISTRATION_PER_ADDRESS);
  }

  private async isWithin(bucket: string, key: string, limit: Limit): Promise<boolean> {
    try {
      await this.limiter.consume(bucket, key, limit);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.category === 'limit') return false;
      throw error;
    }
  }

  private async countAddress(bucket: string, limit: Limit): Promise<void> {
    const { clientAddress } = requestContext();
    if (clientAddress === null) return;
    await this.limiter.consume(bucket, networkOf(clientAddress), limit);
  }
}
