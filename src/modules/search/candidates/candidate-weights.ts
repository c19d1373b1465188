import { readFileSync } from 'node:fs';
import { z } from 'zod';

const weight = z.number().min(0);

const schema = z.object({
  edition: z.iso.date(),
  /** So many of the engine's first hits are put into our order. */
  window: z.int().min(20).max(1_000),
  exactWish: weight,
  wishWords: weight,
  skills: weight,
  occupation: weight,
  freshness: weight,
  freshnessHalfLifeDays: z.number().positive(),
});

/** How much each term of the order of candidates counts: an edition of data. */
export const CANDIDATE_RANKING = schema.parse(
  JSON.parse(readFileSync(new URL('candidate-weights.json', import.meta.url), 'utf8')),
);
