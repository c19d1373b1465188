import type { SearchFacetName } from '@/graphql/generated/features/search/search';

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export type Facets = readonly {
  readonly name: SearchFacetName;
  readonly values: readonly FacetValue[];
}[];

/** Counts of one property; none while the search engine is away. */
export function facetOf(facets: Facets, name: SearchFacetName): readonly FacetValue[] {
  return facets.find((facet) => facet.name === name)?.values ?? [];
}

/** How many results have the value. */
export function countOf(values: readonly FacetValue[], value: string): number {
  return values.find((one) => one.value === value)?.count ?? 0;
}
