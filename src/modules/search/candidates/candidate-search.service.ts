import { Injectable, Logger } from '@nestjs/common';
import { organisationsWith, type Actor } from '../../../core/auth/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import {
  CandidateReader,
  JOB_SEEKER_SEARCH,
  type CandidateConditions,
} from '../../profiles/index.js';
import { ReferenceReader, type ReferenceTables } from '../../reference-data/index.js';
import type { TextReading } from '../posting-finder.service.js';
import { searchDigest } from '../search-cursor.js';
import { facetValues, type Counts } from '../search-facets.js';
import {
  checkedFirst,
  isEngineAway,
  searchConnection,
  searchPage,
  type SearchPage,
} from '../search-page.js';
import {
  AskedCandidatesReader,
  candidateFilter,
  candidateGuard,
  type AskedCandidates,
} from './candidate-conditions.service.js';
import { CandidateFinder } from './candidate-finder.service.js';
import { CandidateIndexer } from './candidate-indexer.service.js';
import type { CandidateSearchArgs } from './candidate-search.inputs.js';
import type {
  CandidateFacet,
  CandidateFacetName,
  CandidateSearchConnection,
} from './candidate-search.model.js';
import { CANDIDATE_TOTAL_FACET, HOME_FACETS, MAX_CANDIDATES } from './candidate.settings.js';

interface Hits {
  readonly ids: readonly string[];
  readonly total: number;
  readonly facets: CandidateFacet[];
  readonly degraded: boolean;
  readonly reading: TextReading | null;
}

/** Pages an organisation may look at in a day: enough to look for people, too few to copy them. */
export const PAGES_PER_DAY = { points: 1_000, perSeconds: 86_400 };

/**
 * Searches people for an employer: ids from the engine, rows from the database, which has the last word on who lets
 * employers find her now, and from whom she hides. When the engine is away the database answers alone and says so.
 */
@Injectable()
export class CandidateSearch {
  private readonly logger = new Logger(CandidateSearch.name);

  constructor(
    private readonly asked: AskedCandidatesReader,
    private readonly finder: CandidateFinder,
    private readonly candidates: CandidateReader,
    private readonly reference: ReferenceReader,
    private readonly indexer: CandidateIndexer,
    private readonly limiter: RateLimiter,
  ) {}

  async search(actor: Actor, args: CandidateSearchArgs): Promise<CandidateSearchConnection> {
    checkedFirst(args.first);
    const asked = await this.asked.of(args);
    const page = searchPage(args, searchDigest([asked.conditions, 'candidates']), MAX_CANDIDATES);
    for (const organisationId of organisationsWith(actor, JOB_SEEKER_SEARCH)) {
      await this.limiter.consume('candidate-search', organisationId, PAGES_PER_DAY);
    }
    const { hits, nodes } = await this.shown(actor, asked, page);
    const { facets, degraded, reading, total } = hits;
    const isTruncated = total > MAX_CANDIDATES;
    return { ...searchConnection(page, hits, nodes), facets, isTruncated, degraded, reading };
  }

  /** Hits the database shows no more are behind: they are asked for without, so that nothing counts them either. */
  private async shown(actor: Actor, asked: AskedCandidates, page: SearchPage) {
    const hits = await this.hits(actor, asked, page, []);
    const nodes = await this.candidates.findMany(actor, hits.ids);
    const shown = new Set(nodes.map(({ id }) => id));
    const gone = hits.ids.filter((id) => !shown.has(id));
    if (hits.degraded || gone.length === 0) return { hits, nodes };
    this.repair(gone);
    const without = await this.hits(actor, asked, page, gone);
    return { hits: without, nodes: await this.candidates.findMany(actor, without.ids) };
  }

  private async hits(
    actor: Actor,
    asked: AskedCandidates,
    page: SearchPage,
    gone: readonly string[],
  ): Promise<Hits> {
    try {
      return await this.engineHits(actor, asked, page, gone);
    } catch (error) {
      if (!isEngineAway(error)) throw error;
      this.logger.warn({ message: 'The search engine is away: answered from the database', error });
      const found = await this.candidates.search(actor, asked.conditions, page);
      return { ...found, facets: [], degraded: true, reading: null };
    }
  }

  private async engineHits(
    actor: Actor,
    { conditions, words }: AskedCandidates,
    { limit, offset }: SearchPage,
    gone: readonly string[],
  ): Promise<Hits> {
    const tables = await this.reference.tables();
    const attributes = facetAttributes(conditions, tables);
    const found = await this.finder.find(words, {
      filter: candidateFilter(conditions, tables),
      guard: candidateGuard(
        actor.grants.map(({ organisationId }) => organisationId),
        gone,
      ),
      facets: [...new Set([CANDIDATE_TOTAL_FACET, ...attributes.values()])],
      limit,
      offset,
    });
    const { ids, total, counts, reading } = found;
    return { ids, total, facets: named(attributes, counts, tables), degraded: false, reading };
  }

  /** They are brought up to date, and nobody waits for it. */
  private repair(gone: readonly string[]): void {
    this.indexer.enqueue(gone).catch((error: unknown) => {
      this.logger.warn(`Could not hand over candidates to index: ${String(error)}`);
    });
  }
}

/** Homes are counted one level below where was searched. */
function facetAttributes(
  { homeRegionId }: CandidateConditions,
  { regions }: ReferenceTables,
): Map<CandidateFacetName, string> {
  const depth = homeRegionId === null ? 0 : regions.tree.path(homeRegionId).length;
  return new Map([
    ['REGION', HOME_FACETS[Math.min(depth, HOME_FACETS.length - 1)] ?? HOME_FACETS[0]],
    ['EDUCATION', 'educationLevelCode'],
    ['EXPERIENCE', CANDIDATE_TOTAL_FACET],
  ]);
}

function named(
  attributes: ReadonlyMap<CandidateFacetName, string>,
  counts: Counts,
  tables: ReferenceTables,
): CandidateFacet[] {
  return [...attributes].map(([name, attribute]) => ({
    name,
    values: facetValues(tables, name, counts[attribute]),
  }));
}
