import { readFileSync } from 'node:fs';
import { z } from 'zod';

const share = z.number().min(0).max(1);
const weight = z.number().min(0);

const schema = z.object({
  edition: z.iso.date(),
  /** So many of the engine's first hits are put into our order. */
  window: z.int().min(20).max(1_000),
  results: z.object({
    exactTitle: weight,
    titleHasText: weight,
    titleWords: weight,
    titleShare: weight,
    occupation: weight,
    skills: weight,
    nearness: weight,
    answerRate: weight,
    freshness: weight,
    freshnessHalfLifeDays: z.number().positive(),
  }),
  /** What an employer nobody knows is taken to answer, and as how many applications that counts. */
  answerRate: z.object({ unknown: share, weightOfUnknown: weight }),
  /** How near a workplace in the same county, city and province is. */
  nearness: z.tuple([share, share, share]),
  mostOfOneEmployer: z.object({ postings: z.int().min(1), of: z.int().min(2) }),
  similar: z.object({
    /** k1 and b of BM25. */
    saturation: weight,
    lengthShare: share,
    rootWeight: weight,
    threeLettersWeight: weight,
    /** How many of the best titles teach what else to look for, and how much the better ones say of it. */
    teachers: z.int().min(1),
    teacherPower: weight,
    learntWeight: weight,
    /** So many learnt words and characters are looked for anew. */
    learntLetters: z.int().min(0),
    /** What being about the same work adds to the best title's sum, which counts one. */
    meaningWeight: weight,
  }),
});

export type SimilarWeights = z.infer<typeof schema>['similar'];

/** How much each term of the ranking counts: an edition of data. */
export const RANKING = schema.parse(
  JSON.parse(readFileSync(new URL('ranking-weights.json', import.meta.url), 'utf8')),
);
