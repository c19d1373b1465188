import type { Market } from './allocation-market.js';

export interface WishesByWeight {
  readonly weight: Float64Array;
  readonly wishClass: Int32Array;
  readonly wish: Int32Array;
}

/** The wishes of each person by weight, the highest first; equals as the person has them. */
export function wishesByWeight({ firstWish, wishClass, weight }: Market): WishesByWeight {
  const wish = Int32Array.from(weight, (_, i) => i);
  for (let person = 0; person + 1 < firstWish.length; person++) {
    const own = wish.subarray(firstWish[person] ?? 0, firstWish[person + 1] ?? 0);
    const isSorted = own.every(
      (each, i) => i === 0 || (weight[each - 1] ?? 0) >= (weight[each] ?? 0),
    );
    if (!isSorted) own.sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b);
  }
  return {
    wish,
    wishClass: wish.map((each) => wishClass[each] ?? 0),
    weight: Float64Array.from(wish, (each) => weight[each] ?? 0),
  };
}
