import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../acting-account.js';
import { MembershipService } from '../member/membership.service.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { InvitationSteps } from './invitation-steps.service.js';
import { invitationErrors } from './invitation.errors.js';
import { invitationAnswered } from './invitation.events.js';
import { answerSchema, type AnswerInvitationInput } from './invitation.inputs.js';
import { InvitationReader } from './invitation.reader.js';
import { InvitationRepository, type InvitationRow } from './invitation.repository.js';

export interface AnsweredInvitation {
  readonly invitationId: string;
  readonly organisationId: string;
}

/** The invited person's side: whoever holds the token, or has the contact it was sent to, may answer. */
@Injectable()
export class InvitationAnswers {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly reader: InvitationReader,
    private readonly steps: InvitationSteps,
    private readonly organisations: OrganisationRepository,
    private readonly memberships: MembershipService,
    private readonly outbox: Outbox,
  ) {}

  async accept(actor: Actor, input: AnswerInvitationInput): Promise<AnsweredInvitation> {
    const invitation = await this.requireAddressed(actor, input);
    const { organisationId, role } = invitation;
    const accountId = actingAccount(actor);
    await this.organisations.lock(organisationId);
    await this.steps.take(invitation, 'accept', 'INVITEE', accountId);
    await this.memberships.join(actor, organisationId, accountId, role);
    return this.answered(invitation, 'ACCEPTED');
  }

  async decline(actor: Actor, input: AnswerInvitationInput): Promise<AnsweredInvitation> {
    const invitation = await this.requireAddressed(actor, input);
    await this.steps.take(invitation, 'decline', 'INVITEE', actingAccount(actor));
    return this.answered(invitation, 'DECLINED');
  }

  private async answered(
    { id, organisationId }: InvitationRow,
    answer: 'ACCEPTED' | 'DECLINED',
  ): Promise<AnsweredInvitation> {
    await this.outbox.record(
      invitationAnswered,
      { organisationId, invitationId: id, answer },
      { type: 'organisation', id: organisationId },
    );
    return { invitationId: id, organisationId };
  }

  /** The invitation if it is the actor's to answer and still can be; anybody else's is answered as if there were none. */
  private async requireAddressed(
    actor: Actor,
    input: AnswerInvitationInput,
  ): Promise<InvitationRow> {
    const { token, invitationId } = parseInput(answerSchema, input);
    const field = [token ? 'token' : 'invitationId'];
    const invitation = token
      ? await this.invitations.findByToken(token)
      : await this.findOwn(actor, invitationId ?? '');
    if (!invitation) throw requestErrors.NOT_FOUND({ field });
    if (invitation.state === 'PENDING' && this.steps.isOver(invitation))
      throw invitationErrors.EXPIRED({ field });
    return invitation;
  }

  private async findOwn(actor: Actor, invitationId: string): Promise<InvitationRow | null> {
    const invitation = await this.invitations.find(invitationId);
    const own = await this.reader.contactIndexesOf(actingAccount(actor));
    return invitation && own.includes(invitation.contactIndex) ? invitation : null;
  }
}
