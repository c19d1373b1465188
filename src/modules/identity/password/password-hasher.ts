import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify, type Options } from '@node-rs/argon2';
import { AppConfig } from '../../../core/config/index.js';
import { requestErrors } from '../../../core/errors/index.js';

const OPTIONS: Options = {
  // The enum is ambient in the package; 2 is Argon2id.
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** Compared with when there is nothing to compare with, so that the refusal takes the time of a real one. */
const NO_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$Z29uZ3FpYW8tbm9ib2R5IQ$YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMjM0NTY';

/** How many hashes may wait for each that runs: at about 15 ms each, nobody waits longer than half a second. */
const WAITING_PER_PLACE = 32;

/**
 * argon2id with a bounded number of hashes at a time. A flood of log-ins costs at most these places and is refused
 * beyond the queue, so that it cannot take the processor from everyone else.
 */
@Injectable()
export class PasswordHasher {
  private readonly places: number;
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(config: AppConfig) {
    this.places = config.env.PASSWORD_HASH_CONCURRENCY;
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, OPTIONS));
  }

  /** Whether the password fits; without a hash it takes as long and never fits. */
  verify(passwordHash: string | null, password: string): Promise<boolean> {
    return this.inTurn(async () => {
      const fits = await verify(passwordHash ?? NO_PASSWORD_HASH, password);
      return fits && passwordHash !== null;
    });
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.places) {
      if (this.waiting.length >= this.places * WAITING_PER_PLACE) throw requestErrors.UNAVAILABLE();
      // The place is handed over by whoever leaves it, so `running` does not change here.
      await new Promise<void>((enter) => this.waiting.push(enter));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
