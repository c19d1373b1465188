import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Outbox } from '../../../core/events/index.js';
import type { MemberRole, MembershipEnd } from '../../../generated/prisma/enums.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { memberJoined, memberRemoved, memberRoleChanged } from './member.events.js';
import { MemberRepository, type MembershipRow } from './member.repository.js';

/** Steps that several actions share: each writes the membership, its history and its event in the caller's unit of work. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly members: MemberRepository,
    private readonly organisations: OrganisationRepository,
    private readonly outbox: Outbox,
  ) {}

  async join(
    actor: Actor,
    organisationId: string,
    accountId: string,
    role: MemberRole,
  ): Promise<string> {
    const id = await this.members.insert(organisationId, accountId, role);
    await this.organisations.appendHistory({
      organisationId,
      change: 'MEMBER_JOINED',
      subjectAccountId: accountId,
      toRole: role,
      changedFields: [],
      accountId: actor.accountId,
    });
    await this.outbox.record(memberJoined, { organisationId, accountId }, subject(organisationId));
    return id;
  }

  /** Nothing when it has ended already. */
  async end(actor: Actor, membership: MembershipRow, cause: MembershipEnd): Promise<void> {
    const { id, organisationId, accountId, role } = membership;
    if (!(await this.members.end(id, actor.accountId, cause))) return;
    await this.organisations.appendHistory({
      organisationId,
      change: 'MEMBER_ENDED',
      subjectAccountId: accountId,
      fromRole: role,
      reasonCode: cause,
      changedFields: [],
      accountId: actor.accountId,
    });
    await this.outbox.record(
      memberRemoved,
      { organisationId, accountId, cause },
      subject(organisationId),
    );
  }

  /** Nothing when the member has that role already. */
  async changeRole(actor: Actor, membership: MembershipRow, role: MemberRole): Promise<void> {
    const { id, organisationId, accountId, role: before } = membership;
    if (before === role || !(await this.members.setRole(id, before, role))) return;
    await this.organisations.appendHistory({
      organisationId,
      change: 'MEMBER_ROLE_CHANGED',
      subjectAccountId: accountId,
      fromRole: before,
      toRole: role,
      changedFields: [],
      accountId: actor.accountId,
    });
    await this.outbox.record(
      memberRoleChanged,
      { organisationId, accountId, role },
      subject(organisationId),
    );
  }
}

const subject = (id: string) => ({ type: 'organisation', id });
