import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, holds, RequirePermission, type Actor } from '../../../core/auth/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { JobPosting, JobPostingLoader } from '../../job-postings/index.js';
import { AllocationFollowUpService } from './allocation-follow-up.service.js';
import { AllocationPeopleReader } from './allocation-people.reader.js';
import {
  AllocationPersonConnection,
  AllocationPosting,
  AllocationPostingConnection,
  type AllocationPerson,
} from './allocation-posting.model.js';
import { AllocationPostingReader } from './allocation-posting.reader.js';
import {
  AllocationPeopleArgs,
  AllocationPostingsArgs,
  AllocationRunStepInput,
  peopleSchema,
  RefillAllocationRunInput,
} from './allocation-run.inputs.js';
import { AllocationRunPayload } from './allocation-run.model.js';
import { ALLOCATION_MANAGE } from './allocation-run.permissions.js';
import { AllocationRunReader } from './allocation-run.reader.js';

@Resolver(() => AllocationPosting)
export class AllocationPostingResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly followUps: AllocationFollowUpService,
    private readonly runs: AllocationRunReader,
    private readonly postings: AllocationPostingReader,
    private readonly people: AllocationPeopleReader,
    private readonly jobPostings: JobPostingLoader,
  ) {}

  @RequirePermission(ALLOCATION_MANAGE)
  @Query(() => AllocationPostingConnection, {
    nullable: true,
    description:
      'Postings of an allocation of one’s bureau with their seats, most free ones first; empty before the preview, null when there is no such allocation. Requires: ALLOCATION_MANAGE.',
  })
  async allocationPostings(
    @CurrentActor() actor: Actor,
    @Args() { allocationRunId, ...args }: AllocationPostingsArgs,
  ): Promise<Connection<AllocationPosting> | null> {
    const run = await this.runs.find(actor, allocationRunId);
    return run && this.postings.postingsOf(run.id, args);
  }

  @RequirePermission(ALLOCATION_MANAGE)
  @Query(() => AllocationPersonConnection, {
    nullable: true,
    description:
      'People who may be chosen for an allocation, those who changed last first; null when it is not the viewer’s bureau. Requires: ALLOCATION_MANAGE.',
  })
  async allocationPeople(
    @CurrentActor() actor: Actor,
    @Args() { bureauId, text, ...args }: AllocationPeopleArgs,
  ): Promise<Connection<AllocationPerson> | null> {
    if (!holds(actor, ALLOCATION_MANAGE, bureauId)) return null;
    return this.people.list(parseInput(peopleSchema, { text }).text ?? null, args);
  }

  @RequirePermission(ALLOCATION_MANAGE)
  @Mutation(() => AllocationRunPayload, {
    description:
      'Sets up an allocation of the free seats of a committed one to its people without a seat, as a draft with the same settings. Requires: ALLOCATION_MANAGE.',
  })
  async refillAllocationRun(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one, and the seed.' }) input: RefillAllocationRunInput,
  ): Promise<AllocationRunPayload> {
    const id = await this.actions.run(actor, 'refillAllocationRun', input, () =>
      this.followUps.refill(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(ALLOCATION_MANAGE)
  @Mutation(() => AllocationRunPayload, {
    description:
      'Has an allocation that is stalled worked out further, from where it stopped. Requires: ALLOCATION_MANAGE.',
  })
  async resumeAllocationRun(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: AllocationRunStepInput,
  ): Promise<AllocationRunPayload> {
    const id = await this.actions.run(actor, 'resumeAllocationRun', input, () =>
      this.followUps.resume(actor, input),
    );
    return this.payload(actor, id);
  }

  @ResolveField(() => JobPosting, { nullable: true, description: 'The posting.' })
  jobPosting(@Parent() { jobPostingId }: AllocationPosting): Promise<JobPosting | null> {
    return this.jobPostings.load(jobPostingId);
  }

  private async payload(actor: Actor, id: string): Promise<AllocationRunPayload> {
    return { allocationRun: await this.runs.find(actor, id), userErrors: [] };
  }
}
