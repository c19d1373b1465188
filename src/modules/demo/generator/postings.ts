import { derivedColumns, WORDING_EDITION } from '../../job-postings/index.js';
import { skillKey } from '../../reference-data/index.js';
import { later } from './demo-calendar.js';
import type { DemoEnterprise, DemoWorld } from './demo-world.js';
import type { DemoWork } from './trade.js';
import { BENEFITS, TITLE_SUFFIXES } from './trades.data.js';

const POSTINGS = 400;
const FEN = 100;

type State =
  'draft' | 'in_review' | 'scheduled' | 'published' | 'paused' | 'stopped' | 'expired' | 'filled';

/** Postings of every state, ten an enterprise; most are published. */
export function addPostings(world: DemoWorld): void {
  const perEnterprise = POSTINGS / world.enterprises.length;
  world.enterprises.forEach((enterprise, i) => {
    for (let k = 0; k < perEnterprise; k += 1) {
      const { works } = enterprise.trade;
      const work = works[k % works.length];
      if (!work) throw new Error(`${enterprise.trade.key} has no work`);
      const suffix =
        TITLE_SUFFIXES[Math.floor(k / works.length) + (k >= works.length ? i % 6 : 0)] ?? '';
      addPosting(world, enterprise, work, work.title + suffix, stateOf(i, k, enterprise));
    }
  });
}

function stateOf(i: number, k: number, { isInGoodStanding }: DemoEnterprise): State {
  if (!isInGoodStanding) return k < 2 ? 'draft' : k < 6 ? 'stopped' : 'expired';
  const place = i * 10 + k;
  // The tour begins with the first enterprise: what it shows is open.
  if (i === 0) return k === 9 ? 'draft' : 'published';
  if (place % 23 === 7) return 'draft';
  if (place % 19 === 5) return 'in_review';
  if (place % 37 === 11) return 'scheduled';
  if (place % 29 === 3) return 'paused';
  if (place % 31 === 9) return 'expired';
  if (place % 41 === 13) return 'stopped';
  return place % 17 === 2 ? 'filled' : 'published';
}

function addPosting(
  world: DemoWorld,
  enterprise: DemoEnterprise,
  work: DemoWork,
  title: string,
  state: State,
): void {
  const { calendar, random, tables } = world;
  const wasPublished = !['draft', 'in_review', 'scheduled'].includes(state);
  const createdAt = calendar.at(
    (wasPublished ? -random.int(9, 28) : -random.int(1, 4)) - random.next(),
  );
  const submittedAt = later(createdAt, 2);
  const publishedAt = wasPublished ? later(submittedAt, random.int(3, 40)) : null;
  const closed = ['stopped', 'expired', 'filled'].includes(state);
  const closedAt = closed ? calendar.at(-random.int(1, 5) - 0.2) : null;
  const publishAt = state === 'scheduled' ? calendar.hour(random.int(2, 9), 9) : null;
  const hires = state === 'filled' ? random.int(1, 3) : 0;
  const headcount = hires || random.pick([1, 2, 3, 5, 5, 8, 10, 15, 20, 30]);
  const min = work.pay[0] * FEN + random.int(-4, 6) * 10_000;
  const max = min + (work.pay[1] - work.pay[0]) * FEN;
  const validThrough = state === 'expired' ? calendar.day(-2) : calendar.day(random.int(35, 140));
  const level = tables.educationLevels.require(work.educationLevelCode, ['educationLevelCode']);
  const content = {
    title,
    headcount,
    duties: work.duties,
    conditions: work.conditions,
    workConditions: random.pick(enterprise.trade.workConditions),
    regionId: enterprise.regionId,
    organisationId: enterprise.id,
    engagementType: random.chance(0.92) ? ('FULL_TIME' as const) : ('SEASONAL' as const),
    payMinFen: BigInt(min),
    payPeriod: 'MONTH' as const,
    validThrough: new Date(`${validThrough}T00:00:00Z`),
  };
  const derived = derivedColumns(content, enterprise.name);
  const id = world.add('job_postings', createdAt, {
    publication: 'own',
    state: closed ? 'closed' : state,
    close_cause: closed ? state : null,
    organisation_id: enterprise.id,
    employer_name: enterprise.name,
    title,
    occupation_code: work.occupationCode,
    industry_code: null,
    engagement_type: content.engagementType.toLowerCase(),
    headcount,
    filled_count: 0,
    duties: content.duties,
    conditions: content.conditions,
    work_conditions: content.workConditions,
    region_id: enterprise.regionId,
    address: enterprise.address,
    pay_min_fen: min,
    pay_max_fen: max,
    pay_period: 'month',
    pay_months: random.chance(0.3) ? 13 : 12,
    monthly_pay_min_fen: min,
    monthly_pay_max_fen: max,
    benefits: random.sample(BENEFITS, random.int(2, 5)),
    education_level_code: level.code,
    education_rank: level.rank,
    experience_years_min: work.experienceYears,
    valid_through: validThrough,
    // Every third says when the work begins.
    starts_on: world.postings.length % 3 === 0 ? calendar.day(30 + (headcount % 5) * 15) : null,
    publish_at: publishAt?.toISOString() ?? null,
    published_at: publishedAt?.toISOString() ?? null,
    closed_at: closedAt?.toISOString() ?? null,
    paused_until: state === 'paused' ? calendar.day(20) : null,
    fingerprint: derived.fingerprint,
    is_complete: derived.isComplete,
    missing_elements: derived.missingElements,
    created_by: enterprise.administratorId,
    version: 1,
    created_at: createdAt.toISOString(),
    updated_at: (closedAt ?? publishedAt ?? submittedAt).toISOString(),
  });
  addRequirements(world, id, createdAt, work);
  addPast(world, enterprise, id, { state, createdAt, submittedAt, publishedAt, closedAt });
  world.postings.push({
    id,
    enterprise,
    work,
    regionId: enterprise.regionId,
    state,
    payMinFen: min,
    payMaxFen: max,
    address: enterprise.address,
    publishedAt,
    hires,
    headcount,
  });
}

function addRequirements(world: DemoWorld, jobPostingId: string, at: Date, work: DemoWork): void {
  work.skills.forEach((value, index) => {
    world.add('job_posting_requirements', at, {
      job_posting_id: jobPostingId,
      kind: 'skill',
      value,
      normalised_value: skillKey(value),
      minimum: null,
      is_required: false,
      weight: Math.max(1, 8 - 2 * index),
    });
  });
}

interface Past {
  readonly state: State;
  readonly createdAt: Date;
  readonly submittedAt: Date;
  readonly publishedAt: Date | null;
  readonly closedAt: Date | null;
}

function addPast(world: DemoWorld, enterprise: DemoEnterprise, id: string, past: Past): void {
  const { state, createdAt, submittedAt, publishedAt, closedAt } = past;
  const bureau =
    world.bureaux.find(({ regionId }) => regionId === enterprise.regionId) ?? world.bureaux[0];
  const employer = enterprise.administratorId;
  const reviewer = bureau?.administratorId ?? null;
  const scheduledAt = later(submittedAt, 6);
  const steps = [
    { transition: 'create', to: 'draft', at: createdAt, actorId: employer as string | null },
  ];
  if (state !== 'draft')
    steps.push({ transition: 'submit', to: 'in_review', at: submittedAt, actorId: employer });
  if (state === 'scheduled')
    steps.push({ transition: 'schedule', to: 'scheduled', at: scheduledAt, actorId: reviewer });
  if (publishedAt)
    steps.push({ transition: 'approve', to: 'published', at: publishedAt, actorId: reviewer });
  if (state === 'paused')
    steps.push({ transition: 'pause', to: 'paused', at: world.calendar.at(-1), actorId: employer });
  const closing = { stopped: 'stop', expired: 'expire', filled: 'fill' }[state as string];
  if (closedAt && closing !== undefined) {
    const actorId = state === 'stopped' ? employer : null;
    steps.push({ transition: closing, to: 'closed', at: closedAt, actorId });
  }
  world.addHistory('job_posting_history', { job_posting_id: id }, steps);
  if (state === 'draft') return;
  const decidedAt = state === 'scheduled' ? scheduledAt : publishedAt;
  world.add('job_posting_reviews', submittedAt, {
    job_posting_id: id,
    posting_version: 1,
    state: decidedAt ? 'approved' : 'pending',
    findings: [],
    wording_edition: WORDING_EDITION,
    due_at: later(submittedAt, 120).toISOString(),
    decided_by: decidedAt ? reviewer : null,
    decided_at: decidedAt?.toISOString() ?? null,
    created_at: submittedAt.toISOString(),
  });
}
