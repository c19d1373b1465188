import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { DismissalReason } from '../../../generated/prisma/enums.js';
import { EXCLUDED_POSTINGS } from './excluded-postings.js';

/** The only writer of dismissals. */
@Injectable()
export class DismissalRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts the dismissal in the place of the recommendation, or gives one that is there already its reason, and takes
   * off the list what the reason covers. False when the person has neither.
   */
  async put(id: string, profileId: string, reason: DismissalReason | null): Promise<boolean> {
    await this.lock(profileId);
    const listed = await this.uow.db.recommendation.findFirst({
      where: { id, profileId },
      select: { jobPostingId: true },
    });
    if (listed) {
      await this.uow.db.recommendationDismissal.create({
        data: { id, profileId, reason, ...listed, dismissedAt: this.clock.now() },
        select: { id: true },
      });
    } else {
      const { count } = await this.uow.db.recommendationDismissal.updateMany({
        where: { id, profileId },
        data: { profileId, ...(reason !== null && { reason }) },
      });
      if (count === 0) return false;
    }
    await this.takeOffCovered(profileId);
    return true;
  }

  /** The same of a posting that need not be listed. */
  async putPosting(
    id: string,
    { profileId, jobPostingId }: { readonly profileId: string; readonly jobPostingId: string },
    reason: DismissalReason | null,
  ): Promise<void> {
    await this.lock(profileId);
    await this.uow.db.recommendationDismissal.upsert({
      where: { profileId_jobPostingId: { profileId, jobPostingId } },
      create: { id, profileId, jobPostingId, reason, dismissedAt: this.clock.now() },
      update: { ...(reason !== null && { reason }) },
      select: { id: true },
    });
    await this.takeOffCovered(profileId);
  }

  async remove(id: string, profileId: string): Promise<boolean> {
    const { count } = await this.uow.db.recommendationDismissal.deleteMany({
      where: { id, profileId },
    });
    return count === 1;
  }

  async removeAll(profileId: string): Promise<void> {
    await this.uow.db.recommendationDismissal.deleteMany({ where: { profileId } });
  }

  /** One after the other with whatever writes the list. */
  private async lock(profileId: string): Promise<void> {
    await this.uow.sql
      .selectFrom('job_seeker_profiles')
      .select('id')
      .where('id', '=', profileId)
      .forUpdate()
      .execute();
  }

  private async takeOffCovered(profileId: string): Promise<void> {
    await sql`
      delete from recommendations using (${EXCLUDED_POSTINGS}) excluded
      where excluded.profile_id = ${profileId}::uuid
        and recommendations.profile_id = excluded.profile_id
        and recommendations.job_posting_id = excluded.job_posting_id`.execute(this.uow.sql);
  }
}
