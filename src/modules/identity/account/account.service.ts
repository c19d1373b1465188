import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import type { Locale } from '../../../core/context/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { PersonalData } from '../../../core/privacy/index.js';
import { accountOf, ProofService, type Proof } from '../proof/proof.service.js';
import { SessionService } from '../session/session.service.js';
import { accountErrors } from './account.errors.js';
import { accountClosed, accountDisabled, accountEnabled } from './account.events.js';
import { accountMachine } from './account.machine.js';
import { AccountRepository, type LockedAccount } from './account.repository.js';

export interface AccountAnswer {
  readonly accountId: string;
}

@Injectable()
export class AccountService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionService,
    private readonly proofs: ProofService,
    private readonly personalData: PersonalData,
    private readonly outbox: Outbox,
  ) {}

  async changeDisplayName(actor: Actor, displayName: string): Promise<AccountAnswer> {
    return this.update(actor, { displayName });
  }

  async changePreferredLocale(actor: Actor, preferredLocale: Locale): Promise<AccountAnswer> {
    return this.update(actor, { preferredLocale });
  }

  /** Shuts an account: its sessions end and its next request, wherever it is, is refused. */
  async disable(actor: Actor, accountId: string, reason: string): Promise<AccountAnswer> {
    if (accountId === actor.accountId) throw accountErrors.IS_OWN({ field: ['accountId'] });
    const administrators = await this.accounts.lockAdministrators();
    const account = await this.require(accountId);
    const to = accountMachine.next(account.state, 'disable', 'ADMINISTRATOR');
    this.requireOtherAdministrator(administrators, accountId);
    await this.write({ account, to, actor, reason });
    await this.sessions.revokeAll(accountId);
    await this.outbox.record(accountDisabled, { accountId }, { type: 'account', id: accountId });
    return { accountId };
  }

  async enable(actor: Actor, accountId: string): Promise<AccountAnswer> {
    const account = await this.require(accountId);
    const to = accountMachine.next(account.state, 'enable', 'ADMINISTRATOR');
    await this.write({ account, to, actor, reason: null });
    await this.outbox.record(accountEnabled, { accountId }, { type: 'account', id: accountId });
    return { accountId };
  }

  /** Closes the own account for good: the person is erased from every module that knows them, or nothing happens. */
  async close(actor: Actor, proof: Proof): Promise<AccountAnswer> {
    const administrators = await this.accounts.lockAdministrators();
    const account = await this.proofs.settle(proof);
    const to = accountMachine.next(account.state, 'close', 'OWNER');
    this.requireOtherAdministrator(administrators, account.id);
    await this.personalData.eraseFor(account.id);
    await this.write({ account, to, actor, reason: null });
    const subject = { type: 'account', id: account.id };
    await this.outbox.record(accountClosed, { accountId: account.id }, subject);
    return { accountId: account.id };
  }

  private async update(
    actor: Actor,
    changes: { displayName?: string; preferredLocale?: Locale },
  ): Promise<AccountAnswer> {
    const accountId = accountOf(actor);
    await this.accounts.update(accountId, changes);
    return { accountId };
  }

  private async require(accountId: string): Promise<LockedAccount> {
    const account = await this.accounts.lock(accountId);
    if (!account) throw requestErrors.NOT_FOUND({ field: ['accountId'] });
    return account;
  }

  private requireOtherAdministrator(administrators: readonly string[], leaving: string): void {
    if (administrators.includes(leaving) && administrators.length === 1) {
      throw accountErrors.LAST_ADMINISTRATOR();
    }
  }

  private async write(change: {
    account: LockedAccount;
    to: LockedAccount['state'];
    actor: Actor;
    reason: string | null;
  }): Promise<void> {
    const { account, to, actor, reason } = change;
    const { accountId: actorId } = actor;
    const written = await this.accounts.changeState({
      accountId: account.id,
      from: account.state,
      to,
      actorId,
      reason,
    });
    if (!written) throw accountErrors.WRONG_STATE();
  }
}
