/** How many have a place from one to another; `to` null for all further ones. */
export interface RankBand {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
}

/** Wishes one by one as far as people look at them, then several together. */
const WISH_BANDS = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 5],
  [6, 10],
  [11, 20],
] as const;

/** Of counts by wish, first to last; bands after the last wish anybody got are left out. */
export function wishBands(counts: readonly number[]): RankBand[] {
  return WISH_BANDS.filter(([from]) => from === 1 || from <= counts.length).map(([from, to]) => ({
    from,
    to,
    count: counts.slice(from - 1, to).reduce((sum, count) => sum + count, 0),
  }));
}

/** Of counts up to a place; empty bands at the end are left out. */
export function placeBands(
  ranks: readonly { readonly upTo: number | null; readonly count: number }[],
): RankBand[] {
  const bands = ranks.map(({ upTo, count }, i) => ({
    from: (ranks[i - 1]?.upTo ?? 0) + 1,
    to: upTo,
    count,
  }));
  return bands.slice(0, bands.findLastIndex(({ count }) => count > 0) + 1);
}
