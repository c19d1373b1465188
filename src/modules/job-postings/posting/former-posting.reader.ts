import { Injectable } from '@nestjs/common';
import { sql, type SqlBool } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import type { FormerJobPosting } from './former-posting.model.js';
import { audienceWhere } from './job-posting.policy.js';
import { selectPostings, toJobPosting } from './job-posting.rows.js';
import { PostingViewers } from './posting-viewers.js';

/** Tells those who follow an old address that there was such a posting, and that it is over. */
@Injectable()
export class FormerPostingReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly viewers: PostingViewers,
    private readonly reference: ReferenceReader,
  ) {}

  /** Only what was published before, and only to those whose eyes it was for. */
  async find(actor: Actor, id: string): Promise<FormerJobPosting | null> {
    if (!isUuid(id)) return null;
    const viewer = await this.viewers.of(actor);
    const row = await selectPostings(this.uow.sql)
      .where('job_postings.id', '=', id)
      .where('job_postings.published_at', 'is not', null)
      .where(
        sql<SqlBool>`(job_postings.state = 'closed'
          or (job_postings.state = 'published' and job_postings.valid_through < ${viewer.today}::date))`,
      )
      .where(audienceWhere(viewer))
      .executeTakeFirst();
    if (!row) return null;
    const { title, occupationCode, regionId, closedAt, closeCause } = toJobPosting(row);
    const region = regionId === null ? null : await this.reference.findRegion(regionId);
    return {
      id: row.id,
      title: closeCause === 'REMOVED' ? null : title,
      closeCause: closeCause ?? 'EXPIRED',
      closedAt,
      occupationCode,
      regionCode: region?.code ?? null,
    };
  }
}
