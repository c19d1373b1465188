import { describe, expect, it } from 'vitest';
import { toCalendar } from './agreement-calendar.js';

const AT = new Date('2026-11-23T02:00:00Z');

describe('a calendar', () => {
  it('has whole days, each with its reminders', () => {
    const lines = toCalendar(
      'XQ-2026-000001',
      [
        {
          key: 'a-ends',
          day: '2027-08-31',
          title: '协议到期',
          note: '订单班',
          remindDays: [30, 7],
        },
      ],
      AT,
    ).split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines).toContain('UID:a-ends@gongqiao');
    expect(lines).toContain('DTSTART;VALUE=DATE:20270831');
    expect(lines).toContain('DTSTAMP:20261123T020000Z');
    expect(lines).toContain('SUMMARY:协议到期');
    expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual([
      'TRIGGER:-P29DT15H',
      'TRIGGER:-P6DT15H',
    ]);
  });

  it('keeps words that look like its own apart', () => {
    const text = toCalendar(
      'x',
      [{ key: 'b', day: '2027-01-01', title: 'a;b,c\nEND:VCALENDAR', note: '', remindDays: [] }],
      AT,
    );
    expect(text.match(/END:VCALENDAR/g)).toHaveLength(2);
    expect(text).toContain('SUMMARY:a\\;b\\,c\\nEND:VCALENDAR');
  });
});
