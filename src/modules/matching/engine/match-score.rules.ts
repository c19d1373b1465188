/** Requirements that exclude a pair when they are known to be unmet. Unknown is not unmet. */
export type HardRequirement =
  | 'EDUCATION'
  | 'EXPERIENCE'
  | 'REQUIRED_SKILL'
  | 'CERTIFICATE'
  | 'SKILL_LEVEL'
  | 'START_DATE'
  | 'REGION'
  | 'PAY'
  | 'SEATS'
  | 'HIDDEN'
  | 'AUDIENCE';

/** Share of an occupation match: same unit 1, same minor group 0.75, same sub-major 0.4. */
export function occupationShare(wished: string, offered: string): number {
  if (wished === offered) return 1;
  const [a, b] = [wished.split('-'), offered.split('-')];
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common++;
  return common >= 3 ? 0.75 : common === 2 ? 0.4 : 0;
}

/** Share of a major match, by the digits of the catalogue: same major 1, same class 0.75, same category 0.4. */
export function majorShare(studied: string, asked: string): number {
  if (studied === asked) return 1;
  if (!MAJOR_CODE.test(studied)) return 0;
  if (studied.slice(0, 4) === asked.slice(0, 4)) return 0.75;
  return studied.slice(0, 2) === asked.slice(0, 2) ? 0.4 : 0;
}

const MAJOR_CODE = /^\d{6}/;

/** Share of the wish the posting's pay meets: its floor when stated, else its ceiling. Null when nothing is stated. */
export function payShare(
  wishedMinFen: number | null,
  payMinFen: number | null,
  payMaxFen: number | null,
): number | null {
  const offered = payMinFen ?? payMaxFen;
  if (offered === null) return null;
  if (wishedMinFen === null || wishedMinFen <= 0) return 1;
  if (offered >= wishedMinFen) return 1;
  const ceiling = payMaxFen ?? offered;
  if (ceiling < wishedMinFen) return 0;
  return (ceiling - wishedMinFen + 1) / (ceiling - offered + 1);
}

/** Half for education, half for experience: met or not asked for; null where it is asked for and the person's is not known. */
export function backgroundShare(
  person: { educationRank: number | null; experienceYears: number | null },
  posting: { educationRank: number | null; experienceYears: number | null },
): number | null {
  const isUnknown = (held: number | null, asked: number | null) => asked !== null && held === null;
  const half = (held: number | null, asked: number | null): number =>
    asked === null || (held ?? 0) >= asked ? 0.5 : 0;
  if (
    isUnknown(person.educationRank, posting.educationRank) ||
    isUnknown(person.experienceYears, posting.experienceYears)
  ) {
    return null;
  }
  return (
    half(person.educationRank, posting.educationRank) +
    half(person.experienceYears, posting.experienceYears)
  );
}

/** People whose interest counts in full. */
const MOST_INTERESTED = 20;

/**
 * How many people were interested, each doubling counting the same. Fewer than two say nothing: null, so that what
 * nobody has noticed yet does not stand behind what one person has.
 */
export function interestShare(peopleCount: number): number | null {
  if (peopleCount < 2) return null;
  return Math.min(1, Math.log(peopleCount) / Math.log(MOST_INTERESTED));
}

/** Below this a pair is not worth showing. */
export const LEAST_SCORE = 200;

/** First places of a posting: its free seats; one where it does not say how many there are. */
export function placesOf(freeSeats: number | null): number {
  return Math.max(0, freeSeats ?? 1);
}

/**
 * People one posting is proposed to at most: twenty for each free seat (a posting that does not say its
 * seats counts as one), so that a popular posting does not drown everybody else's list.
 */
export function proposalQuota(freeSeats: number | null): number {
  return 20 * Math.max(1, freeSeats ?? 1);
}

/** Postings of one employer on a list, while those of others fit: a third of it. */
export function employerQuota(limit: number): number {
  return Math.max(1, Math.ceil(limit / 3));
}
