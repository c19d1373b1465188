import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';

export interface EndingVerification {
  readonly organisationId: string;
  readonly verifiedUntil: Date;
}

/** Reminders of re-checks: a row stands for one that is due, its `sent_at` for one that went out. */
@Injectable()
export class RecheckRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Verifications that end before the instant, in the order of the organisations. */
  async listEnding(
    before: Date,
    after: string | null,
    limit: number,
  ): Promise<EndingVerification[]> {
    let query = this.uow.sql
      .selectFrom('organisations')
      .select(['id', 'verified_until'])
      .where('standing', '=', 'verified')
      .where('verified_until', '>', this.clock.now())
      .where('verified_until', '<=', before)
      .orderBy('id')
      .limit(limit);
    if (after !== null) query = query.where('id', '>', after);
    const rows = await query.execute();
    return rows.flatMap((row) =>
      row.verified_until === null
        ? []
        : [{ organisationId: row.id, verifiedUntil: row.verified_until }],
    );
  }

  /** False when this reminder was due before. */
  async insert(
    { organisationId, verifiedUntil }: EndingVerification,
    daysBefore: number,
  ): Promise<boolean> {
    const inserted = await this.uow.sql
      .insertInto('organisation_recheck_reminders')
      .values({
        organisation_id: organisationId,
        verified_until: verifiedUntil,
        days_before: daysBefore,
        created_at: this.clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('organisation_id')
      .executeTakeFirst();
    return inserted !== undefined;
  }

  /** The end of the verification a reminder not yet sent is about; null when it was sent or is out of date. */
  async findUnsent(organisationId: string, daysBefore: number): Promise<Date | null> {
    const row = await this.uow.sql
      .selectFrom('organisation_recheck_reminders as r')
      .innerJoin('organisations', (join) =>
        join
          .onRef('organisations.id', '=', 'r.organisation_id')
          .onRef('organisations.verified_until', '=', 'r.verified_until'),
      )
      .select('r.verified_until')
      .where('r.organisation_id', '=', organisationId)
      .where('r.days_before', '=', daysBefore)
      .where('r.sent_at', 'is', null)
      .where('organisations.standing', '=', 'verified')
      .executeTakeFirst();
    return row?.verified_until ?? null;
  }

  async markSent(organisationId: string, verifiedUntil: Date, daysBefore: number): Promise<void> {
    await this.uow.sql
      .updateTable('organisation_recheck_reminders')
      .set({ sent_at: this.clock.now() })
      .where('organisation_id', '=', organisationId)
      .where('verified_until', '=', verifiedUntil)
      .where('days_before', '=', daysBefore)
      .execute();
  }
}
