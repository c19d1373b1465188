import { createHash } from 'node:crypto';

export { monthlyPayFen } from '../../reference-data/index.js';

/**
 * What the law wants in a posting (网络招聘服务管理规定; five-ministry notice of January 2026): employer, headcount,
 * conditions, engagement, duties, working conditions, place, basic pay and validity.
 */
export const REQUIRED_ELEMENTS = [
  'employer',
  'title',
  'headcount',
  'engagementType',
  'duties',
  'conditions',
  'workConditions',
  'region',
  'pay',
  'validThrough',
] as const;

export type RequiredElement = (typeof REQUIRED_ELEMENTS)[number];

/** The parts of a posting that the required elements stand in. */
export interface PostingContent {
  readonly organisationId: string | null;
  readonly title: string;
  readonly headcount: number | null;
  readonly engagementType: string | null;
  readonly duties: string | null;
  readonly conditions: string | null;
  readonly workConditions: string | null;
  readonly regionId: string | null;
  readonly payMinFen: bigint | null;
  readonly payPeriod: string | null;
  readonly validThrough: string | null;
}

/** Required elements that are not there yet, in the order above. "Negotiable" is no pay: the amount has to stand there. */
export function missingElements(posting: PostingContent): RequiredElement[] {
  const present: Readonly<Record<RequiredElement, boolean>> = {
    employer: posting.organisationId !== null,
    title: posting.title !== '',
    headcount: posting.headcount !== null,
    engagementType: posting.engagementType !== null,
    duties: posting.duties !== null,
    conditions: posting.conditions !== null,
    workConditions: posting.workConditions !== null,
    region: posting.regionId !== null,
    pay: posting.payMinFen !== null && posting.payPeriod !== null,
    validThrough: posting.validThrough !== null,
  };
  return REQUIRED_ELEMENTS.filter((element) => !present[element]);
}

/** Fields whose change after publication sends a posting back to review: what people applied for. */
export const MATERIAL_FIELDS = [
  'title',
  'occupationCode',
  'engagementType',
  'duties',
  'conditions',
  'workConditions',
  'regionId',
  'address',
  'payMinFen',
  'payMaxFen',
  'payPeriod',
  'payMonths',
  'educationLevelCode',
  'experienceYearsMin',
  'skillLevelId',
] as const;

/** Material fields that differ between two versions of a posting. */
export function materialChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return MATERIAL_FIELDS.filter(
    (field) => field in after && (after[field] ?? null) !== (before[field] ?? null),
  );
}

/** Longest validity of a posting in days; an employer confirms anew after that. */
export const MAX_VALIDITY_DAYS = 180;

/** How far ahead the work may begin: those who finish school in two years are sought now. */
export const MAX_START_DAYS = 730;

/** The same employer, title, place and duties give the same fingerprint, whatever the spacing, width and case. */
export function fingerprint(posting: {
  readonly employer: string;
  readonly title: string;
  readonly place: string;
  readonly duties: string | null;
}): string {
  const parts = [posting.employer, posting.title, posting.place, posting.duties ?? ''];
  const plain = parts.map((part) =>
    part
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s\p{P}\p{S}]+/gu, ''),
  );
  return createHash('sha256').update(plain.join('\u0000')).digest('base64url').slice(0, 32);
}

/** Names of employers compare without width, case, brackets' kind and white space. */
export function employerKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}

/** A claim on an external posting is for the employer it names. */
export function namesSameEmployer(posted: string | null, organisation: string): boolean {
  return posted !== null && employerKey(posted) === employerKey(organisation);
}

/** A calendar day of a day column. */
export function dayOf(column: Date): string {
  return column.toISOString().slice(0, 10);
}

type StoredContent = Omit<PostingContent, 'validThrough'> & { readonly validThrough: Date | null };

export function contentOf(row: StoredContent): PostingContent {
  return { ...row, validThrough: row.validThrough === null ? null : dayOf(row.validThrough) };
}

/** What follows from the content: its fingerprint, and what is missing. */
export function derivedColumns(
  row: StoredContent,
  employer: string,
): { fingerprint: string; isComplete: boolean; missingElements: string[] } {
  const missing = missingElements(contentOf(row));
  return {
    fingerprint: fingerprint({
      employer,
      title: row.title,
      place: row.regionId ?? '',
      duties: row.duties,
    }),
    isComplete: missing.length === 0,
    missingElements: missing,
  };
}

interface Must {
  readonly kind: string;
  readonly normalisedValue: string;
  readonly minimum: number | null;
  readonly isRequired: boolean;
}

/** Whether the musts changed: those decide who may be proposed, so they are material; wishes are not. */
export function mustsDiffer(before: readonly Must[], after: readonly Must[]): boolean {
  const keys = (list: readonly Must[]) =>
    list
      .filter(({ isRequired }) => isRequired)
      .map(({ kind, normalisedValue, minimum }) => `${kind} ${normalisedValue} ${minimum ?? ''}`)
      .sort()
      .join('|');
  return keys(before) !== keys(after);
}

/**
 * Whether somebody outside the organisation has had the posting before them: the public, the bureau, or the readers of the
 * source it was taken over from. What was so stays on record.
 */
export function staysOnRecord(
  posting: { readonly publishedAt: Date | null; readonly source: object | null },
  wasReviewed: boolean,
): boolean {
  return wasReviewed || posting.publishedAt !== null || posting.source !== null;
}
