import ical, { ICalAlarmType } from 'ical-generator';

export interface CalendarDay {
  /** Stays the same when the calendar is fetched again, so that nothing stands in it twice. */
  readonly key: string;
  readonly day: string;
  readonly title: string;
  readonly note: string;
  /** So many days before, the calendar reminds of it. */
  readonly remindDays: readonly number[];
}

const DAY_SECONDS = 86_400;
const MORNING_SECONDS = 9 * 3_600;

/** Whole days with reminders at nine in the morning, as iCalendar (RFC 5545). */
export function toCalendar(name: string, days: readonly CalendarDay[], at: Date): string {
  const calendar = ical({
    name,
    prodId: { company: 'Gongqiao', product: 'agreements', language: 'ZH' },
  });
  for (const { key, day, title, note, remindDays } of days) {
    const event = calendar.createEvent({
      id: `${key}@gongqiao`,
      start: new Date(`${day}T00:00:00`),
      allDay: true,
      stamp: at,
      summary: title,
      description: note,
    });
    for (const before of remindDays) {
      event.createAlarm({
        type: ICalAlarmType.display,
        trigger: before * DAY_SECONDS - MORNING_SECONDS,
        description: title,
      });
    }
  }
  return calendar.toString();
}
