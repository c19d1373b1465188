const DAY_MS = 86_400_000;

/** Days an employer has for each answer; shown to the applicant and the base of the answer rate. */
export const EMPLOYER_ANSWER_DAYS = 7;

/** When the employer owes the next answer. */
export function employerAnswerDue(now: Date): Date {
  return new Date(now.getTime() + EMPLOYER_ANSWER_DAYS * DAY_MS);
}

/** Reasons an employer may give; the applicant reads them. */
export const EMPLOYER_CLOSE_REASONS = ['NOT_SELECTED', 'LACKS_REQUIREMENT', 'NO_SHOW'] as const;
