import { contentHash } from '../../agreements/index.js';
import { later } from './demo-calendar.js';
import type { DemoRow } from './demo-rows.js';
import type { DemoEnterprise, DemoOrganisation, DemoWorld } from './demo-world.js';

type State =
  | 'draft'
  | 'awaiting_signatures'
  | 'partially_signed'
  | 'signed'
  | 'effective'
  | 'expired'
  | 'terminated'
  | 'cancelled';

/** How many of each; the first effective one is between the college and the enterprise with log-ins. */
const STATES: readonly State[] = [
  ...Array.from({ length: 10 }, () => 'effective' as const),
  'draft',
  'draft',
  'awaiting_signatures',
  'awaiting_signatures',
  'partially_signed',
  'partially_signed',
  'signed',
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

const CLAUSES = [
  { heading: '企业的责任', body: '企业提供实习与就业岗位，安排师傅带教。（演示文本）' },
  { heading: '学校的责任', body: '学校按岗位要求调整课程，组织学生报名。' },
  { heading: '费用', body: '双方不向学生收取任何费用。' },
  { heading: '学生权益', body: '学生权益按国家规定保障。' },
];

/** Agreements in every state; those in effect open postings to the students of their college. */
export function addAgreements(world: DemoWorld): void {
  const enterprises = world.enterprises.filter(({ isInGoodStanding }) => isInGoodStanding);
  STATES.forEach((state, index) => {
    const enterprise = enterprises[index % enterprises.length];
    const college = world.colleges[index % world.colleges.length];
    if (enterprise && college) addAgreement(world, index, state, enterprise, college);
  });
}

function addAgreement(
  world: DemoWorld,
  index: number,
  state: State,
  enterprise: DemoEnterprise,
  college: DemoOrganisation,
): void {
  const { calendar, random } = world;
  const isPast = state === 'expired';
  const draftedAt = isPast ? calendar.at(-400 - index) : calendar.at(-random.int(20, 40));
  const startsOn = isPast
    ? calendar.day(-380)
    : state === 'signed'
      ? calendar.day(20)
      : calendar.day(-10);
  const endsOn = isPast ? calendar.day(-15) : calendar.day(random.int(300, 700));
  const form = FORMS[index % FORMS.length] ?? 'ORDER_CLASS';
  const content = {
    agreementNumber: `XQ-DEM-${(index + 1).toString().padStart(6, '0')}`,
    form,
    kind: 'SCHOOL_ENTERPRISE',
    parties: [
      { role: 'COLLEGE', organisationId: college.id, accountId: null, name: college.name },
      { role: 'ENTERPRISE', organisationId: enterprise.id, accountId: null, name: enterprise.name },
    ],
    title: `${college.name}与${enterprise.name}${TITLES[form]}合作协议`,
    clauses: CLAUSES,
    annexes: [],
    promisedStudents: random.int(20, 120),
    startsOn,
    endsOn,
  };
  const isFrozen = state !== 'draft' && state !== 'cancelled';
  const hash = contentHash(content);
  const proposedAt = later(draftedAt, 24);
  const firstAt = later(draftedAt, 72);
  const secondAt = later(draftedAt, 96);
  const effectiveAt = later(draftedAt, 120);
  const isSignedByBoth = ['signed', 'effective', 'expired', 'terminated'].includes(state);
  const wasEffective = ['effective', 'expired', 'terminated'].includes(state);
  const endedAt = isPast
    ? calendar.at(-14.5)
    : ['terminated', 'cancelled'].includes(state)
      ? calendar.at(-2)
      : null;
  const endReason =
    state === 'terminated'
      ? '双方协商一致提前结束'
      : state === 'cancelled'
        ? '另行签订新协议'
        : null;
  const particulars = {
    form,
    title: content.title,
    promised_students: content.promisedStudents,
    starts_on: startsOn,
    ends_on: endsOn,
  };
  const id = world.add('agreements', draftedAt, {
    agreement_number: content.agreementNumber,
    kind: content.kind,
    drafter_id: college.id,
    party_count: content.parties.length,
    state,
    ...particulars,
    version_number: 1,
    content_hash: isFrozen ? hash : null,
    signing_round: isFrozen ? 1 : 0,
    shared_at: isFrozen ? proposedAt.toISOString() : null,
    effective_at: wasEffective ? effectiveAt.toISOString() : null,
    ended_at: endedAt?.toISOString() ?? null,
    end_reason: endReason,
    version: 1,
    created_at: draftedAt.toISOString(),
    updated_at: (endedAt ?? draftedAt).toISOString(),
  });
  addText(world, id, { ...particulars, content_hash: hash }, draftedAt, college.administratorId);
  const signedAt = [
    isSignedByBoth || state === 'partially_signed' ? firstAt : null,
    isSignedByBoth ? secondAt : null,
  ];
  [college, enterprise].forEach((party, index) => {
    addParty(world, id, index + 1, party, {
      role: index === 0 ? 'COLLEGE' : 'ENTERPRISE',
      state: isFrozen ? 'ready' : state === 'cancelled' ? 'void' : 'pending',
      expiresAt: isFrozen ? later(proposedAt, 90 * 24) : null,
      signedAt: signedAt[index] ?? null,
      hash,
    });
  });
  const [clerk, employer] = [college.administratorId, enterprise.administratorId];
  world.addHistory('agreement_history', { agreement_id: id }, [
    { transition: 'edit', to: 'draft', at: draftedAt, actorId: clerk },
    ...(isFrozen
      ? [{ transition: 'propose', to: 'awaiting_signatures', at: proposedAt, actorId: clerk }]
      : []),
    ...(isSignedByBoth || state === 'partially_signed'
      ? [{ transition: 'signFirst', to: 'partially_signed', at: firstAt, actorId: clerk }]
      : []),
    ...(isSignedByBoth
      ? [{ transition: 'signLast', to: 'signed', at: secondAt, actorId: employer }]
      : []),
    ...(wasEffective
      ? [{ transition: 'takeEffect', to: 'effective', at: effectiveAt, actorId: null }]
      : []),
    ...(endedAt ? [endingOf(state, endedAt, clerk, endReason)] : []),
  ]);
  if (state === 'effective') openPostings(world, id, enterprise, college);
}

/** The one version there is. */
function addText(
  world: DemoWorld,
  agreementId: string,
  particulars: DemoRow,
  at: Date,
  madeBy: string,
): void {
  world.rows.add('agreement_versions', {
    agreement_id: agreementId,
    number: 1,
    ...particulars,
    clause_count: CLAUSES.length,
    hash_format: 2,
    made_by: madeBy,
    made_for: 1,
    made_at: at.toISOString(),
  });
  CLAUSES.forEach((clause, index) => {
    world.rows.add('agreement_clauses', {
      agreement_id: agreementId,
      version_number: 1,
      position: index + 1,
      clause_key: world.random.uuid(at),
      ...clause,
    });
  });
}

interface DemoPart {
  readonly role: string;
  /** Of its turn, unless it has signed. */
  readonly state: string;
  readonly expiresAt: Date | null;
  readonly signedAt: Date | null;
  readonly hash: string;
}

/** A party with its turn and, where it has signed, its signature. */
function addParty(
  world: DemoWorld,
  agreementId: string,
  position: number,
  party: DemoOrganisation,
  { role, state, expiresAt, signedAt, hash }: DemoPart,
): void {
  const of = { agreement_id: agreementId };
  world.rows.add('agreement_parties', {
    ...of,
    position,
    role,
    organisation_id: party.id,
    name: party.name,
  });
  const at = signedAt ?? world.calendar.at(0);
  const signatoryId = world.random.uuid(at);
  world.rows.add('agreement_signatories', {
    ...of,
    id: signatoryId,
    party_position: position,
    role: 'signatory',
    step: 1,
    turn_days: 90,
    account_id: signedAt ? party.administratorId : null,
    state: signedAt ? 'signed' : state,
    expires_at: expiresAt?.toISOString() ?? null,
    settled_at: signedAt?.toISOString() ?? null,
  });
  if (!signedAt) return;
  world.rows.add('agreement_signatures', {
    ...of,
    id: world.random.uuid(signedAt),
    signatory_id: signatoryId,
    party_position: position,
    organisation_id: party.id,
    account_id: party.administratorId,
    version_number: 1,
    signing_round: 1,
    content_hash: hash,
    signed_at: signedAt.toISOString(),
  });
}

function endingOf(state: State, at: Date, clerk: string, reason: string | null) {
  const why = reason === null ? {} : { reason };
  if (state === 'expired') return { transition: 'expire', to: state, at, actorId: null };
  return {
    transition: state === 'terminated' ? 'terminate' : 'cancel',
    to: state,
    at,
    actorId: clerk,
    ...why,
  };
}

/** One posting for the college's students only, one for them first. */
function openPostings(
  world: DemoWorld,
  agreementId: string,
  enterprise: DemoEnterprise,
  college: DemoOrganisation,
): void {
  const open = world.postings.filter(
    (posting) => posting.enterprise.id === enterprise.id && posting.state === 'published',
  );
  const openedAt = world.calendar.at(-4);
  // The last ones: the first ones stay for everyone.
  open.slice(-2).forEach((posting, index) => {
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
