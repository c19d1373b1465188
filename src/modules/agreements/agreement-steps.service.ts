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
   * The agreement, locked, and the party for which the actor holds the permission; an agreement the actor may not see
   * is answered as if there were none.
   */
  async require(
    actor: Actor,
    agreementId: string,
    permission: Permission,
  ): Promise<{ agreement: Agreement; party: string }> {
    const isVisible = (await this.reader.find(actor, agreementId)) !== null;
    const agreement = isVisible ? await this.agreements.lock(agreementId) : null;
    const [party] = agreement ? partiesWith(actor, permission, agreement) : [];
    if (!agreement || party === undefined) {
      throw requestErrors.NOT_FOUND({ field: ['agreementId'] });
    }
    return { agreement, party };
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
