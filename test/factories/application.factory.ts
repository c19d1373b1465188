import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { ApplicationRepository } from '../../src/modules/applications/application/application.repository.js';
import type { ApplicationStateName } from '../../src/modules/applications/application/application.machine.js';
import type { InterviewStateName } from '../../src/modules/applications/interview/interview.machine.js';
import { InterviewRepository } from '../../src/modules/applications/interview/interview.repository.js';
import { OfferRepository } from '../../src/modules/applications/offer/offer.repository.js';
import { JobPostingReader } from '../../src/modules/job-postings/index.js';
import { SeatsRepository } from '../../src/modules/job-postings/seats/seats.repository.js';
import { ProfileReader } from '../../src/modules/profiles/index.js';
import type { TestApp } from '../support/app.js';
import type { TestAccount } from './account.factory.js';
import { createJobPosting, type TestJobPosting } from './job-posting.factory.js';
import { createProfile, type TestProfile } from './profile.factory.js';

type Context = Pick<TestApp, 'get'>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface ApplicationOptions {
  /** A new posting of a new enterprise unless said. */
  readonly posting?: TestJobPosting;
  /** A new person unless said. */
  readonly applicant?: TestProfile;
  /** SUBMITTED unless said. OFFERED and ACCEPTED have their offer; an accepted one has its seat. */
  readonly state?: Exclude<ApplicationStateName, 'CLOSED' | 'ONBOARDED' | 'NOT_STARTED'>;
  readonly coverNote?: string;
  /** When the offer is to be answered; in seven days unless said. */
  readonly answerDueAt?: Date;
}

export interface TestApplication {
  readonly id: string;
  readonly posting: TestJobPosting;
  readonly applicant: TestAccount;
  /** Of OFFERED and ACCEPTED ones; empty otherwise. */
  readonly offerId: string;
}

/** An application as if it had long been there: no events. */
export async function createApplication(
  app: Context,
  options: ApplicationOptions = {},
): Promise<TestApplication> {
  const { state = 'SUBMITTED' } = options;
  const posting = options.posting ?? (await createJobPosting(app));
  const profile = options.applicant ?? (await createProfile(app));
  const organisationId = posting.organisationId;
  if (organisationId === null) throw new Error('Nobody answers applications to this posting');
  const now = app.get(Clock).now();
  const due = options.answerDueAt ?? new Date(now.getTime() + 7 * DAY_MS);
  const snapshot = await app.get(ProfileReader).snapshot(profile.id);
  const accountId = profile.person.account.id;
  return app.get(UnitOfWork).run(async () => {
    const applications = app.get(ApplicationRepository);
    const id = await applications.insert({
      jobPostingId: posting.id,
      profileId: profile.id,
      accountId,
      organisationId,
      coverNote: options.coverNote ?? null,
      answerDueAt: due,
      snapshot,
    });
    if (state !== 'SUBMITTED') {
      const step = { transition: 'submit', byParty: 'EMPLOYER', actorId: null } as const;
      await applications.take(id, { ...step, from: 'SUBMITTED', to: state });
    }
    const hasOffer = state === 'OFFERED' || state === 'ACCEPTED';
    const offerId = hasOffer ? await insertOffer(app, id, posting.id, accountId, due) : '';
    if (state === 'ACCEPTED') {
      await app.get(OfferRepository).settle(id, 'ACCEPTED');
      await app.get(SeatsRepository).take(posting.id);
    }
    return { id, posting, applicant: profile.person, offerId };
  });
}

async function insertOffer(
  app: Context,
  applicationId: string,
  postingId: string,
  madeBy: string,
  answerDueAt: Date,
): Promise<string> {
  const { regionId } = await app.get(JobPostingReader).requireById(postingId);
  return app.get(OfferRepository).insert({
    applicationId,
    payMinFen: 600_000n,
    payMaxFen: 700_000n,
    payPeriod: 'MONTH',
    engagementType: 'FULL_TIME',
    workplace: '木渎镇金枫南路1号',
    regionId,
    startOn: '2027-03-01',
    answerDueAt,
    message: '欢迎加入',
    madeBy,
  });
}

/** An interview of an hour, proposed by the employer for the next day unless said. */
export function createInterview(
  app: Context,
  application: TestApplication,
  options: { readonly state?: InterviewStateName; readonly startsAt?: Date } = {},
): Promise<string> {
  const now = app.get(Clock).now().getTime();
  const startsAt = options.startsAt ?? new Date(now + DAY_MS);
  return app.get(UnitOfWork).run(() =>
    app.get(InterviewRepository).insert({
      applicationId: application.id,
      accountId: application.applicant.account.id,
      state: options.state ?? 'PROPOSED',
      mode: 'ON_SITE',
      place: '三号会议室',
      startsAt,
      endsAt: new Date(startsAt.getTime() + HOUR_MS),
      proposedBy: 'EMPLOYER',
    }),
  );
}
