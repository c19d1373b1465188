import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount, OrganisationReader } from '../../organisations/index.js';
import { reportFiled } from '../posting/job-posting.events.js';
import { JobPostingReader } from '../posting/job-posting.reader.js';
import { reportDueAt } from '../review/review.rules.js';
import {
  reportEmployerSchema,
  reportPostingSchema,
  type ReportEmployerInput,
  type ReportJobPostingInput,
} from './report.inputs.js';
import { ReportRepository, type NewReport } from './report.repository.js';

const PER_DAY = { points: 20, perSeconds: 86_400 };

/** Filing a report, of what the reporter can see. */
@Injectable()
export class ReportService {
  constructor(
    private readonly reports: ReportRepository,
    private readonly postings: JobPostingReader,
    private readonly organisations: OrganisationReader,
    private readonly limiter: RateLimiter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async reportPosting(actor: Actor, input: ReportJobPostingInput): Promise<string> {
    const { jobPostingId, reason, statement } = parseInput(reportPostingSchema, input);
    if (!(await this.postings.find(actor, jobPostingId)))
      throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
    return this.file(actor, { jobPostingId, reason, statement });
  }

  async reportEmployer(actor: Actor, input: ReportEmployerInput): Promise<string> {
    const { organisationId, reason, statement } = parseInput(reportEmployerSchema, input);
    if (!(await this.organisations.find(actor, organisationId)))
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    return this.file(actor, { organisationId, reason, statement });
  }

  private async file(
    actor: Actor,
    report: Omit<NewReport, 'reportedBy' | 'dueAt'>,
  ): Promise<string> {
    const reportedBy = actingAccount(actor);
    await this.limiter.consume('jobPostings.report', reportedBy, PER_DAY);
    const dueAt = reportDueAt(this.clock.today());
    const reportId = await this.reports.insert({ ...report, reportedBy, dueAt });
    await this.outbox.record(reportFiled, { reportId }, { type: 'jobPostingReport', id: reportId });
    return reportId;
  }
}
