import { later, midnightAfter } from './demo-calendar.js';
import type { DemoPosting, DemoSeeker, DemoWorld } from './demo-world.js';

export interface ApplicationPlan {
  readonly state:
    | 'submitted'
    | 'viewed'
    | 'shortlisted'
    | 'interviewing'
    | 'offered'
    | 'accepted'
    | 'onboarded'
    | 'not_started'
    | 'closed';
  readonly reason?: string;
  readonly interview?: 'proposed' | 'confirmed' | 'held' | 'declined' | 'cancelled' | 'no_show';
  readonly offer?: 'open' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn' | 'reneged';
}

interface Given {
  readonly posting: DemoPosting;
  readonly seeker: DemoSeeker;
  readonly plan: ApplicationPlan;
  /** Running number; keeps interview times apart. */
  readonly serial: number;
}

type Party = 'applicant' | 'employer' | 'platform';

interface Step {
  readonly transition: string;
  readonly to: string;
  readonly at: Date;
  readonly by: Party;
}

/** Who ended it, by which step. */
const ENDINGS: Readonly<Record<string, readonly [string, Party]>> = {
  withdrawn: ['withdraw', 'applicant'],
  not_selected: ['close', 'employer'],
  lacks_requirement: ['close', 'employer'],
  no_show: ['close', 'employer'],
  offer_declined: ['decline', 'applicant'],
  offer_lapsed: ['lapseOffer', 'platform'],
  offer_withdrawn: ['withdrawOffer', 'employer'],
  reneged: ['renege', 'applicant'],
  posting_filled: ['close', 'platform'],
  posting_closed: ['close', 'platform'],
};

/** One application with its way, its interview, its offer and sometimes a note. */
export function addApplication(world: DemoWorld, given: Given): void {
  const { posting, seeker, plan } = given;
  const from = later(posting.publishedAt ?? world.calendar.start, 1);
  const span = (world.calendar.at(-0.3).getTime() - from.getTime()) / 3_600_000;
  // Open ones are young, so that no answer is overdue.
  const isRunning = ['submitted', 'viewed', 'shortlisted', 'interviewing', 'offered'].includes(
    plan.state,
  );
  const hours = isRunning
    ? Math.min(span, 24 + world.random.int(10, 70))
    : span * (0.85 + 0.15 * world.random.next());
  const submittedAt = later(world.calendar.at(-0.3), -hours);
  const steps = stepsOf(plan, submittedAt, hours);
  const last = steps.at(-1) ?? { at: submittedAt, by: 'applicant' as const };
  const employer = posting.enterprise.administratorId;
  const isClosed = plan.state === 'closed';
  const waitsForApplicant = plan.state === 'offered';
  const isUndecided = ['submitted', 'viewed', 'shortlisted', 'interviewing'].includes(plan.state);
  const dueAt = waitsForApplicant ? later(last.at, 120) : isUndecided ? later(last.at, 168) : null;
  const byEmployer = steps.filter(({ by }) => by === 'employer').at(-1)?.at ?? null;
  const id = world.add('applications', submittedAt, {
    job_posting_id: posting.id,
    profile_id: seeker.profileId,
    account_id: seeker.accountId,
    organisation_id: posting.enterprise.id,
    state: plan.state,
    close_reason: isClosed ? (plan.reason ?? null) : null,
    closed_by: isClosed ? last.by : null,
    close_message:
      plan.reason === 'not_selected' ? '感谢您的申请，本次名额有限，欢迎关注其他岗位。' : null,
    answer_due_at: dueAt?.toISOString() ?? null,
    answer_due_by: dueAt ? (waitsForApplicant ? 'applicant' : 'employer') : null,
    last_employer_action_at: byEmployer?.toISOString() ?? null,
    snapshot: { ...seeker.snapshot, takenAt: submittedAt.toISOString() },
    cover_note:
      given.serial % 4 === 0 ? '您好，我对这个岗位很感兴趣，可随时参加面试。（演示）' : null,
    consented_at: submittedAt.toISOString(),
    submitted_at: submittedAt.toISOString(),
    closed_at: isClosed ? last.at.toISOString() : null,
    onboarded_on: plan.state === 'onboarded' ? world.calendar.day(-1) : null,
    version: 1,
    updated_at: last.at.toISOString(),
  });
  const actors: Readonly<Record<Party, string | null>> = {
    applicant: seeker.accountId,
    employer,
    platform: null,
  };
  world.addHistory(
    'application_history',
    { application_id: id },
    steps.map(({ by, ...step }) => ({ ...step, actorId: actors[by], extra: { by_party: by } })),
  );
  if (plan.interview) addInterview(world, id, given, plan.interview, steps);
  if (plan.offer) addOffer(world, id, given, plan.offer, steps);
  if (given.serial % 6 === 0 && byEmployer) addNote(world, id, given, byEmployer);
}

/** The steps, spread over the time since the application was made. */
function stepsOf(
  { state, reason, interview, offer }: ApplicationPlan,
  from: Date,
  hours: number,
): Step[] {
  const names: (readonly [string, string, Party])[] = [['submit', 'submitted', 'applicant']];
  const isBeyondViewed =
    !['submitted', 'viewed'].includes(state) &&
    !['withdrawn', 'posting_filled', 'posting_closed'].includes(reason ?? '');
  if (state === 'viewed' || isBeyondViewed) names.push(['view', 'viewed', 'employer']);
  if (state === 'shortlisted' || (isBeyondViewed && interview))
    names.push(['shortlist', 'shortlisted', 'employer']);
  if (interview) names.push(['interview', 'interviewing', 'employer']);
  if (offer) names.push(['offer', 'offered', 'employer']);
  if (offer === 'accepted' || offer === 'reneged') names.push(['accept', 'accepted', 'applicant']);
  if (state === 'onboarded') names.push(['onboard', 'onboarded', 'employer']);
  if (state === 'not_started') names.push(['notStart', 'not_started', 'employer']);
  const ending = reason === undefined ? undefined : ENDINGS[reason];
  if (ending) names.push([ending[0], 'closed', ending[1]]);
  return names.map(([transition, to, by], index) => ({
    transition,
    to,
    by,
    at: later(from, (hours * index) / names.length),
  }));
}

function addInterview(
  world: DemoWorld,
  applicationId: string,
  { posting, seeker, serial }: Given,
  state: NonNullable<ApplicationPlan['interview']>,
  steps: readonly Step[],
): void {
  const asked = steps.findIndex(({ transition }) => transition === 'interview');
  const proposedAt = steps[asked]?.at;
  if (!proposedAt) throw new Error('An interview without its step');
  const isToCome = ['proposed', 'confirmed', 'declined'].includes(state);
  const hour = 9 + (serial % 7);
  // A day of its own for each running number: nobody is in two interviews at a time.
  const starts = isToCome
    ? world.calendar.hour(2 + (serial % 12), hour)
    : between(proposedAt, steps[asked + 1]?.at ?? world.calendar.at(-0.2), hour);
  const mode = serial % 5 === 0 ? 'video' : 'on_site';
  world.add('interviews', proposedAt, {
    application_id: applicationId,
    account_id: seeker.accountId,
    state,
    mode,
    place: mode === 'on_site' ? posting.address : '视频面试（演示）',
    starts_at: starts.toISOString(),
    ends_at: later(starts, 0.75).toISOString(),
    proposed_by: 'employer',
    cancel_reason: state === 'cancelled' ? '面试官临时出差' : null,
    no_show_party: state === 'no_show' ? 'applicant' : null,
    sequence: 0,
    version: 1,
    created_at: proposedAt.toISOString(),
  });
}

/** The full hour on the day in the middle, where it lies between the two. */
function between(from: Date, to: Date, hour: number): Date {
  const middle = new Date((from.getTime() + to.getTime()) / 2);
  const atHour = later(midnightAfter(middle, 0), hour);
  return atHour > from && later(atHour, 1) < to ? atHour : middle;
}

function addOffer(
  world: DemoWorld,
  applicationId: string,
  { posting }: Given,
  state: NonNullable<ApplicationPlan['offer']>,
  steps: readonly Step[],
): void {
  const made = steps.find(({ transition }) => transition === 'offer');
  if (!made) throw new Error('An offer without its step');
  const answered = steps[steps.indexOf(made) + 1]?.at ?? null;
  world.add('offers', made.at, {
    application_id: applicationId,
    state,
    pay_min_fen: posting.payMinFen,
    pay_max_fen: posting.payMaxFen,
    pay_period: 'month',
    engagement_type: 'full_time',
    workplace: posting.address,
    region_id: posting.regionId,
    start_on: world.calendar.day(state === 'open' ? 20 : 5),
    answer_due_at: later(made.at, 120).toISOString(),
    message: '欢迎加入，入职时请携带身份证原件供核对。',
    made_by: posting.enterprise.administratorId,
    made_at: made.at.toISOString(),
    answered_at: state === 'open' ? null : (answered?.toISOString() ?? null),
    version: 1,
  });
}

function addNote(
  world: DemoWorld,
  applicationId: string,
  { posting, serial }: Given,
  at: Date,
): void {
  const isShared = serial % 12 === 0;
  world.add('application_notes', at, {
    application_id: applicationId,
    visibility: isShared ? 'shared' : 'internal',
    body: isShared ? '请在面试时带上技能等级证书。' : '操作基础不错，建议安排实操考核。',
    author_id: posting.enterprise.administratorId,
    written_at: at.toISOString(),
  });
}
