import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock, isUuid } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox, type EventDefinition } from '../../../core/events/index.js';
import { InterviewRepository } from '../interview/interview.repository.js';
import type { ApplicationCloseReason } from './application.enums.js';
import { applicationClosed, type ApplicationFact } from './application.events.js';
import {
  applicationMachine,
  type ApplicationPartyName,
  type ApplicationTransition,
} from './application.machine.js';
import type { Application } from './application.model.js';
import { isApplicant, mayDecide } from './application.policy.js';
import { ApplicationRepository, type ApplicationColumns } from './application.repository.js';

/** What the actions on an application share: finding it for a party, taking a step, telling of it. */
@Injectable()
export class ApplicationSteps {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly interviews: InterviewRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The application, locked, for the party that acts; to anybody else there is none. */
  async require(
    actor: Actor,
    id: string,
    party: 'APPLICANT' | 'EMPLOYER' | 'EITHER',
    field: readonly string[] = ['applicationId'],
  ): Promise<{ application: Application; party: 'APPLICANT' | 'EMPLOYER' }> {
    const application = isUuid(id) ? await this.applications.lock(id) : null;
    if (application && party !== 'EMPLOYER' && isApplicant(actor, application)) {
      return { application, party: 'APPLICANT' };
    }
    if (application && party !== 'APPLICANT' && mayDecide(actor, application)) {
      return { application, party: 'EMPLOYER' };
    }
    throw requestErrors.NOT_FOUND({ field });
  }

  async take(
    actor: Actor,
    application: Application,
    transition: ApplicationTransition,
    byParty: ApplicationPartyName,
    columns: ApplicationColumns = {},
    reason: string | null = null,
  ): Promise<void> {
    const to = applicationMachine.next(application.state, transition, byParty);
    const step = {
      transition,
      from: application.state,
      to,
      byParty,
      actorId: actor.accountId,
      reason,
    };
    const moment = byParty === 'EMPLOYER' ? { lastEmployerActionAt: this.clock.now() } : {};
    if (!(await this.applications.take(application.id, step, { ...moment, ...columns }))) {
      throw requestErrors.STALE({ field: ['applicationId'] });
    }
  }

  /** Ends an application with its reason and tells of it; interviews that were still to come are off with it. */
  async end(
    actor: Actor,
    application: Application,
    transition: ApplicationTransition,
    byParty: ApplicationPartyName,
    reason: ApplicationCloseReason,
    message: string | null = null,
  ): Promise<void> {
    const columns = {
      closeReason: reason,
      closedBy: byParty,
      closeMessage: message,
      closedAt: this.clock.now(),
      answerDueAt: null,
      answerDueBy: null,
    };
    await this.take(actor, application, transition, byParty, columns, reason);
    await this.interviews.cancelOpen(application.id);
    await this.tell(applicationClosed, application, { reason, by: byParty });
  }

  /** Records an event of the application; `extra` is what its payload has besides the four ids. */
  async tell<Fact extends ApplicationFact>(
    event: EventDefinition<Fact>,
    { id, jobPostingId, organisationId, accountId }: Application,
    extra: Omit<Fact, keyof ApplicationFact>,
  ): Promise<void> {
    const ids = { applicationId: id, jobPostingId, organisationId, accountId };
    // Together they are the payload; the event's own schema checks it once more.
    const payload = { ...ids, ...extra } as unknown as Fact;
    await this.outbox.record(event, payload, { type: 'application', id });
  }
}
