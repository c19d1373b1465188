const MIN_AGE_YEARS = 16;

/** The birth date of whoever turns sixteen on the given day. Plain days compare as text. */
export function latestBirthDate(today: string): string {
  return `${Number(today.slice(0, 4)) - MIN_AGE_YEARS}${today.slice(4)}`;
}
