import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox, type EventDefinition } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { orderClassLeft } from './enrolment.events.js';
import { leaveSchema, type LeaveOrderClassInput } from './enrolment.inputs.js';
import { enrolmentMachine, type EnrolmentTransition } from './enrolment.machine.js';
import type { Partners } from './enrolment.policy.js';
import { EnrolmentRepository, type EnrolmentRow } from './enrolment.repository.js';

type Columns = Parameters<EnrolmentRepository['take']>[3];
type Subject = Pick<EnrolmentRow, 'agreementId' | 'affiliationId' | 'accountId'>;
type StudentEvent = EventDefinition<Partners & Subject & { enrolmentId: string }>;

/** One step of the machine, and telling of it. Inside a unit of work. */
@Injectable()
export class EnrolmentSteps {
  constructor(
    private readonly repository: EnrolmentRepository,
    private readonly agreements: AgreementReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async take(
    enrolment: EnrolmentRow,
    transition: EnrolmentTransition,
    by: 'STUDENT' | 'COLLEGE' | 'ENTERPRISE' | 'PLATFORM',
    columns: Columns,
  ): Promise<void> {
    const to = enrolmentMachine.next(enrolment.state, transition, by);
    if (!(await this.repository.take(enrolment.id, enrolment.state, to, columns))) {
      throw requestErrors.STALE();
    }
  }

  /** Whoever goes frees the seat at once; both sides are told. */
  async leave(
    enrolment: EnrolmentRow,
    by: 'STUDENT' | 'COLLEGE' | 'PLATFORM',
    reason: string | null,
  ): Promise<void> {
    await this.take(enrolment, 'leave', by, { endedAt: this.clock.now(), reason });
    const partners = await this.agreements.partnersOf(enrolment.agreementId);
    if (partners) await this.tell(orderClassLeft, enrolment, partners);
  }

  /** The student leaves of his own will, whatever became of the agreement. */
  async leaveOwn(actor: Actor, input: LeaveOrderClassInput): Promise<string> {
    const { enrolmentId, reason } = parseInput(leaveSchema, input);
    const enrolment = await this.repository.find(enrolmentId);
    if (!enrolment || enrolment.accountId !== actor.accountId) {
      throw requestErrors.NOT_FOUND({ field: ['enrolmentId'] });
    }
    await this.leave(enrolment, 'STUDENT', reason);
    return enrolmentId;
  }

  /** Whoever leaves the college leaves the class. */
  async leaveWith(affiliationId: string): Promise<void> {
    for (const enrolment of await this.repository.listOpenOfAffiliation(affiliationId)) {
      await this.leave(enrolment, 'PLATFORM', null);
    }
  }

  /** The class is over with its agreement. */
  endWith(agreementId: string): Promise<void> {
    return this.repository.endAll(agreementId);
  }

  async tell(
    event: StudentEvent,
    { id, agreementId, affiliationId, accountId }: Subject & Pick<EnrolmentRow, 'id'>,
    { collegeId, enterpriseId }: Partners,
  ): Promise<void> {
    await this.outbox.record(
      event,
      { agreementId, affiliationId, accountId, collegeId, enterpriseId, enrolmentId: id },
      { type: 'agreement', id: agreementId },
    );
  }
}
