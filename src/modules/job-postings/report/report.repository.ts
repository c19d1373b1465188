import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';
import { reportErrors } from './report.errors.js';

export type NewReport = Pick<
  Prisma.JobPostingReportUncheckedCreateInput,
  'jobPostingId' | 'organisationId' | 'reason' | 'statement' | 'reportedBy' | 'dueAt'
>;

/** The only writer of reports. */
@Injectable()
export class ReportRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async insert(row: NewReport): Promise<string> {
    const id = this.ids.next();
    try {
      await this.uow.db.jobPostingReport.create({
        data: { ...row, id, createdAt: this.clock.now() },
        select: { id: true },
      });
    } catch (error) {
      const isTwice =
        isUniqueViolation(error, 'uq_job_posting_reports_open') ||
        isUniqueViolation(error, 'uq_job_posting_reports_open_employer');
      if (!isTwice) throw error;
      throw reportErrors.OPEN_EXISTS({ cause: error });
    }
    return id;
  }

  /** False when it was handled meanwhile. */
  async handle(
    id: string,
    state: 'UPHELD' | 'DISMISSED',
    handledBy: string | null,
    remark: string,
  ): Promise<boolean> {
    const { count } = await this.uow.db.jobPostingReport.updateMany({
      where: { id, state: 'OPEN' },
      data: { state, handledBy, remark, handledAt: this.clock.now() },
    });
    return count === 1;
  }
}
