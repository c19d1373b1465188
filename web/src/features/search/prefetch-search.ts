import {
  IndustryPath,
  OccupationPath,
  RegionPath,
  SearchJobPostings,
} from '@/graphql/generated/features/search/search';
import { operationOptions } from '@/shared/graphql/query';
import type { PrefetchContext } from '@/shared/routing/page-route';
import { prefetchPages } from './prefetch-pages';
import { conditionsIn, searchVariables } from './search-conditions';

/** The first page of results, and the names of what was searched for. */
export async function prefetchSearch({ queries, search }: PrefetchContext): Promise<void> {
  const conditions = conditionsIn(search);
  const { region, occupation, industry } = conditions;
  await Promise.all([
    prefetchPages(queries, SearchJobPostings, searchVariables(conditions)),
    region !== null && queries.prefetchQuery(operationOptions(RegionPath, { code: region })),
    occupation !== null &&
      queries.prefetchQuery(operationOptions(OccupationPath, { code: occupation })),
    industry !== null && queries.prefetchQuery(operationOptions(IndustryPath, { code: industry })),
  ]);
}
