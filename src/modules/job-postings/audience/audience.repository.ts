import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { AudienceRule } from '../posting/job-posting.enums.js';

/** The only writer of audiences. The posting's lock guards them. */
@Injectable()
export class AudienceRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async put(jobPostingId: string, rule: AudienceRule, partnersUntil: string | null): Promise<void> {
    const columns = {
      rule,
      partnersUntil: partnersUntil === null ? null : new Date(`${partnersUntil}T00:00:00Z`),
    };
    await this.uow.db.jobPostingAudience.upsert({
      where: { jobPostingId },
      create: { jobPostingId, ...columns, createdAt: this.clock.now() },
      update: columns,
      select: { jobPostingId: true },
    });
  }

  async addColleges(jobPostingId: string, collegeIds: readonly string[]): Promise<void> {
    await this.uow.db.jobPostingAudienceCollege.createMany({
      data: collegeIds.map((collegeId) => ({ jobPostingId, collegeId })),
      skipDuplicates: true,
    });
  }

  async removeColleges(jobPostingId: string, collegeIds: readonly string[]): Promise<void> {
    await this.uow.db.jobPostingAudienceCollege.deleteMany({
      where: { jobPostingId, collegeId: { in: [...collegeIds] } },
    });
  }

  /** Everyone again. */
  async clear(jobPostingId: string): Promise<void> {
    await this.uow.db.jobPostingAudience.deleteMany({ where: { jobPostingId } });
    await this.uow.db.jobPostingAudienceCollege.deleteMany({ where: { jobPostingId } });
  }
}
