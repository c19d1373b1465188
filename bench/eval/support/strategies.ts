import { occupationShare } from '../../../src/modules/matching/engine/match-score.rules.js';
import type { Market } from './market.js';
import { Bm25, wordsOf } from './ranking.js';
import { seeded } from './statistics.js';

/** No posting suggested. */
export const NOBODY = -1;

/** Everybody's own best, the earlier posting where two are the same. */
export function separate({ utilities }: Market): Int32Array {
  return Int32Array.from(utilities, (of) => bestOf(of));
}

export function bestOf(values: ArrayLike<number>): number {
  let best = NOBODY;
  for (let i = 0; i < values.length; i++) {
    if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  }
  return best;
}

/** Pairs from the highest utility down while the person has none and the posting a seat. */
export function greedy({ utilities, seats }: Market): Int32Array {
  const pairs = utilities.flatMap((of, person) =>
    [...of].flatMap((utility, posting) => (utility > 0 ? [{ person, posting, utility }] : [])),
  );
  pairs.sort((a, b) => b.utility - a.utility || a.person - b.person || a.posting - b.posting);
  const free = [...seats];
  const firsts = new Int32Array(utilities.length).fill(NOBODY);
  for (const { person, posting } of pairs) {
    if (firsts[person] !== NOBODY || free[posting] === 0) continue;
    firsts[person] = posting;
    free[posting] = (free[posting] ?? 0) - 1;
  }
  return firsts;
}

/** Any posting that fits at all. */
export function random({ utilities }: Market): Int32Array {
  const draw = seeded(4);
  return Int32Array.from(utilities, (of) => {
    const fitting = [...of.keys()].filter((i) => (of[i] ?? 0) > 0);
    return fitting[Math.floor(draw() * fitting.length)] ?? NOBODY;
  });
}

/** Of what fits, the posting that fits most people. */
export function popular({ utilities, seats }: Market): Int32Array {
  const fitting = new Int32Array(seats.length);
  for (const of of utilities) {
    for (let i = 0; i < of.length; i++) {
      if ((of[i] ?? 0) > 0) fitting[i] = (fitting[i] ?? 0) + 1;
    }
  }
  return Int32Array.from(utilities, (of) =>
    bestOf(fitting.map((count, i) => ((of[i] ?? 0) > 0 ? count : 0))),
  );
}

/** Of what fits, the title that text search finds best for the wishes. */
export function byText({ utilities, people, postings }: Market): Int32Array {
  const text = new Bm25(postings.map(({ title }) => wordsOf(title)));
  return Int32Array.from(people, ({ wishedTitles }, person) => {
    const of = utilities[person] ?? new Float64Array();
    const found = text.scores(wishedTitles.flatMap(wordsOf));
    return bestOf(found.map((score, i) => ((of[i] ?? 0) > 0 ? score : 0)));
  });
}

/** Of what fits, the first posting whose occupation stands nearest to one that is wished for. */
export function byOccupation({ utilities, people, postings }: Market): Int32Array {
  return Int32Array.from(people, ({ wishedOccupationCodes }, person) => {
    const of = utilities[person] ?? new Float64Array();
    return bestOf(
      postings.map(({ occupationCode }, i) =>
        occupationCode === null || (of[i] ?? 0) === 0
          ? 0
          : Math.max(
              0,
              ...wishedOccupationCodes.map((code) => occupationShare(code, occupationCode)),
            ),
      ),
    );
  });
}
