import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import { Clock } from '../../core/clock/index.js';
import { JobPostingReader, type JobPosting } from '../job-postings/index.js';
import { PostingFinder, type TextReading } from './posting-finder.service.js';
import {
  engineFilter,
  engineGuard,
  SearchConditions,
  type AskedConditions,
} from './query/search-conditions.js';
import { searchDigest } from './search-cursor.js';
import {
  checkedFirst,
  isEngineAway,
  searchConnection,
  searchPage,
  type SearchPage,
} from './search-page.js';
import { POSITIONS_FACET, positionsOf, SearchFacets, TOTAL_FACET } from './search-facets.js';
import { SearchIndexer } from './indexing/search-indexer.service.js';
import type { JobPostingSearchArgs, JobPostingSearchOrder } from './search.inputs.js';
import { FEW_RESULTS, SearchHelp } from './search-help.service.js';
import { SearchOffers } from './search-offers.service.js';
import type { JobPostingSearchConnection, SearchFacet } from './search.model.js';
import { JOB_POSTINGS_INDEX, MAX_HITS } from './indexing/search.settings.js';

interface Hits {
  readonly ids: readonly string[];
  readonly total: number;
  readonly positions: number;
  readonly facets: SearchFacet[];
  readonly degraded: boolean;
  readonly reading: TextReading | null;
  /** Whether the words stand in a title in one piece. */
  readonly isInTitle: boolean;
  /** What those at the front ask for. */
  readonly skills: readonly string[];
}

/** Fields that cost something of their own, and whether they were asked for. */
export interface WantedFields {
  readonly facets: boolean;
  readonly offers: boolean;
  readonly similar: boolean;
  readonly didYouMean: boolean;
  readonly relaxations: boolean;
}

const SORTS: Readonly<Record<JobPostingSearchOrder, readonly { by: string; direction: 'desc' }[]>> =
  {
    RELEVANCE: [],
    NEWEST: [{ by: 'publishedAt', direction: 'desc' }],
    PAY_HIGHEST: [{ by: 'monthlyPayMax', direction: 'desc' }],
  };

/**
 * Searches the open postings: ids from the engine, rows from the database, which has the last word on what is open and
 * who may see it. When the engine is away the database answers alone and says so.
 */
@Injectable()
export class JobPostingSearch {
  private readonly logger = new Logger(JobPostingSearch.name);

  constructor(
    private readonly finder: PostingFinder,
    private readonly conditions: SearchConditions,
    private readonly facets: SearchFacets,
    private readonly postings: JobPostingReader,
    private readonly help: SearchHelp,
    private readonly offers: SearchOffers,
    private readonly indexer: SearchIndexer,
    private readonly clock: Clock,
  ) {}

  async search(
    actor: Actor,
    args: JobPostingSearchArgs,
    wants: WantedFields,
  ): Promise<JobPostingSearchConnection> {
    const { orderBy } = args;
    checkedFirst(args.first);
    const asked = await this.conditions.of(actor, args);
    const digest = searchDigest([asked.conditions, asked.words, orderBy]);
    const page = searchPage(args, digest, MAX_HITS);
    const hits = await this.hits(actor, asked, orderBy, page, wants.facets);
    const nodes = await this.postings.findOpen(actor, hits.ids, asked.conditions);
    this.repair(hits, nodes);
    const understood = await this.conditions.named(asked);
    const found = { nodes, skills: hits.skills };
    return {
      ...connection(hits, page, nodes),
      understood,
      offers: wants.offers && !hits.degraded ? await this.offers.offers(actor, asked, found) : [],
      ...(await this.waysOn(actor, asked, hits, wants)),
    };
  }

  /** What helps on where little or nothing was found; asked for only where it is shown. */
  private async waysOn(
    actor: Actor,
    asked: AskedConditions,
    { ids, total, isInTitle, degraded }: Hits,
    wants: WantedFields,
  ): Promise<Pick<JobPostingSearchConnection, 'similar' | 'didYouMean' | 'relaxations'>> {
    const isNothing = total === 0 && !degraded;
    const isLittle = total < FEW_RESULTS && !degraded;
    return {
      similar:
        wants.similar && isLittle ? await this.help.similar(actor, asked, { ids, isInTitle }) : [],
      didYouMean: wants.didYouMean && isNothing ? await this.help.didYouMean(actor, asked) : null,
      relaxations: wants.relaxations && isNothing ? await this.help.relaxations(actor, asked) : [],
    };
  }

  private async hits(
    actor: Actor,
    asked: AskedConditions,
    orderBy: JobPostingSearchOrder,
    page: SearchPage,
    wantsFacets: boolean,
  ): Promise<Hits> {
    try {
      return await this.engineHits(actor, asked, orderBy, page, wantsFacets);
    } catch (error) {
      if (!isEngineAway(error)) throw error;
      this.logger.warn({ message: 'The search engine is away: answered from the database', error });
      const options = { order: orderBy, limit: page.limit, offset: page.offset };
      const found = await this.postings.searchOpen(actor, asked.conditions, options);
      return { ...found, facets: [], degraded: true, reading: null, isInTitle: false, skills: [] };
    }
  }

  private async engineHits(
    actor: Actor,
    { conditions, words, near }: AskedConditions,
    orderBy: JobPostingSearchOrder,
    { limit, offset }: SearchPage,
    wantsFacets: boolean,
  ): Promise<Hits> {
    const colleges = await this.postings.audienceCollegesOf(actor);
    const attributes = wantsFacets ? await this.facets.attributes(conditions) : new Map();
    const read = words && (await this.finder.read(words));
    const found = await this.finder.find(JOB_POSTINGS_INDEX, read, {
      filter: engineFilter(conditions, colleges),
      guard: engineGuard(this.clock.today(), colleges),
      facets: [...new Set([TOTAL_FACET, POSITIONS_FACET, ...attributes.values()])],
      sort: SORTS[orderBy],
      near,
      limit,
      offset,
    });
    return {
      ids: found.ids,
      total: found.total,
      positions: positionsOf(found.counts),
      facets: wantsFacets ? await this.facets.named(attributes, found.counts) : [],
      degraded: false,
      reading: found.reading,
      isInTitle: found.isInTitle,
      skills: found.skills,
    };
  }

  /** Hits the database no longer shows are behind: they are brought up to date, and nobody waits for it. */
  private repair({ ids, degraded }: Hits, nodes: readonly JobPosting[]): void {
    if (degraded || nodes.length === ids.length) return;
    const shown = new Set(nodes.map((node) => node.id));
    const behind = ids.filter((id) => !shown.has(id));
    this.indexer.enqueue(behind).catch((error: unknown) => {
      this.logger.warn(`Could not hand over postings to index: ${String(error)}`);
    });
  }
}

function connection(
  { ids, total, positions, facets, degraded, reading }: Hits,
  page: SearchPage,
  nodes: readonly JobPosting[],
): Omit<
  JobPostingSearchConnection,
  'understood' | 'offers' | 'similar' | 'didYouMean' | 'relaxations'
> {
  return {
    ...searchConnection(page, { ids, total }, nodes),
    total,
    positions,
    facets,
    isTruncated: total > MAX_HITS,
    degraded,
    reading,
  };
}
