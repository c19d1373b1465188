import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import { College, Industry, ReferenceReader, Region } from '../../reference-data/index.js';
import { OrganisationContactLoader } from './organisation.loader.js';
import { standingMachine } from './organisation.machine.js';
import { Organisation, OrganisationContact, OrganisationViewerCan } from './organisation.model.js';
import { isInCharge, isMember, mayManage, maySeeInternals } from './organisation.policy.js';

/** Relations and guarded fields of an organisation; none of them asks the database once per row. */
@Resolver(() => Organisation)
export class OrganisationFieldsResolver {
  constructor(
    private readonly reference: ReferenceReader,
    private readonly contacts: OrganisationContactLoader,
  ) {}

  @ResolveField(() => Region, { nullable: true, description: 'Region in which it sits.' })
  region(@Parent() organisation: Organisation): Promise<Region | null> {
    return this.reference.findRegion(organisation.regionId);
  }

  @ResolveField(() => Industry, {
    nullable: true,
    description: 'Its industry; null when not given.',
  })
  async industry(@Parent() { industryCode }: Organisation): Promise<Industry | null> {
    return industryCode === null ? null : this.reference.findIndustry(industryCode);
  }

  @ResolveField(() => College, {
    nullable: true,
    description:
      'The institution of the national list; null for others than colleges and when not given.',
  })
  async college(@Parent() { collegeId }: Organisation): Promise<College | null> {
    return collegeId === null ? null : this.reference.findCollege(collegeId);
  }

  @ResolveField(() => OrganisationContact, {
    nullable: true,
    description: 'Whom to turn to; null unless the viewer belongs to it or is in charge of it.',
  })
  async contact(
    @CurrentActor() actor: Actor,
    @Parent() organisation: Organisation,
  ): Promise<OrganisationContact | null> {
    return maySeeInternals(actor, organisation) ? this.contacts.load(organisation.id) : null;
  }

  @ResolveField(() => OrganisationViewerCan, { description: 'What the viewer may do with it now.' })
  viewerCan(
    @CurrentActor() actor: Actor,
    @Parent() organisation: Organisation,
  ): OrganisationViewerCan {
    const { id, standing } = organisation;
    const decides = isInCharge(actor, organisation) && !isMember(actor, id);
    return {
      edit: mayManage(actor, id),
      manageMembers: mayManage(actor, id),
      seeInternals: maySeeInternals(actor, organisation),
      suspend: decides && standingMachine.can(standing, 'suspend', 'BUREAU'),
      reinstate: decides && standingMachine.can(standing, 'reinstate', 'BUREAU'),
    };
  }
}
