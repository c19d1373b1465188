import type { JobPostingState } from '@/graphql/generated/features/job-postings/public/posting';

const SOON_DAYS = 7;
const DAY_MS = 86_400_000;

/** End of a calendar day in China. */
function endOf(day: string): number {
  return Date.parse(`${day}T23:59:59+08:00`);
}

interface Lasting {
  readonly state: JobPostingState;
  readonly validThrough: string | null;
}

/** Seen so by its own organisation and bureau only: others are told that there was one. */
export function isOver({ state, validThrough }: Lasting): boolean {
  return state === 'CLOSED' || (validThrough !== null && endOf(validThrough) < Date.now());
}

/** Whether it is about to end. */
export function endsSoon({ validThrough }: Lasting): boolean {
  return validThrough !== null && endOf(validThrough) - Date.now() < SOON_DAYS * DAY_MS;
}
