import { Injectable } from '@nestjs/common';
import { Outbox, type EventDefinition } from '../../../core/events/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { organisationsAmong } from '../agreement/agreement.policy.js';
import type { AgreementSignatory } from './signatory.model.js';
import { SignatoryRepository } from './signatory.repository.js';
import {
  agreementSignatoryLeft,
  agreementTurnBegan,
  agreementTurnDeclined,
  agreementTurnReminded,
} from './signing.events.js';

type Told = typeof agreementTurnReminded;

/** Begins turns and tells of them. */
@Injectable()
export class TurnTeller {
  constructor(
    private readonly signatories: SignatoryRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Begins the turns whose time has come, and tells those who are to take one of a later step. */
  async begin(agreement: Agreement, { isSilent = false } = {}): Promise<void> {
    for (const turn of await this.signatories.beginTurns(agreement.id)) {
      if (!isSilent) await this.tellTaker(agreementTurnBegan, agreement, turn);
    }
  }

  tellTaker(event: Told, agreement: Agreement, signatory: AgreementSignatory): Promise<void> {
    const party = agreement.parties.find(({ position }) => position === signatory.partyPosition);
    const { accountId } = signatory;
    return this.record(event, agreement, {
      ...factsOf(agreement, signatory),
      accountId,
      // Someone named is told himself, and not his whole organisation.
      organisationId: accountId === null ? (party?.organisationId ?? null) : null,
    });
  }

  tellDrafter(
    event: typeof agreementTurnDeclined,
    agreement: Agreement,
    signatory: AgreementSignatory,
  ): Promise<void> {
    const { drafterId } = agreement;
    return this.record(event, agreement, { ...factsOf(agreement, signatory), drafterId });
  }

  /** The organisation of one who left, and the drafter. */
  tellLeft(agreement: Agreement, signatory: AgreementSignatory): Promise<void> {
    const party = agreement.parties.find(({ position }) => position === signatory.partyPosition);
    return this.record(agreementSignatoryLeft, agreement, {
      ...factsOf(agreement, signatory),
      drafterId: agreement.drafterId,
      organisationId: party?.organisationId ?? null,
    });
  }

  private async record<Payload extends object>(
    event: EventDefinition<Payload>,
    { id }: Agreement,
    payload: NoInfer<Payload>,
  ): Promise<void> {
    await this.outbox.record(event, payload, { type: 'agreement', id });
  }
}

function factsOf(agreement: Agreement, { id }: AgreementSignatory) {
  return {
    agreementId: agreement.id,
    signatoryId: id,
    organisationIds: organisationsAmong(agreement),
  };
}
