import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { AgreementParties } from '../agreement/agreement-parties.service.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import {
  agreementCancelled,
  agreementPartyGone,
  agreementPartyRestored,
  agreementPartySuspended,
} from '../agreement/agreement.events.js';
import { agreementMachine } from '../agreement/agreement.machine.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import type { PartyRow } from '../agreement/agreement.rows.js';
import {
  AffectedAgreementsReader,
  type PartyEventKind,
  type PartySubject,
} from './affected-agreements.reader.js';
import { SignatoryRepository } from './signatory.repository.js';

const BATCH = 100;
const TOLD = {
  PARTY_SUSPENDED: agreementPartySuspended,
  PARTY_RESTORED: agreementPartyRestored,
  PARTY_GONE: agreementPartyGone,
} as const;
const REASON_GONE = '签约方已注销账号 A party closed its account';

/**
 * What becomes of agreements when a party loses its standing or its account. A suspended party holds the signing up and
 * voids nothing; who is gone for good can sign no more, so what is not signed by all is given up. Compares what is with
 * what the chain told last, so that a repeated or late call changes nothing.
 */
@Injectable()
export class PartyStanding {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly affected: AffectedAgreementsReader,
    private readonly agreements: AgreementRepository,
    private readonly signatories: SignatoryRepository,
    private readonly parties: AgreementParties,
    private readonly steps: AgreementSteps,
    private readonly clock: Clock,
  ) {}

  /** Answers how many agreements it wrote of. */
  async tend(subject: PartySubject, signal: AbortSignal): Promise<number> {
    let count = 0;
    let after: string | null = null;
    for (;;) {
      const ids: string[] = await this.affected.listOfParty(subject, after, BATCH);
      for (const id of ids) {
        signal.throwIfAborted();
        if (await this.uow.run(() => this.tendOne(id, subject))) count += 1;
      }
      after = ids.at(-1) ?? null;
      if (ids.length < BATCH) return count;
    }
  }

  private async tendOne(id: string, subject: PartySubject): Promise<boolean> {
    const agreement = await this.agreements.lock(id);
    const party = agreement?.parties.find(
      ({ organisationId, accountId }) =>
        (subject.organisationId ?? null) === organisationId &&
        (subject.accountId ?? null) === accountId,
    );
    if (!agreement || !party) return false;
    const kind = await this.kindNow(party);
    const last = await this.affected.lastToldOf(id, party.position);
    const isAsked = agreementMachine.can(agreement.state, 'return', 'PARTY');
    // Of one that is merely suspended, only those are told who wait for its signature, or were told before.
    const isNews = kind === 'PARTY_SUSPENDED' ? isAsked : kind === 'PARTY_GONE' || last !== null;
    if (!isNews || kind === (last ?? 'PARTY_RESTORED')) return false;
    await this.steps.note(SYSTEM, agreement, { kind, partyPosition: party.position });
    await this.tell(agreement, party, kind);
    return true;
  }

  private async kindNow(party: PartyRow): Promise<PartyEventKind> {
    const availability = await this.parties.availabilityOf(party);
    return availability === 'GONE'
      ? 'PARTY_GONE'
      : availability === 'SUSPENDED'
        ? 'PARTY_SUSPENDED'
        : 'PARTY_RESTORED';
  }

  private async tell(
    agreement: Agreement,
    { organisationId: byOrganisationId }: PartyRow,
    kind: PartyEventKind,
  ): Promise<void> {
    const isGivenUp =
      kind === 'PARTY_GONE' && agreementMachine.can(agreement.state, 'lapse', 'PLATFORM');
    if (!isGivenUp) {
      await this.steps.tell(TOLD[kind], agreement, { byOrganisationId });
      return;
    }
    const columns = { endedAt: this.clock.now(), endReason: REASON_GONE };
    const told = { reason: REASON_GONE };
    await this.steps.take(SYSTEM, agreement, 'lapse', 'PLATFORM', columns, told);
    await this.signatories.voidOpen(agreement.id);
    await this.steps.tell(agreementCancelled, agreement, { byOrganisationId });
  }
}
