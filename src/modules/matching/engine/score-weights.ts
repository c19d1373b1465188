import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Terms of a score, in the order in which they are shown. */
export const MATCH_TERMS = [
  'WORK',
  'MAJOR',
  'SKILLS',
  'PAY',
  'PLACE',
  'EXPERIENCE',
  'BACKGROUND',
  'INTEREST',
] as const;

export type MatchTermName = (typeof MATCH_TERMS)[number];

/** Points that all terms may give together. */
export const MOST_POINTS = 1_000;

const perTerm = <T extends z.ZodType>(value: T) => z.record(z.enum(MATCH_TERMS), value);

export const scoreWeightsSchema = z
  .object({
    version: z.int().min(1),
    /** What they were learned from; `assumed` where nothing was. */
    basis: z.string().min(1),
    /** Points each term may give. */
    maxima: perTerm(z.int().min(0).max(MOST_POINTS)),
    /** Share that stands for what is not known of a pair: what pairs have on average. */
    neutral: perTerm(z.number().min(0).max(1)),
  })
  .refine(
    ({ maxima }) => MATCH_TERMS.reduce((sum, name) => sum + maxima[name], 0) === MOST_POINTS,
    { error: `The points of all terms do not add up to ${MOST_POINTS}` },
  )
  .refine(({ maxima }) => maxima.INTEREST <= maxima.WORK, {
    error: 'The interest of others counts more than the work itself',
  });

/** How much each term counts: a version of data, made by `npm run cli -- matching fit`. */
export type ScoreWeights = z.infer<typeof scoreWeightsSchema>;

/** The weights in force. */
export const WEIGHTS: ScoreWeights = scoreWeightsSchema.parse(
  JSON.parse(readFileSync(new URL('score-weights.json', import.meta.url), 'utf8')),
);

/** Whole points of a share of a term, null where it is not known, so that the terms of a score add up exactly. */
export function pointsOf(
  term: MatchTermName,
  share: number | null,
  { maxima, neutral }: ScoreWeights = WEIGHTS,
): number {
  return Math.round(maxima[term] * (share ?? neutral[term]));
}

/** Points of what is not known, by term. */
export const NEUTRAL_POINTS: Readonly<Record<MatchTermName, number>> = {
  WORK: pointsOf('WORK', null),
  MAJOR: pointsOf('MAJOR', null),
  SKILLS: pointsOf('SKILLS', null),
  PAY: pointsOf('PAY', null),
  PLACE: pointsOf('PLACE', null),
  EXPERIENCE: pointsOf('EXPERIENCE', null),
  BACKGROUND: pointsOf('BACKGROUND', null),
  INTEREST: pointsOf('INTEREST', null),
};
