import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, Public, RequirePermission, type Actor } from '../../../core/auth/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { JOB_FAIR_JOIN } from '../activities.permissions.js';
import { JobFairReader } from '../job-fair/job-fair.reader.js';
import {
  JobFairPlacesArgs,
  JobFairRefusalInput,
  RegisterForJobFairInput,
  type JobFairPlaceInput,
} from './place.inputs.js';
import { JobFairPlace, JobFairPlaceConnection, JobFairPlacePayload } from './place.model.js';
import { PlaceReader } from './place.reader.js';
import { PlaceService } from './place.service.js';

@Resolver()
export class PlaceResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: PlaceService,
    private readonly reader: PlaceReader,
    private readonly fairs: JobFairReader,
  ) {}

  @Public()
  @Query(() => JobFairPlaceConnection, {
    description:
      'Organisations at a fair, the earliest first: who comes, for whoever may see the fair; for its organiser, the bureaux of its region and an organisation itself also who is invited. Requires: nothing.',
  })
  jobFairPlaces(
    @CurrentActor() actor: Actor,
    @Args() args: JobFairPlacesArgs,
  ): Promise<Connection<JobFairPlace>> {
    return this.reader.list(actor, args);
  }

  @RequirePermission(JOB_FAIR_JOIN)
  @Mutation(() => JobFairPlacePayload, {
    description:
      'Registers an own organisation for a fair, or changes which postings it brings. Requires: JOB_FAIR_JOIN.',
  })
  async registerForJobFair(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who comes to which fair with what.' })
    input: RegisterForJobFairInput,
  ): Promise<JobFairPlacePayload> {
    await this.actions.run(actor, 'registerForJobFair', input, () =>
      this.service.register(actor, input),
    );
    return this.payload(actor, input);
  }

  @RequirePermission(JOB_FAIR_JOIN)
  @Mutation(() => JobFairPlacePayload, {
    description: 'Declines the invitation of an own organisation. Requires: JOB_FAIR_JOIN.',
  })
  async declineJobFairInvitation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who does not come, and why.' }) input: JobFairRefusalInput,
  ): Promise<JobFairPlacePayload> {
    await this.actions.run(actor, 'declineJobFairInvitation', input, () =>
      this.service.decline(actor, input),
    );
    return this.payload(actor, input);
  }

  @RequirePermission(JOB_FAIR_JOIN)
  @Mutation(() => JobFairPlacePayload, {
    description:
      'Withdraws the registration of an own organisation until registration closes. Requires: JOB_FAIR_JOIN.',
  })
  async withdrawJobFairRegistration(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who comes no more, and why.' }) input: JobFairRefusalInput,
  ): Promise<JobFairPlacePayload> {
    await this.actions.run(actor, 'withdrawJobFairRegistration', input, () =>
      this.service.leave(actor, input),
    );
    return this.payload(actor, input);
  }

  private async payload(
    actor: Actor,
    { jobFairId, organisationId }: JobFairPlaceInput,
  ): Promise<JobFairPlacePayload> {
    const place = await this.reader.findOwn(actor, jobFairId, organisationId);
    return { place, jobFair: await this.fairs.find(actor, jobFairId), userErrors: [] };
  }
}
