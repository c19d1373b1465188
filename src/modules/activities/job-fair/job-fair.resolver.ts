import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, Public, RequirePermission, type Actor } from '../../../core/auth/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { JOB_FAIR_HOLD } from '../activities.permissions.js';
import {
  CancelJobFairInput,
  CreateJobFairInput,
  JobFairsArgs,
  PublishJobFairInput,
  UpdateJobFairInput,
} from './job-fair.inputs.js';
import { JobFair, JobFairConnection, JobFairPayload } from './job-fair.model.js';
import { JobFairReader } from './job-fair.reader.js';
import { JobFairService } from './job-fair.service.js';

@Resolver()
export class JobFairResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: JobFairService,
    private readonly reader: JobFairReader,
  ) {}

  @Public()
  @Query(() => JobFair, {
    nullable: true,
    description: 'A job fair; null when there is none the viewer may see. Requires: nothing.',
  })
  jobFair(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the fair.' }) id: string,
  ): Promise<JobFair | null> {
    return this.reader.find(actor, id);
  }

  @Public()
  @Query(() => JobFairConnection, {
    description:
      'Job fairs: open ones, and those for partners that the viewer may see. Requires: nothing.',
  })
  jobFairs(@CurrentActor() actor: Actor, @Args() args: JobFairsArgs): Promise<Connection<JobFair>> {
    return this.reader.list(actor, args);
  }

  @RequirePermission(JOB_FAIR_HOLD)
  @Mutation(() => JobFairPayload, {
    description: 'Drafts a fair of an own organisation. Requires: JOB_FAIR_HOLD.',
  })
  async createJobFair(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who holds it, and what it is.' }) input: CreateJobFairInput,
  ): Promise<JobFairPayload> {
    const id = await this.actions.run(actor, 'createJobFair', input, () =>
      this.service.create(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(JOB_FAIR_HOLD)
  @Mutation(() => JobFairPayload, {
    description: 'Changes a fair; who comes is told when it is moved. Requires: JOB_FAIR_HOLD.',
  })
  async updateJobFair(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What it is now.' }) input: UpdateJobFairInput,
  ): Promise<JobFairPayload> {
    const id = await this.actions.run(actor, 'updateJobFair', input, () =>
      this.service.update(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(JOB_FAIR_HOLD)
  @Mutation(() => JobFairPayload, {
    description:
      'Announces a fair; one for partners invites all with whom an agreement is in force. Requires: JOB_FAIR_HOLD.',
  })
  async publishJobFair(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which fair.' }) input: PublishJobFairInput,
  ): Promise<JobFairPayload> {
    const id = await this.actions.run(actor, 'publishJobFair', input, () =>
      this.service.publish(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(JOB_FAIR_HOLD)
  @Mutation(() => JobFairPayload, {
    description: 'Cancels a fair; who was to come is told. Requires: JOB_FAIR_HOLD.',
  })
  async cancelJobFair(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which fair, and why.' }) input: CancelJobFairInput,
  ): Promise<JobFairPayload> {
    const id = await this.actions.run(actor, 'cancelJobFair', input, () =>
      this.service.cancel(actor, input),
    );
    return this.payload(actor, id);
  }

  private async payload(actor: Actor, id: string): Promise<JobFairPayload> {
    return { jobFair: await this.reader.find(actor, id), userErrors: [] };
  }
}
