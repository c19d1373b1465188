import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import type { DomainError } from '../../../core/errors/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { accountErrors } from '../account/account.errors.js';
import { AccountRepository, type LockedAccount } from '../account/account.repository.js';
import { ContactRepository } from '../contact/contact.repository.js';
import type { Contact } from '../contact/contact.rules.js';
import { IdentityLimits } from '../identity.limits.js';
import { oneTimeCodeErrors } from '../one-time-code/one-time-code.errors.js';
import { OneTimeCodeRepository } from '../one-time-code/one-time-code.repository.js';
import type { OneTimeCodePurpose } from '../one-time-code/one-time-code.rules.js';
import { PasswordHasher } from '../password/password-hasher.js';
import { signInErrors } from '../session/sign-in.errors.js';
import { proofErrors } from './proof.errors.js';

/** What was found out before the action: who has proven to own which account, or why not. */
export interface Proof {
  readonly accountId: string;
  /** A code that fits and must be used up by the action. */
  readonly codeId: string | null;
  /** The hash the password was compared with; the action goes on only if it still stands. */
  readonly passwordHash: string | null;
  /** Thrown by `settle`, so that an action repeated by its idempotency key can still give its first answer. */
  readonly refusal: DomainError | null;
}

/**
 * Finds out who someone is, in two steps. The first counts the try and compares: outside any unit of work, because a
 * refused action must not take the count back and hashing must not hold a connection. The second, `settle`, makes it
 * final inside the action: the code is used up and the account is held in the state that was looked at.
 */
@Injectable()
export class ProofService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly codes: OneTimeCodeRepository,
    private readonly hasher: PasswordHasher,
    private readonly limits: IdentityLimits,
    private readonly clock: Clock,
  ) {}

  /** By contact and password. Known, unknown and password-less accounts are refused in the same words and time. */
  async byPassword(contact: Contact, password: string): Promise<Proof> {
    const index = this.contacts.indexOf(contact);
    await this.limits.countSignIn(index);
    const credentials = await this.accounts.credentialsOf(contact.kind, index);
    const mayTry = await this.limits.mayTryAccount(credentials?.accountId ?? index);
    const passwordHash = mayTry ? (credentials?.passwordHash ?? null) : null;
    const fits = await this.hasher.verify(passwordHash, password);
    if (!credentials || !fits) throw signInErrors.FAILED();
    return { accountId: credentials.accountId, codeId: null, passwordHash, refusal: null };
  }

  /** By contact and a code sent to it, for an account that has the contact now. */
  async byCode(
    purpose: 'SIGN_IN' | 'RESET_PASSWORD',
    contact: Contact,
    digits: string,
  ): Promise<Proof> {
    const codeId = await this.tryContactCode(purpose, contact, digits);
    const owner = codeId === null ? null : await this.contacts.ownerOf(contact);
    if (owner === null) throw oneTimeCodeErrors.INVALID({ field: ['code'] });
    return { accountId: owner, codeId, passwordHash: null, refusal: null };
  }

  /** Tries a code sent to a contact; its id when it fits. Whoever uses it up later is first. */
  async tryContactCode(
    purpose: OneTimeCodePurpose,
    contact: Contact,
    digits: string,
  ): Promise<string | null> {
    const contactIndex = this.contacts.indexOf(contact);
    await this.limits.countCodeTry(contactIndex);
    const aim = { purpose, contactIndex };
    const fitting = await this.codes.tryDigits(aim, digits, this.clock.now());
    return fitting?.codeId ?? null;
  }

  /** That a signed-in person is at the device still: by password, or by a code for accounts without one. */
  async ofOwner(
    actor: Actor,
    given: { readonly password?: string | null; readonly code?: string | null },
  ): Promise<Proof> {
    const accountId = accountOf(actor);
    const password = given.password ?? null;
    const digits = given.code ?? null;
    if (password === null && digits === null) throw proofErrors.REQUIRED({ field: ['proof'] });
    await this.limits.countOwnProof(accountId);
    const none = { accountId, codeId: null, passwordHash: null, refusal: null };
    const refusal = proofErrors.FAILED({ field: ['proof'] });
    if (password !== null) {
      const passwordHash = await this.accounts.passwordHashOf(accountId);
      const fits = await this.hasher.verify(passwordHash, password);
      return fits ? { ...none, passwordHash } : { ...none, refusal };
    }
    const aim = { purpose: 'CONFIRM_IDENTITY', accountId } as const;
    const fitting = await this.codes.tryDigits(aim, digits ?? '', this.clock.now());
    return fitting ? { ...none, codeId: fitting.codeId } : { ...none, refusal };
  }

  /** Makes the proof final within the action's unit of work; the account stays held until it ends. */
  async settle({ accountId, codeId, passwordHash, refusal }: Proof): Promise<LockedAccount> {
    if (refusal) throw refusal;
    if (codeId !== null) await this.useCode(codeId);
    const account = await this.accounts.lock(accountId);
    if (!account || account.state === 'CLOSED') throw signInErrors.FAILED();
    if (account.state === 'DISABLED') throw accountErrors.DISABLED();
    if (passwordHash !== null && passwordHash !== account.passwordHash) throw signInErrors.FAILED();
    return account;
  }

  /** Uses up a code that fitted; null stands for one that did not. */
  async useCode(codeId: string | null): Promise<void> {
    const used = codeId !== null && (await this.codes.use(codeId, this.clock.now()));
    if (!used) throw oneTimeCodeErrors.INVALID({ field: ['code'] });
  }
}

/** The account of a signed-in person. */
export function accountOf(actor: Actor): string {
  if (actor.accountId === null) throw requestErrors.NOT_FOUND();
  return actor.accountId;
}
