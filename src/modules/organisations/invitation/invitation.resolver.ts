import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { InvitationAnswers } from './invitation-answers.service.js';
import { OrganisationReader } from '../organisation/organisation.reader.js';
import { ORGANISATION_MANAGE, ORGANISATION_VERIFY } from '../organisations.permissions.js';
import {
  AcceptInvitationInput,
  AnswerInvitationInput,
  InviteMemberInput,
  InviteSuccessorInput,
  RevokeInvitationInput,
} from './invitation.inputs.js';
import { AcceptInvitationPayload, InvitationPayload } from './invitation.payloads.js';
import { InvitationReader } from './invitation.reader.js';
import { InvitationService } from './invitation.service.js';

@Resolver()
export class InvitationResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: InvitationService,
    private readonly answers: InvitationAnswers,
    private readonly reader: InvitationReader,
    private readonly organisations: OrganisationReader,
  ) {}

  @RequirePermission(ORGANISATION_MANAGE)
  @Mutation(() => InvitationPayload, {
    description:
      'Invites somebody by mail address or mobile number; holds for 14 days. Requires: ORGANISATION_MANAGE.',
  })
  async inviteMember(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom, and as what.' }) input: InviteMemberInput,
  ): Promise<InvitationPayload> {
    const id = await this.actions.run(actor, 'inviteMember', input, () =>
      this.service.invite(actor, input),
    );
    return { invitation: await this.reader.find(id) };
  }

  @RequirePermission(ORGANISATION_VERIFY)
  @Mutation(() => InvitationPayload, {
    description:
      'Invites a new administrator to an organisation whose administrators can no longer sign in. Requires: ORGANISATION_VERIFY.',
  })
  async inviteSuccessor(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom, and for which organisation.' })
    input: InviteSuccessorInput,
  ): Promise<InvitationPayload> {
    const id = await this.actions.run(actor, 'inviteSuccessor', input, () =>
      this.service.inviteSuccessor(actor, input),
    );
    return { invitation: await this.reader.find(id) };
  }

  @Authenticated()
  @Mutation(() => AcceptInvitationPayload, {
    description: 'Accepts an invitation addressed to the caller. Requires: being signed in.',
  })
  async acceptInvitation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which invitation.' }) input: AcceptInvitationInput,
  ): Promise<AcceptInvitationPayload> {
    const { invitationId, organisationId } = await this.actions.run(
      actor,
      'acceptInvitation',
      input,
      () => this.answers.accept(actor, input),
    );
    const [invitation, [organisation]] = await Promise.all([
      this.reader.find(invitationId),
      this.organisations.findMany([organisationId]),
    ]);
    return { invitation, organisation: organisation ?? null };
  }

  @Authenticated()
  @Mutation(() => InvitationPayload, {
    description: 'Declines an invitation addressed to the caller. Requires: being signed in.',
  })
  async declineInvitation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which invitation.' }) input: AnswerInvitationInput,
  ): Promise<InvitationPayload> {
    const { invitationId } = await this.actions.run(actor, 'declineInvitation', input, () =>
      this.answers.decline(actor, input),
    );
    return { invitation: await this.reader.find(invitationId) };
  }

  @RequirePermission(ORGANISATION_MANAGE)
  @Mutation(() => InvitationPayload, {
    description: 'Takes a pending invitation back. Requires: ORGANISATION_MANAGE.',
  })
  async revokeInvitation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which invitation.' }) input: RevokeInvitationInput,
  ): Promise<InvitationPayload> {
    const id = await this.actions.run(actor, 'revokeInvitation', input, () =>
      this.service.revoke(actor, input),
    );
    return { invitation: await this.reader.find(id) };
  }
}
