import type { IndexSettings } from '../../core/search-engine/index.js';

export const JOB_POSTINGS_INDEX = 'job_postings';

/** Hits the engine counts and pages through; beyond them a search says that it ends. */
export const MAX_HITS = 10_000;

/** Facet attributes by depth of their trees: one value a document, so counts add up. */
export const REGION_FACETS = ['regionProvince', 'regionPrefecture', 'regionCounty'] as const;
export const OCCUPATION_FACETS = ['occupationMajor', 'occupationSub', 'occupationMinor'] as const;
export const INDUSTRY_FACETS = ['industrySection', 'industryDivision'] as const;

/**
 * How postings are indexed. Long texts match without typo tolerance and by attribute only, which makes indexing several
 * times faster and keeps a slip in a long text from drowning a hit in the title.
 */
export const JOB_POSTING_SETTINGS: IndexSettings = {
  searchableAttributes: [
    'title',
    'skills',
    'occupation',
    'employerName',
    'place',
    'benefits',
    'duties',
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
  displayedAttributes: ['id', 'version'],
  rankingRules: [
    'words',
    'typo',
    'proximity',
    'attribute',
    'sort',
    'exactness',
    'publishedAt:desc',
  ],
  proximityPrecision: 'byAttribute',
  typoTolerance: { disableOnAttributes: ['duties', 'benefits'] },
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn', 'eng'] }],
  faceting: { maxValuesPerFacet: 10_000 },
  pagination: { maxTotalHits: MAX_HITS },
};
