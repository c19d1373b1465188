import { MatchEngine } from '../src/modules/matching/engine/match-engine.js';
import { explainMatch } from '../src/modules/matching/engine/match-explanation.js';
import type { SeekerFeatures } from '../src/modules/matching/engine/match-features.js';
import { corpusFiles } from './support/corpus.js';
import { BareFilterLoop } from './support/bare-filter-loop.js';
import { bruteForceBest } from './support/brute-force.js';
import { edgeBytes } from './support/edge-bytes.js';
import { everyNth, growth } from './support/growth.js';
import { measureOnePerson } from './support/one-person.js';
import { report, round } from './support/platform.js';
import { mixedSeekers, realPostings } from './support/real-features.js';

const POSTINGS = 20_000;
const SEEKERS = 10_000;
const TOP = 20;
const CHECKED = 60;
const KEEPING = 2_000;
const BARE = 1_000;
const EXPLAINED = 1_000;
const UNLIKE = 1_000;
/** Share of a side, as one in so many, that growth is measured with. */
const SHARES = [10, 10 / 3, 1];
/** People who are ranked for the growth with postings. */
const RANKED = 1_000;
const RUNS = 3;
const PAIRS = 7;

// Exact best twenty of real postings for people put together of real ones, on one core, against what one would write by
// hand; the same with reasons; and one person against a hundred thousand postings through the API.
corpusFiles('match');
const postings = realPostings(POSTINGS);
const seekers = mixedSeekers(SEEKERS, postings);
const engine = MatchEngine.of(postings);
const bare = new BareFilterLoop(postings);
// The corpus of seekers has few different wishes, and what is found for one is kept; here everybody wishes for another.
const unlike = seekers.slice(0, UNLIKE).map((person, i) => ({
  ...person,
  wishedTitles: [postings[(i * 17) % POSTINGS]?.title ?? ''],
}));

// Nothing is remembered yet: this engine is used for the first time.
const ms = fastest(() => rank(engine, seekers), 1);
const bareMs = fastest(() => {
  for (const person of seekers.slice(0, BARE)) bare.best(person);
});
const explainedRatio = ratioOf(
  () => rank(engine, seekers.slice(0, EXPLAINED), true),
  () => rank(engine, seekers.slice(0, EXPLAINED)),
);
const unseen = MatchEngine.of(postings);
const unlikeMs = fastest(() => rank(unseen, unlike), 1);
const bytes = edgeBytes(engine, postings, seekers.slice(0, KEEPING));
const pairsPerSec = (SEEKERS * POSTINGS) / (ms / 1_000);
const rawPairsPerSec = (BARE * POSTINGS) / (bareMs / 1_000);
report({
  bench: 'match',
  postings: POSTINGS,
  seekers: SEEKERS,
  differentWishes: new Set(seekers.flatMap(({ wishedTitles }) => wishedTitles)).size,
  seconds: round(ms / 1_000),
  pairsPerSec: Math.round(pairsPerSec),
  rawPairsPerSec: Math.round(rawPairsPerSec),
  ratio: round(pairsPerSec / rawPairsPerSec),
  pairsPerSecDifferentWishes: Math.round((UNLIKE * POSTINGS) / (unlikeMs / 1_000)),
  ...recalls(seekers.slice(0, CHECKED)),
  explainedRatio: round(explainedRatio),
  bytesAPosting: round(engine.byteLength / POSTINGS + bytes.aPosting),
  bytesASeeker: round(bytes.aSeeker),
  bytesAnEdge: round(bytes.anEdge),
  exponentPostings: round(growth(postingSizes())),
  exponentSeekers: round(growth(seekerSizes())),
  ...(await measureOnePerson()),
});

function rank(of: MatchEngine, people: readonly SeekerFeatures[], isExplained = false): number {
  let sum = 0;
  for (const person of people) {
    const best = of.best(person, TOP);
    sum += best.postings.length;
    if (!isExplained) continue;
    for (const position of best.postings) sum += explainMatch(person, of.posting(position)).score;
  }
  return sum;
}

/**
 * Of the best twenty of everything that has no unmet requirement, the share that the engine finds, ties being as good;
 * and of those among them that are about the person's work at all, which the others are kept off a list for.
 */
function recalls(people: readonly SeekerFeatures[]) {
  const all = { wanted: 0, found: 0 };
  const fitting = { wanted: 0, found: 0 };
  for (const person of people) {
    const scores = [...engine.best(person, TOP).scores];
    const count = (of: typeof all, best: readonly number[]): void => {
      const least = best.at(-1) ?? 0;
      of.wanted += best.length;
      of.found += scores.filter((score) => score >= least).slice(0, best.length).length;
    };
    count(all, bruteForceBest(person, postings, TOP));
    const about = postings.filter((posting) => explainMatch(person, posting).isFitting);
    count(fitting, bruteForceBest(person, about, TOP));
  }
  return {
    blockingPeople: people.length,
    blockingPairs: people.length * POSTINGS,
    blockingRecall: round(all.found / all.wanted),
    blockingRecallFitting: round(fitting.found / fitting.wanted),
  };
}

/** Ranking the same people with growing markets, each a sample of the same postings. */
function postingSizes(): [number, number][] {
  return SHARES.map((share) => {
    const some = everyNth(postings, share);
    const market = MatchEngine.of(some);
    const people = seekers.slice(0, RANKED);
    return [some.length, fastest(() => rank(market, people))];
  });
}

function seekerSizes(): [number, number][] {
  return SHARES.map((share) => {
    const people = everyNth(seekers, share);
    return [people.length, fastest(() => rank(engine, people), 2)];
  });
}

/** How much longer one takes than the other: the middle of several pairs of runs, so that others on the machine disturb both. */
function ratioOf(one: () => unknown, other: () => unknown): number {
  const ratios = Array.from({ length: PAIRS }, () => fastest(one, 1) / fastest(other, 1));
  return ratios.sort((a, b) => a - b)[(PAIRS - 1) / 2] ?? 0;
}

/** Milliseconds of the fastest of several runs. */
function fastest(work: () => unknown, runs = RUNS): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    work();
    best = Math.min(best, performance.now() - startedAt);
  }
  return best;
}
