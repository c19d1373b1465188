import {
  IndustryPath,
  OccupationPath,
  RegionPath,
  SearchJobPostings,
  SearchRegionFacet,
} from '@/graphql/generated/features/search/search';
import { operationOptions } from '@/shared/graphql/query';
import type { PrefetchContext } from '@/shared/routing/page-route';
import type { Facets } from './facets';
import { prefetchPages } from './prefetch-pages';
import { facetsOf, onlyRegion, regionFacetVariables } from './region-levels';
import { conditionsIn, searchVariables, type SearchConditions } from './search-conditions';

type Queries = PrefetchContext['queries'];

/** The first page of results, and the names of what was searched for. */
export async function prefetchSearch({ queries, search }: PrefetchContext): Promise<void> {
  const conditions = conditionsIn(search);
  const { region, occupation, industry } = conditions;
  await Promise.all([
    prefetchResults(queries, conditions),
    region !== null && queries.prefetchQuery(operationOptions(RegionPath, { code: region })),
    occupation !== null &&
      queries.prefetchQuery(operationOptions(OccupationPath, { code: occupation })),
    industry !== null && queries.prefetchQuery(operationOptions(IndustryPath, { code: industry })),
  ]);
}

async function prefetchResults(queries: Queries, conditions: SearchConditions): Promise<void> {
  const found = await prefetchPages(queries, SearchJobPostings, searchVariables(conditions));
  let facets: Facets = found?.searchJobPostings.facets ?? [];
  let region = onlyRegion(facets, conditions.region);
  // Province and city at most, as far as the page itself would ask.
  for (let level = 0; level < 2 && region !== null; level += 1) {
    const options = operationOptions(SearchRegionFacet, regionFacetVariables(conditions, region));
    facets = facetsOf(await queries.fetchQuery(options).catch(() => undefined));
    region = onlyRegion(facets, region);
  }
}
