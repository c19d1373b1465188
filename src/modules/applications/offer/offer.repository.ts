import { Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import { Clock, Ids } from '../../../core/clock/index.js';
import { enumName, UnitOfWork, type DB } from '../../../core/database/index.js';
import { money } from '../../../core/graphql/index.js';
import type { EngagementType, OfferState, PayPeriod } from '../../../generated/prisma/enums.js';
import type { Offer } from './offer.model.js';

export interface NewOffer {
  readonly applicationId: string;
  readonly payMinFen: bigint;
  readonly payMaxFen: bigint;
  readonly payPeriod: PayPeriod;
  readonly engagementType: EngagementType;
  readonly workplace: string;
  /** Region of the posting at that moment. */
  readonly regionId: string | null;
  readonly startOn: string;
  readonly answerDueAt: Date;
  readonly message: string | null;
  readonly madeBy: string;
}

/** The only writer of offers; applications hold the lock under which they change. */
@Injectable()
export class OfferRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async insert({ startOn, ...offer }: NewOffer): Promise<string> {
    const id = this.ids.next();
    await this.uow.db.offer.create({
      data: { ...offer, id, startOn: new Date(startOn), madeAt: this.clock.now() },
      select: { id: true },
    });
    return id;
  }

  /** The offer of the application that is open or accepted. */
  async currentOf(applicationId: string): Promise<Offer | null> {
    const [row] = await this.select()
      .where('application_id', '=', applicationId)
      .where('state', 'in', ['open', 'accepted'])
      .execute();
    return row ? toOffer(row) : null;
  }

  async applicationOf(offerId: string): Promise<string | null> {
    const row = await this.uow.sql
      .selectFrom('offers')
      .select('application_id')
      .where('id', '=', offerId)
      .executeTakeFirst();
    return row?.application_id ?? null;
  }

  async offersOf(applicationIds: readonly string[]): Promise<Map<string, Offer[]>> {
    const rows = await this.select()
      .where('application_id', 'in', [...applicationIds])
      .orderBy('made_at')
      .execute();
    const byApplication = new Map<string, Offer[]>();
    for (const row of rows) {
      const offers = byApplication.get(row.application_id) ?? [];
      offers.push(toOffer(row));
      byApplication.set(row.application_id, offers);
    }
    return byApplication;
  }

  /** Ends the open offer of an application. */
  async settle(
    applicationId: string,
    state: Exclude<OfferState, 'OPEN' | 'RENEGED'>,
  ): Promise<boolean> {
    const { count } = await this.uow.db.offer.updateMany({
      where: { applicationId, state: 'OPEN' },
      data: { state, answeredAt: this.clock.now(), version: { increment: 1 } },
    });
    return count === 1;
  }

  async renege(applicationId: string): Promise<void> {
    await this.uow.db.offer.updateMany({
      where: { applicationId, state: 'ACCEPTED' },
      data: { state: 'RENEGED', version: { increment: 1 } },
    });
  }

  /** Applications whose open offer was not answered in time. */
  async listLapsed(limit: number): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('offers')
      .select('application_id')
      .where('state', '=', 'open')
      .where('answer_due_at', '<=', this.clock.now())
      .orderBy('answer_due_at')
      .limit(limit)
      .execute();
    return rows.map((row) => row.application_id);
  }

  private select() {
    return selectOffers(this.uow.sql);
  }
}

function selectOffers(db: Kysely<DB>) {
  return db.selectFrom('offers').selectAll();
}

type OfferRow = Awaited<ReturnType<ReturnType<typeof selectOffers>['execute']>>[number];

function toOffer(row: OfferRow): Offer {
  return {
    id: row.id,
    state: enumName(row.state),
    payMin: money(row.pay_min_fen),
    payMax: money(row.pay_max_fen),
    payPeriod: enumName(row.pay_period),
    engagementType: enumName(row.engagement_type),
    workplace: row.workplace,
    startOn: row.start_on,
    answerDueAt: row.answer_due_at,
    message: row.message,
    madeAt: row.made_at,
    answeredAt: row.answered_at,
    applicationId: row.application_id,
  };
}
