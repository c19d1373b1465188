import fc from 'fast-check';
import type { Actor } from '../../src/core/auth/index.js';
import { DomainError } from '../../src/core/errors/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { CandidateReader, type ExperienceBand } from '../../src/modules/profiles/index.js';
import { ProfileEntriesRepository } from '../../src/modules/profiles/profile/profile-entries.repository.js';
import { AskedCandidatesReader } from '../../src/modules/search/candidates/candidate-conditions.service.js';
import { CandidateSearch } from '../../src/modules/search/candidates/candidate-search.service.js';
import type { CandidateSearchArgs } from '../../src/modules/search/candidates/candidate-search.inputs.js';
import { CandidateRebuild } from '../../src/modules/search/index.js';
import { createOrganisation } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { regionId } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';

/** As many as asked for; enough for each push. */
const MIXES = Number(process.env['SEARCH_MIXES'] ?? 400);
const PEOPLE = 70;

const REGIONS = ['320000', '320500', '320506', '320576', '520600', '310000'];
const OCCUPATIONS = ['6-18-02-04', '2-02-10-03', '4-10-01-05', '6-18-02-01'];
const LEVELS = ['61', '41', '31', '21', '14'];
const MAJORS = ['460301', '460302', '510201', null];
const YEARS = [null, 0, 1, 2, 3, 4, 5, 9, 10, 25];
const DAYS = [undefined, '2026-11-20', '2026-12-01', '2027-07-01'];
const SKILL_LEVELS = [null, 'elementary', 'intermediate', 'technician'];
const BANDS: ExperienceBand[] = ['NOT_STATED', 'UNDER_1', 'FROM_1', 'FROM_3', 'FROM_5', 'FROM_10'];

let app: TestApp;
/** Two enterprises from which some of the people hide. */
const viewers: Actor[] = [];

const person = fc.record({
  home: fc.constantFrom(...REGIONS),
  wishes: fc.array(
    fc.record({
      occupation: fc.constantFrom(...OCCUPATIONS, null),
      regions: fc.subarray(REGIONS, { maxLength: 2 }),
      startFrom: fc.constantFrom(null, '2026-11-25', '2027-01-01'),
    }),
    { maxLength: 3 },
  ),
  level: fc.constantFrom(...LEVELS),
  major: fc.constantFrom(...MAJORS),
  years: fc.constantFrom(...YEARS),
  from: fc.constantFrom(...DAYS),
  skillLevel: fc.constantFrom(...SKILL_LEVELS),
  hides: fc.subarray([0, 1]),
  isShown: fc.boolean(),
});

beforeAll(async () => {
  app = await createTestApp();
  const organisations = [await createOrganisation(app), await createOrganisation(app)];
  for (const { id } of organisations) {
    const grant = {
      organisationId: id,
      organisationKind: 'ENTERPRISE',
      role: 'OFFICER',
      isInGoodStanding: true,
      regionId: null,
    };
    viewers.push({ ...NOBODY, grants: [grant] });
  }
  const { rows } = await app.database.pool.query<{ code: string; rank: number }>(
    'select code, rank from education_levels',
  );
  const rankOf = new Map(rows.map(({ code, rank }) => [code, rank]));
  for (const one of fc.sample(person, { numRuns: PEOPLE, seed: 8 })) {
    const { id } = await createProfile(app, {
      regionCode: one.home,
      education: { levelCode: one.level, rank: rankOf.get(one.level) ?? 0 },
      majorCode: one.major,
      experienceYears: one.years,
      ...(one.from && { availableFrom: one.from }),
      intentions: one.wishes.map(({ occupation, regions, startFrom }) => ({
        occupationCode: occupation,
        regionIds: regions.map(regionId),
        startFrom,
      })),
      hiddenFrom: one.hides.map((at) => organisations[at]?.id ?? ''),
      ...(one.hides.length === 0 && !one.isShown && { visibility: 'EMPLOYERS_I_APPLY_TO' }),
    });
    const { skillLevel } = one;
    if (skillLevel === null) continue;
    await app.get(UnitOfWork).run(() =>
      app.get(ProfileEntriesRepository).replaceCertificates(id, [
        {
          name: '职业技能等级证书',
          issuer: null,
          occupationCode: null,
          skillLevelId: skillLevel,
          issuedOn: null,
        },
      ]),
    );
  }
  await app.get(CandidateRebuild).rebuild();
}, 120_000);

afterAll(() => app.close());

const NOBODY: Actor = {
  kind: 'ACCOUNT',
  accountId: null,
  sessionId: null,
  apiKeyId: null,
  isAdministrator: false,
  grants: [],
  scopes: null,
};

const VALUES = {
  occupationCode: fc.constantFrom('6', '6-18', '6-18-02-04', '2-02-10-03', '4'),
  homeRegionCode: fc.constantFrom(...REGIONS),
  workRegionCode: fc.constantFrom(...REGIONS),
  educationAtLeast: fc.constantFrom(...LEVELS),
  majorCode: fc.constantFrom('460301', '4603', '46', '51'),
  experience: fc.subarray(BANDS, { minLength: 1 }),
  skillLevelAtLeast: fc.constantFrom('apprentice', 'intermediate', 'technician'),
  availableBy: fc.constantFrom('2026-11-20', '2026-11-30', '2026-12-31'),
};
const mixes = fc.tuple(
  fc
    .tuple(fc.record(VALUES), fc.subarray(Object.keys(VALUES), { maxLength: 3 }))
    .map(([values, names]) =>
      Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name))),
    ),
  fc.constantFrom(undefined, '焊工', '焊工 -护理', '"氩弧焊"'),
  fc.constantFrom(0, 1),
);

it('counts and finds exactly what SQL does under any mix of filters', async () => {
  let foundSome = 0;
  // The limit of a day is another matter.
  const limiter = { consume: () => Promise.resolve() };
  Object.assign(app.get(CandidateSearch), { limiter });
  await fc.assert(
    fc.asyncProperty(mixes, async ([filter, text, at]) => {
      const viewer = viewers[at] ?? NOBODY;
      const args: CandidateSearchArgs = { filter, first: 100, ...(text && { text }) };
      const { conditions } = await app.get(AskedCandidatesReader).of(args);
      const truth = await app
        .get(CandidateReader)
        .search(viewer, conditions, { limit: 100, offset: 0 });
      const found = await app.get(CandidateSearch).search(viewer, args);
      expect(found.degraded).toBe(false);
      expect([found.totalCount, found.nodes.map(({ id }) => id).sort()]).toEqual([
        truth.total,
        [...truth.ids].sort(),
      ]);
      for (const facet of found.facets) {
        const counts = await countsOf(facet.name, truth.ids, filter['homeRegionCode'] as string);
        expect(
          Object.fromEntries(
            facet.values.map(({ value, count }) => [
              facet.name === 'REGION' ? regionId(value) : value,
              count,
            ]),
          ),
        ).toEqual(counts);
      }
      if (truth.total > 0) foundSome += 1;
    }),
    { numRuns: MIXES },
  );
  expect(foundSome).toBeGreaterThan(MIXES / 3);
}, 600_000);

/** The same by SQL, over the people found. */
async function countsOf(
  name: string,
  ids: readonly string[],
  home: string | undefined,
): Promise<Record<string, number>> {
  const depth = home === undefined ? 1 : Math.min(3, home.endsWith('0000') ? 2 : 3);
  const value = {
    REGION: `(select ancestor_ids[${String(depth)}]::text from regions where id = p.home_region_id)`,
    EDUCATION: 'p.education_level_code',
    EXPERIENCE: `case when p.experience_years is null then 'NOT_STATED' when p.experience_years < 1 then 'UNDER_1'
      when p.experience_years < 3 then 'FROM_1' when p.experience_years < 5 then 'FROM_3'
      when p.experience_years < 10 then 'FROM_5' else 'FROM_10' end`,
  }[name];
  const { rows } = await app.database.pool.query<{ value: string; count: number }>(
    `select * from (select ${String(value)} as value, count(*)::int as count from job_seeker_profiles p
      where id = any($1::uuid[]) group by 1) counted where value is not null`,
    [ids],
  );
  return Object.fromEntries(rows.map((row) => [row.value, row.count]));
}

it('refuses every code nobody has, whatever is written in it', async () => {
  const hostile = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30 }).filter((code) => !/^[\dA-Za-z-]+$/.test(code)),
    fc.constantFrom('320500" OR id EXISTS', "'] OR 1=1", '３２０５００', ' 320500', '*'),
  );
  const names = [
    ...['occupationCode', 'homeRegionCode', 'workRegionCode', 'educationAtLeast'],
    ...['majorCode', 'skillLevelAtLeast'],
  ];
  await fc.assert(
    fc.asyncProperty(hostile, async (code) => {
      for (const name of names) {
        const asked = app.get(AskedCandidatesReader).of({ filter: { [name]: code }, first: 20 });
        await expect(asked).rejects.toBeInstanceOf(DomainError);
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);
