import type { IndexSettings } from '../../../core/search-engine/index.js';
import { SEARCH_WORDS } from '../query/search-words.js';

export const CANDIDATES_INDEX = 'candidates';

/** People one search can be paged through, so that nobody reads the whole register; beyond them a search says that it ends. */
export const MAX_CANDIDATES = 1_000;

/** Facet attributes by depth of the tree: one value a person, so counts add up. */
export const HOME_FACETS = ['homeProvince', 'homePrefecture', 'homeCounty'] as const;

/** Every person has exactly one value, so its counts are the exact total. */
export const CANDIDATE_TOTAL_FACET = 'experienceBand';

/** What comes back with a hit, for its place among the others. */
export const CANDIDATE_RANKED_BY = [
  'wishTokens',
  'skillTokens',
  'occupationTokens',
  'changedAt',
] as const;

/** As for postings: to be raised with every change of `candidate.document.ts`. */
const DOCUMENTS = `1candidates1of${SEARCH_WORDS.edition.replaceAll('-', '')}`;

/** How people are indexed: wishes and skills before the names of occupations, positions and majors. */
export const CANDIDATE_SETTINGS: IndexSettings = {
  searchableAttributes: [
    'wishTokens',
    'skillTokens',
    'occupationTokens',
    'nameTokens',
    'characterTokens',
    'pinyinTokens',
  ],
  filterableAttributes: [
    'id',
    'occupationCodes',
    'homeRegionIds',
    'wishedRegionIds',
    'wishedRegionPaths',
    'isAnywhere',
    'educationLevelCode',
    'educationRank',
    'majorCodes',
    'experienceBand',
    'skillLevel',
    'availableFromDay',
    'hiddenFromOrganisationIds',
    ...HOME_FACETS,
  ],
  sortableAttributes: ['changedAt'],
  displayedAttributes: ['id', 'version', ...CANDIDATE_RANKED_BY],
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'changedAt:desc'],
  stopWords: [DOCUMENTS],
  proximityPrecision: 'byAttribute',
  prefixSearch: 'disabled',
  typoTolerance: {
    disableOnNumbers: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    disableOnAttributes: ['characterTokens', 'pinyinTokens'],
  },
  faceting: { maxValuesPerFacet: 10_000 },
  pagination: { maxTotalHits: MAX_CANDIDATES },
};
