import type { SearchEngine } from '../../../src/core/search-engine/index.js';
import { KNOWN_EXAMPLES, titled, type Searched } from './search-documents.js';
import { figureOf, recallAt, type Figure } from './search-metrics.js';
import { folded, KINDS, type KnownItem, type QueryKind, type QuerySet } from './search-queries.js';
import { ScratchIndex } from './scratch-index.js';
import type { SearchWay } from './search-ways.js';
import { mean, rounded } from './statistics.js';

/** A page of results. */
const DEPTH = 20;

export interface KnownFigures {
  /** Of the half that nothing was tuned to. */
  readonly recall20: Figure;
  readonly tuningRecall20: Figure;
  readonly byKind: Readonly<Record<QueryKind, number>>;
  /** Queries for which something was found that only sounds alike. */
  readonly falseHits: number;
  readonly missedExamples: readonly string[];
  readonly p50Ms: number;
  readonly fillMs: number;
  readonly bytes: number;
}

/** Whether what must be found is found, and what only sounds alike is not. */
export async function measureKnown(
  engine: SearchEngine,
  way: SearchWay,
  documents: readonly Searched[],
  { known, alike }: QuerySet,
): Promise<KnownFigures> {
  const index = await ScratchIndex.fill(engine, way, documents, 'known');
  const ms: number[] = [];
  const answers: (KnownItem & { readonly recall: number })[] = [];
  for (const query of known) {
    const startedAt = performance.now();
    const ids = await index.ask(query.text, DEPTH);
    ms.push(performance.now() - startedAt);
    answers.push({ ...query, recall: recallAt(ids, query.relevant, DEPTH) });
  }
  const writings = new Map(documents.map((document) => [document.id, allOf(document)]));
  let falseHits = 0;
  for (const { text, written } of alike) {
    const ids = await index.askOn(text, DEPTH);
    const sounds = (all: string): boolean => all.includes(written) && !all.includes(text);
    if (ids.some((id) => sounds(writings.get(id) ?? ''))) falseHits += 1;
  }
  await index.drop();
  const recallOf = (isForTuning: boolean): Figure =>
    figureOf(answers.filter((each) => each.isForTuning === isForTuning).map((each) => each.recall));
  const of = (kind: QueryKind): number =>
    rounded(mean(answers.filter((each) => each.kind === kind).map(({ recall }) => recall)));
  return {
    recall20: recallOf(false),
    tuningRecall20: recallOf(true),
    byKind: Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<QueryKind, number>,
    falseHits,
    missedExamples: await missedExamples(engine, way),
    p50Ms: ms.sort((a, b) => a - b)[Math.floor(ms.length / 2)] ?? 0,
    fillMs: index.fillMs,
    bytes: index.bytes,
  };
}

/** All that is written in it. */
function allOf({ title, employerName, skills, occupation, duties }: Searched): string {
  return folded([title, employerName, ...skills, ...occupation, duties].join(' '));
}

/** Reported failures of the engine, each in an index of its own titles. */
async function missedExamples(engine: SearchEngine, way: SearchWay): Promise<string[]> {
  const documents = KNOWN_EXAMPLES.map(([, title], at) => titled(String(at), title));
  const index = await ScratchIndex.fill(engine, way, documents, 'examples');
  const missed: string[] = [];
  for (const [at, [query, title]] of KNOWN_EXAMPLES.entries()) {
    const ids = await index.ask(query, DEPTH);
    if (!ids.includes(String(at))) missed.push(`${query} → ${title}`);
  }
  await index.drop();
  return missed;
}
