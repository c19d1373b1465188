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
import { isInCharge, mayManage } from '../organisation/organisation.policy.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { InvitationSteps } from './invitation-steps.service.js';
import { invitationErrors } from './invitation.errors.js';
import { memberInvited } from './invitation.events.js';
import {
  invitationSchema,
  revocationSchema,
  successorSchema,
  type Invitation,
  type InviteMemberInput,
  type InviteSuccessorInput,
  type RevokeInvitationInput,
} from './invitation.inputs.js';
import { InvitationRepository } from './invitation.repository.js';

const KEEP_CONTACT_MS = 90 * 86_400_000;
const PER_HOUR = { points: 60, perSeconds: 3_600 };

/** The organisation's side of an invitation. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly steps: InvitationSteps,
    private readonly organisations: OrganisationRepository,
    private readonly members: MemberReader,
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
    if (pending && !this.steps.isOver(pending))
      throw invitationErrors.PENDING_EXISTS({ field: ['contact'] });
    if (pending) await this.steps.take(pending, 'expire', 'CLOCK', null);
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

  async revoke(actor: Actor, input: RevokeInvitationInput): Promise<string> {
    const { invitationId } = parseInput(revocationSchema, input);
    const invitation = await this.invitations.find(invitationId);
    if (!invitation || !mayManage(actor, invitation.organisationId))
      throw requestErrors.NOT_FOUND({ field: ['invitationId'] });
    await this.steps.take(invitation, 'revoke', 'ADMINISTRATOR', actingAccount(actor));
    return invitationId;
  }

  /** What the clock does: unanswered invitations end, and settled ones forget whom they were sent to. */
  async expire(): Promise<void> {
    await this.invitations.expire();
    const before = new Date(this.clock.now().getTime() - KEEP_CONTACT_MS);
    await this.invitations.forgetContactsBefore(before);
  }
}
