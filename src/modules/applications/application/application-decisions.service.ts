import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../core/audit/index.js';
import type { Actor } from '../../../core/auth/index.js';
import { calendarDay, Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { DomainError, inputErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { JobPostingSeats } from '../../job-postings/index.js';
import { ApplicationSteps } from './application-steps.service.js';
import {
  applicantNotStarted,
  applicantOnboarded,
  applicationShortlisted,
  applicationViewed,
} from './application.events.js';
import {
  bulkSchema,
  closeSchema,
  onboardSchema,
  type ApplicationIdInput,
  type ApplicationIdsInput,
  type CloseApplicationsInput,
  type OnboardApplicantInput,
} from './application.inputs.js';
import { applicationMachine } from './application.machine.js';
import { employerAnswerDue } from './application.rules.js';

/** What became of one application of a bulk action. */
export interface BulkItem {
  readonly applicationId: string;
  /** Catalogued code of the refusal; null when it was done. */
  readonly refusal: string | null;
}

/** The employer's side: looking, shortlisting, closing, and the first day at work. */
@Injectable()
export class ApplicationDecisionsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly steps: ApplicationSteps,
    private readonly seats: JobPostingSeats,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Records the first look; later ones change nothing. */
  async view(actor: Actor, { applicationId }: ApplicationIdInput): Promise<string> {
    const { application } = await this.steps.require(actor, applicationId, 'EMPLOYER');
    if (!applicationMachine.can(application.state, 'view', 'EMPLOYER')) return application.id;
    await this.steps.take(actor, application, 'view', 'EMPLOYER');
    await this.steps.tell(applicationViewed, application, {});
    return application.id;
  }

  shortlist(actor: Actor, input: ApplicationIdsInput): Promise<BulkItem[]> {
    const { applicationIds } = parseInput(bulkSchema, input);
    return this.each('shortlistApplications', applicationIds, async (id) => {
      const { application } = await this.steps.require(actor, id, 'EMPLOYER');
      await this.steps.take(actor, application, 'shortlist', 'EMPLOYER', this.nextDue());
      await this.steps.tell(applicationShortlisted, application, {});
    });
  }

  close(actor: Actor, input: CloseApplicationsInput): Promise<BulkItem[]> {
    const { applicationIds, reason, message } = parseInput(closeSchema, input);
    return this.each('closeApplications', applicationIds, async (id) => {
      const { application } = await this.steps.require(actor, id, 'EMPLOYER');
      await this.steps.end(actor, application, 'close', 'EMPLOYER', reason, message ?? null);
    });
  }

  async onboard(actor: Actor, input: OnboardApplicantInput): Promise<string> {
    const { applicationId, startedOn } = parseInput(onboardSchema, input);
    const { application } = await this.steps.require(actor, applicationId, 'EMPLOYER');
    const days = { min: calendarDay(application.submittedAt), max: this.clock.today() };
    if (startedOn < days.min || startedOn > days.max)
      throw inputErrors.OUT_OF_RANGE({ field: ['startedOn'], params: days });
    await this.steps.take(actor, application, 'onboard', 'EMPLOYER', {
      onboardedOn: new Date(startedOn),
      answerDueAt: null,
      answerDueBy: null,
    });
    await this.steps.tell(applicantOnboarded, application, {});
    return application.id;
  }

  /** The accepted applicant did not begin: the seat is free again. */
  async notStart(actor: Actor, { applicationId }: ApplicationIdInput): Promise<string> {
    const { application } = await this.steps.require(actor, applicationId, 'EMPLOYER');
    const columns = { answerDueAt: null, answerDueBy: null };
    await this.steps.take(actor, application, 'notStart', 'EMPLOYER', columns);
    await this.seats.releaseSeat(application.jobPostingId);
    await this.steps.tell(applicantNotStarted, application, {});
    return application.id;
  }

  private nextDue() {
    return {
      answerDueAt: employerAnswerDue(this.clock.now()),
      answerDueBy: 'EMPLOYER' as const,
    };
  }

  /**
   * Each on its own: one refusal does not undo the others, and each that was done has an audit entry naming it. In the
   * order of ids, so that two bulk actions do not lock up.
   */
  private async each(
    action: string,
    ids: readonly string[],
    act: (id: string) => Promise<void>,
  ): Promise<BulkItem[]> {
    const items: BulkItem[] = [];
    for (const applicationId of [...new Set(ids)].sort()) {
      try {
        await this.uow.attempt(() => act(applicationId));
        await this.audit.append({ action, subjectType: 'application', subjectId: applicationId });
        items.push({ applicationId, refusal: null });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        items.push({ applicationId, refusal: error.code });
      }
    }
    return items;
  }
}
