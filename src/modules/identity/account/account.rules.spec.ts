import { ageOn, isPlausibleBirthDate, MIN_AGE_YEARS } from './account.rules.js';

describe('ageOn', () => {
  it.each([
    ['2026-11-22', '2010-11-22', 16],
    ['2026-11-22', '2010-11-23', 15],
    ['2026-11-22', '2010-11-21', 16],
    ['2026-02-28', '2010-03-01', 15],
    ['2026-02-28', '2008-02-29', 17],
    ['2026-03-01', '2008-02-29', 18],
    ['2028-02-29', '2012-02-29', 16],
  ])('on %s someone born %s is %i', (day, birthDate, age) => {
    expect(ageOn(day, birthDate)).toBe(age);
  });

  it('lets people register from their sixteenth birthday on', () => {
    expect(MIN_AGE_YEARS).toBe(16);
  });
});

describe('isPlausibleBirthDate', () => {
  it.each([
    ['2026-11-22', true],
    ['2026-11-23', false],
    ['1905-11-23', true],
    ['1905-11-22', false],
    ['0001-01-01', false],
  ] as [string, boolean][])('a birth on %s is plausible: %s', (birthDate, plausible) => {
    expect(isPlausibleBirthDate('2026-11-22', birthDate)).toBe(plausible);
  });
});
