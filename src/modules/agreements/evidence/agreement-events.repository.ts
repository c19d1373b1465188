import { Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import { UnitOfWork, type DB } from '../../../core/database/index.js';
import type { ChainedEvent } from './evidence-chain.js';

type Row = Selectable<DB['agreement_events']>;

/** The only writer of agreement_events. */
@Injectable()
export class AgreementEventsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Holds the agreement: who appends to its chain comes one after the other. False when there is none. */
  async lockAgreement(agreementId: string): Promise<boolean> {
    const row = await this.uow.sql
      .selectFrom('agreements')
      .select('id')
      .where('id', '=', agreementId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row !== undefined;
  }

  async last(agreementId: string): Promise<{ sequence: number; hash: string } | null> {
    const row = await this.uow.sql
      .selectFrom('agreement_events')
      .select(['sequence', 'hash'])
      .where('agreement_id', '=', agreementId)
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ?? null;
  }

  async insert(event: ChainedEvent): Promise<void> {
    await this.uow.sql
      .insertInto('agreement_events')
      .values({
        id: event.id,
        agreement_id: event.agreementId,
        sequence: event.sequence,
        kind: event.kind,
        actor_kind: event.actorKind,
        actor_id: event.actorId,
        party_position: event.partyPosition,
        network_address: event.networkAddress,
        document_hash: event.documentHash,
        detail: event.detail,
        occurred_at: event.occurredAt,
        previous_hash: event.previousHash,
        hash: event.hash,
      })
      .execute();
  }

  /** All of one agreement, in order. */
  async listOf(agreementId: string): Promise<ChainedEvent[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_events')
      .selectAll()
      .where('agreement_id', '=', agreementId)
      .orderBy('sequence')
      .execute();
    return rows.map(toEvent);
  }

  /** Events of all agreements after a place, ordered by agreement and number. */
  async listAfter(
    place: { readonly agreementId: string; readonly sequence: number },
    limit: number,
  ): Promise<ChainedEvent[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_events')
      .selectAll()
      .where((eb) =>
        eb(
          eb.refTuple('agreement_id', 'sequence'),
          '>',
          eb.tuple(place.agreementId, place.sequence),
        ),
      )
      .orderBy('agreement_id')
      .orderBy('sequence')
      .limit(limit)
      .execute();
    return rows.map(toEvent);
  }

  /** Agreements that all have signed since before an instant, and that have no seal. */
  async unsealed(before: Date, limit: number): Promise<{ agreementId: string; signedAt: Date }[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_events as done')
      .innerJoin('agreements', 'agreements.id', 'done.agreement_id')
      .leftJoin('agreement_seals as seal', 'seal.agreement_id', 'done.agreement_id')
      .select(['done.agreement_id', 'done.occurred_at'])
      .where('done.kind', '=', 'COMPLETED')
      .where('done.occurred_at', '<', before)
      .where('seal.agreement_id', 'is', null)
      .orderBy('done.occurred_at')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ agreementId: row.agreement_id, signedAt: row.occurred_at }));
  }
}

function toEvent(row: Row): ChainedEvent {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    sequence: row.sequence,
    kind: row.kind,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    partyPosition: row.party_position,
    networkAddress: row.network_address,
    documentHash: row.document_hash,
    detail: row.detail,
    occurredAt: row.occurred_at,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
