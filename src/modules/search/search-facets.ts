import { Injectable } from '@nestjs/common';
import type { OpenPostingConditions } from '../job-postings/index.js';
import { ReferenceReader, type ReferenceTables } from '../reference-data/index.js';
import type { CandidateFacetName } from './candidates/candidate-search.model.js';
import type { SearchFacet, SearchFacetName, SearchFacetValue } from './search.model.js';
import { INDUSTRY_FACETS, OCCUPATION_FACETS, REGION_FACETS } from './indexing/search.settings.js';

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const VALUES_SHOWN = 50;

/** One value a document, so their counts add up to the exact total, which the engine itself only estimates. */
export const TOTAL_FACET = 'publication';
export const POSITIONS_FACET = 'headcount';

/** Which attributes are counted for which facet, and how their values are named. */
@Injectable()
export class SearchFacets {
  constructor(private readonly reference: ReferenceReader) {}

  /** Attributes to count: trees one level below what was searched for. */
  async attributes(conditions: OpenPostingConditions): Promise<Map<SearchFacetName, string>> {
    const { regions, occupations, industries } = await this.reference.tables();
    const level = (key: string | null, path: (key: string) => readonly unknown[]): number =>
      key === null ? 0 : path(key).length;
    const at = (attributes: readonly string[], depth: number): string =>
      attributes[Math.min(depth, attributes.length - 1)] ?? '';
    const region = level(conditions.regionId, (id) => regions.tree.path(id));
    const occupation = level(conditions.occupationCode, (code) => occupations.tree.path(code));
    const industry = level(conditions.industryCode, (code) => industries.tree.path(code));
    return new Map<SearchFacetName, string>([
      ['REGION', at(REGION_FACETS, region)],
      ['OCCUPATION', at(OCCUPATION_FACETS, occupation)],
      ['INDUSTRY', at(INDUSTRY_FACETS, industry)],
      ['PAY', 'payBand'],
      ['EDUCATION', 'educationLevelCode'],
      ['ENGAGEMENT_TYPE', 'engagementType'],
      ['EMPLOYER_KIND', 'organisationKind'],
      ['PUBLICATION', TOTAL_FACET],
    ]);
  }

  async named(
    attributes: ReadonlyMap<SearchFacetName, string>,
    counts: Counts,
  ): Promise<SearchFacet[]> {
    const tables = await this.reference.tables();
    return [...attributes].map(([name, attribute]) => ({
      name,
      values: facetValues(tables, name, counts[attribute]),
    }));
  }
}

/** The values of one facet, named, those that most results have first. */
export function facetValues(
  tables: ReferenceTables,
  name: SearchFacetName | CandidateFacetName,
  counts: Readonly<Record<string, number>> = {},
): SearchFacetValue[] {
  return Object.entries(counts)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, VALUES_SHOWN)
    .map(([value, count]) => labelled(tables, name, value, count));
}

function labelled(
  tables: ReferenceTables,
  name: SearchFacetName | CandidateFacetName,
  value: string,
  count: number,
): SearchFacetValue {
  if (name === 'REGION') {
    const region = tables.regions.find(value);
    return { value: region?.code ?? value, label: region?.displayName ?? value, count };
  }
  const row =
    name === 'OCCUPATION'
      ? tables.occupations.find(value)
      : name === 'INDUSTRY'
        ? tables.industries.find(value)
        : name === 'EDUCATION'
          ? tables.educationLevels.find(value)
          : null;
  return { value, label: row?.name ?? value, count };
}

/** Sum of the counts of one facet that every document has one value of. */
export function totalOf(counts: Counts, facet: string = TOTAL_FACET): number {
  return Object.values(counts[facet] ?? {}).reduce((sum, count) => sum + count, 0);
}

/** Sum of headcount × postings. */
export function positionsOf(counts: Counts): number {
  return Object.entries(counts[POSITIONS_FACET] ?? {}).reduce(
    (sum, [headcount, count]) => sum + Number(headcount) * count,
    0,
  );
}
