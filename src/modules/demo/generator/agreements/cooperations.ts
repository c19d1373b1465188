import { later } from '../demo-calendar.js';
import type { DemoEnterprise, DemoOrganisation, DemoPosting, DemoWorld } from '../demo-world.js';
import {
  partyOf,
  type AgreementPlan,
  type DemoAgreementState,
  type PlannedObligation,
} from './agreement-plan.js';
import { addAgreement } from './agreement-rows.js';
import { COOPERATION_CLAUSES } from './texts.data.js';

/** How many of each; the first effective one is between the college and the enterprise with log-ins. */
const STATES: readonly DemoAgreementState[] = [
  ...Array.from({ length: 10 }, () => 'effective' as const),
  'draft',
  'draft',
  'awaiting_signatures',
  'awaiting_signatures',
  'awaiting_signatures',
  'partially_signed',
  'partially_signed',
  'signed',
  'suspended',
  'expired',
  'expired',
  'terminated',
  'cancelled',
];
const FORMS = ['ORDER_CLASS', 'INTERNSHIP_BASE', 'RECRUITMENT_BASE', 'TRAINING_BASE'] as const;
const TITLES = {
  ORDER_CLASS: '订单班',
  INTERNSHIP_BASE: '实习基地',
  RECRUITMENT_BASE: '招聘基地',
  TRAINING_BASE: '实训基地',
} as const;
const STOP_REASONS: Partial<Record<DemoAgreementState, string>> = {
  suspended: '企业搬迁厂房，暂停接收学生',
  terminated: '双方协商一致提前结束',
  cancelled: '另行签订新协议',
};
const TURN_DAYS = 90;
/** Places in the list of effective ones whose term runs out soon, and the days that are left. */
const ENDING = new Map([
  [8, 25],
  [9, 50],
]);

/** Cooperations of colleges and enterprises in every state; those in effect open postings to their college's students. */
export function addCooperations(world: DemoWorld): void {
  const enterprises = world.enterprises.filter(({ isInGoodStanding }) => isInGoodStanding);
  const local = enterprises.filter(({ regionId }) => regionId === world.bureaux[1]?.regionId);
  STATES.forEach((state, index) => {
    const isAwaited = state === 'awaiting_signatures';
    const among = isAwaited ? local : enterprises;
    const enterprise = among[index % among.length];
    const college = world.colleges[index % world.colleges.length];
    if (!enterprise || !college) return;
    const open = state === 'effective' ? postingsToOpen(world, enterprise) : [];
    const plan = planOf(world, index, state, { enterprise, college, open: open.length });
    const id = addAgreement(world, plan);
    if (isAwaited) world.awaiting.push(id);
    if (state === 'effective') world.partnerships.push({ agreementId: id, college, enterprise });
    openPostings(world, id, college, open);
  });
}

interface Partners {
  readonly enterprise: DemoEnterprise;
  readonly college: DemoOrganisation;
  /** Postings to be opened to the college. */
  readonly open: number;
}

function planOf(
  world: DemoWorld,
  index: number,
  state: DemoAgreementState,
  { enterprise, college, open }: Partners,
): AgreementPlan {
  const { calendar, random } = world;
  const isPast = state === 'expired';
  const daysLeft = ENDING.get(index);
  const isOld = isPast || daysLeft !== undefined;
  const firstDay = isOld ? -380 : state === 'signed' ? 20 : -10;
  const draftedAt = isOld ? calendar.at(-400 - index) : calendar.at(-random.int(20, 40));
  const lastDay = isPast ? -15 : (daysLeft ?? random.int(300, 700));
  const isSigned = ['signed', 'effective', 'suspended', 'expired', 'terminated'].includes(state);
  const isHalfSigned = state === 'partially_signed';
  const wasEffective = isSigned && state !== 'signed';
  const form = FORMS[index % FORMS.length] ?? 'ORDER_CLASS';
  return {
    agreementNumber: `XQ-DEM-${(index + 1).toString().padStart(6, '0')}`,
    kind: 'SCHOOL_ENTERPRISE',
    form,
    title: `${college.name}与${enterprise.name}${TITLES[form]}合作协议`,
    clauses: COOPERATION_CLAUSES,
    promisedStudents: random.int(20, 120),
    startsOn: calendar.day(firstDay),
    endsOn: calendar.day(lastDay),
    parties: [
      partyOf(college, 'COLLEGE', 1, isSigned || isHalfSigned ? later(draftedAt, 72) : null),
      partyOf(enterprise, 'ENTERPRISE', 1, isSigned ? later(draftedAt, 96) : null),
    ],
    drafter: 1,
    turnDays: TURN_DAYS,
    obligations: state === 'effective' ? promises(world, index, { open, lastDay }) : [],
    state,
    draftedAt,
    proposedAt: ['draft', 'cancelled'].includes(state) ? null : later(draftedAt, 24),
    effectiveAt: wasEffective ? calendar.hour(firstDay, 0.05) : null,
    stoppedAt: isPast ? calendar.hour(-14, 0.05) : state in STOP_REASONS ? calendar.at(-2) : null,
    stopReason: STOP_REASONS[state] ?? null,
  };
}

/** Promises that are kept, under way, at risk and, at every third, broken. */
function promises(
  world: DemoWorld,
  index: number,
  { open, lastDay }: { readonly open: number; readonly lastDay: number },
): PlannedObligation[] {
  const { calendar } = world;
  const due = (days: number): string => calendar.day(Math.min(days, lastDay));
  const [college, enterprise] = [1, 2];
  return [
    {
      partyPosition: enterprise,
      metric: 'POSTINGS_OPENED',
      quantity: Math.max(1, open),
      dueOn: due(30),
      proof: 'RECORDS',
    },
    {
      partyPosition: enterprise,
      metric: 'GRADUATES_HIRED',
      quantity: 10,
      dueOn: due(index % 2 === 0 ? 240 : 6),
      proof: 'RECORDS',
    },
    {
      partyPosition: college,
      metric: 'VISITS_HELD',
      quantity: 2,
      dueOn: due(index % 3 === 2 ? -2 : 60),
      proof: 'ENTRIES',
      entries: [{ quantity: 1, at: calendar.at(-5), note: '带队到企业走访，查看实训车间（演示）' }],
    },
  ];
}

/** The last ones: the first ones stay for everyone. */
function postingsToOpen(world: DemoWorld, { id }: DemoEnterprise): DemoPosting[] {
  const isOpen = (posting: DemoPosting): boolean =>
    posting.enterprise.id === id && posting.state === 'published';
  return world.postings.filter(isOpen).slice(-2);
}

/** One posting for the college's students only, one for them first. */
function openPostings(
  world: DemoWorld,
  agreementId: string,
  college: DemoOrganisation,
  open: readonly DemoPosting[],
): void {
  const openedAt = world.calendar.at(-4);
  open.forEach((posting, index) => {
    const isFirst = index === 0;
    world.rows.add('job_posting_audiences', {
      job_posting_id: posting.id,
      rule: isFirst ? 'partners_first' : 'partners_only',
      partners_until: isFirst ? world.calendar.day(12) : null,
      created_at: openedAt.toISOString(),
    });
    world.rows.add('job_posting_audience_colleges', {
      job_posting_id: posting.id,
      college_id: college.id,
    });
    world.rows.add('agreement_postings', {
      agreement_id: agreementId,
      job_posting_id: posting.id,
      opened_at: openedAt.toISOString(),
    });
  });
}
