import { Injectable } from '@nestjs/common';
import { refusePersonalData } from '../../../core/audit/index.js';
import type { Actor } from '../../../core/auth/index.js';
import { Clock, Ids } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { Outbox } from '../../../core/events/index.js';
import { mask } from '../../../core/privacy/index.js';
import { AgreementEventsRepository } from './agreement-events.repository.js';
import {
  canonicalDetail,
  chained,
  FIRST_PREVIOUS_HASH,
  type ChainedEvent,
  type DetailValue,
} from './evidence-chain.js';
import type { AgreementEventKind } from './evidence-event-kinds.js';
import { agreementCompleted } from './evidence.events.js';

export interface NewAgreementEvent {
  readonly kind: AgreementEventKind;
  /** Whoever acts in the request unless said. */
  readonly actor?: Actor;
  /** Party the actor speaks for, by its place in the text. */
  readonly partyPosition?: number | null;
  /** SHA-256 of the text, or of the file, that it is about. */
  readonly documentHash?: string | null;
  /** Ids and codes; never personal data or free text. */
  readonly detail?: Readonly<Record<string, DetailValue>>;
}

/**
 * The one door to the chain of events of an agreement. Called in the unit of work that does what the event tells of, with
 * the agreement locked, so that there is no event without its effect, no effect without its event, and no gap.
 */
@Injectable()
export class AgreementEvents {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: AgreementEventsRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async append(agreementId: string, event: NewAgreementEvent): Promise<ChainedEvent> {
    const { kind, partyPosition = null, documentHash = null, detail = {} } = event;
    const { actor = requestContext().actor } = event;
    if (!this.uow.isOpen) throw new Error('An agreement event is written inside a unit of work');
    refusePersonalData(detail);
    if (!(await this.repository.lockAgreement(agreementId))) {
      throw new Error('There is no such agreement to tell of');
    }
    const last = await this.repository.last(agreementId);
    const { clientAddress } = requestContext();
    const written = chained(last?.hash ?? FIRST_PREVIOUS_HASH, {
      id: this.ids.next(),
      agreementId,
      sequence: (last?.sequence ?? 0) + 1,
      kind,
      actorKind: actor.kind,
      actorId: actor.accountId ?? actor.apiKeyId,
      partyPosition,
      networkAddress: clientAddress === null ? null : mask.address(clientAddress),
      documentHash,
      detail: canonicalDetail(detail),
      occurredAt: this.clock.now(),
    });
    await this.repository.insert(written);
    if (kind === 'COMPLETED') await this.tellCompleted(agreementId);
    return written;
  }

  /** What the sealing of the agreement begins with. */
  private async tellCompleted(agreementId: string): Promise<void> {
    const subject = { type: 'agreement', id: agreementId };
    await this.outbox.record(agreementCompleted, { agreementId }, subject);
  }
}
