import type { ProfileStep } from './profile.enums.js';

/** What decides whether a profile is complete. */
export interface ProfileParts {
  readonly fullName: string | null;
  readonly homeRegionId: string | null;
  readonly educationCount: number;
  /** Skills and certificates together. */
  readonly skillCount: number;
  readonly intentionCount: number;
}

const STEPS: readonly (readonly [ProfileStep, (parts: ProfileParts) => boolean])[] = [
  ['NAME', (parts) => parts.fullName !== null],
  ['HOME_REGION', (parts) => parts.homeRegionId !== null],
  ['INTENTIONS', (parts) => parts.intentionCount > 0],
  ['EDUCATION', (parts) => parts.educationCount > 0],
  ['SKILLS', (parts) => parts.skillCount > 0],
];

/** Steps still to do, in the order in which they help most. */
export function missingSteps(parts: ProfileParts): ProfileStep[] {
  return STEPS.filter(([, isDone]) => !isDone(parts)).map(([step]) => step);
}

export function completeness(parts: ProfileParts) {
  const missing = missingSteps(parts);
  return {
    isComplete: missing.length === 0,
    share: (STEPS.length - missing.length) / STEPS.length,
    missing,
  };
}

/** The education a person is asked for: the highest rank, of equal ones the later entry. Null when none says its level. */
export function highestEducation<T extends { readonly rank: number | null }>(
  entries: readonly T[],
): T | null {
  let highest: T | null = null;
  for (const entry of entries)
    if (entry.rank !== null && entry.rank > 0 && entry.rank >= (highest?.rank ?? 0))
      highest = entry;
  return highest;
}

/**
 * Whole years of work: months in which there was work, counted once where entries overlap. An entry without a
 * beginning says nothing; one without an end goes on. Null when no entry says anything.
 */
export function experienceYears(
  entries: readonly { readonly startedOn: string | null; readonly endedOn: string | null }[],
  today: string,
): number | null {
  const spans = entries.flatMap(({ startedOn, endedOn }) => {
    if (startedOn === null) return [];
    const end = endedOn === null || endedOn > today ? today : endedOn;
    return [{ from: monthOf(startedOn), to: monthOf(end) }];
  });
  if (spans.length === 0) return null;
  let months = 0;
  let counted = -1;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, counted + 1);
    if (to >= start) months += to - start + 1;
    counted = Math.max(counted, to);
  }
  return Math.min(60, Math.floor(months / 12));
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

const PHONE = /(?:\+?86[-\s]?)?1[3-9](?:[-\s.]?\d){9}|0\d{2,3}[-\s]?\d{7,8}/g;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const ACCOUNT = /((?:微信|wechat|vx|wx|qq)\s*(?:号|id)?\s*[:：]?\s*)[a-z0-9_-]{5,20}/gi;

/** Free text as strangers see it: what people write into it to be reached is hidden. */
export function withoutContacts(text: string): string {
  return text.replaceAll(MAIL, '****').replaceAll(PHONE, '****').replaceAll(ACCOUNT, '$1****');
}
