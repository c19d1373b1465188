import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Anchor } from './evidence-chain.js';
import type { EventHead, HeadLeaf } from './event-head.js';

/** One publisher at a time in the whole installation. */
const PUBLISHER_LOCK = 7_140_281_102n;
const LEAVES_PER_STATEMENT = 10_000;

/** The only user of agreement_event_heads and their leaves. */
@Injectable()
export class EventHeadsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Waits until this transaction is the only publisher; the lock goes with it. */
  async claimPublishing(): Promise<void> {
    await sql`SELECT pg_advisory_xact_lock(${PUBLISHER_LOCK})`.execute(this.uow.sql);
  }

  last(): Promise<EventHead | null> {
    return this.uow.db.agreementEventHead.findFirst({ orderBy: { number: 'desc' } });
  }

  listAfter(number: number, limit: number): Promise<EventHead[]> {
    return this.uow.db.agreementEventHead.findMany({
      where: { number: { gt: number } },
      orderBy: { number: 'asc' },
      take: limit,
    });
  }

  listLatest(limit: number): Promise<EventHead[]> {
    return this.uow.db.agreementEventHead.findMany({ orderBy: { number: 'desc' }, take: limit });
  }

  /** The last event of each agreement that went on since it stood in a head. */
  async moved(): Promise<HeadLeaf[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_events as event')
      .distinctOn('event.agreement_id')
      .select(['event.agreement_id', 'event.sequence', 'event.hash'])
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('agreement_event_head_leaves as leaf')
              .select('leaf.sequence')
              .whereRef('leaf.agreement_id', '=', 'event.agreement_id')
              .whereRef('leaf.sequence', '>=', 'event.sequence'),
          ),
        ),
      )
      .orderBy('event.agreement_id')
      .orderBy('event.sequence', 'desc')
      .execute();
    return rows.map((row) => ({
      agreementId: row.agreement_id,
      sequence: row.sequence,
      eventHash: row.hash,
    }));
  }

  async insert(head: EventHead, leaves: readonly HeadLeaf[]): Promise<void> {
    await this.uow.db.agreementEventHead.create({ data: head, select: { number: true } });
    for (let at = 0; at < leaves.length; at += LEAVES_PER_STATEMENT) {
      await this.uow.sql
        .insertInto('agreement_event_head_leaves')
        .values(
          leaves.slice(at, at + LEAVES_PER_STATEMENT).map((leaf) => ({
            head_number: head.number,
            agreement_id: leaf.agreementId,
            sequence: leaf.sequence,
            event_hash: leaf.eventHash,
          })),
        )
        .execute();
    }
  }

  async leavesOf(number: number): Promise<HeadLeaf[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_event_head_leaves')
      .select(['agreement_id', 'sequence', 'event_hash'])
      .where('head_number', '=', number)
      .execute();
    return rows.map((row) => ({
      agreementId: row.agreement_id,
      sequence: row.sequence,
      eventHash: row.event_hash,
    }));
  }

  /** Where the chains of some agreements stood in any head. */
  async anchorsOf(agreementIds: readonly string[]): Promise<Map<string, Anchor[]>> {
    const anchors = new Map<string, Anchor[]>();
    const { rows } = await sql<{ agreement_id: string; sequence: number; event_hash: string }>`
      SELECT agreement_id, sequence, event_hash FROM agreement_event_head_leaves
      WHERE agreement_id = ANY(${agreementIds}::uuid[])`.execute(this.uow.sql);
    for (const { agreement_id: id, sequence, event_hash: hash } of rows) {
      const known = anchors.get(id);
      if (known) known.push({ sequence, hash });
      else anchors.set(id, [{ sequence, hash }]);
    }
    return anchors;
  }

  /** Agreements that stood in a head or have a seal, and have no event left. */
  async withoutEvents(limit: number): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      SELECT known.id FROM (
        SELECT agreement_id AS id FROM agreement_event_head_leaves
        UNION SELECT agreement_id FROM agreement_seals) AS known
      WHERE NOT EXISTS (SELECT 1 FROM agreement_events e WHERE e.agreement_id = known.id)
      ORDER BY known.id LIMIT ${limit}`.execute(this.uow.sql);
    return rows.map(({ id }) => id);
  }
}
