import { existsSync } from 'node:fs';
import { WEIGHT_SCALE, type Market } from '../src/modules/matching/allocation/allocation-market.js';
import { proveBestTotal } from '../src/modules/matching/allocation/best-total-proof.js';
import { bestTotal } from '../src/modules/matching/allocation/best-total.js';
import { deferredAcceptance } from '../src/modules/matching/allocation/deferred-acceptance.js';
import { compileMarket } from '../src/modules/matching/allocation/market-compiler.js';
import { checkStability } from '../src/modules/matching/allocation/stability-check.js';
import { bareDeferredAcceptance } from './support/bare-deferred-acceptance.js';
import { CORPUS } from './support/corpus.js';
import { lapjv } from './support/lapjv.js';
import { growth } from './support/growth.js';
import { asInput, madeMarket } from './support/made-market.js';
import { report, round } from './support/platform.js';
import { twoSidedMarket } from './support/two-sided-market.js';

const WISHES = 20;
const RUNS = 15;

/** The fastest of several runs: what the work itself takes. */
function fastest<T>(work: () => T, runs = RUNS): { ms: number; answer: T } {
  let ms = Infinity;
  let answer = work();
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    answer = work();
    ms = Math.min(ms, performance.now() - startedAt);
  }
  return { ms, answer };
}

/** Stable allocation of a generated market, against the bare algorithm; both must give everybody the same. */
function stable(people: number, postings: number) {
  const bare = madeMarket(people, postings, WISHES);
  const input = asInput(bare);
  const raw = fastest(() => bareDeferredAcceptance(bare));
  const startedAt = performance.now();
  const { market } = compileMarket(input);
  const compileMs = performance.now() - startedAt;
  const own = fastest(() => deferredAcceptance(market));
  const given = new Map<string, string>();
  let differing = 0;
  own.answer.forEach((wish, person) => {
    const id = market.personIds[person] ?? '';
    if (wish >= 0) given.set(id, market.postingIds[market.wishPosting[wish] ?? 0] ?? '');
    const place = wish < 0 ? -1 : wish - (market.firstWish[person] ?? 0);
    if (place !== raw.answer[Number(id.slice('person-'.length))]) differing += 1;
  });
  const checkedAt = performance.now();
  const proof = checkStability(input, given);
  const checkMs = performance.now() - checkedAt;
  return { ms: own.ms, rawMs: raw.ms, compileMs, checkMs, proof, differing, seated: given.size };
}

/** Pairs from the best down, taken while person and seat are free. */
function greedyTotal({ weight, wishPerson, wishPosting, seats }: Market): number {
  const free = seats.slice();
  const isSeated = new Set<number>();
  let total = 0;
  const byWeight = Int32Array.from(weight, (_, i) => i).sort(
    (a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b,
  );
  for (const wish of byWeight) {
    const posting = wishPosting[wish] ?? 0;
    const person = wishPerson[wish] ?? 0;
    if ((free[posting] ?? 0) === 0 || isSeated.has(person)) continue;
    free[posting] = (free[posting] ?? 0) - 1;
    isSeated.add(person);
    total += weight[wish] ?? 0;
  }
  return total;
}

/** The best total of a real market, against LAPJV on one column a seat. */
function best() {
  const { market } = compileMarket(twoSidedMarket());
  const { seats, firstWish, wishPosting, weight } = market;
  const people = market.personIds.length;
  const firstSeat = new Int32Array(seats.length + 1);
  seats.forEach((count, i) => (firstSeat[i + 1] = (firstSeat[i] ?? 0) + count));
  const columns = firstSeat.at(-1) ?? 0;
  const cost = new Float64Array(people * columns);
  for (let person = 0; person < people; person++) {
    for (let wish = firstWish[person] ?? 0; wish < (firstWish[person + 1] ?? 0); wish++) {
      const posting = wishPosting[wish] ?? 0;
      const row = person * columns;
      const value = -(weight[wish] ?? 0);
      cost.fill(value, row + (firstSeat[posting] ?? 0), row + (firstSeat[posting + 1] ?? 0));
    }
  }
  const yardstick = fastest(() => lapjv(cost, people, columns), 3);
  const optimum = -yardstick.answer.reduce((sum, at, i) => sum + (cost[i * columns + at] ?? 0), 0);
  const own = fastest(() => bestTotal(market), 3);
  const proof = proveBestTotal(market, own.answer);
  return {
    optimum: round(optimum / WEIGHT_SCALE),
    optimumShare: proof.total / optimum,
    isOptimumProved: proof.violations === 0 && proof.total === proof.bound,
    greedyShare: Math.round((greedyTotal(market) / optimum) * 1e4) / 1e4,
    optimumPeople: people,
    optimumSeats: columns,
    optimumPairs: weight.length,
    optimumMs: round(own.ms),
    lapjvMs: round(yardstick.ms),
    optimumRatio: Math.round((own.ms / yardstick.ms) * 1e4) / 1e4,
  };
}

const sizes = [10_000, 30_000, 100_000].map((people) => ({
  people,
  ...stable(people, people / 5),
}));
const largest = sizes.at(-1);
if (!largest) throw new Error('No size');
report({
  bench: 'allocate',
  people: largest.people,
  postings: largest.people / 5,
  wishes: WISHES,
  ms: round(largest.ms),
  rawMs: round(largest.rawMs),
  ratio: round(largest.ms / largest.rawMs),
  blockingPairs: sizes.reduce((sum, { proof }) => sum + proof.blockingCount + proof.violations, 0),
  check: largest.proof.method,
  checkedPairs: largest.proof.checkedCount,
  differingFromRaw: sizes.reduce((sum, { differing }) => sum + differing, 0),
  seated: largest.seated,
  exponent: round(growth(sizes.map(({ people, ms }) => [people, ms]))),
  rawExponent: round(growth(sizes.map(({ people, rawMs }) => [people, rawMs]))),
  compileMs: Math.round(largest.compileMs),
  checkMs: Math.round(largest.checkMs),
  ...(existsSync(CORPUS) ? best() : { optimum: 'skipped: the corpus is not here' }),
});
