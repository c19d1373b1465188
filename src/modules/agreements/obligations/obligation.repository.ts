import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';

export interface NewEntry {
  readonly agreementId: string;
  readonly obligationKey: string;
  readonly quantity: number;
  readonly happenedOn: string;
  readonly note: string;
  readonly partyPosition: number;
  readonly enteredBy: string;
}

/** The only writer of entries and of what was told of an agreement. All of it happens with the agreement locked. */
@Injectable()
export class ObligationRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async enter({ happenedOn, ...entry }: NewEntry): Promise<string> {
    const id = this.ids.next();
    const enteredAt = this.clock.now();
    await this.uow.db.agreementObligationEntry.create({
      data: { ...entry, id, happenedOn: new Date(happenedOn), enteredAt },
      select: { id: true },
    });
    return id;
  }

  /** Position of the party that entered it and the obligation it is for; null when the agreement has no such entry. */
  findEntry(
    agreementId: string,
    id: string,
  ): Promise<{ partyPosition: number; obligationKey: string } | null> {
    return this.uow.db.agreementObligationEntry.findFirst({
      where: { id, agreementId },
      select: { partyPosition: true, obligationKey: true },
    });
  }

  /** False when it was withdrawn or disputed before. */
  async withdraw(id: string): Promise<boolean> {
    return this.settle(id, { withdrawnAt: this.clock.now() });
  }

  /** False when it was withdrawn or disputed before. */
  async dispute(
    id: string,
    dispute: {
      readonly disputedBy: string;
      readonly disputingPosition: number;
      readonly disputeReason: string;
    },
  ): Promise<boolean> {
    return this.settle(id, { ...dispute, disputedAt: this.clock.now() });
  }

  /** True when the parties were not told of it before. */
  async tellOnce(agreementId: string, kind: string, subject: string): Promise<boolean> {
    const { count } = await this.uow.db.agreementNotice.createMany({
      data: [{ agreementId, kind, subject, toldAt: this.clock.now() }],
      skipDuplicates: true,
    });
    return count === 1;
  }

  /** Subjects that were not told of for so long; they count as told now. */
  async tellAgain(
    agreementId: string,
    kind: string,
    subjects: readonly string[],
    afterMs: number,
  ): Promise<string[]> {
    const toldAt = this.clock.now();
    const rows = await this.uow.sql
      .insertInto('agreement_notices')
      .values(
        subjects.map((subject) => ({ agreement_id: agreementId, kind, subject, told_at: toldAt })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['agreement_id', 'kind', 'subject'])
          .doUpdateSet({ told_at: toldAt })
          .where('agreement_notices.told_at', '<=', new Date(toldAt.getTime() - afterMs)),
      )
      .returning('subject')
      .execute();
    return rows.map(({ subject }) => subject);
  }

  /** What was entered for an agreement counts for the one that replaces it, where that still promises the same. */
  async takeOver(fromId: string, toId: string): Promise<void> {
    const { db } = this.uow;
    const kept = await db.agreementObligation.findMany({
      where: { agreementId: toId },
      select: { obligationKey: true },
    });
    const entries = await db.agreementObligationEntry.findMany({
      where: {
        agreementId: fromId,
        obligationKey: { in: kept.map(({ obligationKey }) => obligationKey) },
      },
    });
    await db.agreementObligationEntry.createMany({
      data: entries.map((entry) => ({ ...entry, id: this.ids.next(), agreementId: toId })),
    });
  }

  private async settle(
    id: string,
    data: {
      readonly withdrawnAt?: Date;
      readonly disputedAt?: Date;
      readonly disputedBy?: string;
      readonly disputingPosition?: number;
      readonly disputeReason?: string;
    },
  ): Promise<boolean> {
    const { count } = await this.uow.db.agreementObligationEntry.updateMany({
      where: { id, withdrawnAt: null, disputedAt: null },
      data,
    });
    return count === 1;
  }
}
