import { calendarDay, type Clock } from '../../src/core/clock/index.js';

const UNITS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000, ms: 1 };

/** Runs like a real clock until it is set; then it stands still. */
export class TestClock implements Clock {
  private frozenAt: number | null = null;

  now(): Date {
    return new Date(this.frozenAt ?? Date.now());
  }

  today(): string {
    return calendarDay(this.now());
  }

  /** Stands still at the instant. */
  set(instant: Date | string): void {
    this.frozenAt = new Date(instant).getTime();
    if (Number.isNaN(this.frozenAt)) throw new Error('The clock was set to no instant');
  }

  /** Moves on, and stands still there: `advance({ days: 1, minutes: 5 })`. */
  advance(by: Partial<Record<keyof typeof UNITS, number>>): void {
    let ms = this.now().getTime();
    for (const [unit, count] of Object.entries(by)) ms += UNITS[unit as keyof typeof UNITS] * count;
    this.frozenAt = ms;
  }

  /** Runs again with the time of the machine. */
  release(): void {
    this.frozenAt = null;
  }

  /** Makes the clock of an application follow this one. */
  control(clock: Clock): void {
    clock.now = () => this.now();
  }
}
