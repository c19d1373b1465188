import { withSample, type CorpusFile } from './corpus.js';
import type { MainJobReader } from './main-job.reader.js';
import type { ImportOutcome, MarketCommands } from './market-commands.js';
import { must } from './play-failed.js';
import type { Play } from './play.js';

const INDEXED_WITHIN_MS = 300_000;

interface MarketRequest {
  readonly files: readonly CorpusFile[];
  /** Records taken of each file; all of them when null. */
  readonly sample: number | null;
}

/** Real postings and people: imported, found by the search, and recommended to each other. */
export async function bringIn(
  play: Play,
  { files, sample }: MarketRequest,
  market: MarketCommands,
  reader: MainJobReader,
): Promise<void> {
  await play.step(
    'The index is there',
    async () => ((await isIndexed(play)) ? 'already' : market.reindex()),
    String,
  );
  const imports = await play.step(
    'Real postings and job seekers are imported',
    () =>
      sample === null
        ? market.import(files)
        : withSample(files, sample, (samples) => market.import(samples)),
    (outcomes) => outcomes.map(({ told }) => told).join('; '),
  );
  for (const outcome of imports) everyRowTaken(outcome);
  await play.step(
    'The worker brings all of them into the search',
    () => play.eventually('everything is found', () => foundOf(play), INDEXED_WITHIN_MS),
    (found) => `${found.toString()} open postings`,
  );
  const { peopleCount } = await play.step(
    'Recommendations are worked out for every seeker',
    () => market.match(),
    ({ told }) => told,
  );
  const { seekers, recommendations } = await reader.counts();
  must(peopleCount === seekers, `nobody of ${seekers.toString()} seekers is left out`);
  must(recommendations > 0, 'seekers have recommendations');
}

function everyRowTaken({ told, rows, created, updated, unchanged }: ImportOutcome): void {
  must(rows > 0 && created + updated + unchanged === rows, `every row is taken: ${told}`);
}

/** Without an index the search answers from the database. */
async function isIndexed({ anyone }: Play): Promise<boolean> {
  const { searchJobPostings } = await anyone.ask<{ searchJobPostings: { degraded: boolean } }>(
    '{ searchJobPostings(first: 1) { degraded } }',
  );
  return !searchJobPostings.degraded;
}

/** How many postings the search finds; null until that is what the records say. */
async function foundOf({ anyone }: Play): Promise<number | null> {
  const { searchJobPostings, jobPostings } = await anyone.ask<{
    searchJobPostings: { total: number; degraded: boolean };
    jobPostings: { totalCount: number };
  }>('{ searchJobPostings(first: 1) { total degraded } jobPostings(first: 1) { totalCount } }');
  const { total, degraded } = searchJobPostings;
  return !degraded && total > 0 && total === jobPostings.totalCount ? total : null;
}
