import { NO_WISH, type Market } from './allocation-market.js';
import type { PricedAllocation } from './best-total.js';

/** Why no allocation is worth more: the prices bound every allocation, and this one meets the bound. */
export interface BestTotalProof {
  /** Total weight of the allocation, in millionths. */
  readonly total: number;
  /** What no allocation can exceed (linear programming duality), in millionths. */
  readonly bound: number;
  /** Conditions of the bound or of the allocation that do not hold; 0 when the proof stands. */
  readonly violations: number;
}

/**
 * Checks prices and allocation against the market alone. If all prices and gains are ≥ 0 and no wish is worth more than
 * its person's gain plus the prices of its seat and quota, then the gains and the prices of all seats and quotas add up
 * to at least the total of any allocation.
 */
export function proveBestTotal(market: Market, priced: PricedAllocation): BestTotalProof {
  const { firstWish, wishPosting, wishClass, weight, seats, classSeats, firstClass } = market;
  const { allocation, gains, seatPrices, quotaPrices } = priced;
  const taken = new Int32Array(seats.length);
  const takenOf = new Int32Array(classSeats.length);
  let total = 0;
  let bound = 0;
  let violations = 0;
  allocation.forEach((given, person) => {
    const gain = gains[person] ?? 0;
    bound += gain;
    if (gain < 0) violations += 1;
    const first = firstWish[person] ?? 0;
    const end = firstWish[person + 1] ?? 0;
    for (let wish = first; wish < end; wish++) {
      const price =
        (seatPrices[wishPosting[wish] ?? 0] ?? 0) + (quotaPrices[wishClass[wish] ?? 0] ?? 0);
      if ((weight[wish] ?? 0) > gain + price) violations += 1;
    }
    if (given === NO_WISH) return;
    if (given < first || given >= end) violations += 1;
    total += weight[given] ?? 0;
    taken[wishPosting[given] ?? 0] = (taken[wishPosting[given] ?? 0] ?? 0) + 1;
    takenOf[wishClass[given] ?? 0] = (takenOf[wishClass[given] ?? 0] ?? 0) + 1;
  });
  seats.forEach((count, i) => {
    bound += count * (seatPrices[i] ?? 0);
    if ((seatPrices[i] ?? 0) < 0 || (taken[i] ?? 0) > count) violations += 1;
    // The first class has no quota: what it holds is bounded by the seats alone, and its price must be nothing.
    if ((quotaPrices[firstClass[i] ?? 0] ?? 0) !== 0) violations += 1;
  });
  classSeats.forEach((count, i) => {
    bound += count * (quotaPrices[i] ?? 0);
    if ((quotaPrices[i] ?? 0) < 0 || (takenOf[i] ?? 0) > count) violations += 1;
  });
  return { total, bound, violations };
}
