import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../core/events/index.js';
import { TaskQueue } from '../../core/tasks/index.js';
import { affiliationConfirmed, affiliationLeft } from '../affiliations/index.js';
import {
  jobPostingChanged,
  jobPostingClosed,
  jobPostingPaused,
  jobPostingPublished,
  jobPostingReopened,
  jobPostingResumed,
  jobPostingRevised,
  jobPostingsImported,
} from '../job-postings/index.js';
import { profileChanged, ProfileReader, profilesImported } from '../profiles/index.js';
import { dismissalsChanged } from './matching.events.js';
import { matchEverybody, matchJobPosting, matchProfile } from './matching.tasks.js';

/** An import changes thousands of postings: one run over everybody when it is quiet again. */
const QUIET_MS = 15_000;

/** Either side changed: what is proposed follows. */
@Injectable()
export class MatchingListener {
  constructor(
    private readonly tasks: TaskQueue,
    private readonly profiles: ProfileReader,
  ) {}

  @OnEvent(profileChanged)
  @OnEvent(dismissalsChanged)
  async profile({ profileId }: { profileId: string }): Promise<void> {
    await this.tasks.enqueue(
      matchProfile,
      { profileId },
      { deduplicationId: `profile-${profileId}` },
    );
  }

  @OnEvent(affiliationConfirmed)
  @OnEvent(affiliationLeft)
  async affiliation({ accountId }: { accountId: string | null }): Promise<void> {
    const profile = accountId === null ? null : await this.profiles.findByAccount(accountId);
    if (profile) await this.profile({ profileId: profile.id });
  }

  @OnEvent(jobPostingPublished)
  @OnEvent(jobPostingChanged)
  @OnEvent(jobPostingRevised)
  @OnEvent(jobPostingPaused)
  @OnEvent(jobPostingResumed)
  @OnEvent(jobPostingClosed)
  @OnEvent(jobPostingReopened)
  async jobPosting({ jobPostingId }: { jobPostingId: string }): Promise<void> {
    await this.tasks.enqueue(
      matchJobPosting,
      { jobPostingId },
      { deduplicationId: `job-posting-${jobPostingId}` },
    );
  }

  @OnEvent(jobPostingsImported)
  @OnEvent(profilesImported)
  async imported(): Promise<void> {
    await this.tasks.enqueue(
      matchEverybody,
      { again: true },
      { deduplicationId: 'everybody', delayMs: QUIET_MS },
    );
  }
}
