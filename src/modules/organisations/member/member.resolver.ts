import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { PageArgs, type Connection } from '../../../core/graphql/index.js';
import { OrganisationAccess } from '../organisation/organisation-access.js';
import { ORGANISATION_MANAGE } from '../organisations.permissions.js';
import {
  ChangeMemberRoleInput,
  LeaveOrganisationInput,
  RemoveMemberInput,
} from './member.inputs.js';
import { OrganisationMember, OrganisationMemberConnection } from './member.model.js';
import { EndMembershipPayload, MemberPayload } from './member.payloads.js';
import { MemberReader } from './member.reader.js';
import { MemberService } from './member.service.js';

@Resolver()
export class MemberResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: MemberService,
    private readonly reader: MemberReader,
    private readonly access: OrganisationAccess,
  ) {}

  @Authenticated()
  @Query(() => OrganisationMemberConnection, {
    nullable: true,
    description:
      'Members of an organisation, longest first; null when the viewer neither belongs to it nor is in charge of it. Requires: being signed in.',
  })
  async organisationMembers(
    @CurrentActor() actor: Actor,
    @Args('organisationId', { type: () => ID, description: 'The organisation.' }) id: string,
    @Args() page: PageArgs,
  ): Promise<Connection<OrganisationMember> | null> {
    return (await this.access.seesInternals(actor, id)) ? this.reader.listOf(id, page) : null;
  }

  @RequirePermission(ORGANISATION_MANAGE)
  @Mutation(() => MemberPayload, {
    description:
      'Gives a member another role; the last administrator keeps his. Requires: ORGANISATION_MANAGE.',
  })
  async changeMemberRole(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which member, and the role.' }) input: ChangeMemberRoleInput,
  ): Promise<MemberPayload> {
    const id = await this.actions.run(actor, 'changeMemberRole', input, () =>
      this.service.changeRole(actor, input),
    );
    return { member: await this.reader.find(id) };
  }

  @RequirePermission(ORGANISATION_MANAGE)
  @Mutation(() => EndMembershipPayload, {
    description:
      'Ends a membership; it acts at once. The last administrator stays. Requires: ORGANISATION_MANAGE.',
  })
  async removeMember(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which member.' }) input: RemoveMemberInput,
  ): Promise<EndMembershipPayload> {
    const organisationId = await this.actions.run(actor, 'removeMember', input, () =>
      this.service.remove(actor, input),
    );
    return { organisationId };
  }

  @Authenticated()
  @Mutation(() => EndMembershipPayload, {
    description:
      'Ends one’s own membership; the last administrator stays. Requires: being signed in.',
  })
  async leaveOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which organisation.' }) input: LeaveOrganisationInput,
  ): Promise<EndMembershipPayload> {
    const organisationId = await this.actions.run(actor, 'leaveOrganisation', input, () =>
      this.service.leave(actor, input),
    );
    return { organisationId };
  }
}
