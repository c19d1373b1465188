import { Injectable } from '@nestjs/common';

/** The only source of "now". Tests replace it with a fixed clock, so time-bound rules are tested without waiting. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The calendar day in China (`YYYY-MM-DD`), which every day-bound rule of the market uses. */
  today(): string {
    return calendarDay(this.now());
  }
}

const DAY_FORMAT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Calendar day of an instant in Asia/Shanghai, as `YYYY-MM-DD`. */
export function calendarDay(instant: Date): string {
  return DAY_FORMAT.format(instant);
}
