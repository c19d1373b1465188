import { settingsHash, settingsMatch, type IndexSettings } from './index-settings.js';

const SETTINGS: IndexSettings = {
  searchableAttributes: ['title', 'description'],
  filterableAttributes: ['regionCode', 'occupationCode'],
  sortableAttributes: ['publishedAt'],
  synonyms: { 电工: ['电气技术员'] },
  typoTolerance: { disableOnAttributes: ['description'] },
  faceting: { maxValuesPerFacet: 1_000 },
};

const AS_TOLD_BY_ENGINE = {
  ...SETTINGS,
  filterableAttributes: ['occupationCode', 'regionCode'],
  typoTolerance: { enabled: true, disableOnWords: [], disableOnAttributes: ['description'] },
  faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: 1_000 },
};

describe('index settings', () => {
  it('match what the engine tells, whatever the order of sets and the defaults it fills in', () => {
    expect(settingsMatch(SETTINGS, AS_TOLD_BY_ENGINE)).toBe(true);
  });

  it.each<[string, object]>([
    ['the order of searched attributes', { searchableAttributes: ['description', 'title'] }],
    ['a filterable attribute', { filterableAttributes: ['regionCode'] }],
    ['a removed synonym', { synonyms: {} }],
    ['an added synonym', { synonyms: { 电工: ['电气技术员'], 焊工: ['电焊工'] } }],
    ['a limit', { faceting: { maxValuesPerFacet: 100 } }],
  ])('differ by %s', (_, change) => {
    expect(settingsMatch(SETTINGS, { ...AS_TOLD_BY_ENGINE, ...change })).toBe(false);
  });

  it('have a hash that follows the meaning', () => {
    expect(settingsHash(SETTINGS)).toMatch(/^[0-9a-f]{12}$/);
    expect(
      settingsHash({ ...SETTINGS, filterableAttributes: ['occupationCode', 'regionCode'] }),
    ).toBe(settingsHash(SETTINGS));
    expect(settingsHash({ ...SETTINGS, rankingRules: undefined })).toBe(settingsHash(SETTINGS));
    expect(settingsHash({ ...SETTINGS, searchableAttributes: ['description', 'title'] })).not.toBe(
      settingsHash(SETTINGS),
    );
  });
});
