import { PopularFacets, type PopularFacetsQuery } from '@/graphql/generated/features/home/home';
import { useOperation } from '@/shared/graphql/query';
import { facetOf, type FacetValue } from '@/features/search/facets';

/** Occupations are shown one level below this many of the largest groups. */
export const GROUPS_OPENED = 2;
const SHOWN = 10;

type Facet = 'REGION' | 'OCCUPATION';

export function valuesOf(data: PopularFacetsQuery | undefined, name: Facet): readonly FacetValue[] {
  return facetOf(data?.searchJobPostings.facets ?? [], name);
}

/** The only region of a level leads to the level below it: a province alone helps nobody to choose. */
export function onlyRegion(data: PopularFacetsQuery | undefined): string | null {
  const [only, ...others] = valuesOf(data, 'REGION');
  return only === undefined || others.length > 0 ? null : only.value;
}

export interface Popular {
  readonly regions: readonly FacetValue[];
  readonly occupations: readonly FacetValue[];
}

/** Where and as what most postings are. */
export function usePopular(): Popular {
  const all = useOperation(PopularFacets, { filter: {} }).data;
  const province = onlyRegion(all);
  const cities = useBelow('regionCode', province);
  const city = onlyRegion(cities);
  const districts = useBelow('regionCode', city);
  const [first, second] = valuesOf(all, 'OCCUPATION');
  const occupations = [
    useBelow('occupationCode', first?.value ?? null),
    useBelow('occupationCode', second?.value ?? null),
  ].flatMap((data) => valuesOf(data, 'OCCUPATION'));
  const regions = [districts, cities, all].find((data) => valuesOf(data, 'REGION').length > 0);
  return {
    regions: valuesOf(regions, 'REGION').slice(0, SHOWN),
    occupations: occupations.toSorted((a, b) => b.count - a.count).slice(0, SHOWN),
  };
}

function useBelow(
  name: 'regionCode' | 'occupationCode',
  code: string | null,
): PopularFacetsQuery | undefined {
  return useOperation(PopularFacets, { filter: { [name]: code } }, { enabled: code !== null }).data;
}
