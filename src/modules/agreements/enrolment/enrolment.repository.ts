import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { isCheckViolation, isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import type { OrderClassEnrolmentState } from './enrolment.enums.js';
import { enrolmentErrors } from './enrolment.errors.js';

export interface EnrolmentRow {
  readonly id: string;
  readonly agreementId: string;
  readonly affiliationId: string;
  readonly accountId: string;
  readonly state: OrderClassEnrolmentState;
}

export interface NewEnrolment {
  readonly agreementId: string;
  readonly affiliationId: string;
  readonly accountId: string;
  readonly listedBy: string | null;
}

interface StepColumns {
  readonly decidedAt?: Date;
  readonly decidedBy?: string | null;
  readonly endedAt?: Date;
  readonly reason?: string | null;
}

const COLUMNS = {
  id: true,
  agreementId: true,
  affiliationId: true,
  accountId: true,
  state: true,
} as const;
const OPEN: { in: OrderClassEnrolmentState[] } = { in: ['LISTED', 'CONFIRMED'] };

/** The only writer of the lists of order classes. Whoever adds to one holds its agreement. */
@Injectable()
export class EnrolmentRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The account of a confirmed place at the college, which cannot be left meanwhile; null when there is none. */
  async confirmedStudent(affiliationId: string, collegeId: string): Promise<string | null> {
    const row = await this.uow.sql
      .selectFrom('affiliations')
      .select('account_id')
      .where('id', '=', affiliationId)
      .where('college_id', '=', collegeId)
      .where('state', '=', 'confirmed')
      .forShare()
      .executeTakeFirst();
    return row?.account_id ?? null;
  }

  /** Refuses when the class is full, or the student is in one. */
  async insert(enrolment: NewEnrolment): Promise<string> {
    const id = this.ids.next();
    try {
      await this.uow.db.orderClassEnrolment.create({
        data: { ...enrolment, id, listedAt: this.clock.now() },
        select: { id: true },
      });
    } catch (error) {
      if (isUniqueViolation(error, 'uq_order_class_enrolments_open')) {
        throw enrolmentErrors.IN_A_CLASS();
      }
      if (isCheckViolation(error, 'ck_order_class_enrolments_seats')) throw enrolmentErrors.FULL();
      throw error;
    }
    return id;
  }

  find(id: string): Promise<EnrolmentRow | null> {
    return this.uow.db.orderClassEnrolment.findUnique({ where: { id }, select: COLUMNS });
  }

  listOpenOfAccount(accountId: string): Promise<EnrolmentRow[]> {
    return this.uow.db.orderClassEnrolment.findMany({
      where: { accountId, state: OPEN },
      select: COLUMNS,
    });
  }

  listOpenOfAffiliation(affiliationId: string): Promise<EnrolmentRow[]> {
    return this.uow.db.orderClassEnrolment.findMany({
      where: { affiliationId, state: OPEN },
      select: COLUMNS,
    });
  }

  /** Writes the step if the state still is `from`; false when somebody was faster. */
  async take(
    id: string,
    from: OrderClassEnrolmentState,
    to: OrderClassEnrolmentState,
    columns: StepColumns,
  ): Promise<boolean> {
    const { count } = await this.uow.db.orderClassEnrolment.updateMany({
      where: { id, state: from },
      data: { ...columns, state: to },
    });
    return count === 1;
  }

  /** Why a person left or was taken off; why one was refused stays, as the record of the enterprise. */
  async forgetReasonsOf(accountId: string): Promise<void> {
    await this.uow.db.orderClassEnrolment.updateMany({
      where: { accountId, state: 'LEFT', reason: { not: null } },
      data: { reason: null },
    });
  }

  /** With the agreement, its class is over. */
  async endAll(agreementId: string): Promise<void> {
    await this.uow.db.orderClassEnrolment.updateMany({
      where: { agreementId, state: OPEN },
      data: { state: 'ENDED', endedAt: this.clock.now() },
    });
  }

  /** The class goes on under the agreement that replaces the former. */
  async takeOver(fromId: string, toId: string): Promise<void> {
    await this.uow.db.orderClassEnrolment.updateMany({
      where: { agreementId: fromId, state: OPEN },
      data: { agreementId: toId },
    });
  }
}
