import type { IndexSettings } from '../../../core/search-engine/index.js';
import { SEARCH_WORDS } from '../query/search-words.js';

export const JOB_POSTINGS_INDEX = 'job_postings';

/** Hits the engine counts and pages through; beyond them a search says that it ends. */
export const MAX_HITS = 10_000;

/** Facet attributes by depth of their trees: one value a document, so counts add up. */
export const REGION_FACETS = ['regionProvince', 'regionPrefecture', 'regionCounty'] as const;
export const OCCUPATION_FACETS = ['occupationMajor', 'occupationSub', 'occupationMinor'] as const;
export const INDUSTRY_FACETS = ['industrySection', 'industryDivision'] as const;

/** What comes back with a hit, for its place among the others. */
export const RANKED_BY = [
  'title',
  'skills',
  'occupationCodes',
  'employer',
  'regionIds',
  'publishedAt',
] as const;

/**
 * What documents are made of, as a word that none of them has: kept with the settings of an index, so that an index of
 * other documents is seen and rebuilt. To be raised with every change of `job-posting.document.ts`.
 */
const DOCUMENTS = `8documents3of${SEARCH_WORDS.edition.replaceAll('-', '')}`;

/**
 * How postings are indexed: by our own tokens alone, the best attribute first. A sort that was asked for comes first;
 * else the words of the title before those of names and of the long text, the newer before the older. A slip is forgiven
 * in Latin words of titles and names.
 */
export const JOB_POSTING_SETTINGS: IndexSettings = {
  searchableAttributes: [
    'titleTokens',
    'titleCharacters',
    'nameTokens',
    'textTokens',
    'pinyinTokens',
  ],
  filterableAttributes: [
    'publication',
    'headcount',
    'regionIds',
    'occupationCodes',
    'industryCodes',
    'monthlyPayMax',
    'payBand',
    'educationRank',
    'educationLevelCode',
    'experienceYearsMin',
    'skillLevelCode',
    'engagementType',
    'organisationId',
    'organisationKind',
    'publishedAt',
    'validThroughDay',
    'publicFrom',
    'audienceCollegeIds',
    ...REGION_FACETS,
    ...OCCUPATION_FACETS,
    ...INDUSTRY_FACETS,
  ],
  sortableAttributes: ['publishedAt', 'monthlyPayMax'],
  displayedAttributes: ['id', 'version', ...RANKED_BY],
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'publishedAt:desc'],
  stopWords: [DOCUMENTS],
  proximityPrecision: 'byAttribute',
  prefixSearch: 'disabled',
  typoTolerance: {
    disableOnNumbers: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    disableOnAttributes: ['titleCharacters', 'textTokens', 'pinyinTokens'],
  },
  faceting: { maxValuesPerFacet: 10_000 },
  pagination: { maxTotalHits: MAX_HITS },
};
