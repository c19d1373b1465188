import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import { Organisation, OrganisationLoader } from '../../organisations/index.js';
import { ReferenceReader, Region } from '../../reference-data/index.js';
import { jobFairMachine } from './job-fair.machine.js';
import { JobFair, JobFairViewerCan } from './job-fair.model.js';
import { mayHold } from './job-fair.policy.js';

@Resolver(() => JobFair)
export class JobFairFieldsResolver {
  constructor(
    private readonly organisations: OrganisationLoader,
    private readonly reference: ReferenceReader,
  ) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'Who holds it.' })
  organiser(@Parent() { organiserId }: JobFair): Promise<Organisation | null> {
    return this.organisations.load(organiserId);
  }

  @ResolveField(() => Region, { nullable: true, description: 'Region it is held in.' })
  region(@Parent() { regionId }: JobFair): Promise<Region | null> {
    return this.reference.findRegion(regionId);
  }

  @ResolveField(() => JobFairViewerCan, { description: 'What the viewer may do.' })
  viewerCan(
    @Parent() { organiserId, state, isOverseen }: JobFair,
    @CurrentActor() actor: Actor,
  ): JobFairViewerCan {
    const may = (transition: 'edit' | 'amend' | 'publish' | 'cancel'): boolean =>
      mayHold(actor, organiserId) && jobFairMachine.can(state, transition, 'ORGANISER');
    return {
      update: may('edit') || may('amend'),
      publish: may('publish'),
      cancel: may('cancel'),
      seeInvitations: isOverseen,
    };
  }
}
