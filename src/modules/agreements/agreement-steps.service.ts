import { Injectable } from '@nestjs/common';
import type { Actor, Permission } from '../../core/auth/index.js';
import { requestErrors } from '../../core/errors/index.js';
import { Outbox, type EventDefinition } from '../../core/events/index.js';
import {
  agreementMachine,
  type AgreementRole,
  type AgreementTransition,
} from './agreement.machine.js';
import type { Agreement } from './agreement.model.js';
import { partiesWith } from './agreement.policy.js';
import { AgreementReader } from './agreement.reader.js';
import { AgreementRepository } from './agreement.repository.js';

/** What drafting, signing and ending share: finding the agreement, taking a step of its machine, telling of it. */
@Injectable()
export class AgreementSteps {
  constructor(
    private readonly reader: AgreementReader,
    private readonly agreements: AgreementRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The agreement, locked, and for which party the actor acts: one for which he holds the permission, `preferred` before
   * the other when he is with both. An agreement the actor may not see is answered as if there were none.
   */
  async require(
    actor: Actor,
    agreementId: string,
    permission: Permission,
    preferred: 'drafterId' | 'enterpriseId' = 'drafterId',
  ): Promise<{ agreement: Agreement; party: string }> {
    const isVisible = (await this.reader.find(actor, agreementId)) !== null;
    const agreement = isVisible ? await this.agreements.lock(agreementId) : null;
    const parties = agreement ? partiesWith(actor, permission, agreement) : [];
    if (!agreement || parties[0] === undefined) {
      throw requestErrors.NOT_FOUND({ field: ['agreementId'] });
    }
    const first = agreement[preferred];
    return { agreement, party: parties.includes(first) ? first : parties[0] };
  }

  async take(
    actor: Actor,
    agreement: Agreement,
    transition: AgreementTransition,
    by: AgreementRole,
    columns: Parameters<AgreementRepository['take']>[2] = {},
    reason: string | null = null,
  ): Promise<Agreement> {
    const to = agreementMachine.next(agreement.state, transition, by);
    const step = { transition, from: agreement.state, to, actorId: actor.accountId, reason };
    if (!(await this.agreements.take(agreement.id, step, columns))) {
      throw requestErrors.STALE({ field: ['agreementId'] });
    }
    return { ...agreement, state: to };
  }

  async tell<Extra extends object>(
    event: EventDefinition<
      { agreementId: string; collegeId: string; enterpriseId: string } & Extra
    >,
    { id, collegeId, enterpriseId }: Agreement,
    extra: Extra,
  ): Promise<void> {
    const payload = { agreementId: id, collegeId, enterpriseId, ...extra };
    await this.outbox.record(event, payload, { type: 'agreement', id });
  }
}
