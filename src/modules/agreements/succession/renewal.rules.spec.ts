import { renewedTerm } from './renewal.rules.js';

describe('renewedTerm', () => {
  it.each([
    ['a year', '2026-01-01', '2026-12-31', '2027-01-01', '2027-12-31'],
    ['three years', '2026-12-01', '2029-11-30', '2029-12-01', '2032-11-30'],
    ['a month in a leap year', '2028-01-29', '2028-02-28', '2028-02-29', '2028-03-28'],
    ['ten days', '2026-11-22', '2026-12-01', '2026-12-02', '2026-12-11'],
    ['a year and a day', '2026-01-01', '2027-01-01', '2027-01-02', '2028-01-02'],
  ])('goes on after %s', (_, startsOn, endsOn, nextStart, nextEnd) => {
    expect(renewedTerm({ startsOn, endsOn })).toMatchObject({
      startsOn: nextStart,
      endsOn: nextEnd,
    });
  });

  it('moves what is due by the same time, and never out of the term', () => {
    const { due } = renewedTerm({ startsOn: '2027-03-01', endsOn: '2028-02-29' });
    expect(due('2027-06-30')).toBe('2028-06-30');
    expect(due('2028-02-29')).toBe('2029-02-28');
    expect(renewedTerm({ startsOn: '2026-11-22', endsOn: '2026-12-01' }).due('2026-11-30')).toBe(
      '2026-12-10',
    );
  });
});
