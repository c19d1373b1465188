import type { Employer, Person } from './cast.js';
import { must } from './play-failed.js';
import { dayFromNow, PAY_MIN } from './postings.js';

export interface ApplicationSeen {
  readonly id: string;
  readonly state: string;
  readonly closeReason: string | null;
  readonly interviews: readonly { readonly id: string; readonly state: string }[];
  readonly offers: readonly { readonly id: string; readonly state: string }[];
}

const FIELDS = 'id state closeReason interviews { id state } offers { id state }';
const SEEN = `application { ${FIELDS} }`;
type Payload = Readonly<{ application: ApplicationSeen }>;

/** Applies with consent to give the profile to this employer. */
export async function apply({ client }: Person, jobPostingId: string): Promise<ApplicationSeen> {
  const input = { jobPostingId, hasConsented: true, coverNote: '您好，我对这个岗位很感兴趣。' };
  const { application } = await client.act<Payload>('submitApplication', input, SEEN);
  must(application.state === 'SUBMITTED', 'the application is handed in');
  return application;
}

/** Views, shortlists, meets and wants the applicant, who confirms the interview; returns the open offer. */
export async function interviewAndOffer(
  employer: Employer,
  applicant: Person,
  applicationId: string,
  daysAhead: number,
): Promise<string> {
  const recruiter = employer.person.client;
  const viewed = await recruiter.act<Payload>('viewApplication', { applicationId }, SEEN, {
    type: 'ApplicationIdInput',
    isKeyed: false,
  });
  must(viewed.application.state === 'VIEWED', 'the employer has looked at the application');
  const listed = await recruiter.act<{ items: readonly { refusal: string | null }[] }>(
    'shortlistApplications',
    { applicationIds: [applicationId] },
    'items { refusal }',
    { type: 'ApplicationIdsInput', isKeyed: false },
  );
  must(listed.items[0]?.refusal === null, 'the application is on the shortlist');
  const startsAt = new Date(Date.now() + daysAhead * 86_400_000);
  const interview = {
    applicationId,
    mode: 'ON_SITE',
    place: '越溪街道示例路1号二楼会议室',
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 1_800_000).toISOString(),
  };
  const proposed = await recruiter.act<Payload>('proposeInterview', interview, SEEN);
  const [meeting] = proposed.application.interviews;
  must(meeting?.state === 'PROPOSED', 'an interview is proposed');
  const confirmed = await applicant.client.act<Payload>(
    'confirmInterview',
    { interviewId: meeting.id },
    SEEN,
  );
  must(
    confirmed.application.interviews[0]?.state === 'CONFIRMED',
    'the applicant confirms the interview',
  );
  const made = await recruiter.act<Payload>(
    'makeOffer',
    {
      applicationId,
      payMin: PAY_MIN,
      payPeriod: 'MONTH',
      engagementType: 'FULL_TIME',
      workplace: '苏州市太仓市城厢镇示例路1号',
      startOn: dayFromNow(14),
      answerDueAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
    },
    SEEN,
  );
  const offer = made.application.offers.find(({ state }) => state === 'OPEN');
  must(made.application.state === 'OFFERED' && offer !== undefined, 'an offer is made');
  return offer.id;
}

export async function accept({ client }: Person, offerId: string): Promise<void> {
  const { application } = await client.act<Payload>('acceptOffer', { offerId }, SEEN);
  must(application.state === 'ACCEPTED', 'the offer is accepted');
}

export async function onboard(employer: Employer, applicationId: string): Promise<void> {
  const { application } = await employer.person.client.act<Payload>(
    'onboardApplicant',
    { applicationId, startedOn: dayFromNow(0) },
    SEEN,
  );
  must(application.state === 'ONBOARDED', 'the graduate has begun to work');
}

/** The application as its applicant sees it. */
export async function ownApplication(
  { client }: Person,
  applicationId: string,
): Promise<ApplicationSeen> {
  const { myApplications } = await client.ask<{
    myApplications: { nodes: readonly ApplicationSeen[] };
  }>(`{ myApplications(first: 20) { nodes { ${FIELDS} } } }`);
  const found = myApplications.nodes.find(({ id }) => id === applicationId);
  must(found !== undefined, 'applicants see their own applications');
  return found;
}
