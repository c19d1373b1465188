import fc from 'fast-check';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { AffiliationReader } from '../../../src/modules/affiliations/index.js';
import { Clock } from '../../../src/core/clock/index.js';
import { MatchingService } from '../../../src/modules/matching/index.js';
import { DismissalReader } from '../../../src/modules/matching/dismissal/dismissal.reader.js';
import { ListWriter } from '../../../src/modules/matching/list-writer.js';
import { MatchMarket } from '../../../src/modules/matching/match-market.js';
import { MatchPeople } from '../../../src/modules/matching/match-people.js';
import { MatchRunService } from '../../../src/modules/matching/match-run/match-run.service.js';
import { RecommendationRepository } from '../../../src/modules/matching/recommendation.repository.js';
import { ProfileReader, type ProfileSlice } from '../../../src/modules/profiles/index.js';
import { ProfileEntriesRepository } from '../../../src/modules/profiles/profile/profile-entries.repository.js';
import { ProfileRepository } from '../../../src/modules/profiles/profile/profile.repository.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../../factories/organisation.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

const TITLES = ['焊工', '氩弧焊工', '叉车司机', '护理员'];
const SKILLS = ['氩弧焊', '识图', '叉车', '护理'];

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

/** Knows nobody yet. */
function unread(): MatchPeople {
  return new MatchPeople(app.get(ProfileReader), app.get(AffiliationReader), app.get(Clock));
}

/** What a change of the posting writes, with the people that are known to that service, undone again. */
async function lists(people: MatchPeople, jobPostingId: string): Promise<unknown[]> {
  const matching = new MatchingService(
    app.get(UnitOfWork),
    app.get(MatchMarket),
    people,
    app.get(RecommendationRepository),
    app.get(DismissalReader),
    app.get(ListWriter),
    app.get(MatchRunService),
  );
  const undo = new Error('undo');
  let rows: unknown[] = [];
  await app
    .get(UnitOfWork)
    .run(async () => {
      await matching.matchJobPosting(jobPostingId);
      rows = await app
        .get(UnitOfWork)
        .sql.selectFrom('recommendations')
        .select(['profile_id', 'job_posting_id', 'rank', 'score', 'terms'])
        .select(['is_first', 'seat_price'])
        .orderBy('profile_id')
        .orderBy('rank')
        .execute();
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return rows;
}

type Edit =
  | { readonly of: 'person'; readonly at: number; readonly title: string; readonly skill: string }
  | { readonly of: 'activity'; readonly at: number; readonly isActive: boolean }
  | { readonly of: 'hiding' | 'leaving'; readonly at: number }
  | { readonly of: 'arrival'; readonly title: string; readonly skill: string }
  | { readonly of: 'posting'; readonly at: number; readonly title: string; readonly seats: number };

const at = fc.nat({ max: 30 });
const title = fc.constantFrom(...TITLES);
const skill = fc.constantFrom(...SKILLS);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ of: fc.constant('person' as const), at, title, skill }),
  fc.record({ of: fc.constant('activity' as const), at, isActive: fc.boolean() }),
  fc.record({ of: fc.constantFrom('hiding' as const, 'leaving' as const), at }),
  fc.record({ of: fc.constant('arrival' as const), title, skill }),
  fc.record({
    of: fc.constant('posting' as const),
    at,
    title,
    seats: fc.integer({ min: 1, max: 3 }),
  }),
);

describe('people as a process knows them', () => {
  it('are after any edits those of a full reading, and so are the lists a changed posting comes onto', async () => {
    const enterprise = await createEnterpriseWithRecruiter(app);
    const postings: string[] = [];
    for (const title of TITLES) {
      postings.push(
        (await createJobPosting(app, { organisation: enterprise, title, headcount: 2 })).id,
      );
    }
    const people: string[] = [];
    const arrive = async (wish: string, known: string): Promise<void> => {
      const intentions = [{ title: wish, occupationCode: null }];
      people.push((await createProfile(app, { skills: [known], intentions })).id);
    };
    for (const [i, wish] of [...TITLES, ...TITLES].entries())
      await arrive(wish, SKILLS[i % 4] ?? '');
    await app.get(MatchingService).matchEverybody();
    const profiles = app.get(ProfileRepository);
    const entries = app.get(ProfileEntriesRepository);
    const apply = async (edit: Edit): Promise<void> => {
      if (edit.of === 'arrival') return arrive(edit.title, edit.skill);
      if (edit.of === 'posting') {
        await app.database.pool.query(
          'update job_postings set title = $2, headcount = $3, updated_at = now() where id = $1',
          [postings[edit.at % postings.length], edit.title, edit.seats],
        );
        return;
      }
      const id = people[edit.at % people.length];
      if (id === undefined) return;
      if (edit.of === 'leaving') {
        people.splice(people.indexOf(id), 1);
        await app.database.pool.query('delete from job_seeker_profiles where id = $1', [id]);
        return;
      }
      await app.get(UnitOfWork).run(async () => {
        if (edit.of === 'hiding') await profiles.replaceHidden(id, [enterprise.id]);
        if (edit.of === 'person') {
          await entries.replaceSkills(id, [{ name: edit.skill, proficiency: null }]);
          await profiles.replaceHidden(id, []);
        }
        await profiles.update(id, edit.of === 'activity' ? { isActive: edit.isActive } : {});
      });
    };
    const kept = app.get(MatchPeople);
    let listed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 5 }), at, async (some, which) => {
        for (const edit of some) await apply(edit);
        const id = postings[which % postings.length] ?? '';
        expect(await kept.everybody()).toEqual(await unread().everybody());
        const expected = await lists(unread(), id);
        expect(await lists(kept, id)).toEqual(expected);
        listed += expected.length;
        await app.get(MatchingService).matchJobPosting(id);
      }),
      { numRuns: 25 },
    );
    expect(listed).toBeGreaterThan(0);
  });

  it('are read anew only where their version changed', async () => {
    const [stays, changes] = [await createProfile(app), await createProfile(app)];
    const read: ProfileSlice[] = [];
    const reader = app.get(ProfileReader);
    const noting = Object.assign(Object.create(reader) as ProfileReader, {
      matchFeatures: (slice: ProfileSlice) => {
        read.push(slice);
        return reader.matchFeatures(slice);
      },
    });
    const known = new MatchPeople(noting, app.get(AffiliationReader), app.get(Clock));
    await known.everybody();
    expect(read).toEqual([{ ids: [stays.id, changes.id].sort() }]);
    await app.get(UnitOfWork).run(() => app.get(ProfileRepository).update(changes.id, {}));
    expect((await known.everybody()).map(({ profileId }) => profileId)).toEqual(
      [stays.id, changes.id].sort(),
    );
    await known.everybody();
    expect(read.slice(1)).toEqual([{ ids: [changes.id] }]);
  });
});
