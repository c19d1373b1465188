import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Ids } from '../../core/clock/index.js';
import { UnitOfWork } from '../../core/database/index.js';
import type { Prisma } from '../../generated/prisma/client.js';
import type { AgreementContentColumns } from './agreement.inputs.js';
import type { AgreementStateName, AgreementTransition } from './agreement.machine.js';
import type { Agreement } from './agreement.model.js';
import { selectAgreements, toAgreement } from './agreement.rows.js';

export interface AgreementStep {
  readonly transition: AgreementTransition;
  readonly from: AgreementStateName | null;
  readonly to: AgreementStateName;
  readonly actorId: string | null;
  readonly reason?: string | null;
}

type AgreementColumns = Omit<
  Prisma.AgreementUncheckedUpdateManyInput,
  'state' | 'version' | 'updatedAt'
>;

/** The only writer of agreements, their signatures and their history. */
@Injectable()
export class AgreementRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Reads and locks: two signers meet one after the other. */
  async lock(id: string): Promise<Agreement | null> {
    const row = await selectAgreements(this.uow.sql)
      .where('agreements.id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row ? toAgreement(row) : null;
  }

  /** Locks every agreement of the two, in one order. */
  async lockBetween(collegeId: string, enterpriseId: string): Promise<void> {
    await this.uow.sql
      .selectFrom('agreements')
      .select('id')
      .where('college_id', '=', collegeId)
      .where('enterprise_id', '=', enterpriseId)
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
  }

  async nextNumber(): Promise<bigint> {
    const { rows } = await sql<{
      number: bigint;
    }>`select nextval('agreement_numbers') as number`.execute(this.uow.sql);
    return rows[0]?.number ?? 0n;
  }

  async insert(
    row: AgreementContentColumns & {
      agreementNumber: string;
      collegeId: string;
      enterpriseId: string;
      drafterId: string;
    },
    actorId: string | null,
  ): Promise<string> {
    const now = this.clock.now();
    const id = this.ids.next();
    await this.uow.db.agreement.create({
      data: {
        ...row,
        ...days(row),
        promisedStudents: row.promisedStudents ?? null,
        id,
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    });
    await this.appendHistory(id, { transition: 'edit', from: null, to: 'DRAFT', actorId });
    return id;
  }

  /** Writes the draft if its version is still the one it was made on. */
  async editDraft(id: string, version: number, content: AgreementContentColumns): Promise<boolean> {
    const { count } = await this.uow.db.agreement.updateMany({
      where: { id, version, state: 'DRAFT' },
      data: {
        ...content,
        ...days(content),
        promisedStudents: content.promisedStudents ?? null,
        version: { increment: 1 },
        updatedAt: this.clock.now(),
      },
    });
    return count === 1;
  }

  /** Takes a step if the agreement is still in the state it starts from. */
  async take(id: string, step: AgreementStep, columns: AgreementColumns = {}): Promise<boolean> {
    const { count } = await this.uow.db.agreement.updateMany({
      where: { id, state: step.from ?? 'DRAFT' },
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

  async addSignature(signature: {
    agreementId: string;
    organisationId: string;
    accountId: string;
    contentHash: string;
  }): Promise<void> {
    await this.uow.db.agreementSignature.create({
      data: { ...signature, signedAt: this.clock.now() },
      select: { agreementId: true },
    });
  }

  async hasSigned(agreementId: string, organisationId: string): Promise<boolean> {
    const count = await this.uow.db.agreementSignature.count({
      where: { agreementId, organisationId },
    });
    return count === 1;
  }

  async voidSignatures(agreementId: string): Promise<void> {
    await this.uow.db.agreementSignature.deleteMany({ where: { agreementId } });
  }

  async addPosting(agreementId: string, jobPostingId: string): Promise<void> {
    const openedAt = this.clock.now();
    await this.uow.db.agreementPosting.upsert({
      where: { agreementId_jobPostingId: { agreementId, jobPostingId } },
      create: { agreementId, jobPostingId, openedAt },
      update: { openedAt },
      select: { agreementId: true },
    });
  }

  /** Agreements whose day has come: to begin, to end, or to be given up unsigned. */
  async listDue(today: string, limit: number): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('agreements')
      .select('id')
      .where((eb) =>
        eb.or([
          eb.and([eb('state', '=', 'signed'), eb('starts_on', '<=', today)]),
          eb.and([
            eb('state', 'in', [
              'draft',
              'awaiting_signatures',
              'partially_signed',
              'signed',
              'effective',
            ]),
            eb('ends_on', '<', today),
          ]),
        ]),
      )
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => row.id);
  }

  private async appendHistory(agreementId: string, step: AgreementStep): Promise<void> {
    await this.uow.db.agreementHistory.create({
      data: {
        id: this.ids.next(),
        agreementId,
        fromState: step.from,
        toState: step.to,
        transition: step.transition,
        reason: step.reason ?? null,
        actorId: step.actorId,
        occurredAt: this.clock.now(),
      },
      select: { id: true },
    });
  }
}

function days({ startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  return { startsOn: new Date(startsOn), endsOn: new Date(endsOn) };
}
