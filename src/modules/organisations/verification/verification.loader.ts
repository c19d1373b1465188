import { Injectable } from '@nestjs/common';
import { GroupLoader } from '../../../core/graphql/index.js';
import { VerificationDetailsReader } from './verification-details.reader.js';
import type { VerificationEvidence, VerificationHistoryEntry } from './verification.model.js';

/** Evidence by verification; the caller has checked that the viewer may see it. */
@Injectable()
export class VerificationEvidenceLoader extends GroupLoader<string, VerificationEvidence> {
  constructor(private readonly details: VerificationDetailsReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, VerificationEvidence[]>> {
    return this.details.evidenceOf(ids);
  }
}

/** What happened to each verification, in its order. */
@Injectable()
export class VerificationHistoryLoader extends GroupLoader<string, VerificationHistoryEntry> {
  constructor(private readonly details: VerificationDetailsReader) {
    super();
  }

  protected override batch(
    ids: readonly string[],
  ): Promise<Map<string, VerificationHistoryEntry[]>> {
    return this.details.historyOf(ids);
  }
}
