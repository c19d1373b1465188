import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../../../core/clock/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import { FieldCipher } from '../../../core/privacy/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { IdentityLimits } from '../identity.limits.js';
import { passwordErrors } from '../password/password.errors.js';
import { PasswordHasher } from '../password/password-hasher.js';
import { isContact } from '../password/password.rules.js';
import { PrivacyConsentService } from '../privacy-notice/privacy-consent.service.js';
import { ProofService } from '../proof/proof.service.js';
import { accountErrors } from './account.errors.js';
import { ageOn, isPlausibleBirthDate, MIN_AGE_YEARS } from './account.rules.js';
import { registration, type RegisterAccountInput } from './registration.inputs.js';

/** A registration whose input is right and whose code was tried; nothing is written yet. */
export interface Registration extends Omit<z.output<typeof registration>, 'password' | 'code'> {
  /** Null when the code did not fit. */
  readonly codeId: string | null;
  readonly passwordHash: string | null;
  /** What the idempotency key stands for: a keyed hash, because the input holds a password and a birth date. */
  readonly claim: { readonly idempotencyKey: string; readonly fingerprint: string };
}

/** The part of a registration before its unit of work: limits, rules, the try at the code, the slow hash. */
@Injectable()
export class RegistrationAdmissionService {
  constructor(
    private readonly proofs: ProofService,
    private readonly consents: PrivacyConsentService,
    private readonly hasher: PasswordHasher,
    private readonly limits: IdentityLimits,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async admit(input: RegisterAccountInput): Promise<Registration> {
    await this.limits.countRegistration();
    const { password = null, code, ...given } = parseInput(registration, input);
    this.requireAge(given.birthDate);
    await this.consents.requireCurrent(given.privacyNoticeVersion);
    if (password !== null && isContact(password, [given.contact])) {
      throw passwordErrors.IS_CONTACT({ field: ['password'] });
    }
    const codeId = await this.proofs.tryContactCode('REGISTER', given.contact, code);
    const isHashed = codeId !== null && password !== null;
    return {
      ...given,
      codeId,
      passwordHash: isHashed ? await this.hasher.hash(password) : null,
      claim: {
        idempotencyKey: given.idempotencyKey,
        fingerprint: this.cipher.blindIndex(
          'identity.registration',
          JSON.stringify({ ...given, password, code }),
        ),
      },
    };
  }

  private requireAge(birthDate: string): void {
    const today = this.clock.today();
    if (!isPlausibleBirthDate(today, birthDate)) {
      throw inputErrors.MALFORMED({ field: ['birthDate'] });
    }
    if (ageOn(today, birthDate) < MIN_AGE_YEARS) {
      throw accountErrors.TOO_YOUNG({ field: ['birthDate'], params: { years: MIN_AGE_YEARS } });
    }
  }
}
