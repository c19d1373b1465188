import { Injectable } from '@nestjs/common';
import { holds, type Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import type { Connection, PageArgs } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { APPLICATION_DECIDE } from '../../applications/index.js';
import { JobPostingReader, OpenPostings } from '../../job-postings/index.js';
import { actingAccount } from '../../organisations/index.js';
import { ProfileReader, visibleProfileWhere } from '../../profiles/index.js';
import { DismissalService } from '../dismissal/dismissal.service.js';
import {
  assignmentFilterSchema,
  type AllocationAssignmentsArgs,
  type DeclineAllocationInput,
} from './allocation-run.inputs.js';
import type { AllocationAssignment } from './allocation-run.model.js';
import { AllocationRunReader } from './allocation-run.reader.js';
import { AllocationRunRepository } from './allocation-run.repository.js';

/** What allocations gave: to the bureau all of it, to people and employers what is committed and not declined. */
@Injectable()
export class AllocationSeatsService {
  constructor(
    private readonly runs: AllocationRunRepository,
    private readonly reader: AllocationRunReader,
    private readonly postings: JobPostingReader,
    private readonly open: OpenPostings,
    private readonly profiles: ProfileReader,
    private readonly dismissals: DismissalService,
  ) {}

  /** Seats given to people by an allocation of the viewer's bureau; null when there is no such allocation. */
  async assignments(
    actor: Actor,
    { allocationRunId, ...args }: AllocationAssignmentsArgs,
  ): Promise<Connection<AllocationAssignment> | null> {
    parseInput(assignmentFilterSchema, args);
    const run = await this.reader.find(actor, allocationRunId);
    return run && this.reader.assignmentsOf(run.id, args);
  }

  /** What committed allocations gave to the viewer; what is no longer open is left out. Null without a profile. */
  async own(actor: Actor, args: PageArgs): Promise<Connection<AllocationAssignment> | null> {
    const profile = await this.profiles.findByAccount(actingAccount(actor));
    if (!profile) return null;
    const isOpen = await this.open.openIn(actor, 'allocation_run_assignments.job_posting_id');
    return this.reader.committedFor(profile.id, isOpen, args);
  }

  /** Later lists and allocations respect the reason: what is declined is dismissed too. */
  async decline(actor: Actor, input: DeclineAllocationInput): Promise<string> {
    const { allocationAssignmentId: id, reason = null } = input;
    const profile = await this.profiles.findByAccount(actingAccount(actor));
    const jobPostingId =
      profile && isUuid(id) ? await this.runs.decline(id, profile.id, reason) : null;
    if (!profile || jobPostingId === null)
      throw requestErrors.NOT_FOUND({ field: ['allocationAssignmentId'] });
    await this.dismissals.dismissPosting(id, { profileId: profile.id, jobPostingId }, reason);
    return id;
  }

  /** People whom committed allocations gave a seat of an own posting; null when it is not the viewer's. */
  async candidates(
    actor: Actor,
    jobPostingId: string,
    args: PageArgs,
  ): Promise<Connection<AllocationAssignment> | null> {
    const posting = await this.postings.find(actor, jobPostingId);
    const organisationId = posting?.organisationId ?? null;
    if (organisationId === null || !holds(actor, APPLICATION_DECIDE, organisationId)) return null;
    return this.reader.committedAt(jobPostingId, visibleProfileWhere(actor), args);
  }
}
