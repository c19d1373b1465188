import type { Candidates, Ranking } from '../../../src/modules/matching/engine/candidates.js';
import {
  makeLists,
  type ListMarket,
  type RankedLists,
} from '../../../src/modules/matching/engine/list-making.js';
import { MatchEngine } from '../../../src/modules/matching/engine/match-engine.js';
import { MatchIndex } from '../../../src/modules/matching/engine/match-index.js';
import { SeatAuction } from '../../../src/modules/matching/engine/seat-auction.js';
import { gini, interval, mean, rounded, seeded, type Interval } from './statistics.js';
import { bestOf, byText, greedy, NOBODY, popular, random, separate } from './strategies.js';
import type { Market } from './market.js';

/** Postings on a list, as in the product. */
const LIST_LENGTH = 30;

/** Points of a score for a utility of one. */
const POINTS = 1_000;

export interface Congestion {
  /** People who are shown something. */
  readonly listed: number;
  /** Share of them whose first suggestion is one too many for the posting's seats. */
  readonly congestedShare: number;
  /** Over the people as they were sent; a market of other people would be shared out anew. */
  readonly congestedInterval: Interval;
  /** Different postings suggested first: of the market as a whole, as the Gini index, so without an interval. */
  readonly distinctFirst: number;
  /** Of how often each posting is suggested first, over all postings. */
  readonly gini: number;
  /** Utility of the first suggestion, as a share of the best there is for the people. */
  readonly meanUtility: number;
  readonly utilityInterval: Interval;
  /** Utility of the first suggestions that have a seat, as a share of the most that seats allow. */
  readonly optimumShare: number;
}

/** Everything about who is suggested what first, and what would be otherwise. */
export function measureCongestion(market: Market) {
  const lists = listsByUtility(market);
  const bound = upperBound(market);
  const figures = (firsts: Int32Array): Congestion => congestionOf(market, firsts, bound);
  return {
    people: market.people.length,
    postings: market.postings.length,
    optimumAtMost: rounded(bound, 2),
    shared: figures(firstsOf(lists)),
    separate: figures(separate(market)),
    greedy: figures(greedy(market)),
    random: figures(random(market)),
    popularity: figures(popular(market)),
    textOnly: figures(byText(market)),
    occupationCodeOnly: 'no codes in this data',
    ownScore: ownScore(market, figures),
  };
}

/** The platform's lists from its own score, and what its score alone would suggest first. */
function ownScore(market: Market, figures: (firsts: Int32Array) => Congestion) {
  const { people, postings } = market;
  const lists = MatchEngine.of(postings).rank(people, { limit: LIST_LENGTH });
  // No posting of the corpus has requirements beyond those of numbers.
  const index = MatchIndex.of(postings);
  const scores = people.map((person) => index.scores(person));
  const alone = Int32Array.from(scores, (of) => bestOf(of));
  const best = scores.map((of, person) => of[alone[person] ?? 0] ?? 0);
  return {
    shared: figures(firstsOf(lists)),
    separate: figures(alone),
    scoreShare: rounded(mean(lists.map((list) => list[0]?.score ?? 0)) / mean(best)),
  };
}

function listsByUtility({ utilities, seats, people }: Market): RankedLists {
  const known = new Map<Float64Array, Candidates>();
  const candidatesOf = (person: number): Candidates => {
    const of = utilities[person] ?? new Float64Array();
    const found = known.get(of) ?? fitting(of);
    known.set(of, found);
    return found;
  };
  const random = seeded(3);
  const starts = people.map(() => Math.floor(random() * seats.length));
  const market: ListMarket = {
    groups: Int32Array.from(people.keys()),
    freeSeats: seats,
    candidates: candidatesOf,
    tieStart: (person) => starts[person] ?? 0,
  };
  const steps = makeLists(market, { limit: LIST_LENGTH });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function fitting(utilities: Float64Array): Candidates {
  const postings = Int32Array.from([...utilities.keys()].filter((i) => (utilities[i] ?? 0) > 0));
  const scores = Int16Array.from(postings, (i) => Math.round((utilities[i] ?? 0) * POINTS));
  return { postings, scores };
}

export function firstsOf(lists: RankedLists): Int32Array {
  return Int32Array.from(lists, (list) => list[0]?.posting ?? NOBODY);
}

export function congestionOf(market: Market, firsts: Int32Array, bound: number): Congestion {
  const { utilities, seats } = market;
  const counts = seats.map(() => 0);
  for (const first of firsts) if (first !== NOBODY) counts[first] = (counts[first] ?? 0) + 1;
  // Nobody among those sent to one posting is the one too many: each is with the same chance.
  const crowding = counts.map((count, i) => Math.max(0, count - (seats[i] ?? 0)) / (count || 1));
  const listed = [...firsts.keys()].filter((person) => firsts[person] !== NOBODY);
  const congested = listed.map((person) => crowding[firsts[person] ?? 0] ?? 0);
  const best = utilities.map((of) => of.reduce((most, utility) => Math.max(most, utility), 0));
  const got = utilities.map((of, person) => of[firsts[person] ?? 0] ?? 0);
  const seated = got.map((utility, person) => utility * (1 - (crowding[firsts[person] ?? 0] ?? 0)));
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return {
    listed: listed.length,
    congestedShare: rounded(mean(congested)),
    congestedInterval: interval(congested),
    distinctFirst: counts.filter((count) => count > 0).length,
    gini: rounded(gini(counts)),
    meanUtility: rounded(sum(got) / sum(best)),
    utilityInterval: interval(got, best),
    optimumShare: rounded(sum(seated) / bound),
  };
}

/**
 * No assignment within the seats is worth more than this, whatever the prices are (weak duality of the transportation
 * problem): everybody's best worth at the prices, and the prices of all seats. An auction in small raises finds prices
 * that bring it close to what is reached.
 */
export function upperBound({ utilities, seats }: Market): number {
  const auction = new SeatAuction({
    peopleCount: utilities.length,
    places: Int32Array.from(seats),
    prices: new Int32Array(seats.length),
    raise: 1,
    ranking: (person) => rankingOf(utilities[person] ?? new Float64Array()),
  });
  for (const _ of auction.run()) continue;
  const prices = Array.from(auction.prices, (price, i) => (seats[i] === 0 ? 0 : price / POINTS));
  const paid = seats.reduce((sum, count, i) => sum + count * (prices[i] ?? 0), 0);
  return utilities.reduce((sum, of) => {
    let most = 0;
    for (let i = 0; i < of.length; i++) most = Math.max(most, (of[i] ?? 0) - (prices[i] ?? 0));
    return sum + most;
  }, paid);
}

const rankings = new WeakMap<Float64Array, Ranking>();

function rankingOf(of: Float64Array): Ranking {
  const known = rankings.get(of);
  if (known) return known;
  const order = [...of.keys()]
    .filter((i) => (of[i] ?? 0) > 0)
    .sort((a, b) => (of[b] ?? 0) - (of[a] ?? 0));
  const ranking = {
    postings: Int32Array.from(order),
    scores: Int16Array.from(order, (i) => Math.round((of[i] ?? 0) * POINTS)),
    isAll: true,
  };
  rankings.set(of, ranking);
  return ranking;
}
