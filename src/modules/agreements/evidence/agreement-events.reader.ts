import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import { GroupLoader } from '../../../core/graphql/index.js';
import { EVENT_OF_STEP } from '../agreement/agreement-step-events.js';
import { grouped } from '../agreement/grouped.js';
import type { AgreementEvent } from './agreement-evidence.model.js';

interface Row {
  readonly agreementId: string;
  readonly sequence: number | null;
  readonly kind: string;
  readonly partyPosition: number | null;
  readonly actorId: string | null;
  readonly reason: string | null;
  readonly refusalCode: string | null;
  readonly documentHash: string | null;
  readonly hash: string | null;
  readonly occurredAt: Date;
}

/** What happened to agreements, from their chains. Whoever asks has found the agreement. */
@Injectable()
export class AgreementEventsReader {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * In order, by agreement. Reasons are words of people, which no chain holds: they come from the step that was taken at
   * the same time. Steps from before there was a chain stand first, without a number.
   */
  async listOfMany(ids: readonly string[]): Promise<Map<string, AgreementEvent[]>> {
    const { rows } = await sql<Row>`
      WITH first_event AS (
        -- A step is written a moment before its event; a chain that begins with the draft has nothing before it.
        SELECT agreement_id, CASE WHEN kind = 'DRAFTED' THEN '-infinity' ELSE occurred_at - interval '1 second' END AS occurred_at
        FROM agreement_events WHERE agreement_id = ANY(${[...ids]}::uuid[]) AND sequence = 1
      ), step AS (
        SELECT h.*, row_number() OVER (PARTITION BY h.agreement_id, h.transition ORDER BY h.occurred_at, h.id) AS place
        FROM agreement_history h LEFT JOIN first_event f ON f.agreement_id = h.agreement_id
        WHERE h.agreement_id = ANY(${[...ids]}::uuid[]) AND h.occurred_at >= f.occurred_at
      ), event AS (
        SELECT e.*, e.detail::jsonb ->> 'transition' AS transition,
          row_number() OVER (PARTITION BY e.agreement_id, e.detail::jsonb ->> 'transition' ORDER BY e.sequence) AS place
        FROM agreement_events e WHERE e.agreement_id = ANY(${[...ids]}::uuid[])
      )
      SELECT e.agreement_id AS "agreementId", e.sequence, e.kind, e.party_position AS "partyPosition",
        CASE WHEN e.actor_kind = 'ACCOUNT' THEN e.actor_id END AS "actorId", s.reason,
        e.detail::jsonb ->> 'code' AS "refusalCode", e.document_hash AS "documentHash", e.hash,
        e.occurred_at AS "occurredAt"
      FROM event e
      LEFT JOIN step s ON s.agreement_id = e.agreement_id AND s.transition = e.transition AND s.place = e.place
      UNION ALL
      SELECT h.agreement_id, NULL, h.transition, NULL, h.actor_id, h.reason, NULL, NULL, NULL, h.occurred_at
      FROM agreement_history h LEFT JOIN first_event f ON f.agreement_id = h.agreement_id
      WHERE h.agreement_id = ANY(${[...ids]}::uuid[]) AND (f.occurred_at IS NULL OR h.occurred_at < f.occurred_at)
      ORDER BY 2 NULLS FIRST, 10`.execute(this.uow.sql);
    return grouped(rows, (row) => [
      row.agreementId,
      { ...row, kind: row.sequence === null ? kindOfStep(row.kind) : row.kind },
    ]);
  }
}

/** Signatures have an event of their own kind, whatever step they were. */
function kindOfStep(transition: string): string {
  const kinds: Readonly<Record<string, string | null>> = EVENT_OF_STEP;
  const kind = kinds[transition];
  return kind === null ? 'SIGNED' : (kind ?? transition.toUpperCase());
}

@Injectable()
export class AgreementEventLoader extends GroupLoader<string, AgreementEvent> {
  constructor(private readonly events: AgreementEventsReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementEvent[]>> {
    return this.events.listOfMany(ids);
  }
}
