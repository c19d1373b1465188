import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AccountReader } from '../../identity/index.js';
import { actingAccount } from '../acting-account.js';
import { MemberReader } from '../member/member.reader.js';
import { MembershipService } from '../member/membership.service.js';
import { isInCharge, mayManage } from '../organisation/organisation.policy.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { InvitationReader } from './invitation.reader.js';
import { invitationErrors } from './invitation.errors.js';
import { invitationAnswered, memberInvited } from './invitation.events.js';
import {
  answerSchema,
  invitationSchema,
  revocationSchema,
  successorSchema,
  type AnswerInvitationInput,
  type Invitation,
  type InviteMemberInput,
  type InviteSuccessorInput,
  type RevokeInvitationInput,
} from './invitation.inputs.js';
import {
  invitationMachine,
  type InvitationRole,
  type InvitationTransition,
} from './invitation.machine.js';
import { InvitationRepository, type InvitationRow } from './invitation.repository.js';

const KEEP_CONTACT_MS = 90 * 86_400_000;
const PER_HOUR = { points: 60, perSeconds: 3_600 };

export interface AnsweredInvitation {
  readonly invitationId: string;
  readonly organisationId: string;
}

/** How people are brought in: whoever holds the token, or has the contact it was sent to, may answer. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly reader: InvitationReader,
    private readonly organisations: OrganisationRepository,
    private readonly members: MemberReader,
    private readonly memberships: MembershipService,
    private readonly accounts: AccountReader,
    private readonly limiter: RateLimiter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async invite(actor: Actor, input: InviteMemberInput): Promise<string> {
    const invitation = parseInput(invitationSchema, input);
    const organisation = mayManage(actor, invitation.organisationId)
      ? await this.organisations.lock(invitation.organisationId)
      : null;
    if (!organisation) throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    return this.create(actor, invitation);
  }

  /** When nobody is left who could invite, the bureau in charge brings in a new administrator. */
  async inviteSuccessor(actor: Actor, input: InviteSuccessorInput): Promise<string> {
    const { organisationId, contact } = parseInput(successorSchema, input);
    const organisation = await this.organisations.lock(organisationId);
    if (!organisation || !isInCharge(actor, organisation))
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    if (await this.members.hasActiveAdministrator(organisationId))
      throw invitationErrors.ADMINISTRATOR_ACTIVE();
    return this.create(actor, { organisationId, contact, role: 'ADMINISTRATOR' });
  }

  private async create(
    actor: Actor,
    { organisationId, contact, role }: Invitation,
  ): Promise<string> {
    await this.limiter.consume('organisations.invite', organisationId, PER_HOUR);

    const pending = await this.invitations.findPending(organisationId, contact);
    if (pending && !this.isOver(pending))
      throw invitationErrors.PENDING_EXISTS({ field: ['contact'] });
    if (pending) await this.take(pending, 'expire', 'CLOCK', null);
    const invitationId = await this.invitations.insert({
      organisationId,
      role,
      contact,
      locale: (await this.accounts.localeOfContact(contact)) ?? requestContext().locale,
      invitedBy: actingAccount(actor),
    });
    await this.outbox.record(
      memberInvited,
      { organisationId, invitationId },
      { type: 'organisation', id: organisationId },
    );
    return invitationId;
  }

  async accept(actor: Actor, input: AnswerInvitationInput): Promise<AnsweredInvitation> {
    const invitation = await this.requireAddressed(actor, input);
    const accountId = actingAccount(actor);
    await this.organisations.lock(invitation.organisationId);
    await this.take(invitation, 'accept', 'INVITEE', accountId);
    await this.memberships.join(actor, invitation.organisationId, accountId, invitation.role);
    return this.answered(invitation, 'ACCEPTED');
  }

  async decline(actor: Actor, input: AnswerInvitationInput): Promise<AnsweredInvitation> {
    const invitation = await this.requireAddressed(actor, input);
    await this.take(invitation, 'decline', 'INVITEE', actingAccount(actor));
    return this.answered(invitation, 'DECLINED');
  }

  async revoke(actor: Actor, input: RevokeInvitationInput): Promise<AnsweredInvitation> {
    const { invitationId } = parseInput(revocationSchema, input);
    const invitation = await this.invitations.find(invitationId);
    if (!invitation || !mayManage(actor, invitation.organisationId))
      throw requestErrors.NOT_FOUND({ field: ['invitationId'] });
    await this.take(invitation, 'revoke', 'ADMINISTRATOR', actingAccount(actor));
    return { invitationId, organisationId: invitation.organisationId };
  }

  /** What the clock does: unanswered invitations end, and settled ones forget whom they were sent to. */
  async expire(): Promise<void> {
    await this.invitations.expire();
    const before = new Date(this.clock.now().getTime() - KEEP_CONTACT_MS);
    await this.invitations.forgetContactsBefore(before);
  }

  private isOver({ expiresAt }: InvitationRow): boolean {
    return expiresAt.getTime() <= this.clock.now().getTime();
  }

  private async take(
    invitation: InvitationRow,
    transition: InvitationTransition,
    by: InvitationRole,
    answeredBy: string | null,
  ): Promise<void> {
    const to = invitationMachine.next(invitation.state, transition, by);
    if (!(await this.invitations.setState(invitation.id, invitation.state, to, answeredBy)))
      throw invitationErrors.WRONG_STATE();
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
      : await this.invitations.find(invitationId ?? '');
    const isTheirs =
      invitation !== null &&
      (Boolean(token) ||
        (await this.reader.contactIndexesOf(actingAccount(actor))).includes(
          invitation.contactIndex,
        ));
    if (!invitation || !isTheirs) throw requestErrors.NOT_FOUND({ field });
    if (invitation.state === 'PENDING' && this.isOver(invitation))
      throw invitationErrors.EXPIRED({ field });
    return invitation;
  }
}
