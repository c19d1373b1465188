import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { grouped } from '../agreement/grouped.js';
import { OBLIGATION_FACTS, PROMISES } from './obligation-facts.js';
import { obligationState } from './obligation.rules.js';
import type { ObligationProof, ObligationState } from './obligation.enums.js';
import type { AgreementObligation, ObligationEntry, ObligationRecord } from './obligation.model.js';

const MAX_RECORDS = 50;
const SIGNED_STATES = ['signed', 'effective', 'suspended', 'superseded', 'expired', 'terminated'];

interface FigureRow {
  agreement_id: string;
  obligation_key: string;
  position: number;
  party_position: number;
  metric: string;
  quantity: number;
  due_on: string;
  proof: ObligationProof;
  state: string;
  starts_on: string;
  delivered: number;
  in_time: number;
  latest_on: string | null;
}

/** What was done towards obligations: counted from the records whenever it is asked, kept nowhere. */
@Injectable()
export class ObligationFiguresReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Obligations of agreements, by agreement, in their order. */
  async listOfMany(agreementIds: readonly string[]): Promise<Map<string, AgreementObligation[]>> {
    const rows = await this.figures(sql`promise.agreement_id = any(${[...agreementIds]}::uuid[])`);
    return grouped(rows, (row) => [row.agreement_id, this.toObligation(row)]);
  }

  /** Agreements in force with obligations, a page at a time, by id. */
  async agreementIdsInForce(after: string | null, limit: number): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select agreements.id from agreements
      where agreements.state in ('signed', 'effective')
        and agreements.starts_on <= ${this.clock.today()}::date
        and (${after}::uuid is null or agreements.id > ${after}::uuid)
      order by agreements.id limit ${limit}`.execute(this.uow.sql);
    return rows.map((row) => row.id);
  }

  /** Newest records of each obligation that records prove, by `agreement/key`. */
  async recordsOf(places: readonly string[]): Promise<Map<string, ObligationRecord[]>> {
    const { rows } = await sql<{
      place: string;
      kind: ObligationRecord['kind'];
      day: string;
      amount: number;
      label: string;
    }>`select promise.agreement_id || '/' || promise.obligation_key as place,
        fact.kind, fact.day::text as day, fact.amount, fact.label
      from (${PROMISES}) promise
      cross join lateral (
        select * from (${OBLIGATION_FACTS}) facts order by day desc, label limit ${MAX_RECORDS}) fact
      where promise.proof = 'RECORDS'
        and promise.agreement_id = any(${places.map(agreementOf)}::uuid[])
        and promise.agreement_id || '/' || promise.obligation_key = any(${[...places]}::text[])
      order by fact.day desc, fact.label`.execute(this.uow.sql);
    return grouped(rows, ({ place, kind, day, label }) => [
      place,
      { kind, happenedOn: day, label },
    ]);
  }

  /** Newest entries of each obligation, by `agreement/key`. */
  async entriesOf(places: readonly string[]): Promise<Map<string, ObligationEntry[]>> {
    const { rows } = await sql<{
      id: string;
      agreement_id: string;
      obligation_key: string;
      party_position: number;
      quantity: number;
      happened_on: string;
      note: string;
      entered_at: Date;
      withdrawn_at: Date | null;
      disputed_at: Date | null;
      dispute_reason: string | null;
    }>`select ranked.* from (
        select entry.id, entry.agreement_id, entry.obligation_key, entry.party_position, entry.quantity,
          entry.happened_on::text as happened_on, entry.note, entry.entered_at, entry.withdrawn_at, entry.disputed_at,
          entry.dispute_reason,
          row_number() over (partition by entry.agreement_id, entry.obligation_key
            order by entry.happened_on desc, entry.id desc) as place
        from agreement_obligation_entries entry
        where entry.agreement_id = any(${places.map(agreementOf)}::uuid[])) ranked
      where ranked.place <= ${MAX_RECORDS} order by ranked.place`.execute(this.uow.sql);
    return grouped(rows, (row) => [
      `${row.agreement_id}/${row.obligation_key}`,
      {
        id: row.id,
        agreementId: row.agreement_id,
        partyPosition: row.party_position,
        quantity: row.quantity,
        happenedOn: row.happened_on,
        note: row.note,
        enteredAt: row.entered_at,
        withdrawnAt: row.withdrawn_at,
        disputedAt: row.disputed_at,
        disputeReason: row.dispute_reason,
      },
    ]);
  }

  private async figures(which: RawBuilder<unknown>): Promise<FigureRow[]> {
    const { rows } = await sql<FigureRow>`
      select promise.agreement_id, promise.obligation_key, promise.position, promise.party_position, promise.metric,
        promise.quantity, promise.due_on::text as due_on, promise.proof, promise.state, promise.starts_on::text as starts_on,
        coalesce(fact.delivered, 0)::int as delivered, coalesce(fact.in_time, 0)::int as in_time,
        fact.latest_on::text as latest_on
      from (${PROMISES}) promise
      cross join lateral (
        select sum(facts.amount) as delivered, sum(facts.amount) filter (where facts.day <= promise.due_on) as in_time,
          max(facts.day) as latest_on
        from (${OBLIGATION_FACTS}) facts) fact
      where ${which}
      order by promise.agreement_id, promise.position`.execute(this.uow.sql);
    return rows;
  }

  private toObligation(row: FigureRow): AgreementObligation {
    const { quantity, delivered } = row;
    const state: ObligationState = obligationState(
      {
        quantity,
        delivered,
        deliveredInTime: row.in_time,
        startsOn: row.starts_on,
        dueOn: row.due_on,
        isBinding: SIGNED_STATES.includes(row.state),
      },
      this.clock.today(),
    );
    return {
      agreementId: row.agreement_id,
      key: row.obligation_key,
      partyPosition: row.party_position,
      metricCode: row.metric,
      quantity,
      dueOn: row.due_on,
      proof: row.proof,
      delivered,
      deliveredInTime: row.in_time,
      latestOn: row.latest_on,
      state,
    };
  }
}

function agreementOf(place: string): string {
  return place.slice(0, place.indexOf('/'));
}
