import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor, type Permission } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox, type EventDefinition } from '../../../core/events/index.js';
import { AgreementEvents, type NewAgreementEvent } from '../evidence/agreement-events.service.js';
import { EVENT_OF_STEP } from './agreement-step-events.js';
import { agreementErrors } from './agreement.errors.js';
import type { AgreementEventPayload } from './agreement.events.js';
import {
  agreementMachine,
  type AgreementRole,
  type AgreementTransition,
} from './agreement.machine.js';
import type { Agreement, AgreementParty } from './agreement.model.js';
import {
  organisationIn,
  organisationsAmong,
  partiesWith,
  partyOf,
  personsAmong,
} from './agreement.policy.js';
import { AgreementReader } from './agreement.reader.js';
import { AgreementRepository } from './agreement.repository.js';

export interface StepDetails {
  readonly reason?: string | null;
  /** Position of the party that acts. */
  readonly party?: number | null;
  /** Ids and codes for the chain of events. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** What drafting, signing and ending share: finding the agreement, taking a step of its machine, telling of it. */
@Injectable()
export class AgreementSteps {
  constructor(
    private readonly reader: AgreementReader,
    private readonly agreements: AgreementRepository,
    private readonly outbox: Outbox,
    private readonly evidence: AgreementEvents,
  ) {}

  /** The agreement, locked. One the actor may not see is answered as if there were none. */
  async lock(actor: Actor, agreementId: string): Promise<Agreement> {
    const isVisible = (await this.reader.find(actor, agreementId)) !== null;
    const agreement = isVisible ? await this.agreements.lock(agreementId) : null;
    if (!agreement) throw requestErrors.NOT_FOUND({ field: ['agreementId'] });
    return agreement;
  }

  /**
   * The agreement, locked, and for which party the actor acts: one for which he holds the permission; the one in the
   * preferred role, else the drafter, before others when he is with several.
   */
  async require(
    actor: Actor,
    agreementId: string,
    permission: Permission,
    preferredRole: string | null = null,
  ): Promise<{ agreement: Agreement; party: string }> {
    const agreement = await this.lock(actor, agreementId);
    const parties = partiesWith(actor, permission, agreement);
    const preferred = preferredRole && organisationIn(agreement, preferredRole);
    const party =
      parties.find((id) => id === preferred) ??
      parties.find((id) => id === agreement.drafterId) ??
      parties[0];
    if (party === undefined) throw requestErrors.NOT_FOUND({ field: ['agreementId'] });
    return { agreement, party };
  }

  /** The same where people who are parties themselves may act as well; others who see it are told whom to ask. */
  async requireParty(
    actor: Actor,
    agreementId: string,
    permission: Permission,
  ): Promise<{ agreement: Agreement; party: AgreementParty }> {
    const agreement = await this.lock(actor, agreementId);
    const party = partyOf(actor, permission, agreement);
    if (!party) throw agreementErrors.NOT_DECIDING({ field: ['agreementId'] });
    return { agreement, party };
  }

  async take(
    actor: Actor,
    agreement: Agreement,
    transition: AgreementTransition,
    by: AgreementRole,
    columns: Parameters<AgreementRepository['take']>[2] = {},
    { reason = null, party = null, detail = {} }: StepDetails = {},
  ): Promise<Agreement> {
    const to = agreementMachine.next(agreement.state, transition, by);
    const step = { transition, from: agreement.state, to, actorId: actor.accountId, reason };
    if (!(await this.agreements.take(agreement.id, step, columns))) {
      throw requestErrors.STALE({ field: ['agreementId'] });
    }
    const kind = EVENT_OF_STEP[transition];
    if (kind !== null) {
      const frozen = columns.contentHash;
      await this.note(by === 'PLATFORM' ? SYSTEM : actor, agreement, {
        kind,
        ...(party === null ? {} : { partyPosition: party }),
        documentHash: typeof frozen === 'string' ? frozen : agreement.contentHash,
        detail: { transition, versionNumber: agreement.versionNumber, ...detail },
      });
    }
    return { ...agreement, state: to };
  }

  /** Writes what happened into the chain of evidence, for the party the actor speaks for where there is one only. */
  async note(actor: Actor, agreement: Agreement, event: NewAgreementEvent): Promise<void> {
    const partyPosition = positionOf(actor, agreement);
    await this.evidence.append(agreement.id, { partyPosition, ...event, actor });
  }

  /** What was signed so far is void: the chain says how much. */
  async noteVoided(agreementId: string, count: number): Promise<void> {
    if (count === 0) return;
    await this.evidence.append(agreementId, { kind: 'SIGNATURES_VOIDED', detail: { count } });
  }

  /** Tells the parties; `extra` is what the event carries besides them. */
  async tell<Payload extends AgreementEventPayload>(
    event: EventDefinition<Payload>,
    agreement: Agreement,
    extra: Omit<NoInfer<Payload>, keyof AgreementEventPayload>,
  ): Promise<void> {
    const payload = {
      agreementId: agreement.id,
      organisationIds: organisationsAmong(agreement),
      accountIds: personsAmong(agreement),
      ...extra,
    };
    await this.outbox.record(event, payload, {
      type: 'agreement',
      id: agreement.id,
    });
  }
}

function positionOf({ accountId, grants }: Actor, { parties }: Agreement): number | null {
  const own = parties.filter(
    (party) =>
      (party.accountId !== null && party.accountId === accountId) ||
      grants.some(({ organisationId }) => organisationId === party.organisationId),
  );
  return own.length === 1 ? (own[0]?.position ?? null) : null;
}
