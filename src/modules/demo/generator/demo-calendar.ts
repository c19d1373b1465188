const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const CHINA_MS = 8 * HOUR_MS;

/** Days and instants counted from the first start of the installation, so that nothing is out of date when it is opened. */
export class DemoCalendar {
  constructor(readonly start: Date) {}

  /** The instant that many days from the start; hours may be given with a fraction of a day. */
  at(days: number): Date {
    return new Date(this.start.getTime() + Math.round(days * DAY_MS));
  }

  /** The calendar day in China that many days from the start. */
  day(days: number): string {
    return this.dayOf(this.at(days));
  }

  /** The calendar day in China of an instant. */
  dayOf(instant: Date): string {
    return new Date(instant.getTime() + CHINA_MS).toISOString().slice(0, 10);
  }

  /** A full hour in China on that day. */
  hour(days: number, hour: number): Date {
    return new Date(Date.parse(`${this.day(days)}T00:00:00Z`) - CHINA_MS + hour * HOUR_MS);
  }
}

/** The China midnight `days` days after the instant's own day. */
export function midnightAfter(instant: Date, days: number): Date {
  const day = new Date(instant.getTime() + CHINA_MS).toISOString().slice(0, 10);
  return new Date(Date.parse(`${day}T00:00:00Z`) - CHINA_MS + days * DAY_MS);
}

export function later(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + Math.round(hours * HOUR_MS));
}
