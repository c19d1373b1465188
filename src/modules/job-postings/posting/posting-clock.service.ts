import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../core/auth/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { JobPostingTransition } from './job-posting.machine.js';
import { PostingClockRepository } from './posting-clock.repository.js';
import { JobPostingRepository } from './job-posting.repository.js';
import { PostingSteps } from './posting-steps.service.js';

const BATCH = 200;

/** What the clock does to postings: releases, resumes and expires them, each in a unit of its own. */
@Injectable()
export class PostingClockService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly due: PostingClockRepository,
    private readonly postings: JobPostingRepository,
    private readonly steps: PostingSteps,
  ) {}

  /** Scheduled postings whose time has come; while the employer is not in good standing they wait. */
  release(signal?: AbortSignal): Promise<number> {
    return this.all('release', (after) => this.due.toRelease(after, BATCH), signal);
  }

  resume(signal?: AbortSignal): Promise<number> {
    return this.all('resume', (after) => this.due.toResume(after, BATCH), signal);
  }

  /** Postings whose last day is over, wherever they stand on their way. */
  expire(signal?: AbortSignal): Promise<number> {
    return this.all('expire', (after) => this.due.toExpire(after, BATCH), signal);
  }

  private async all(
    transition: JobPostingTransition,
    batch: (after: string | null) => Promise<string[]>,
    signal?: AbortSignal,
  ): Promise<number> {
    let changed = 0;
    let after: string | null = null;
    for (;;) {
      const ids: string[] = await batch(after);
      for (const id of ids) {
        if (signal?.aborted) return changed;
        if (await this.uow.run(() => this.one(id, transition))) changed += 1;
      }
      after = ids.at(-1) ?? null;
      if (ids.length < BATCH) return changed;
    }
  }

  /** False when somebody was faster between the list and the lock. */
  private async one(id: string, transition: JobPostingTransition): Promise<boolean> {
    const posting = await this.postings.lock(id);
    if (!posting || !(await this.due.isDue(id, transition))) return false;
    await this.steps.change(SYSTEM, posting, { transition, by: 'PLATFORM' });
    return true;
  }
}
