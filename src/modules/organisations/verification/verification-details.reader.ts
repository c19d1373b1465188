import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import type { VerificationEvidence, VerificationHistoryEntry } from './verification.model.js';

/** Longest history that is shown; only taking on and giving back over and over makes a longer one. */
const MOST_HISTORY = 50;

/** What belongs to verifications, by verification; the caller has checked that the viewer may see it. */
@Injectable()
export class VerificationDetailsReader {
  constructor(private readonly uow: UnitOfWork) {}

  async evidenceOf(ids: readonly string[]): Promise<Map<string, VerificationEvidence[]>> {
    const rows = await this.uow.sql
      .selectFrom('organisation_verification_files as e')
      .innerJoin('stored_files as f', 'f.id', 'e.stored_file_id')
      .select([
        'e.verification_id',
        'e.stored_file_id',
        'e.evidence_kind',
        'f.file_name',
        'f.media_type',
        'f.size_bytes',
      ])
      .where('e.verification_id', 'in', [...ids])
      .orderBy('e.evidence_kind')
      .orderBy('e.stored_file_id')
      .execute();
    return grouped(rows, (row) => ({
      fileId: row.stored_file_id,
      kind: enumName(row.evidence_kind),
      fileName: row.file_name,
      mediaType: row.media_type,
      sizeBytes: row.size_bytes,
    }));
  }

  async historyOf(ids: readonly string[]): Promise<Map<string, VerificationHistoryEntry[]>> {
    const numbered = this.uow.sql
      .selectFrom('organisation_verification_history')
      .selectAll()
      .select(
        sql<number>`(row_number() over (partition by verification_id order by id))::int`.as(
          'place',
        ),
      )
      .where('verification_id', 'in', [...ids]);
    const rows = await this.uow.sql
      .selectFrom(numbered.as('h'))
      .selectAll()
      .where('h.place', '<=', MOST_HISTORY)
      .orderBy('h.id')
      .execute();
    return grouped(rows, (row) => ({
      transition: row.transition,
      fromState: row.from_state && enumName(row.from_state),
      toState: enumName(row.to_state),
      reason: row.reason,
      occurredAt: row.occurred_at,
      accountId: row.account_id,
    }));
  }
}

function grouped<Row extends { readonly verification_id: string }, T>(
  rows: readonly Row[],
  map: (row: Row) => T,
): Map<string, T[]> {
  const groups = Map.groupBy(rows, (row) => row.verification_id);
  return new Map([...groups].map(([id, members]) => [id, members.map(map)]));
}
