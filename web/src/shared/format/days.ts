const DAY_MS = 86_400_000;

/** Today in China, 2026-11-22. */
export function today(now = Date.now()): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday on the day or after it. */
export function mondayFrom(day: string): string {
  return addDays(day, (8 - new Date(day).getUTCDay()) % 7);
}

/** Days from one plain day to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
