import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type PageArgs,
} from '../../../core/graphql/index.js';
import type { JobPosting } from '../posting/job-posting.model.js';
import { visibleWhere } from '../posting/job-posting.policy.js';
import { selectPostings, toJobPosting } from '../posting/job-posting.rows.js';
import { PostingViewers } from '../posting/posting-viewers.js';

@Injectable()
export class BookmarkReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly viewers: PostingViewers,
  ) {}

  /** Bookmarked postings that are still to be seen, latest bookmarked first. */
  async list(actor: Actor, accountId: string, args: PageArgs): Promise<Connection<JobPosting>> {
    const query = selectPostings(this.uow.sql)
      .innerJoin('job_posting_bookmarks as bookmark', 'bookmark.job_posting_id', 'job_postings.id')
      .where('bookmark.account_id', '=', accountId)
      .where(visibleWhere(await this.viewers.of(actor)));
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'bookmark.created_at', direction: 'desc', type: 'timestamptz' },
        { column: 'job_postings.id', direction: 'desc', type: 'uuid' },
      ],
      map: toJobPosting,
      count: () => countRows(query),
    });
  }
}
