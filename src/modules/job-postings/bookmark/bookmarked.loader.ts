import { Injectable } from '@nestjs/common';
import { requestContext } from '../../../core/context/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { BatchLoader } from '../../../core/graphql/index.js';

/** Which postings the one who asks has bookmarked. */
@Injectable()
export class BookmarkedLoader extends BatchLoader<string, boolean> {
  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  protected override async batch(ids: readonly string[]): Promise<Map<string, boolean>> {
    const { accountId } = requestContext().actor;
    if (accountId === null) return new Map();
    const rows = await this.uow.sql
      .selectFrom('job_posting_bookmarks')
      .select('job_posting_id')
      .where('account_id', '=', accountId)
      .where('job_posting_id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.job_posting_id, true]));
  }
}
