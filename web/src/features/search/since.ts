const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/** The day in China so many days ago. */
export function daysAgo(days: number, now: number = Date.now()): string {
  return new Date(now + CHINA_MS - days * DAY_MS).toISOString().slice(0, 10);
}
