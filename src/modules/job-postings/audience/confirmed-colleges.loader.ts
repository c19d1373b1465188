import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../../../core/graphql/index.js';
import { AffiliationReader } from '../../affiliations/index.js';

/** Colleges that have confirmed an account as their student; asked at most once per request. */
@Injectable()
export class ConfirmedCollegesLoader extends BatchLoader<string, readonly string[]> {
  constructor(private readonly affiliations: AffiliationReader) {
    super();
  }

  protected override batch(accountIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    return this.affiliations.confirmedCollegeIdsOf(accountIds);
  }
}
