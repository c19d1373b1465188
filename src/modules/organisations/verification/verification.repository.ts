import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';
import type { VerificationState } from '../../../generated/prisma/enums.js';
import { verificationErrors } from './verification.errors.js';
import { OPEN_STATES } from './verification.machine.js';
import type { Evidence } from './verification.rules.js';

const ROW = {
  id: true,
  organisationId: true,
  state: true,
  submittedBy: true,
  claimedBy: true,
  decidedBy: true,
  decidedAt: true,
} as const;

export type VerificationRow = Prisma.OrganisationVerificationGetPayload<{ select: typeof ROW }>;

export interface NewVerification {
  readonly organisationId: string;
  readonly requirementsEdition: string;
  readonly note: string | null;
  readonly submittedBy: string;
  readonly dueOn: string;
}

/** What a change of state writes besides the state. */
export type VerificationColumns = Omit<
  Prisma.OrganisationVerificationUncheckedUpdateManyInput,
  'state' | 'version' | 'updatedAt'
>;

export interface VerificationStep {
  readonly transition: string;
  readonly from: VerificationState;
  readonly to: VerificationState;
  readonly accountId: string | null;
  readonly reason?: string | null;
}

/** The only writer of verifications, their evidence and their history. */
@Injectable()
export class VerificationRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  find(id: string): Promise<VerificationRow | null> {
    return this.uow.db.organisationVerification.findUnique({ where: { id }, select: ROW });
  }

  async hasOpen(organisationId: string): Promise<boolean> {
    const open = await this.uow.db.organisationVerification.findFirst({
      where: { organisationId, state: { in: [...OPEN_STATES] } },
      select: { id: true },
    });
    return open !== null;
  }

  /** Whether the organisation has handed in a newer one. */
  async isOvertaken({
    id,
    organisationId,
  }: Pick<VerificationRow, 'id' | 'organisationId'>): Promise<boolean> {
    const newer = await this.uow.db.organisationVerification.findFirst({
      where: { organisationId, id: { gt: id } },
      select: { id: true },
    });
    return newer !== null;
  }

  async insert({ dueOn, ...row }: NewVerification): Promise<string> {
    const now = this.clock.now();
    const id = this.ids.next();
    try {
      await this.uow.db.organisationVerification.create({
        data: {
          ...row,
          id,
          dueOn: dayColumn(dueOn),
          submittedAt: now,
          createdAt: now,
          updatedAt: now,
        },
        select: { id: true },
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'uq_organisation_verifications_open')) throw error;
      throw verificationErrors.OPEN_EXISTS({ cause: error });
    }
    await this.appendHistory(id, {
      transition: 'submit',
      from: null,
      to: 'SUBMITTED',
      accountId: row.submittedBy,
      reason: row.note,
    });
    return id;
  }

  async addEvidence(verificationId: string, evidence: readonly Evidence[]): Promise<void> {
    await this.uow.db.organisationVerificationFile.createMany({
      data: evidence.map(({ fileId, kind }) => ({
        verificationId,
        storedFileId: fileId,
        evidenceKind: kind,
      })),
    });
  }

  /** Writes the step if the state still is `from`; false when somebody was faster. */
  async take(id: string, step: VerificationStep, columns: VerificationColumns): Promise<boolean> {
    const { count } = await this.uow.db.organisationVerification.updateMany({
      where: { id, state: step.from },
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

  private async appendHistory(
    verificationId: string,
    {
      transition,
      from,
      to,
      accountId,
      reason,
    }: Omit<VerificationStep, 'from'> & {
      readonly from: VerificationState | null;
    },
  ): Promise<void> {
    await this.uow.db.organisationVerificationHistory.create({
      data: {
        id: this.ids.next(),
        verificationId,
        transition,
        fromState: from,
        toState: to,
        accountId,
        reason: reason ?? null,
        occurredAt: this.clock.now(),
      },
      select: { id: true },
    });
  }
}

/** A calendar day as the client wants it for a day column. */
export function dayColumn(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
