import { Injectable } from '@nestjs/common';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { GroupLoader } from '../../../core/graphql/index.js';
import type { VerificationEvidence, VerificationHistoryEntry } from './verification.model.js';

/** Evidence by verification; the caller has checked that the viewer may see it. */
@Injectable()
export class VerificationEvidenceLoader extends GroupLoader<string, VerificationEvidence> {
  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  protected override async batch(
    ids: readonly string[],
  ): Promise<Map<string, readonly VerificationEvidence[]>> {
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
    const groups = Map.groupBy(rows, (row) => row.verification_id);
    return new Map(
      [...groups].map(([id, files]) => [
        id,
        files.map((file) => ({
          fileId: file.stored_file_id,
          kind: enumName(file.evidence_kind),
          fileName: file.file_name,
          mediaType: file.media_type,
          sizeBytes: file.size_bytes,
        })),
      ]),
    );
  }
}

/** What happened to each verification, in its order. */
@Injectable()
export class VerificationHistoryLoader extends GroupLoader<string, VerificationHistoryEntry> {
  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  protected override async batch(
    ids: readonly string[],
  ): Promise<Map<string, readonly VerificationHistoryEntry[]>> {
    const rows = await this.uow.sql
      .selectFrom('organisation_verification_history')
      .selectAll()
      .where('verification_id', 'in', [...ids])
      .orderBy('id')
      .execute();
    const groups = Map.groupBy(rows, (row) => row.verification_id);
    return new Map(
      [...groups].map(([id, entries]) => [
        id,
        entries.map((entry) => ({
          transition: entry.transition,
          fromState: entry.from_state && enumName(entry.from_state),
          toState: enumName(entry.to_state),
          reason: entry.reason,
          occurredAt: entry.occurred_at,
          accountId: entry.account_id,
        })),
      ]),
    );
  }
}
