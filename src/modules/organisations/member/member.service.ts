import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../acting-account.js';
import { mayManage } from '../organisation/organisation.policy.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import {
  leaveSchema,
  removeMemberSchema,
  roleSchema,
  type ChangeMemberRoleInput,
  type LeaveOrganisationInput,
  type RemoveMemberInput,
} from './member.inputs.js';
import { MemberRepository, type MembershipRow } from './member.repository.js';
import { MembershipService } from './membership.service.js';

/** Roles and ends of memberships. The organisation is locked first, so that its last two administrators cannot remove each other. */
@Injectable()
export class MemberService {
  constructor(
    private readonly members: MemberRepository,
    private readonly memberships: MembershipService,
    private readonly organisations: OrganisationRepository,
  ) {}

  /** The organisation whose member was given the role. */
  async changeRole(actor: Actor, input: ChangeMemberRoleInput): Promise<string> {
    const { memberId, role } = parseInput(roleSchema, input);
    const membership = await this.requireManaged(actor, memberId);
    await this.memberships.changeRole(actor, membership, role);
    return membership.id;
  }

  async remove(actor: Actor, input: RemoveMemberInput): Promise<string> {
    const { memberId } = parseInput(removeMemberSchema, input);
    const membership = await this.requireManaged(actor, memberId);
    const isOwn = membership.accountId === actor.accountId;
    await this.memberships.end(actor, membership, isOwn ? 'LEFT' : 'REMOVED');
    return membership.organisationId;
  }

  async leave(actor: Actor, input: LeaveOrganisationInput): Promise<string> {
    const { organisationId } = parseInput(leaveSchema, input);
    const accountId = actingAccount(actor);
    await this.organisations.lock(organisationId);
    const membership = await this.members.findOpenOf(organisationId, accountId);
    if (!membership) throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    await this.memberships.end(actor, membership, 'LEFT');
    return organisationId;
  }

  /** The open membership, read anew once the organisation is locked; of another's organisation as if it were none. */
  private async requireManaged(actor: Actor, memberId: string): Promise<MembershipRow> {
    const found = await this.members.findOpen(memberId);
    if (found && mayManage(actor, found.organisationId)) {
      await this.organisations.lock(found.organisationId);
      const membership = await this.members.findOpen(memberId);
      if (membership) return membership;
    }
    throw requestErrors.NOT_FOUND({ field: ['memberId'] });
  }
}
