import {
  SearchRegionFacet,
  type SearchRegionFacetQuery,
  type SearchRegionFacetQueryVariables,
} from '@/graphql/generated/features/search/search';
import { useOperation } from '@/shared/graphql/query';
import { facetOf, type Facets, type FacetValue } from './facets';
import { searchVariables, type SearchConditions } from './search-conditions';

/** The one region below the current one in which everything was found; it helps nobody to choose. */
export function onlyRegion(facets: Facets, current: string | null): string | null {
  const [only, ...others] = facetOf(facets, 'REGION');
  return only === undefined || others.length > 0 || only.value === current ? null : only.value;
}

export function regionFacetVariables(
  conditions: SearchConditions,
  region: string | null,
): SearchRegionFacetQueryVariables {
  const { text, asWritten, filter } = searchVariables({ ...conditions, region });
  return { text, asWritten, filter };
}

export function facetsOf(data: SearchRegionFacetQuery | undefined): Facets {
  return data?.searchJobPostings.facets ?? [];
}

/** Regions to choose from: those of the first level at which there are several. */
export function useRegionChoices(
  conditions: SearchConditions,
  facets: Facets,
): readonly FacetValue[] {
  const { region } = conditions;
  const first = onlyRegion(facets, region);
  const below = useFacets(conditions, first);
  const second = onlyRegion(below, first);
  const lowest = useFacets(conditions, second);
  const levels = [
    facetOf(lowest, 'REGION').filter(({ value }) => value !== second),
    facetOf(below, 'REGION').filter(({ value }) => value !== first),
  ];
  return levels.find((values) => values.length > 0) ?? facetOf(facets, 'REGION');
}

function useFacets(conditions: SearchConditions, region: string | null): Facets {
  const asked = useOperation(SearchRegionFacet, regionFacetVariables(conditions, region), {
    enabled: region !== null,
  });
  return facetsOf(asked.data);
}
