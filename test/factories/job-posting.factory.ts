import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { skillKey } from '../../src/modules/reference-data/index.js';
import type {
  AudienceRule,
  EngagementType,
  JobPostingCloseCause,
  JobPostingPublication,
  JobPostingState,
  PayPeriod,
} from '../../src/modules/job-postings/index.js';
import { JobPostingRepository } from '../../src/modules/job-postings/posting/job-posting.repository.js';
import {
  fingerprint,
  missingElements,
  monthlyPayFen,
} from '../../src/modules/job-postings/posting/job-posting.rules.js';
import type { TestApp } from '../support/app.js';
import { createOrganisation } from './organisation.factory.js';
import { REGION, regionId } from './reference-data.factory.js';

type Context = Pick<TestApp, 'get'>;

export interface JobPostingOptions {
  /** PUBLISHED unless said. */
  readonly state?: JobPostingState;
  /** Of a closed one: STOPPED unless said. */
  readonly closeCause?: JobPostingCloseCause;
  readonly publication?: JobPostingPublication;
  /** A new verified enterprise when none is named; null for external ones. */
  readonly organisation?: { readonly id: string; readonly name?: string } | null;
  readonly employerName?: string;
  readonly title?: string;
  readonly headcount?: number | null;
  readonly filledCount?: number;
  /** Wuzhong unless said. */
  readonly regionCode?: string | null;
  readonly occupationCode?: string;
  readonly industryCode?: string;
  readonly engagementType?: EngagementType | null;
  readonly duties?: string | null;
  readonly conditions?: string | null;
  readonly payMinFen?: bigint | null;
  readonly payMaxFen?: bigint | null;
  readonly payPeriod?: PayPeriod;
  readonly educationLevelCode?: string;
  readonly educationRank?: number;
  readonly experienceYearsMin?: number;
  /** Names of skills, nice to have unless said. */
  readonly skills?: readonly (string | { readonly name: string; readonly isRequired: boolean })[];
  /** 60 days from today unless said. */
  readonly validThrough?: string | null;
  readonly startsOn?: string;
  readonly publishAt?: Date;
  readonly publishedAt?: Date;
  readonly pausedUntil?: string;
  readonly sourceId?: string;
  readonly audience?: {
    readonly rule: AudienceRule;
    readonly collegeIds: readonly string[];
    readonly until?: string;
  };
}

export interface TestJobPosting {
  readonly id: string;
  readonly organisationId: string | null;
  readonly title: string;
}

let made = 0;

/** A posting as if it had long been there: no events, no history, no review. Complete unless something is set to null. */
export async function createJobPosting(
  app: Context,
  options: JobPostingOptions = {},
): Promise<TestJobPosting> {
  made += 1;
  const clock = app.get(Clock);
  const now = clock.now();
  const { publication = 'OWN', state = 'PUBLISHED', payPeriod = 'MONTH' } = options;
  const organisation = await employerOf(app, publication, options);
  const title = options.title ?? `测试操作工${String(made)}`;
  const region = options.regionCode === null ? null : (options.regionCode ?? REGION.wuzhong);
  const content = {
    organisationId: organisation?.id ?? null,
    title,
    headcount: options.headcount === undefined ? 5 : options.headcount,
    engagementType:
      options.engagementType === undefined ? ('FULL_TIME' as const) : options.engagementType,
    duties: options.duties === undefined ? '负责设备操作与日常点检。' : options.duties,
    conditions: options.conditions === undefined ? '能适应两班倒。' : options.conditions,
    workConditions: '车间恒温，提供住宿。',
    regionId: region === null ? null : regionId(region),
    payMinFen: options.payMinFen === undefined ? 600_000n : options.payMinFen,
    payPeriod,
    validThrough:
      options.validThrough === undefined ? addDays(clock.today(), 60) : options.validThrough,
  };
  const payMaxFen = options.payMaxFen === undefined ? 800_000n : options.payMaxFen;
  const employerName = options.employerName ?? organisation?.name ?? '测试外部用人单位';
  const missing = missingElements(content);
  const isClosed = state === 'CLOSED';
  const wasPublished = state === 'PUBLISHED' || state === 'PAUSED' || isClosed;
  const id = await app.get(UnitOfWork).run(async () => {
    const id = await app.get(JobPostingRepository).insert({
      ...content,
      validThrough:
        content.validThrough === null ? null : new Date(`${content.validThrough}T00:00:00Z`),
      startsOn: options.startsOn === undefined ? null : new Date(`${options.startsOn}T00:00:00Z`),
      publication,
      state,
      employerName,
      occupationCode: options.occupationCode ?? null,
      industryCode: options.industryCode ?? null,
      filledCount: options.filledCount ?? 0,
      payMaxFen,
      monthlyPayMinFen: monthlyPayFen(content.payMinFen, payPeriod),
      monthlyPayMaxFen: monthlyPayFen(payMaxFen, payPeriod),
      benefits: ['五险一金'],
      educationLevelCode: options.educationLevelCode ?? null,
      educationRank: options.educationRank ?? null,
      experienceYearsMin: options.experienceYearsMin ?? null,
      closeCause: isClosed ? (options.closeCause ?? 'STOPPED') : null,
      closedAt: isClosed ? now : null,
      publishAt:
        options.publishAt ?? (state === 'SCHEDULED' ? new Date(now.getTime() + 86_400_000) : null),
      publishedAt: options.publishedAt ?? (wasPublished ? now : null),
      pausedUntil:
        options.pausedUntil === undefined ? null : new Date(`${options.pausedUntil}T00:00:00Z`),
      ...(publication === 'EXTERNAL' && {
        sourceName: '测试来源',
        sourceId: options.sourceId ?? `source-${String(made)}`,
      }),
      fingerprint: fingerprint({
        employer: employerName,
        title,
        place: content.regionId ?? '',
        duties: content.duties,
      }),
      isComplete: missing.length === 0,
      missingElements: missing,
    });
    await app.get(JobPostingRepository).replaceRequirements(id, requirementsOf(options));
    return id;
  });
  await openAudience(app, id, options);
  return { id, organisationId: content.organisationId, title };
}

async function employerOf(
  app: Context,
  publication: JobPostingPublication,
  { organisation }: JobPostingOptions,
): Promise<{ readonly id: string; readonly name?: string } | null> {
  if (organisation !== undefined) return organisation;
  return publication === 'EXTERNAL' ? null : createOrganisation(app);
}

function requirementsOf({ skills = [] }: JobPostingOptions) {
  return skills.map((skill) => {
    const { name, isRequired } =
      typeof skill === 'string' ? { name: skill, isRequired: false } : skill;
    return {
      kind: 'SKILL' as const,
      value: name,
      normalisedValue: skillKey(name),
      minimum: null,
      isRequired,
      weight: 5,
    };
  });
}

async function openAudience(app: Context, id: string, { audience }: JobPostingOptions) {
  if (!audience) return;
  const { db } = app.get(UnitOfWork);
  const { rule, until, collegeIds } = audience;
  await db.jobPostingAudience.create({
    data: {
      jobPostingId: id,
      rule,
      partnersUntil: until === undefined ? null : new Date(`${until}T00:00:00Z`),
    },
  });
  await db.jobPostingAudienceCollege.createMany({
    data: collegeIds.map((collegeId) => ({ jobPostingId: id, collegeId })),
  });
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
