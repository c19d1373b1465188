import { hourlyMinimumAt, limitsOn, studyYearsOf } from './internship-limits.js';
import {
  hourlyPay,
  internshipFindings,
  studyYearOn,
  type InternshipFacts,
  type InternshipText,
} from './internship.rules.js';

const TEXT: InternshipText = {
  postTitle: '数控操作员',
  monthlyPay: 4_800,
  postMonthlyPay: 6_000,
  hoursPerDay: 8,
  hoursPerWeek: 40,
  hasNightWork: false,
  hostEmployees: 200,
  postEmployees: 10,
  collegeTutor: '王老师',
  hostTutor: '李师傅',
};
const FACTS: InternshipFacts = {
  startsOn: '2027-01-01',
  today: '2026-12-01',
  studentAge: 18,
  studyYear: 2,
  hasIntermediary: false,
  hostInterns: 20,
  postInterns: 2,
};
const LIMITS = limitsOn('2027-01-01');
const MINIMUM = hourlyMinimumAt(['320506', '320500', '320000'], '2027-01-01');
const codes = (text: Partial<InternshipText>, facts: Partial<InternshipFacts> = {}): string[] =>
  internshipFindings({ ...TEXT, ...text }, { ...FACTS, ...facts }, LIMITS, MINIMUM).map(
    ({ code }) => code,
  );

describe('internships', () => {
  it('keep the rules at every limit', () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, { studentAge: 16 })).toEqual([]);
  });

  it.each<[string, Partial<InternshipText>, Partial<InternshipFacts>]>([
    ['HOURS_PER_DAY', { hoursPerDay: 8.5 }, {}],
    ['HOURS_PER_WEEK', { hoursPerWeek: 40.5 }, {}],
    ['NIGHT_WORK', { hasNightWork: true }, {}],
    ['PAY_TOO_LOW', { monthlyPay: 4_799 }, {}],
    ['TOO_MANY_AT_HOST', {}, { hostInterns: 21 }],
    ['TOO_MANY_IN_POST', {}, { postInterns: 3 }],
    ['TOO_YOUNG', {}, { studentAge: 15 }],
    ['AGE_UNKNOWN', {}, { studentAge: null }],
    ['FIRST_YEAR', {}, { studyYear: 1 }],
    ['NO_STUDENT', {}, { studyYear: null }],
    ['INTERMEDIARY', {}, { hasIntermediary: true }],
    ['TOO_LATE', {}, { today: '2027-01-01' }],
  ])('break %s by one step more', (code, text, facts) => {
    expect(codes(text, facts)).toEqual([code]);
  });

  it('are paid at least the local minimum of an hour, even when others in the post are not', () => {
    const paid = (monthlyPay: number): string[] => codes({ monthlyPay, postMonthlyPay: 1_000 });
    // 24 yuan × 40 hours × 52 weeks / 12 months = 4,160.
    expect(paid(4_160)).toEqual([]);
    expect(paid(4_158)).toEqual(['BELOW_MINIMUM_WAGE']);
    expect(hourlyPay({ ...TEXT, monthlyPay: 4_158 })).toBe(23.98);
  });

  it('say how they work and are paid', () => {
    const findings = internshipFindings(null, FACTS, LIMITS, MINIMUM);
    expect(findings).toEqual([{ code: 'TERMS_MISSING', limit: null, found: null }]);
  });

  it('know the minimum of the nearest region, and none where none is written', () => {
    expect(hourlyMinimumAt(['320500', '320000'], '2026-01-01')?.yuan).toBe(24);
    expect(hourlyMinimumAt(['321300', '320000'], '2026-01-01')?.yuan).toBe(20);
    expect(hourlyMinimumAt(['320500'], '2023-12-31')).toBeNull();
    expect(hourlyMinimumAt(['610000'], '2026-01-01')).toBeNull();
  });

  it('count years of study from September', () => {
    expect(studyYearOn('2026-08-31', 2028, studyYearsOf('associate'))).toBe(1);
    expect(studyYearOn('2026-09-01', 2028, studyYearsOf('associate'))).toBe(2);
    expect(studyYearOn('2028-06-30', 2028, studyYearsOf('associate'))).toBe(3);
    expect(studyYearOn('2026-09-01', 2028, studyYearsOf('bachelor'))).toBe(3);
  });
});
