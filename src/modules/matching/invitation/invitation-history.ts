import { Injectable } from '@nestjs/common';
import { InvitationReader } from './invitation.reader.js';
import { InvitationRepository } from './invitation.repository.js';

/** Invitations as a person's own data. */
@Injectable()
export class InvitationHistory {
  constructor(
    private readonly reader: InvitationReader,
    private readonly invitations: InvitationRepository,
  ) {}

  async exportOf(profileId: string): Promise<{ jobPostingId: string; invitedAt: string }[]> {
    const all = await this.reader.allOf(profileId);
    return all.map(({ jobPostingId, invitedAt }) => ({
      jobPostingId,
      invitedAt: invitedAt.toISOString(),
    }));
  }

  remove(profileId: string): Promise<void> {
    return this.invitations.removeAll(profileId);
  }
}
