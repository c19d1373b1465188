import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { reportHandled } from '../posting/job-posting.events.js';
import { jobPostingMachine } from '../posting/job-posting.machine.js';
import { JobPostingRepository } from '../posting/job-posting.repository.js';
import { PostingSteps } from '../posting/posting-steps.service.js';
import { reportErrors } from './report.errors.js';
import { handleSchema, type HandleJobPostingReportInput } from './report.inputs.js';
import { ReportReader } from './report.reader.js';
import { ReportRepository } from './report.repository.js';

/** The bureau's answer to a report. A posting that was rightly reported is removed with the same step. */
@Injectable()
export class ReportHandlingService {
  constructor(
    private readonly reports: ReportRepository,
    private readonly reader: ReportReader,
    private readonly postings: JobPostingRepository,
    private readonly steps: PostingSteps,
    private readonly outbox: Outbox,
  ) {}

  uphold(actor: Actor, input: HandleJobPostingReportInput): Promise<string> {
    return this.handle(actor, input, 'UPHELD');
  }

  dismiss(actor: Actor, input: HandleJobPostingReportInput): Promise<string> {
    return this.handle(actor, input, 'DISMISSED');
  }

  private async handle(
    actor: Actor,
    input: HandleJobPostingReportInput,
    outcome: 'UPHELD' | 'DISMISSED',
  ): Promise<string> {
    const { reportId, remark } = parseInput(handleSchema, input);
    const field = ['reportId'];
    const report = await this.reader.findInCharge(actor, reportId);
    if (!report) throw requestErrors.NOT_FOUND({ field });
    const handledBy = actor.accountId ?? actor.apiKeyId;
    if (!(await this.reports.handle(reportId, outcome, handledBy, remark)))
      throw reportErrors.HANDLED({ field });
    await this.outbox.record(
      reportHandled,
      { reportId, outcome },
      { type: 'jobPostingReport', id: reportId },
    );
    if (outcome === 'UPHELD' && report.jobPostingId !== null)
      await this.remove(actor, report.jobPostingId);
    return reportId;
  }

  /** Unless it is closed or a draft by now. The remark was written for the reporter and stays with the report. */
  private async remove(actor: Actor, jobPostingId: string): Promise<void> {
    const posting = await this.postings.lock(jobPostingId);
    if (!posting || !jobPostingMachine.can(posting.state, 'remove', 'BUREAU')) return;
    await this.steps.change(actor, posting, {
      transition: 'remove',
      by: 'BUREAU',
      reason: 'REPORT_UPHELD',
    });
  }
}
