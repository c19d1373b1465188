import type { HourlyMinimum, InternshipLimits } from './internship-limits.js';

/** How a student is to work and be paid, as a version says it. */
export interface InternshipText {
  readonly postTitle: string;
  /** Yuan, paid every month. */
  readonly monthlyPay: number;
  /** Yuan a month of an employee in the same post, or its lowest grade. */
  readonly postMonthlyPay: number;
  readonly hoursPerDay: number;
  readonly hoursPerWeek: number;
  readonly hasNightWork: boolean;
  readonly hostEmployees: number;
  readonly postEmployees: number;
  readonly collegeTutor: string;
  readonly hostTutor: string;
}

/** What is known besides the text. */
export interface InternshipFacts {
  readonly startsOn: string;
  /** Null once all have signed: they signed in time. */
  readonly today: string | null;
  /** Of the student, on the first day; null when nobody knows. */
  readonly studentAge: number | null;
  /** Of the student at the college that signs, on the first day; null when he is not known to be a student of it. */
  readonly studyYear: number | null;
  /** A party places people for money. */
  readonly hasIntermediary: boolean;
  /** Interns of the host and of the post in that time, with this one. */
  readonly hostInterns: number;
  readonly postInterns: number;
}

export const INTERNSHIP_FINDINGS = [
  'TERMS_MISSING',
  'NO_STUDENT',
  'FIRST_YEAR',
  'AGE_UNKNOWN',
  'TOO_YOUNG',
  'INTERMEDIARY',
  'HOURS_PER_DAY',
  'HOURS_PER_WEEK',
  'NIGHT_WORK',
  'PAY_TOO_LOW',
  'BELOW_MINIMUM_WAGE',
  'TOO_MANY_AT_HOST',
  'TOO_MANY_IN_POST',
  'TOO_LATE',
] as const;
export type InternshipFindingCode = (typeof INTERNSHIP_FINDINGS)[number];

export interface InternshipFinding {
  readonly code: InternshipFindingCode;
  /** What the rule asks for, and what is; null where it is no matter of numbers. */
  readonly limit: number | null;
  readonly found: number | null;
}

const WEEKS_A_MONTH = 52 / 12;

/** Yuan an hour, from what is paid a month. */
export function hourlyPay({ monthlyPay, hoursPerWeek }: InternshipText): number {
  return floor2(monthlyPay / (hoursPerWeek * WEEKS_A_MONTH));
}

/** Yuan a month below which nobody may be paid. */
export function monthlyFloor({ postMonthlyPay }: InternshipText, limits: InternshipLimits): number {
  return Math.ceil(postMonthlyPay * limits.payShare * 100) / 100;
}

/** How many interns there may be among so many employees. */
export function mostInterns(employees: number, share: number): number {
  return Math.floor(employees * share + 1e-9);
}

/** Year of study on a day, 1 for the first; studies begin in September and end in the summer of the year of graduation. */
export function studyYearOn(day: string, graduationYear: number, years: number): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const schoolYear = month >= 9 ? year : year - 1;
  return schoolYear - (graduationYear - years) + 1;
}

/** Everything about an internship that breaks the rules. */
export function internshipFindings(
  text: InternshipText | null,
  facts: InternshipFacts,
  limits: InternshipLimits,
  minimum: HourlyMinimum | null,
): InternshipFinding[] {
  const findings: InternshipFinding[] = [];
  const refuse = (
    isBroken: boolean,
    code: InternshipFindingCode,
    limit: number | null = null,
    found: number | null = null,
  ): void => {
    if (isBroken) findings.push({ code, limit, found });
  };
  const { studyYear, studentAge } = facts;
  refuse(text === null, 'TERMS_MISSING');
  refuse(studyYear === null, 'NO_STUDENT');
  refuse(
    studyYear !== null && studyYear < limits.minStudyYear,
    'FIRST_YEAR',
    limits.minStudyYear,
    studyYear,
  );
  refuse(studentAge === null, 'AGE_UNKNOWN', limits.minAge);
  // How old a student is concerns nobody else: that he is too young is enough.
  refuse(studentAge !== null && studentAge < limits.minAge, 'TOO_YOUNG', limits.minAge);
  refuse(facts.hasIntermediary, 'INTERMEDIARY');
  refuse(facts.today !== null && facts.today >= facts.startsOn, 'TOO_LATE');
  if (text === null) return findings;
  const { hoursPerDay, hoursPerWeek, hostEmployees, postEmployees, monthlyPay } = text;
  const [ofHost, ofPost] = [
    mostInterns(hostEmployees, limits.maxShareOfHost),
    mostInterns(postEmployees, limits.maxShareOfPost),
  ];
  const [most, longest] = [limits.maxHoursPerDay, limits.maxHoursPerWeek];
  refuse(hoursPerDay > most, 'HOURS_PER_DAY', most, hoursPerDay);
  refuse(hoursPerWeek > longest, 'HOURS_PER_WEEK', longest, hoursPerWeek);
  refuse(text.hasNightWork && !limits.allowsNightWork, 'NIGHT_WORK');
  const least = monthlyFloor(text, limits);
  refuse(monthlyPay < least, 'PAY_TOO_LOW', least, monthlyPay);
  const hourly = hourlyPay(text);
  refuse(
    minimum !== null && hourly < minimum.yuan,
    'BELOW_MINIMUM_WAGE',
    minimum?.yuan ?? null,
    hourly,
  );
  refuse(facts.hostInterns > ofHost, 'TOO_MANY_AT_HOST', ofHost, facts.hostInterns);
  refuse(facts.postInterns > ofPost, 'TOO_MANY_IN_POST', ofPost, facts.postInterns);
  return findings;
}

/** As the hash of a text has it. */
export function hashedInternship(text: InternshipText): unknown[] {
  return [
    text.postTitle,
    text.monthlyPay,
    text.postMonthlyPay,
    text.hoursPerDay,
    text.hoursPerWeek,
    text.hasNightWork,
    text.hostEmployees,
    text.postEmployees,
    text.collegeTutor,
    text.hostTutor,
  ];
}

function floor2(value: number): number {
  return Math.floor(value * 100 + 1e-9) / 100;
}
