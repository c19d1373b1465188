import { randomUUID } from 'node:crypto';
import type { GqlAnswer, Selected } from '../support/client.js';
import type { TestApp } from '../support/app.js';
import { REGION } from '../factories/reference-data.factory.js';

export const NOBODY = '0199d0c4-0000-7000-8000-00000000dead';
export const NOW = '2026-11-23T10:00:00+08:00';

const PAYLOAD =
  'jobPosting { id state closeCause version missingElements } userErrors { code field message }';
const mutation = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${PAYLOAD} } }`;

export const CREATE = mutation('createJobPosting', 'CreateJobPostingInput');
export const UPDATE = mutation('updateJobPosting', 'UpdateJobPostingInput');
export const DISCARD = `mutation ($input: DiscardJobPostingInput!) {
  discardJobPosting(input: $input) { discardedJobPostingId userErrors { code field message } } }`;
export const SUBMIT = mutation('submitJobPosting', 'SubmitJobPostingInput');
export const RECALL = mutation('recallJobPosting', 'JobPostingIdInput');
export const APPROVE = mutation('approveJobPosting', 'ApproveJobPostingInput');
export const RETURN = mutation('returnJobPosting', 'ReturnJobPostingInput');
export const REMOVE = mutation('removeJobPosting', 'RemoveJobPostingInput');
export const PAUSE = mutation('pauseJobPosting', 'PauseJobPostingInput');
export const RESUME = mutation('resumeJobPosting', 'JobPostingIdInput');
export const STOP = mutation('stopJobPosting', 'StopJobPostingInput');
export const CLAIM = mutation('claimJobPosting', 'ClaimJobPostingInput');

export const POSTING = `query ($id: ID!) { jobPosting(id: $id) { id title state } }`;
export const QUEUE = `query ($filter: JobPostingReviewFilter) {
  jobPostingReviewQueue(filter: $filter) {
    nodes { id dueAt isOverdue findings { ruleId severity field message } jobPosting { id title } } totalCount
  }
}`;

/** Everything the law wants. */
export const COMPLETE = {
  title: '数控操作工',
  occupationCode: '6-18-02-04',
  engagementType: 'FULL_TIME',
  headcount: 3,
  duties: '操作数控车床，完成日常点检与保养。',
  conditions: '中专及以上，能看懂图纸。',
  workConditions: '两班倒，车间恒温，提供住宿。',
  regionCode: REGION.wuzhong,
  address: '木渎镇金枫南路1号',
  pay: { min: { amount: '6000' }, max: { amount: '8000.50' }, period: 'MONTH', months: 13 },
  benefits: ['五险一金'],
  educationLevelCode: '40',
  experienceYearsMin: 1,
  validThrough: '2027-01-31',
  startsOn: '2027-02-08',
  requirements: [
    { kind: 'SKILL', value: '数控编程', isRequired: true, weight: 8 },
    { kind: 'EXPERIENCE', value: '机加工', minimum: 1 },
    { kind: 'EDUCATION', value: '40', isRequired: true },
  ],
};

export const draft = (organisationId: string, changes: object = {}) => ({
  idempotencyKey: randomUUID(),
  organisationId,
  ...COMPLETE,
  ...changes,
});

interface Refusal {
  readonly code: string;
  readonly field: readonly string[] | null;
}

/** Codes and fields a mutation was refused with; empty when it was not. */
export function refusals({ data, errors }: GqlAnswer<Selected | null>): Refusal[] {
  if (!data) throw new Error(`No data: ${JSON.stringify(errors)}`);
  const payload = Object.values(data)[0] as { userErrors: Refusal[] };
  return payload.userErrors.map(({ code, field }) => ({ code, field }));
}

export async function outboxOf(app: TestApp): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ name: string; payload: { cause?: string } }>(
    `select name, payload from outbox_events where name like 'jobPostings.%' order by id`,
  );
  return rows.map(({ name, payload }) =>
    [name.replace('jobPostings.', ''), payload.cause].filter(Boolean).join(' '),
  );
}

/** Everything a refused action could have written. */
export async function traces(app: TestApp): Promise<unknown[]> {
  const { rows } = await app.database.pool.query<{ trace: unknown }>(
    `select to_jsonb(p) as trace from job_postings p
     union all select to_jsonb(h) from job_posting_history h
     union all select to_jsonb(r) from job_posting_reviews r
     union all select to_jsonb(q) from job_posting_requirements q
     union all select to_jsonb(q) from job_posting_questions q
     union all select to_jsonb(r) from job_posting_reports r
     union all select to_jsonb(b) from job_posting_bookmarks b
     union all select to_jsonb(i) from posting_imports i
     union all select jsonb_build_object('event', e.name) from outbox_events e
     union all select jsonb_build_object('key', k.key) from idempotency_keys k`,
  );
  return rows.map(({ trace }) => JSON.stringify(trace)).sort();
}
