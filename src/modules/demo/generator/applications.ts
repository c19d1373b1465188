import type { DemoPosting, DemoSeeker, DemoWorld } from './demo-world.js';
import { addApplication, type ApplicationPlan } from './application-rows.js';

/** How far the applications to open postings have come; each occurs many times. */
const PLANS: readonly ApplicationPlan[] = [
  { state: 'submitted' },
  { state: 'submitted' },
  { state: 'viewed' },
  { state: 'viewed' },
  { state: 'shortlisted' },
  { state: 'interviewing', interview: 'proposed' },
  { state: 'interviewing', interview: 'confirmed' },
  { state: 'interviewing', interview: 'held' },
  { state: 'interviewing', interview: 'declined' },
  { state: 'interviewing', interview: 'cancelled' },
  { state: 'offered', interview: 'held', offer: 'open' },
  { state: 'accepted', interview: 'held', offer: 'accepted' },
  { state: 'onboarded', interview: 'held', offer: 'accepted' },
  { state: 'not_started', interview: 'held', offer: 'accepted' },
  { state: 'closed', reason: 'withdrawn' },
  { state: 'closed', reason: 'not_selected' },
  { state: 'closed', reason: 'lacks_requirement' },
  { state: 'closed', reason: 'no_show', interview: 'no_show' },
  { state: 'closed', reason: 'offer_declined', interview: 'held', offer: 'declined' },
  { state: 'closed', reason: 'offer_lapsed', interview: 'held', offer: 'lapsed' },
  { state: 'closed', reason: 'offer_withdrawn', offer: 'withdrawn' },
  { state: 'closed', reason: 'reneged', interview: 'held', offer: 'reneged' },
];
const TO_OPEN = 420;
/** What the graduate with the log-in finds when she looks at her applications. */
const OF_THE_GRADUATE: readonly ApplicationPlan[] = [
  { state: 'viewed' },
  { state: 'interviewing', interview: 'proposed' },
  { state: 'offered', interview: 'held', offer: 'open' },
  { state: 'closed', reason: 'not_selected', interview: 'held' },
];

/** Applications, interviews and offers in every state; a filled posting has exactly as many hires as seats. */
export function addApplications(world: DemoWorld): void {
  const reserved = new Set(world.rows.of('job_posting_audiences').map((row) => row.job_posting_id));
  const takenSeats = new Map<string, number>();
  const pairs = new Set<string>();
  const [graduate, ...seekers] = world.seekers;
  const apply = (posting: DemoPosting, seeker: DemoSeeker, plan: ApplicationPlan): boolean => {
    const pair = `${posting.id} ${seeker.accountId}`;
    if (pairs.has(pair) || posting.publishedAt === null) return false;
    pairs.add(pair);
    if (plan.state === 'accepted' || plan.state === 'onboarded')
      takenSeats.set(posting.id, (takenSeats.get(posting.id) ?? 0) + 1);
    addApplication(world, { posting, seeker, plan, serial: pairs.size });
    return true;
  };

  for (const posting of world.postings.filter(({ hires }) => hires > 0)) {
    const people = world.random.sample(
      seekers.filter(({ trade }) => trade === posting.enterprise.trade),
      posting.hires + 1,
    );
    people.forEach((seeker, index) => {
      const hired: ApplicationPlan = {
        state: index % 2 === 0 ? 'onboarded' : 'accepted',
        interview: 'held',
        offer: 'accepted',
      };
      apply(
        posting,
        seeker,
        index < posting.hires ? hired : { state: 'closed', reason: 'posting_filled' },
      );
    });
  }
  const open = world.postings.filter(
    ({ id, state, enterprise }) =>
      state === 'published' && enterprise.isInGoodStanding && !reserved.has(id),
  );
  for (let i = 0; i < TO_OPEN; i += 1) {
    const seeker = world.random.pick(seekers);
    const posting = world.random.pick(
      open.filter(({ enterprise }) => enterprise.trade === seeker.trade),
    );
    const plan = PLANS[i % PLANS.length];
    // One seat always stays free: the posting is still open.
    const free = posting.headcount - 1 - (takenSeats.get(posting.id) ?? 0);
    const takesSeat = plan?.state === 'accepted' || plan?.state === 'onboarded';
    if (plan && (!takesSeat || free > 0)) apply(posting, seeker, plan);
  }
  // The employer with the log-in hears of her only in the tour of the README.
  const elsewhere = open.filter(({ enterprise }) => enterprise !== world.enterprises[0]);
  if (graduate)
    world.random.sample(elsewhere, OF_THE_GRADUATE.length).forEach((posting, index) => {
      const plan = OF_THE_GRADUATE[index];
      if (plan) apply(posting, graduate, plan);
    });
  const ended = world.postings.filter(({ state }) => state === 'stopped' || state === 'expired');
  for (const posting of ended)
    apply(posting, world.random.pick(seekers), { state: 'closed', reason: 'posting_closed' });
  countSeats(world, takenSeats);
}

/** What the postings say of their seats follows from the accepted offers. */
function countSeats(world: DemoWorld, taken: ReadonlyMap<string, number>): void {
  world.rows.replace('job_postings', (row) => ({
    ...row,
    filled_count: taken.get(row.id as string) ?? 0,
  }));
}
