import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';
import type { AgreementStateName, AgreementTransition } from './agreement.machine.js';
import type { Agreement } from './agreement.model.js';
import {
  AgreementVersionRepository,
  type VersionOrigin,
  type VersionText,
} from '../negotiation/agreement-version.repository.js';
import { SignatoryRepository, type NewSignatory } from '../signing/signatory.repository.js';
import { selectAgreements, toAgreement } from './agreement.rows.js';

export interface AgreementStep {
  readonly transition: AgreementTransition;
  readonly from: AgreementStateName | null;
  readonly to: AgreementStateName;
  readonly actorId: string | null;
  readonly reason?: string | null;
}

export interface NewAgreement {
  readonly id?: string;
  readonly agreementNumber: string;
  readonly kind: string;
  readonly drafterId: string;
  readonly renewedFromId?: string | null;
  readonly amendsId?: string | null;
  /** First day of the agreement it amends, or that one amends, and so on. */
  readonly countsFrom?: string | null;
  readonly parties: readonly {
    readonly role: string;
    readonly organisationId: string | null;
    readonly accountId: string | null;
    readonly name: string;
  }[];
  readonly text: VersionText;
  readonly origin: VersionOrigin;
  readonly signatories: readonly NewSignatory[];
}

type AgreementColumns = Omit<
  Prisma.AgreementUncheckedUpdateManyInput,
  'state' | 'version' | 'updatedAt'
>;

const NOT_SUSPENDED = { suspendedBy: null, suspendedAt: null, suspendReason: null };

/** The only writer of agreements, their parties and their history. */
@Injectable()
export class AgreementRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly versions: AgreementVersionRepository,
    private readonly signatories: SignatoryRepository,
  ) {}

  /** Reads and locks: two signers meet one after the other. */
  async lock(id: string): Promise<Agreement | null> {
    const row = await selectAgreements(this.uow.sql)
      .where('agreements.id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row ? toAgreement(row) : null;
  }

  /** Locks every cooperation of the two, in one order. */
  async lockBetween(collegeId: string, enterpriseId: string): Promise<void> {
    await this.uow.sql
      .selectFrom('agreements')
      .select('agreements.id')
      .where((eb) =>
        eb.and(
          [collegeId, enterpriseId].map((organisationId) =>
            eb.exists(
              eb
                .selectFrom('agreement_parties as side')
                .select('side.position')
                .whereRef('side.agreement_id', '=', 'agreements.id')
                .where('side.organisation_id', '=', organisationId),
            ),
          ),
        ),
      )
      .orderBy('agreements.id')
      .forNoKeyUpdate()
      .execute();
  }

  /** For an agreement whose files must know it before it is there. */
  newId(): string {
    return this.ids.next();
  }

  async nextNumber(): Promise<bigint> {
    const { rows } = await sql<{
      number: bigint;
    }>`select nextval('agreement_numbers') as number`.execute(this.uow.sql);
    return rows[0]?.number ?? 0n;
  }

  async insert(
    {
      id = this.newId(),
      parties,
      text,
      signatories,
      origin,
      countsFrom = null,
      ...row
    }: NewAgreement,
    actorId: string | null,
  ): Promise<string> {
    const now = this.clock.now();
    await this.uow.db.agreement.create({
      data: {
        ...row,
        ...particularsOf(text),
        id,
        countsFrom: countsFrom === null ? null : new Date(countsFrom),
        partyCount: parties.length,
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    });
    await this.uow.db.agreementParty.createMany({
      data: parties.map((party, index) => ({ ...party, agreementId: id, position: index + 1 })),
    });
    await this.versions.insert(id, 1, text, origin);
    await this.signatories.insert(id, signatories);
    await this.appendHistory(id, { transition: 'edit', from: null, to: 'DRAFT', actorId });
    return id;
  }

  /** Makes the next version of the text the one the agreement holds, if it is still at the version it was made on. */
  async addVersion(
    { id, versionNumber }: Pick<Agreement, 'id' | 'versionNumber'>,
    version: number,
    text: VersionText,
    origin: VersionOrigin,
  ): Promise<boolean> {
    const { count } = await this.uow.db.agreement.updateMany({
      where: { id, version, versionNumber },
      data: {
        ...particularsOf(text),
        versionNumber: { increment: 1 },
        version: { increment: 1 },
        updatedAt: this.clock.now(),
      },
    });
    if (count === 1) await this.versions.insert(id, versionNumber + 1, text, origin);
    return count === 1;
  }

  /** Takes a step if the agreement is still in the state it starts from. */
  async take(id: string, step: AgreementStep, columns: AgreementColumns = {}): Promise<boolean> {
    const { count } = await this.uow.db.agreement.updateMany({
      where: { id, state: step.from ?? 'DRAFT' },
      data: {
        ...(step.from === 'SUSPENDED' && NOT_SUSPENDED),
        ...columns,
        state: step.to,
        version: { increment: 1 },
        updatedAt: this.clock.now(),
      },
    });
    if (count === 1) await this.appendHistory(id, step);
    return count === 1;
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

  /** What was opened under an agreement is opened under the one that replaces it as well. */
  async takeOverPostings(fromId: string, toId: string): Promise<void> {
    const { db } = this.uow;
    const postings = await db.agreementPosting.findMany({ where: { agreementId: fromId } });
    await db.agreementPosting.createMany({
      data: postings.map((posting) => ({ ...posting, agreementId: toId })),
      skipDuplicates: true,
    });
  }

  /** Agreements whose day has come, the next batch by id: to begin, to end, or to be given up unsigned. */
  async listDue(today: string, after: string | null, limit: number): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('agreements')
      .select('id')
      .where((eb) =>
        eb.or([
          eb.and([eb('state', '=', 'signed'), eb('starts_on', '<=', today)]),
          eb.and([eb('state', '=', 'suspended'), eb('effective_at', 'is', null)]),
          eb.and([
            eb('state', 'in', [
              'draft',
              'negotiating',
              'in_review',
              'awaiting_signatures',
              'partially_signed',
              'signed',
              'effective',
              'suspended',
            ]),
            eb('ends_on', '<', today),
          ]),
        ]),
      )
      .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
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

function particularsOf({ form, title, promisedStudents, startsOn, endsOn }: VersionText) {
  return {
    form,
    title,
    promisedStudents,
    startsOn: new Date(startsOn),
    endsOn: new Date(endsOn),
  };
}
