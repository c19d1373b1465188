import fc from 'fast-check';
import { MatchingService } from '../../../src/modules/matching/index.js';
import { MatchMarket } from '../../../src/modules/matching/match-market.js';
import { createEnterpriseWithRecruiter } from '../../factories/organisation.factory.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

const words = fc.string({
  unit: fc.constantFrom(...'张李王女男汉族回族已婚未婚abc'),
  maxLength: 12,
});

describe('features of people', () => {
  it('do not know who somebody is: whatever name, origin and words about oneself, features and ranks stay', async () => {
    const enterprise = await createEnterpriseWithRecruiter(app);
    for (const title of ['焊工', '高级焊工', '焊接学徒']) {
      await createJobPosting(app, { organisation: enterprise, title, headcount: 1 });
    }
    const profiles = [await createProfile(app), await createProfile(app), await createProfile(app)];
    const ids = profiles.map(({ id }) => id);
    const regions = await app.database.pool.query<{ id: string }>(
      'select id from regions order by id limit 20',
    );
    const origins = fc.option(fc.constantFrom(...regions.rows.map(({ id }) => id)));
    const state = async () => {
      await app.get(MatchingService).matchEverybody();
      const { rows } = await app.database.pool.query(
        `select profile_id, job_posting_id, rank, score, terms, is_first, seat_price
         from recommendations order by 1, 2`,
      );
      return { features: await app.get(MatchMarket).people(ids), rows };
    };
    const before = await state();
    expect(before.rows).not.toEqual([]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ids),
        words,
        words,
        words,
        origins,
        async (id, name, headline, summary, origin) => {
          await app.database.pool.query(
            `update job_seeker_profiles set full_name = $2, headline = $3, summary = $4, home_region_id = $5
             where id = $1`,
            [id, name, headline, summary, origin],
          );
          expect(await state()).toEqual(before);
        },
      ),
      { numRuns: 12 },
    );
  });
});
