import { SearchEngine } from '../../src/core/search-engine/index.js';
import { ReferenceReader } from '../../src/modules/reference-data/index.js';
import { PostingFinder, RANKING, SimilarFinder } from '../../src/modules/search/index.js';
import { numberAfter } from '../support/arguments.js';
import { openPlatform } from '../support/platform.js';
import { hasData } from './support/data.js';
import { aliasedOccupations, realPostings } from './support/search-documents.js';
import { crossFitted, measureJudged } from './support/search-judged.js';
import { measureKnown } from './support/search-known.js';
import { drawQueries } from './support/search-queries.js';
import { plainWays, productWay, unaidedWay, type SearchWay } from './support/search-ways.js';
import { rounded } from './support/statistics.js';

const EVAL = 'search';
const DATA = [
  'tipdm-2023-two-sided',
  'it-postings-2019',
  'zhaopin-2024',
  '51job-2023',
  'jobtitle-relevance',
  'reference',
];
/** The frozen set. Figures are told of a fresh one as well, so that nobody tunes to this. */
const FROZEN = 20_261_123;
/** How much being about the same work may count. */
const MEANING_WEIGHTS = [0.3, 0.6, 0.8, 1, 1.3];
const SEED = numberAfter('--seed', FROZEN);

// What the product's settings find of real postings, beside the engine as it comes, in one run: known items by part of a
// title, alias, pinyin, other characters and slips; what only sounds alike; and titles that people judged.
const missing = DATA.filter((folder) => !hasData(folder));
if (missing.length > 0) {
  const skipped = `the data is not here: ${missing.join(', ')}`;
  process.stdout.write(`${JSON.stringify({ eval: EVAL, skipped })}\n`);
} else {
  const app = await openPlatform();
  const engine = app.get(SearchEngine, { strict: false });
  const finder = app.get(PostingFinder, { strict: false });
  const nearby = app.get(SimilarFinder, { strict: false });
  const tables = await app.get(ReferenceReader, { strict: false }).tables();
  const documents = [...realPostings(), ...aliasedOccupations()];
  const queries = drawQueries(documents, SEED);
  const measure = async (way: SearchWay) => ({
    known: await measureKnown(engine, way, documents, queries),
    zh: await measureJudged(engine, way, 'zh'),
    en: await measureJudged(engine, way, 'en'),
  });
  const told = ({ known, zh, en }: Awaited<ReturnType<typeof measure>>) => ({
    recall20: known.recall20.value,
    falseHits: known.falseHits,
    zhMap: zh.map.value,
    zhNoHitShare: zh.noHitShare,
    enMap: en.map.value,
    zhNdcg10: zh.ndcg10,
    enNdcg10: en.ndcg10,
    byKind: known.byKind,
    missedExamples: known.missedExamples,
    tuning: {
      recall20: known.tuningRecall20.value,
      zhMap: zh.tuningMap.value,
      enMap: en.tuningMap.value,
    },
    whole: { zhMap: zh.wholeMap.value, enMap: en.wholeMap.value },
    intervals: {
      recall20: known.recall20.interval,
      zhMap: zh.map.interval,
      enMap: en.map.interval,
    },
    p50Ms: rounded(known.p50Ms, 2),
    fillMs: Math.round(known.fillMs),
    megabytes: Math.round(known.bytes / 1_000_000),
  });
  const product = await measure(productWay(finder, nearby, tables));
  process.stdout.write(JSON.stringify(told(product)) + '\n');
  const settings = [];
  for (const meaningWeight of MEANING_WEIGHTS) {
    const weights = { ...RANKING.similar, meaningWeight };
    settings.push(await measureJudged(engine, productWay(finder, nearby, tables, weights), 'zh'));
  }
  const fitted = crossFitted(settings);

  const unaided = await measureKnown(engine, unaidedWay(engine, tables), documents, queries);
  const baselines = [];
  for (const way of plainWays(engine)) baselines.push([way.name, await measure(way)] as const);
  const { recall20, falseHits, zhMap, zhNoHitShare, enMap, ...rest } = told(product);
  const line = {
    eval: EVAL,
    queries: queries.known.length + queries.alike.length,
    recall20,
    falseHits,
    zhMap,
    zhNoHitShare,
    enMap,
    p50Ratio: rounded(product.known.p50Ms / unaided.p50Ms, 2),
    sizeRatio: rounded(product.known.bytes / unaided.bytes, 2),
    rebuildRatio: rounded(product.known.fillMs / unaided.fillMs, 2),
    baselines: Object.fromEntries(baselines.map(([name, figures]) => [name, told(figures)])),
    seed: SEED,
    zhMapCrossFitted: { map: fitted.value, interval: fitted.interval },
    documents: documents.length,
    alike: queries.alike.length,
    ...rest,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  await app.close();
}
