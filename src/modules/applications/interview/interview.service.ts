import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import type { EventDefinition } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ApplicationSteps } from '../application/application-steps.service.js';
import type { ApplicationFact } from '../application/application.events.js';
import type { Application } from '../application/application.model.js';
import { employerAnswerDue } from '../application/application.rules.js';
import { interviewErrors } from './interview.errors.js';
import {
  interviewCancelled,
  interviewConfirmed,
  interviewDeclined,
  interviewMoved,
  interviewProposed,
} from './interview.events.js';
import {
  endSchema,
  interviewIdSchema,
  missedSchema,
  moveSchema,
  proposeSchema,
  type EndInterviewInput,
  type InterviewIdInput,
  type MissedInterviewInput,
  type MoveInterviewInput,
  type ProposeInterviewInput,
} from './interview.inputs.js';
import { interviewMachine } from './interview.machine.js';
import type { Interview } from './interview.model.js';
import { InterviewRepository } from './interview.repository.js';

type Party = 'APPLICANT' | 'EMPLOYER';

interface Subject {
  readonly interview: Interview;
  readonly application: Application;
  readonly party: Party;
}

type InterviewEvent = EventDefinition<ApplicationFact & { interviewId: string; by: Party }>;

const HALF_DAY_MS = 12 * 3_600_000;

/** Arranging interviews. A person is never in two confirmed ones at a time; the database keeps that too. */
@Injectable()
export class InterviewService {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly steps: ApplicationSteps,
    private readonly clock: Clock,
  ) {}

  async propose(actor: Actor, input: ProposeInterviewInput): Promise<string> {
    const { applicationId, mode, place, startsAt, endsAt } = parseInput(proposeSchema, input);
    const { application } = await this.steps.require(actor, applicationId, 'EMPLOYER');
    this.checkTimes(startsAt, endsAt);
    await this.steps.take(actor, application, 'interview', 'EMPLOYER', {
      answerDueAt: employerAnswerDue(endsAt),
      answerDueBy: 'EMPLOYER',
    });
    const interviewId = await this.interviews.insert({
      applicationId,
      accountId: application.accountId,
      mode,
      place: place ?? null,
      startsAt,
      endsAt,
      proposedBy: 'EMPLOYER',
    });
    await this.steps.tell(interviewProposed, application, { interviewId, by: 'EMPLOYER' as const });
    return interviewId;
  }

  async confirm(actor: Actor, input: InterviewIdInput): Promise<string> {
    const { interviewId } = parseInput(interviewIdSchema, input);
    const subject = await this.require(actor, interviewId);
    const { interview, party } = subject;
    if (interview.proposedBy === party && interview.state === 'PROPOSED') {
      throw interviewErrors.OWN_PROPOSAL({ field: ['interviewId'] });
    }
    this.checkTimes(interview.startsAt, interview.endsAt);
    await this.interviews.lockPerson(interview.accountId);
    return this.change(subject, 'confirm', interviewConfirmed);
  }

  async decline(actor: Actor, input: EndInterviewInput): Promise<string> {
    const { interviewId, reason } = parseInput(endSchema, input);
    const subject = await this.require(actor, interviewId);
    return this.change(subject, 'decline', interviewDeclined, { cancelReason: reason });
  }

  async move(actor: Actor, input: MoveInterviewInput): Promise<string> {
    const { interviewId, startsAt, endsAt } = parseInput(moveSchema, input);
    const subject = await this.require(actor, interviewId);
    this.checkTimes(startsAt, endsAt);
    return this.change(subject, 'move', interviewMoved, {
      startsAt,
      endsAt,
      proposedBy: subject.party,
      sequence: { increment: 1 },
    });
  }

  async cancel(actor: Actor, input: EndInterviewInput): Promise<string> {
    const { interviewId, reason } = parseInput(endSchema, input);
    const subject = await this.require(actor, interviewId);
    return this.change(subject, 'cancel', interviewCancelled, { cancelReason: reason });
  }

  async hold(actor: Actor, input: InterviewIdInput): Promise<string> {
    const { interviewId } = parseInput(interviewIdSchema, input);
    const subject = await this.require(actor, interviewId);
    this.ensureBegun(subject.interview);
    return this.change(subject, 'hold', null);
  }

  async missed(actor: Actor, input: MissedInterviewInput): Promise<string> {
    const { interviewId, party } = parseInput(missedSchema, input);
    const subject = await this.require(actor, interviewId);
    this.ensureBegun(subject.interview);
    return this.change(subject, 'missed', null, { noShowParty: party });
  }

  private async require(actor: Actor, interviewId: string): Promise<Subject> {
    const field = ['interviewId'];
    const found = await this.interviews.find(interviewId);
    const { application, party } = await this.steps.require(
      actor,
      found?.applicationId ?? '',
      'EITHER',
      field,
    );
    // Read anew under the lock of its application.
    const interview = await this.interviews.find(interviewId);
    if (!interview) throw requestErrors.NOT_FOUND({ field });
    return { interview, application, party };
  }

  private async change(
    { interview, application, party }: Subject,
    transition: keyof typeof interviewMachine.transitions,
    event: InterviewEvent | null,
    columns: Parameters<InterviewRepository['take']>[2] = {},
  ): Promise<string> {
    const to = interviewMachine.next(interview.state, transition, party);
    if (!(await this.interviews.take(interview, to, columns))) {
      throw requestErrors.STALE({ field: ['interviewId'] });
    }
    if (event) await this.steps.tell(event, application, { interviewId: interview.id, by: party });
    return interview.id;
  }

  private checkTimes(startsAt: Date, endsAt: Date): void {
    const length = endsAt.getTime() - startsAt.getTime();
    if (length <= 0 || length > HALF_DAY_MS) {
      throw interviewErrors.TIMES_UPSIDE_DOWN({ field: ['endsAt'] });
    }
    if (startsAt <= this.clock.now()) throw interviewErrors.IN_PAST({ field: ['startsAt'] });
  }

  private ensureBegun({ startsAt }: Interview): void {
    if (startsAt > this.clock.now()) throw interviewErrors.NOT_OVER({ field: ['interviewId'] });
  }
}
