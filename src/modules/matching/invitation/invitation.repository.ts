import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';

export interface NewInvitation {
  readonly jobPostingId: string;
  readonly profileId: string;
  readonly organisationId: string;
}

/** The only writer of invitations. */
@Injectable()
export class InvitationRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Invitations of one organisation are written one after the other, so that their count holds. */
  async countSince(organisationId: string, since: Date): Promise<number> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`invitations ${organisationId}`}, 0))`.execute(
      this.uow.sql,
    );
    return this.uow.db.candidateInvitation.count({
      where: { organisationId, invitedAt: { gte: since } },
    });
  }

  async insert(invitation: NewInvitation): Promise<string> {
    const id = this.ids.next();
    await this.uow.db.candidateInvitation.create({
      data: { ...invitation, id, invitedAt: this.clock.now() },
      select: { id: true },
    });
    return id;
  }

  async removeAll(profileId: string): Promise<void> {
    await this.uow.db.candidateInvitation.deleteMany({ where: { profileId } });
  }
}
