import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  organisationsWith,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { PageArgs, type Connection } from '../../../core/graphql/index.js';
import { APPLICATION_DECIDE } from '../../applications/index.js';
import { JobPosting, JobPostingLoader } from '../../job-postings/index.js';
import {
  AllocationAssignmentsArgs,
  AllocationRunsArgs,
  AllocationRunStepInput,
  CreateAllocationRunInput,
  DeclineAllocationInput,
} from './allocation-run.inputs.js';
import {
  AllocationAssignment,
  AllocationAssignmentConnection,
  AllocationRun,
  AllocationRunConnection,
  AllocationRunPayload,
  DeclineAllocationPayload,
} from './allocation-run.model.js';
import { ALLOCATION_MANAGE } from './allocation-run.permissions.js';
import { AllocationRunReader } from './allocation-run.reader.js';
import { AllocationSeatsService } from './allocation-seats.service.js';
import { AllocationRunService } from './allocation-run.service.js';

@Resolver(() => AllocationRun)
export class AllocationRunResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: AllocationRunService,
    private readonly seats: AllocationSeatsService,
    private readonly reader: AllocationRunReader,
  ) {}

  @RequirePermission(ALLOCATION_MANAGE)
  @Query(() => AllocationRun, {
    nullable: true,
    description: 'An allocation of one’s bureau. Requires: ALLOCATION_MANAGE.',
  })
  allocationRun(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the allocation.' }) id: string,
  ): Promise<AllocationRun | null> {
    return this.reader.find(actor, id);
  }

  @RequirePermission(ALLOCATION_MANAGE)
  @Query(() => AllocationRunConnection, {
    nullable: true,
    description:
      'Allocations of one’s bureau, latest first; null when it is not the viewer’s. Requires: ALLOCATION_MANAGE.',
  })
  async allocationRuns(
    @CurrentActor() actor: Actor,
    @Args() args: AllocationRunsArgs,
  ): Promise<Connection<AllocationRun> | null> {
    const isOwn = organisationsWith(actor, ALLOCATION_MANAGE).includes(args.bureauId);
    return isOwn ? this.reader.listOf(args.bureauId, args) : null;
  }

  @RequirePermission(ALLOCATION_MANAGE)
  @Query(() => AllocationAssignmentConnection, {
    nullable: true,
    description:
      'Seats given by an allocation of one’s bureau, by posting; null when there is no such allocation. Requires: ALLOCATION_MANAGE.',
  })
  allocationAssignments(
    @CurrentActor() actor: Actor,
    @Args() args: AllocationAssignmentsArgs,
  ): Promise<Connection<AllocationAssignment> | null> {
    return this.seats.assignments(actor, args);
  }

  @RequirePermission(ALLOCATION_MANAGE)
  @Mutation(() => AllocationRunPayload, {
    description: 'Sets an allocation up as a draft. Requires: ALLOCATION_MANAGE.',
  })
  async createAllocationRun(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who and what takes part, and how.' })
    input: CreateAllocationRunInput,
  ): Promise<AllocationRunPayload> {
    const id = await this.actions.run(actor, 'createAllocationRun', input, () =>
      this.service.create(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(ALLOCATION_MANAGE)
  @Mutation(() => AllocationRunPayload, {
    description:
      'Has an allocation worked out; it is a preview when that is done. Requires: ALLOCATION_MANAGE.',
  })
  async startAllocationRun(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: AllocationRunStepInput,
  ): Promise<AllocationRunPayload> {
    const id = await this.actions.run(actor, 'startAllocationRun', input, () =>
      this.service.start(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(ALLOCATION_MANAGE)
  @Mutation(() => AllocationRunPayload, {
    description:
      'Shows a previewed allocation to its people and employers as recommendations; nobody is applied for. Requires: ALLOCATION_MANAGE.',
  })
  async commitAllocationRun(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: AllocationRunStepInput,
  ): Promise<AllocationRunPayload> {
    const id = await this.actions.run(actor, 'commitAllocationRun', input, () =>
      this.service.commit(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(ALLOCATION_MANAGE)
  @Mutation(() => AllocationRunPayload, {
    description: 'Gives an allocation up before it is committed. Requires: ALLOCATION_MANAGE.',
  })
  async discardAllocationRun(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: AllocationRunStepInput,
  ): Promise<AllocationRunPayload> {
    const id = await this.actions.run(actor, 'discardAllocationRun', input, () =>
      this.service.discard(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(ALLOCATION_MANAGE)
  @Mutation(() => AllocationRunPayload, {
    description:
      'Takes a committed allocation back: nobody is shown it any more. Requires: ALLOCATION_MANAGE.',
  })
  async undoAllocationRun(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: AllocationRunStepInput,
  ): Promise<AllocationRunPayload> {
    const id = await this.actions.run(actor, 'undoAllocationRun', input, () =>
      this.service.undo(actor, input),
    );
    return this.payload(actor, id);
  }

  private async payload(actor: Actor, id: string): Promise<AllocationRunPayload> {
    return { allocationRun: await this.reader.find(actor, id), userErrors: [] };
  }
}

@Resolver(() => AllocationAssignment)
export class AllocationAssignmentResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly seats: AllocationSeatsService,
    private readonly postings: JobPostingLoader,
  ) {}

  @Authenticated()
  @Query(() => AllocationAssignmentConnection, {
    nullable: true,
    description:
      'Postings that committed allocations recommend to the viewer; null without a profile. Requires: being signed in.',
  })
  myAllocations(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Connection<AllocationAssignment> | null> {
    return this.seats.own(actor, page);
  }

  @Authenticated()
  @Mutation(() => DeclineAllocationPayload, {
    description:
      'Declines a seat that a committed allocation recommends to the viewer: the employer no longer sees it, and the posting is dismissed. Requires: being signed in.',
  })
  async declineAllocation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one, and why.' }) input: DeclineAllocationInput,
  ): Promise<DeclineAllocationPayload> {
    const allocationAssignmentId = await this.actions.run(actor, 'declineAllocation', input, () =>
      this.seats.decline(actor, input),
    );
    return { allocationAssignmentId, userErrors: [] };
  }

  @RequirePermission(APPLICATION_DECIDE)
  @Query(() => AllocationAssignmentConnection, {
    nullable: true,
    description:
      'People that committed allocations recommend for an own posting; null when there is no such posting. Requires: APPLICATION_DECIDE.',
  })
  allocatedCandidates(
    @CurrentActor() actor: Actor,
    @Args('jobPostingId', { type: () => ID, description: 'An own posting.' }) jobPostingId: string,
    @Args() page: PageArgs,
  ): Promise<Connection<AllocationAssignment> | null> {
    return this.seats.candidates(actor, jobPostingId, page);
  }

  @ResolveField(() => JobPosting, { nullable: true, description: 'The posting.' })
  jobPosting(@Parent() { jobPostingId }: AllocationAssignment): Promise<JobPosting | null> {
    return this.postings.load(jobPostingId);
  }
}
