import { Injectable } from '@nestjs/common';
import { organisationsWith, type Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { DomainError, requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { isInForce } from '../agreement/agreement.rules.js';
import { EnrolmentSteps } from './enrolment-steps.service.js';
import { enrolmentErrors } from './enrolment.errors.js';
import {
  orderClassConfirmed,
  orderClassListed,
  orderClassProposed,
  orderClassRefused,
} from './enrolment.events.js';
import {
  confirmSchema,
  enrolSchema,
  reasonSchema,
  type ConfirmOrderClassEnrolmentsInput,
  type EnrolInOrderClassInput,
  type OrderClassEnrolmentsReasonInput,
} from './enrolment.inputs.js';
import { orderClassPartners, type Partners } from './enrolment.policy.js';
import { EnrolmentRepository, type EnrolmentRow } from './enrolment.repository.js';

/** What became of each of many: ids of those done, and for the others their place in the input and the code of the refusal. */
export interface ClassOutcome {
  readonly doneIds: readonly string[];
  readonly refused: readonly { readonly index: number; readonly code: string }[];
}

interface Held {
  readonly agreement: Agreement;
  readonly partners: Partners;
}

/** What the two sides of an order class do with its list: each student for itself, one refusal does not stop the others. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly agreements: AgreementSteps,
    private readonly repository: EnrolmentRepository,
    private readonly steps: EnrolmentSteps,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async enrol(actor: Actor, input: EnrolInOrderClassInput): Promise<ClassOutcome> {
    const { agreementId, affiliationIds } = parseInput(enrolSchema, input);
    const { partners } = await this.holdInForce(actor, agreementId, 'COLLEGE');
    const outcome = await this.each(affiliationIds, async (affiliationId) => {
      const accountId = await this.repository.confirmedStudent(affiliationId, partners.collegeId);
      if (accountId === null) throw enrolmentErrors.NOT_A_STUDENT();
      const student = { agreementId, affiliationId, accountId };
      const id = await this.repository.insert({ ...student, listedBy: actor.accountId });
      await this.steps.tell(orderClassListed, { ...student, id }, partners);
      return id;
    });
    if (outcome.doneIds.length > 0) {
      await this.outbox.record(
        orderClassProposed,
        { agreementId, ...partners, studentCount: outcome.doneIds.length },
        { type: 'agreement', id: agreementId },
      );
    }
    return outcome;
  }

  async confirm(actor: Actor, input: ConfirmOrderClassEnrolmentsInput): Promise<ClassOutcome> {
    const { agreementId, enrolmentIds } = parseInput(confirmSchema, input);
    const { partners } = await this.holdInForce(actor, agreementId, 'ENTERPRISE');
    return this.eachOf(agreementId, enrolmentIds, async (enrolment) => {
      await this.steps.take(enrolment, 'confirm', 'ENTERPRISE', this.decided(actor));
      await this.steps.tell(orderClassConfirmed, enrolment, partners);
    });
  }

  async refuse(actor: Actor, input: OrderClassEnrolmentsReasonInput): Promise<ClassOutcome> {
    const { agreementId, enrolmentIds, reason } = parseInput(reasonSchema, input);
    const { partners } = await this.hold(actor, agreementId, 'ENTERPRISE');
    return this.eachOf(agreementId, enrolmentIds, async (enrolment) => {
      const columns = { ...this.decided(actor), reason };
      await this.steps.take(enrolment, 'refuse', 'ENTERPRISE', columns);
      await this.steps.tell(orderClassRefused, enrolment, partners);
    });
  }

  async remove(actor: Actor, input: OrderClassEnrolmentsReasonInput): Promise<ClassOutcome> {
    const { agreementId, enrolmentIds, reason } = parseInput(reasonSchema, input);
    await this.hold(actor, agreementId, 'COLLEGE');
    return this.eachOf(agreementId, enrolmentIds, (enrolment) =>
      this.steps.leave(enrolment, 'COLLEGE', reason),
    );
  }

  private decided(actor: Actor) {
    return { decidedAt: this.clock.now(), decidedBy: actor.accountId };
  }

  /** The agreement, locked, for the side the actor must be with. */
  private async hold(actor: Actor, agreementId: string, role: keyof typeof SIDES): Promise<Held> {
    const { agreement } = await this.agreements.require(actor, agreementId, AGREEMENT_DRAFT);
    const partners = orderClassPartners(agreement);
    if (!partners) throw enrolmentErrors.NOT_AN_ORDER_CLASS({ field: ['agreementId'] });
    if (!organisationsWith(actor, AGREEMENT_DRAFT).includes(partners[SIDES[role]])) {
      throw requestErrors.NOT_FOUND({ field: ['agreementId'] });
    }
    return { agreement, partners };
  }

  private async holdInForce(
    actor: Actor,
    agreementId: string,
    role: keyof typeof SIDES,
  ): Promise<Held> {
    const held = await this.hold(actor, agreementId, role);
    if (!isInForce(held.agreement, this.clock.today())) {
      throw agreementErrors.NOT_IN_FORCE({ field: ['agreementId'] });
    }
    return held;
  }

  private eachOf(
    agreementId: string,
    enrolmentIds: readonly string[],
    act: (enrolment: EnrolmentRow) => Promise<void>,
  ): Promise<ClassOutcome> {
    return this.each(enrolmentIds, async (id) => {
      const enrolment = await this.repository.find(id);
      if (enrolment?.agreementId !== agreementId) throw requestErrors.NOT_FOUND();
      await act(enrolment);
      return id;
    });
  }

  private async each(
    ids: readonly string[],
    act: (id: string) => Promise<string>,
  ): Promise<ClassOutcome> {
    const doneIds: string[] = [];
    const refused: { index: number; code: string }[] = [];
    for (const [index, id] of ids.entries()) {
      try {
        doneIds.push(await this.uow.attempt(() => act(id)));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push({ index, code: error.code });
      }
    }
    return { doneIds, refused };
  }
}

const SIDES = { COLLEGE: 'collegeId', ENTERPRISE: 'enterpriseId' } as const;
