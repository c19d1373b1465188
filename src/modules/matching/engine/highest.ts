/**
 * Positions of the `count` highest scores at or above `least`, best first. Ties are taken from `start` on, round
 * the end: people with the same wishes begin at different postings instead of all proposing to the same few.
 * Scores are 0 … 1,000.
 */
export function highest(scores: Int16Array, count: number, least: number, start = 0): number[] {
  const size = scores.length;
  const tally = new Int32Array(1001);
  for (let i = 0; i < size; i++) {
    const score = scores[i] ?? 0;
    if (score >= least) tally[score] = (tally[score] ?? 0) + 1;
  }
  let whole = 1001;
  let taken = 0;
  while (whole > least && taken + (tally[whole - 1] ?? 0) <= count) taken += tally[--whole] ?? 0;
  // Of the level below those that are taken whole, as many as there is room for.
  const lowest = Math.max(least, whole - 1);
  const positions: number[] = [];
  const take = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const score = scores[i] ?? 0;
      if (score < lowest) continue;
      if (score >= whole) positions.push(i);
      else if (taken < count) {
        taken += 1;
        positions.push(i);
      }
    }
  };
  take(start, size);
  take(0, start);
  return positions.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}
