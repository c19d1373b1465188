import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { PageArgs, type Connection } from '../../../core/graphql/index.js';
import { Account, AccountLoader, Viewer } from '../../identity/index.js';
import { OrganisationLoader } from '../organisation/organisation.loader.js';
import { Organisation } from '../organisation/organisation.model.js';
import { mayManage } from '../organisation/organisation.policy.js';
import { ORGANISATION_MANAGE } from '../organisations.permissions.js';
import { OrganisationInvitation, OrganisationInvitationConnection } from './invitation.model.js';
import { InvitationReader } from './invitation.reader.js';

@Resolver(() => OrganisationInvitation)
export class InvitationFieldsResolver {
  constructor(
    private readonly reader: InvitationReader,
    private readonly organisations: OrganisationLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @RequirePermission(ORGANISATION_MANAGE)
  @Query(() => OrganisationInvitationConnection, {
    nullable: true,
    description:
      'Invitations of an organisation, newest first; null when the viewer does not manage it. Requires: ORGANISATION_MANAGE.',
  })
  async organisationInvitations(
    @CurrentActor() actor: Actor,
    @Args('organisationId', { type: () => ID, description: 'The organisation.' }) id: string,
    @Args() page: PageArgs,
  ): Promise<Connection<OrganisationInvitation> | null> {
    return mayManage(actor, id) ? this.reader.listOf(id, page) : null;
  }

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'The organisation that invites.',
  })
  organisation(@Parent() { organisationId }: OrganisationInvitation): Promise<Organisation | null> {
    return this.organisations.load(organisationId);
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who invites.' })
  invitedBy(@Parent() invitation: OrganisationInvitation): Promise<Account | null> {
    return this.accounts.load(invitation.invitedBy);
  }
}

@Resolver(() => Viewer)
export class ViewerInvitationsResolver {
  constructor(private readonly reader: InvitationReader) {}

  @ResolveField(() => [OrganisationInvitation], {
    description: 'Invitations to the person’s own contacts that wait for an answer; at most 50.',
  })
  invitations(@Parent() viewer: Viewer): Promise<OrganisationInvitation[]> {
    return this.reader.listFor(viewer.id);
  }
}
