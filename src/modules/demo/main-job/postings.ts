import type { ApiClient } from './api-client.js';
import { TAICANG, type Employer } from './cast.js';
import { must } from './play-failed.js';

const DAY_MS = 86_400_000;

export function dayFromNow(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
}

export interface PostingSeen {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly missingElements: readonly string[];
  readonly latestReview: { readonly id: string } | null;
}

const FIELDS = 'id version state title missingElements latestReview { id }';
const POSTING = `jobPosting { ${FIELDS} }`;
export const PAY_MIN = { amount: '6500.00' };
const PAY = { min: PAY_MIN, max: { amount: '9500.00' }, period: 'MONTH' };

/** Every element the law wants. */
const COMPLETE = {
  occupationCode: '6-18-01-07',
  engagementType: 'FULL_TIME',
  duties: '按图纸装夹、对刀并加工零件；做首件检验和过程自检；日常保养机床。',
  conditions: '看得懂机械图纸，会用卡尺和千分尺。',
  workConditions: '恒温车间，两班轮换，每班八小时；提供宿舍和工作餐。',
  regionCode: TAICANG,
  address: '城厢镇示例路1号',
  pay: PAY,
  validThrough: dayFromNow(60),
  requirements: [
    { kind: 'SKILL', value: '数控车床', weight: 8 },
    { kind: 'SKILL', value: '识图', weight: 6 },
  ],
};

/** Drafts a posting of its own and hands it in; returns it in review. */
export async function draftAndSubmit(
  employer: Employer,
  title: string,
  headcount: number,
): Promise<PostingSeen> {
  const { client } = employer.person;
  const { jobPosting } = await client.act<{ jobPosting: PostingSeen }>(
    'createJobPosting',
    { organisationId: employer.id, title, headcount, ...COMPLETE },
    POSTING,
  );
  must(jobPosting.missingElements.length === 0, `nothing is missing in ${title}`);
  return submit(client, jobPosting.id);
}

const TEXTS = ['title', 'duties', 'conditions', 'workConditions'] as const;
type Texts = Readonly<Record<(typeof TEXTS)[number], string | null>>;

/**
 * Claims an external posting that names this employer, adds what its source lacked, words anew what may not be
 * published as it stands, hands it in.
 */
export async function claimAndComplete(
  employer: Employer,
  jobPostingId: string,
): Promise<PostingSeen> {
  const { client } = employer.person;
  const claim = { jobPostingId, organisationId: employer.id };
  const { jobPosting: claimed } = await client.act<{ jobPosting: PostingSeen & Texts }>(
    'claimJobPosting',
    claim,
    `jobPosting { ${FIELDS} duties conditions workConditions }`,
  );
  must(claimed.state === 'DRAFT', 'a claimed posting is a draft of its employer');
  must(claimed.missingElements.length > 0, `the source of ${claimed.title} lacked something`);
  const parts = [...claimed.missingElements, ...(await blockedTexts(client, claimed))];
  const { jobPosting: completed } = await client.act<{ jobPosting: PostingSeen }>(
    'updateJobPosting',
    { id: claimed.id, version: claimed.version, changes: additions(parts) },
    POSTING,
    { isKeyed: false },
  );
  must(completed.missingElements.length === 0, `nothing is missing any more in ${completed.title}`);
  return submit(client, completed.id);
}

function additions(parts: readonly string[]): object {
  const { regionCode, address, ...rest } = { ...COMPLETE, headcount: 3 };
  const given: Readonly<Record<string, unknown>> = rest;
  return Object.fromEntries(
    parts.flatMap((part) =>
      part === 'region' ? Object.entries({ regionCode, address }) : [[part, given[part]]],
    ),
  );
}

/** Texts of which the wording check says that they cannot be published. */
async function blockedTexts(client: ApiClient, posting: Texts): Promise<string[]> {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, posting[name]]));
  const { checkJobPostingWording } = await client.ask<{
    checkJobPostingWording: { findings: readonly { field: string; severity: string }[] };
  }>(
    'query ($texts: WordingTextsInput!) { checkJobPostingWording(texts: $texts) { findings { field severity } } }',
    { texts },
  );
  const blocking = checkJobPostingWording.findings.filter(({ severity }) => severity === 'BLOCK');
  return [...new Set(blocking.map(({ field }) => field))];
}

async function submit(client: ApiClient, jobPostingId: string): Promise<PostingSeen> {
  const { jobPosting } = await client.act<{ jobPosting: PostingSeen }>(
    'submitJobPosting',
    { jobPostingId },
    POSTING,
  );
  must(jobPosting.state === 'IN_REVIEW', `${jobPosting.title} is in review`);
  return jobPosting;
}

/** The bureau finds the posting in its queue and approves it. */
export async function approve(
  officer: ApiClient,
  { title, latestReview }: PostingSeen,
): Promise<void> {
  must(latestReview !== null, `${title} waits for its review`);
  const { jobPosting } = await officer.act<{ jobPosting: PostingSeen }>(
    'approveJobPosting',
    { reviewId: latestReview.id },
    POSTING,
    { isKeyed: false },
  );
  must(jobPosting.state === 'PUBLISHED', `${title} is published`);
}

/** Whether a search for the text finds the posting; null while the search engine is away. */
export async function finds(
  client: ApiClient,
  text: string,
  jobPostingId: string,
): Promise<boolean | null> {
  const { searchJobPostings } = await client.ask<{
    searchJobPostings: { degraded: boolean; nodes: { id: string }[] };
  }>(
    'query ($text: String) { searchJobPostings(text: $text, first: 50) { degraded nodes { id } } }',
    { text },
  );
  const { degraded, nodes } = searchJobPostings;
  return degraded ? null : nodes.some(({ id }) => id === jobPostingId);
}
