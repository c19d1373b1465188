import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { SearchEngine, SearchUnavailable } from '../src/core/search-engine/index.js';
import { ReferenceReader, type ReferenceTables } from '../src/modules/reference-data/index.js';
import {
  JOB_POSTING_SETTINGS,
  PostingFinder,
  toSearchDocument,
  wordsOf,
} from '../src/modules/search/index.js';
import { usedBytes } from './eval/support/engine-size.js';
import { asPosting, realPostings, titled, type Searched } from './eval/support/search-documents.js';
import { drawQueries } from './eval/support/search-queries.js';
import { seeded, shuffled } from './eval/support/statistics.js';
import { numberAfter } from './support/arguments.js';
import { corpusFiles } from './support/corpus.js';
import { openPlatform, percentile, report, round, timed } from './support/platform.js';

const BENCH = 'search-scale';
/** `--postings 1000000` for the whole of it: some twenty minutes on two cores. */
const POSTINGS = numberAfter('--postings', 64_000);
const SEED = 20_261_123;
const BATCH = 5_000;
const QUERIES = 300;
const DAY_S = 86_400;
const PAUSE_MS = 5_000;
const FACETS = [
  ...['publication', 'headcount', 'regionProvince', 'occupationMajor', 'industrySection'],
  ...['payBand', 'educationLevelCode', 'engagementType', 'organisationKind'],
];
const INDEX = 'bench_scale';

// Real postings and varied copies of them in one index that grows: what a page of results with its counts takes.
corpusFiles(BENCH);
const app = await openPlatform();
const engine = app.get(SearchEngine, { strict: false });
const finder = app.get(PostingFinder, { strict: false });
const tables = await app.get(ReferenceReader, { strict: false }).tables();
const real = realPostings();
const random = seeded(SEED);
const queries = shuffled(drawQueries(real, SEED).known, seeded(SEED)).slice(0, QUERIES);
await engine.dropIndex(INDEX);
await engine.ensureIndex(INDEX, JOB_POSTING_SETTINGS);
const before = await usedBytes();

const sizes = [POSTINGS / 16, POSTINGS / 4, POSTINGS].map(Math.round);
const steps: { size: number; p50Ms: number; p99Ms: number; fillS: number }[] = [];
let filled = 0;
let fillMs = 0;
for (const size of sizes) {
  fillMs += await timed(() => fill(size));
  const ms: number[] = [];
  for (const { text } of queries) await warm(text);
  for (const { text } of queries) ms.push(await timed(() => ask(text)));
  const step = { size, p50Ms: percentile(ms, 0.5), p99Ms: percentile(ms, 0.99) };
  steps.push({ ...step, fillS: round(fillMs / 1_000) });
  process.stderr.write(`${JSON.stringify(steps.at(-1))}\n`);
}
const [first, last] = [steps[0], steps.at(-1)];
if (first && last) {
  report({
    bench: BENCH,
    postings: last.size,
    p50Ms: last.p50Ms,
    p99Ms: last.p99Ms,
    exponent: round(Math.log(last.p50Ms / first.p50Ms) / Math.log(last.size / first.size)),
    indexS: last.fillS,
    indexMegabytes: Math.round(((await usedBytes()) - before) / 1_000_000),
    engineMegabytes: engineMegabytes() ?? 'not told by this system',
    steps: JSON.stringify(steps),
  });
}
await engine.dropIndex(INDEX);
await app.close();

/** The first questions after so much writing read the index from the disk, and may take longer than a person would wait. */
async function warm(text: string): Promise<void> {
  for (;;) {
    try {
      await ask(text);
      return;
    } catch (error) {
      if (!(error instanceof SearchUnavailable)) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

async function ask(text: string): Promise<void> {
  const read = await finder.read(wordsOf(text));
  await finder.find(INDEX, read, { facets: FACETS, offset: 0, limit: 20 });
}

async function fill(size: number): Promise<void> {
  const tasks: number[] = [];
  while (filled < size) {
    const batch = Math.min(BATCH, size - filled);
    const documents = Array.from({ length: batch }, (_, at) => documentOf(filled + at, tables));
    tasks.push(await engine.upsert(INDEX, documents));
    filled += batch;
  }
  for (const task of tasks) await engine.waitFor(task, { timeoutMs: 3_600_000 });
}

/** The real ones first; then the title of one with the employer, the skills and the text of others, elsewhere and paid otherwise. */
function documentOf(at: number, all: ReferenceTables): ReturnType<typeof toSearchDocument> {
  const own = real[at % real.length];
  const other = (): Searched | undefined => real[Math.floor(random() * real.length)];
  const varied = at < real.length ? own : { ...own, ...textOf(other()), ...employerOf(other()) };
  const region = all.regions.rows[Math.floor(random() * all.regions.rows.length)];
  const pay = Math.floor(3_000 + random() * 20_000) * 100;
  return toSearchDocument(
    {
      ...asPosting({ ...titled('', ''), ...varied, id: `p-${String(at)}` }),
      regionPath: region ? all.regions.tree.path(region.id).map(({ id }) => id) : [],
      monthlyPayMinFen: pay,
      monthlyPayMaxFen: pay + 200_000,
      publishedAt: new Date((1_750_000_000 - Math.floor(random() * 90) * DAY_S) * 1_000),
    },
    all,
  );
}

function textOf(posting: Searched | undefined): Partial<Searched> {
  return posting ? { duties: posting.duties, skills: posting.skills } : {};
}

function employerOf(posting: Searched | undefined): Partial<Searched> {
  return posting ? { employerName: posting.employerName } : {};
}

/** Memory of the engine's process that is not the index itself, which is mapped. */
function engineMegabytes(): number | null {
  try {
    const sizes = readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .flatMap((pid) => {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const [, kilobytes] = /RssAnon:\s+(\d+)/u.exec(status) ?? [];
        return /^Name:\s+meilisearch/u.test(status) ? [Number(kilobytes)] : [];
      });
    return sizes.length === 0 ? null : Math.round(Math.max(...sizes) / 1_000);
  } catch {
    return null;
  }
}
