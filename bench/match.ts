import { MatchEngine } from '../src/modules/matching/engine/match-engine.js';
import { explainMatch } from '../src/modules/matching/engine/match-explanation.js';
import type { SeekerFeatures } from '../src/modules/matching/engine/match-features.js';
import { corpusFiles } from './support/corpus.js';
import { BareFilterLoop } from './support/bare-filter-loop.js';
import { measureOnePerson } from './support/one-person.js';
import { report, round } from './support/platform.js';
import { mixedSeekers, realPostings } from './support/real-features.js';

const POSTINGS = 20_000;
const SEEKERS = 10_000;
const TOP = 20;
const CHECKED = 40;
const BARE = 1_000;
const EXPLAINED = 1_000;
const UNLIKE = 1_000;
const RUNS = 3;

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
const plainMs = fastest(() => rank(engine, seekers.slice(0, EXPLAINED)));
const explainedMs = fastest(() => rank(engine, seekers.slice(0, EXPLAINED), true));
const unseen = MatchEngine.of(postings);
const unlikeMs = fastest(() => rank(unseen, unlike), 1);
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
  blockingRecall: recall(seekers.slice(0, CHECKED)),
  explainedRatio: round(explainedMs / plainMs),
  bytesAPosting: Math.round(engine.byteLength / POSTINGS),
  exponentPostings: growth(
    MatchEngine.of(postings.slice(0, POSTINGS / 10)),
    engine,
    [2_000, 2_000],
  ),
  exponentSeekers: growth(engine, engine, [SEEKERS / 10, SEEKERS]),
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

/** Of the best twenty by the explanation of every pair, the share that the engine finds, ties being as good. */
function recall(people: readonly SeekerFeatures[]): number {
  let wanted = 0;
  let found = 0;
  for (const person of people) {
    const all = postings.map((posting) => explainMatch(person, posting));
    const scores = all.filter(({ isFitting }) => isFitting).map(({ score }) => score);
    const best = scores.sort((a, b) => b - a).slice(0, TOP);
    const least = best.at(-1) ?? 0;
    wanted += best.length;
    found += [...engine.best(person, TOP).scores].filter((score) => score >= least).length;
  }
  return round(found / wanted);
}

/** Exponent of the growth from a tenth of one side to the whole. */
function growth(small: MatchEngine, large: MatchEngine, [few, many]: [number, number]): number {
  const smallMs = fastest(() => rank(small, seekers.slice(0, few)));
  const largeMs = fastest(() => rank(large, seekers.slice(0, many)));
  return round(Math.log10(largeMs / smallMs));
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
