/** Points each term may give; together 1,000. */
export const TERM_POINTS = {
  WORK: 400,
  SKILLS: 300,
  PAY: 150,
  PLACE: 100,
  BACKGROUND: 50,
} as const;

export type MatchTermName = keyof typeof TERM_POINTS;

/** Requirements that exclude a pair when they are known to be unmet. Unknown is not unmet. */
export type HardRequirement =
  | 'EDUCATION'
  | 'EXPERIENCE'
  | 'REQUIRED_SKILL'
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

/** Share of the wish the posting's pay meets: its floor when stated, else its ceiling. Null when nothing is stated. */
export function payShare(
  wishedMinFen: number | null,
  payMinFen: number | null,
  payMaxFen: number | null,
): number | null {
  const offered = payMinFen ?? payMaxFen;
  if (offered === null || (payMaxFen === null && payMinFen === null)) return null;
  if (wishedMinFen === null || wishedMinFen <= 0) return 1;
  if (offered >= wishedMinFen) return 1;
  const ceiling = payMaxFen ?? offered;
  if (ceiling < wishedMinFen) return 0;
  return (ceiling - wishedMinFen + 1) / (ceiling - offered + 1);
}

/** Half for education, half for experience; a half is given only when both sides are known and it is met. */
export function backgroundShare(
  person: { educationRank: number | null; experienceYears: number | null },
  posting: { educationRank: number | null; experienceYears: number | null },
): number {
  const half = (held: number | null, asked: number | null): number =>
    asked === null ? 0.5 : held !== null && held >= asked ? 0.5 : 0;
  return (
    half(person.educationRank, posting.educationRank) +
    half(person.experienceYears, posting.experienceYears)
  );
}

/** Whole points of a term, so that the terms of a score add up exactly. */
export function termPoints(term: MatchTermName, share: number): number {
  return Math.round(TERM_POINTS[term] * share);
}

/** Below this a pair is not worth showing. */
export const LEAST_SCORE = 150;

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
