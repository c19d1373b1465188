import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, organisationsWith, type Actor } from '../../../core/auth/index.js';
import { Agreement } from '../../agreements/index.js';
import { JobPosting } from '../../job-postings/index.js';
import { Organisation, OrganisationLoader } from '../../organisations/index.js';
import { JOB_FAIR_JOIN } from '../activities.permissions.js';
import { JobFair } from '../job-fair/job-fair.model.js';
import { OwnPlaceLoader, PlaceAgreementLoader, PlacePostingLoader } from './place.loader.js';
import { placeMachine, type PlaceTransition } from './place.machine.js';
import { JobFairPlace, JobFairPlaceViewerCan } from './place.model.js';

@Resolver(() => JobFairPlace)
export class PlaceFieldsResolver {
  constructor(
    private readonly organisations: OrganisationLoader,
    private readonly brought: PlacePostingLoader,
    private readonly agreements: PlaceAgreementLoader,
  ) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation.' })
  organisation(@Parent() { organisationId }: JobFairPlace): Promise<Organisation | null> {
    return this.organisations.load(organisationId);
  }

  @ResolveField(() => Agreement, {
    nullable: true,
    description: 'The agreement it is invited under; null for whoever may not see it.',
  })
  async agreement(@Parent() { agreementId }: JobFairPlace): Promise<Agreement | null> {
    return agreementId === null ? null : this.agreements.load(agreementId);
  }

  @ResolveField(() => [JobPosting], {
    description: 'Postings it brings that the viewer may see now, in their order, at most 50.',
  })
  postings(@Parent() { id }: JobFairPlace): Promise<JobPosting[]> {
    return this.brought.load(id);
  }

  @ResolveField(() => JobFairPlaceViewerCan, {
    description: 'What the viewer may do for the organisation.',
  })
  viewerCan(
    @Parent() { organisationId, state, isRegistrationOpen }: JobFairPlace,
    @CurrentActor() actor: Actor,
  ): JobFairPlaceViewerCan {
    const acts =
      isRegistrationOpen && organisationsWith(actor, JOB_FAIR_JOIN).includes(organisationId);
    const may = (transition: PlaceTransition): boolean =>
      acts && placeMachine.can(state, transition, 'PARTICIPANT');
    return {
      // Without an agreement in force it would be refused.
      register: state !== 'WITHDRAWN' && may('register'),
      decline: may('decline'),
      leave: may('leave'),
    };
  }
}

@Resolver(() => JobFair)
export class JobFairPlacesResolver {
  constructor(private readonly own: OwnPlaceLoader) {}

  @ResolveField(() => [JobFairPlace], {
    description: 'Where the viewer’s own organisations stand with it, at most 50.',
  })
  ownPlaces(@Parent() { id }: JobFair): Promise<JobFairPlace[]> {
    return this.own.load(id);
  }
}
