const OFFSET_MS = 8 * 3_600_000;

/** The instant at which the clocks in China show this day and time (`2026-11-22T09:30`), whatever zone the machine keeps. */
export function instantInChina(wallClock: string): string {
  return new Date(`${wallClock}:00+08:00`).toISOString();
}

/** What the clocks in China show at an instant, as a field for day and time takes it: `2026-11-22T09:30`. */
export function wallClockInChina(instant: string | number | Date): string {
  return new Date(new Date(instant).getTime() + OFFSET_MS).toISOString().slice(0, 16);
}

/** The calendar day in China, so many days after the one of an instant. */
export function dayInChina(instant: string | number | Date = Date.now(), daysLater = 0): string {
  const ms = new Date(instant).getTime() + daysLater * 86_400_000;
  return wallClockInChina(ms).slice(0, 10);
}

/** Today in China, or so many days later. */
export function todayInChina(daysLater = 0): string {
  return dayInChina(Date.now(), daysLater);
}

/** Now, as a field for day and time takes it. */
export function nowInChina(): string {
  return wallClockInChina(Date.now());
}
