import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { enumLabel, isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';
import type { ProfileSnapshot } from '../../profiles/index.js';
import { applicationErrors } from './application.errors.js';
import type {
  ApplicationPartyName,
  ApplicationStateName,
  ApplicationTransition,
} from './application.machine.js';
import type { Application } from './application.model.js';
import { selectApplications, toApplication } from './application.rows.js';

export interface ApplicationStep {
  readonly transition: ApplicationTransition | 'submit';
  readonly from: ApplicationStateName | null;
  readonly to: ApplicationStateName;
  readonly byParty: ApplicationPartyName;
  readonly actorId: string | null;
  readonly reason?: string | null;
}

export type ApplicationColumns = Omit<
  Prisma.ApplicationUncheckedUpdateManyInput,
  'state' | 'version' | 'updatedAt'
>;

/** The only writer of applications and their history. */
@Injectable()
export class ApplicationRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async lock(id: string): Promise<Application | null> {
    const row = await selectApplications(this.uow.sql)
      .where('applications.id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row ? toApplication(row) : null;
  }

  async insert(row: {
    jobPostingId: string;
    profileId: string;
    accountId: string;
    organisationId: string;
    coverNote: string | null;
    answerDueAt: Date;
    snapshot: ProfileSnapshot;
  }): Promise<string> {
    const now = this.clock.now();
    const id = this.ids.next();
    const { snapshot, ...columns } = row;
    try {
      await this.uow.db.application.create({
        data: {
          ...columns,
          id,
          snapshot: structuredClone(snapshot) as unknown as Prisma.InputJsonObject,
          answerDueBy: 'EMPLOYER',
          consentedAt: now,
          submittedAt: now,
          updatedAt: now,
        },
        select: { id: true },
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'uq_applications_open')) throw error;
      throw applicationErrors.DUPLICATE({ field: ['jobPostingId'], cause: error });
    }
    await this.appendHistory(id, {
      transition: 'submit',
      from: null,
      to: 'SUBMITTED',
      byParty: 'APPLICANT',
      actorId: row.accountId,
    });
    return id;
  }

  /** Takes a step if the application is still in the state it starts from. */
  async take(
    id: string,
    step: ApplicationStep,
    columns: ApplicationColumns = {},
  ): Promise<boolean> {
    const { count } = await this.uow.db.application.updateMany({
      where: { id, state: step.from ?? 'SUBMITTED' },
      data: {
        ...columns,
        state: step.to,
        version: { increment: 1 },
        updatedAt: this.clock.now(),
      },
    });
    if (count === 1) await this.appendHistory(id, step);
    return count === 1;
  }

  /** Ids of applications in the given states: to one posting, or of one person besides one application. */
  async idsOf(
    of:
      { readonly jobPostingId: string } | { readonly accountId: string; readonly except?: string },
    states: readonly ApplicationStateName[],
  ): Promise<string[]> {
    let query = this.uow.sql
      .selectFrom('applications')
      .select('id')
      .where('state', 'in', states.map(enumLabel))
      .orderBy('id');
    if ('jobPostingId' in of) query = query.where('job_posting_id', '=', of.jobPostingId);
    else {
      query = query.where('account_id', '=', of.accountId);
      if (of.except) query = query.where('id', '<>', of.except);
    }
    return (await query.execute()).map((row) => row.id);
  }

  /** Blanks what is personal in a person's applications; that they were, and how they ended, stays. */
  async blankPersonal(accountId: string): Promise<void> {
    await this.uow.db.application.updateMany({
      where: { accountId },
      data: {
        snapshot: {},
        coverNote: null,
        closeMessage: null,
        consentWithdrawnAt: this.clock.now(),
      },
    });
    await this.uow.db.applicationNote.deleteMany({ where: { application: { accountId } } });
    await this.uow.db.offer.updateMany({
      where: { application: { accountId } },
      data: { message: null },
    });
  }

  private async appendHistory(applicationId: string, step: ApplicationStep): Promise<void> {
    await this.uow.db.applicationHistory.create({
      data: {
        id: this.ids.next(),
        applicationId,
        fromState: step.from,
        toState: step.to,
        transition: step.transition,
        reason: step.reason ?? null,
        byParty: step.byParty,
        actorId: step.actorId,
        occurredAt: this.clock.now(),
      },
      select: { id: true },
    });
  }
}
