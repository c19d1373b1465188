import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Ids, isUuid } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';
import type { AgreementSignatory } from './signatory.model.js';
import { selectSignatories, toSignatory } from './signatory.rows.js';
import { turnsToBegin, type TurnState } from './signatory.rules.js';

const DAY_MS = 86_400_000;

export interface NewSignatory {
  readonly partyPosition: number;
  readonly role: 'REVIEWER' | 'SIGNATORY' | 'GUARDIAN';
  readonly step: number;
  readonly accountId: string | null;
  readonly turnDays: number;
}

export interface NewSignature {
  readonly signatory: Pick<AgreementSignatory, 'id' | 'agreementId' | 'partyPosition'>;
  readonly organisationId: string | null;
  readonly accountId: string | null;
  readonly versionNumber: number;
  readonly signingRound: number;
  readonly contentHash: string;
  readonly delegationId?: string | null;
  readonly paperCopyId?: string | null;
  readonly signingSessionId?: string | null;
}

const BLANK_TURN = {
  state: 'PENDING',
  openedAt: null,
  expiresAt: null,
  settledAt: null,
  declineReason: null,
  remindedAt: null,
  reminderCount: 0,
} as const;

/** The only writer of signatories and signatures. All of it happens with the agreement locked. */
@Injectable()
export class SignatoryRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async listOf(agreementId: string): Promise<AgreementSignatory[]> {
    const rows = await selectSignatories(this.uow.sql)
      .where('agreement_signatories.agreement_id', '=', agreementId)
      .execute();
    return rows.map(toSignatory);
  }

  async find(id: string): Promise<AgreementSignatory | null> {
    if (!isUuid(id)) return null;
    const row = await selectSignatories(this.uow.sql)
      .where('agreement_signatories.id', '=', id)
      .executeTakeFirst();
    return row ? toSignatory(row) : null;
  }

  async insert(agreementId: string, signatories: readonly NewSignatory[]): Promise<void> {
    await this.uow.db.agreementSignatory.createMany({
      data: signatories.map((signatory) => ({ ...signatory, id: this.ids.next(), agreementId })),
    });
  }

  /** Takes those away that are asked no longer. One that anything hangs on stays as void. */
  async voidAll(agreementId: string): Promise<void> {
    const all = { agreementId, state: { not: 'VOID' } } as const;
    await this.uow.db.agreementSignatory.deleteMany({
      where: {
        ...all,
        signatures: { none: {} },
        links: { none: {} },
        sessions: { none: {} },
        delegations: { none: {} },
        papers: { none: {} },
      },
    });
    await this.uow.db.agreementSignatory.updateMany({ where: all, data: { state: 'VOID' } });
  }

  /** Nobody is asked any more; what was signed stays. */
  async voidOpen(agreementId: string): Promise<void> {
    await this.uow.db.agreementSignatory.updateMany({
      where: { agreementId, state: { notIn: ['SIGNED', 'APPROVED', 'VOID'] } },
      data: { state: 'VOID' },
    });
  }

  /** Begins the turns whose time has come; answers which. */
  async beginTurns(agreementId: string): Promise<AgreementSignatory[]> {
    const begun = turnsToBegin(await this.listOf(agreementId)) as AgreementSignatory[];
    const now = this.clock.now();
    for (const { id, turnDays } of begun) {
      const expiresAt = new Date(now.getTime() + turnDays * DAY_MS);
      await this.change(id, { state: 'READY', expiresAt });
    }
    return begun;
  }

  /**
   * Open turns of texts that are being signed whose time is over, or that somebody is to be reminded of: once a week, and
   * daily in the last three days.
   */
  async listTurnsToTend(now: Date, limit: number): Promise<{ id: string; agreementId: string }[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_signatories as turn')
      .innerJoin('agreements', 'agreements.id', 'turn.agreement_id')
      .select(['turn.id', 'turn.agreement_id'])
      .where('turn.state', 'in', ['ready', 'opened'])
      .where('agreements.state', 'in', ['in_review', 'awaiting_signatures', 'partially_signed'])
      .where(
        sql<boolean>`(turn.expires_at <= ${now} or ${now} >=
          coalesce(turn.reminded_at, turn.expires_at - make_interval(days => turn.turn_days))
          + case when turn.expires_at <= ${now}::timestamptz + interval '3 days' then interval '1 day' else interval '7 days' end)`,
      )
      .orderBy('turn.id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ id: row.id, agreementId: row.agreement_id }));
  }

  /** True when the turn was still in one of the states. */
  async settle(
    id: string,
    from: readonly TurnState[],
    state: TurnState,
    columns: Prisma.AgreementSignatoryUncheckedUpdateManyInput = {},
  ): Promise<boolean> {
    const { count } = await this.uow.db.agreementSignatory.updateMany({
      where: { id, state: { in: [...from] } },
      data: { ...columns, state, settledAt: this.clock.now() },
    });
    return count === 1;
  }

  async change(
    id: string,
    columns: Prisma.AgreementSignatoryUncheckedUpdateManyInput,
  ): Promise<void> {
    await this.uow.db.agreementSignatory.updateMany({ where: { id }, data: columns });
  }

  /** Signs; the turn is settled with it. */
  async sign({ signatory, ...signature }: NewSignature): Promise<string> {
    const id = this.ids.next();
    await this.uow.db.agreementSignature.create({
      data: {
        ...signature,
        id,
        agreementId: signatory.agreementId,
        signatoryId: signatory.id,
        partyPosition: signatory.partyPosition,
        method: signature.paperCopyId ? 'PAPER' : 'ONLINE',
        signedAt: this.clock.now(),
      },
      select: { id: true },
    });
    return id;
  }

  /** Voids what was signed and puts every turn back to its beginning. Answers how many signatures that were. */
  async reset(agreementId: string): Promise<number> {
    const { count } = await this.uow.db.agreementSignature.updateMany({
      where: { agreementId, voidedAt: null },
      data: { voidedAt: this.clock.now() },
    });
    await this.uow.db.agreementSignatory.updateMany({
      where: { agreementId, state: { not: 'VOID' } },
      data: BLANK_TURN,
    });
    return count;
  }
}
