import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../../../core/graphql/index.js';
import { AccountReader, type AccountRow } from './account.reader.js';

/** Accounts by id, for relations such as "confirmed by". */
@Injectable()
export class AccountLoader extends BatchLoader<string, AccountRow> {
  constructor(private readonly accounts: AccountReader) {
    super();
  }

  protected batch(ids: readonly string[]): Promise<Map<string, AccountRow>> {
    return this.accounts.findMany(ids);
  }
}
