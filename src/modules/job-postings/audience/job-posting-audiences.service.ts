import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import type { AudienceRule } from '../posting/job-posting.enums.js';
import { jobPostingErrors } from '../posting/job-posting.errors.js';
import { jobPostingChanged } from '../posting/job-posting.events.js';
import { JobPostingRepository } from '../posting/job-posting.repository.js';
import { AudienceRepository } from './audience.repository.js';

export interface Audience {
  readonly rule: AudienceRule;
  /** Partner colleges to add to those already there; without meaning for EVERYONE. */
  readonly collegeIds: readonly string[];
  /** Last day on which partners alone see it; for PARTNERS_FIRST, and only for it. */
  readonly until?: string | null;
}

/** Who may see a posting, for the module that signs agreements. Joins the caller's unit of work; the caller has authorised. */
@Injectable()
export class JobPostingAudiences {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audiences: AudienceRepository,
    private readonly postings: JobPostingRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Opens a posting to an audience. The rule replaces the one before; the colleges join those of other agreements. */
  async open(jobPostingId: string, { rule, collegeIds, until = null }: Audience): Promise<void> {
    await this.requireOwn(jobPostingId);
    if (rule === 'EVERYONE') {
      await this.audiences.clear(jobPostingId);
    } else {
      if (collegeIds.length === 0) throw jobPostingErrors.AUDIENCE_EMPTY({ field: ['collegeIds'] });
      if (rule === 'PARTNERS_FIRST' && (until === null || until < this.clock.today()))
        throw jobPostingErrors.AUDIENCE_UNTIL({ field: ['until'] });
      await this.audiences.put(jobPostingId, rule, rule === 'PARTNERS_FIRST' ? until : null);
      await this.audiences.addColleges(jobPostingId, collegeIds);
    }
    await this.announce(jobPostingId);
  }

  /** Takes colleges out, for an agreement that ended. The rule stays: nothing becomes public by an end. */
  async withdraw(jobPostingId: string, collegeIds: readonly string[]): Promise<void> {
    await this.requireOwn(jobPostingId);
    await this.audiences.removeColleges(jobPostingId, collegeIds);
    await this.announce(jobPostingId);
  }

  private async requireOwn(jobPostingId: string): Promise<void> {
    if (!this.uow.isOpen) throw new Error('An audience changes within a unit of work only');
    const posting = await this.postings.lock(jobPostingId);
    if (!posting || posting.publication === 'EXTERNAL')
      throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
  }

  private async announce(jobPostingId: string): Promise<void> {
    await this.postings.update(jobPostingId, {});
    await this.outbox.record(
      jobPostingChanged,
      { jobPostingId },
      { type: 'jobPosting', id: jobPostingId },
    );
  }
}
