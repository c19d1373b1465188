import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { postingIdSchema, type JobPostingIdInput } from '../posting/job-posting.inputs.js';
import { JobPostingReader } from '../posting/job-posting.reader.js';
import { bookmarkErrors } from './bookmark.errors.js';
import { BookmarkRepository } from './bookmark.repository.js';

const MOST = 500;

/** Postings a person keeps an eye on. Both actions may be repeated. */
@Injectable()
export class BookmarkService {
  constructor(
    private readonly bookmarks: BookmarkRepository,
    private readonly postings: JobPostingReader,
  ) {}

  async add(actor: Actor, input: JobPostingIdInput): Promise<string> {
    const { jobPostingId } = parseInput(postingIdSchema, input);
    const accountId = actingAccount(actor);
    if (!(await this.postings.find(actor, jobPostingId)))
      throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
    if ((await this.bookmarks.countOf(accountId)) >= MOST)
      throw bookmarkErrors.TOO_MANY({ params: { max: MOST } });
    await this.bookmarks.put(accountId, jobPostingId);
    return jobPostingId;
  }

  /** Also of a posting that is not visible any more; whether there was one is nobody's business. */
  async remove(actor: Actor, input: JobPostingIdInput): Promise<string> {
    const { jobPostingId } = parseInput(postingIdSchema, input);
    await this.bookmarks.remove(actingAccount(actor), jobPostingId);
    return jobPostingId;
  }
}
