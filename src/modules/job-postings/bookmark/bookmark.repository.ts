import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';

/** The only writer of bookmarks. */
@Injectable()
export class BookmarkRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async put(accountId: string, jobPostingId: string): Promise<void> {
    await this.uow.db.jobPostingBookmark.createMany({
      data: [{ accountId, jobPostingId, createdAt: this.clock.now() }],
      skipDuplicates: true,
    });
  }

  async remove(accountId: string, jobPostingId: string): Promise<void> {
    await this.uow.db.jobPostingBookmark.deleteMany({ where: { accountId, jobPostingId } });
  }

  countOf(accountId: string): Promise<number> {
    return this.uow.db.jobPostingBookmark.count({ where: { accountId } });
  }
}
