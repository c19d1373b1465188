import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../core/auth/index.js';
import { PersonalDataSource, type JsonValue } from '../../../core/privacy/index.js';
import { InvitationRepository } from '../invitation/invitation.repository.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { MemberReader } from './member.reader.js';
import { MemberRepository } from './member.repository.js';
import { MembershipService } from './membership.service.js';

/** Where a person belonged. Closing an account ends its memberships; the last administrator has to hand over first. */
@Injectable()
export class OrganisationsPersonalData extends PersonalDataSource {
  override readonly part = 'organisations';

  constructor(
    private readonly reader: MemberReader,
    private readonly members: MemberRepository,
    private readonly memberships: MembershipService,
    private readonly organisations: OrganisationRepository,
    private readonly invitations: InvitationRepository,
  ) {
    super();
  }

  override async exportFor(accountId: string): Promise<JsonValue> {
    const rows = await this.reader.listEverOf(accountId);
    if (rows.length === 0) return null;
    return rows.map((row) => ({
      organisation: row.name,
      role: row.role,
      joinedAt: row.joined_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      endCause: row.end_cause,
    }));
  }

  override async eraseFor(accountId: string): Promise<void> {
    for (const membership of await this.members.listOpenOf(accountId)) {
      await this.organisations.lock(membership.organisationId);
      await this.memberships.end(SYSTEM, membership, 'ACCOUNT_CLOSED');
    }
    await this.invitations.forgetContactsOf(accountId);
  }
}
