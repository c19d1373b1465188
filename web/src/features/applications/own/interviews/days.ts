/** Calendar days and clock times in China, as plain text: 2026-11-22 and 14:30. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DAY_MS = 86_400_000;

export type Span = 'week' | 'month';

export function dayOf(instant: string): string {
  return DAY.format(new Date(instant));
}

export function clockOf(instant: string): string {
  return CLOCK.format(new Date(instant));
}

/** China has no summer time. */
export function instantAt(day: string, clock: string): Date {
  return new Date(`${day}T${clock}:00+08:00`);
}

/** First day of the week, a Monday, or of the month that holds the day. */
export function spanStart(day: string, span: Span): string {
  if (span === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return shifted(day, -weekday);
}

/** First day of the span that many later. */
export function laterSpan(start: string, span: Span, count: number): string {
  if (span === 'week') return shifted(start, 7 * count);
  const date = new Date(`${start}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 10);
}

/** Last day of the span. */
export function spanEnd(start: string, span: Span): string {
  return shifted(laterSpan(start, span, 1), -1);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
