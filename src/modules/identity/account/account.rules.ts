export const MIN_AGE_YEARS = 16;
const MAX_AGE_YEARS = 120;

/** Completed years of age on a day, both `YYYY-MM-DD`; someone born on 29 February ages on 1 March in common years. */
export function ageOn(day: string, birthDate: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whether a living person can have been born that day. */
export function isPlausibleBirthDate(today: string, birthDate: string): boolean {
  return birthDate <= today && ageOn(today, birthDate) <= MAX_AGE_YEARS;
}
