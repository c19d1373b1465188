import { Injectable } from '@nestjs/common';
import { GroupLoader } from '../../../core/graphql/index.js';
import type { AffiliationHistoryEntry } from './affiliation.model.js';
import { AffiliationReader } from './affiliation.reader.js';

/** Changes of state; the caller has checked that the viewer may see the affiliation. */
@Injectable()
export class AffiliationHistoryLoader extends GroupLoader<string, AffiliationHistoryEntry> {
  constructor(private readonly affiliations: AffiliationReader) {
    super();
  }

  protected override batch(
    ids: readonly string[],
  ): Promise<Map<string, readonly AffiliationHistoryEntry[]>> {
    return this.affiliations.historyOf(ids);
  }
}
