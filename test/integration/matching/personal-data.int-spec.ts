import { UnitOfWork } from '../../../src/core/database/index.js';
import { PersonalData } from '../../../src/core/privacy/index.js';
import { MatchingService } from '../../../src/modules/matching/index.js';
import { DismissalRepository } from '../../../src/modules/matching/dismissal/dismissal.repository.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
} from '../../factories/organisation.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;

/** Two welders with a list, a dismissal and a seat of a previewed allocation each. */
async function scene() {
  const enterprise = await createEnterpriseWithRecruiter(app);
  const bureau = await createBureauWithOfficer(app);
  const posting = (title: string) => createJobPosting(app, { organisation: enterprise, title });
  const listed = await posting('焊工');
  const dismissed = await posting('焊工组长');
  const people = [await createProfile(app), await createProfile(app)];
  await app.get(MatchingService).matchEverybody();
  const { db } = app.get(UnitOfWork);
  const { id: allocationRunId } = await db.allocationRun.create({
    data: { bureauId: bureau.id, mode: 'STABLE', seed: 'fair', isWholeRegion: true },
  });
  const given = { allocationRunId, jobPostingId: listed.id };
  await db.allocationRunPosting.create({ data: { ...given, seats: 2, filled: 2 } });
  for (const { id: profileId } of people) {
    const { id } = await db.recommendation.findFirstOrThrow({
      where: { profileId, jobPostingId: dismissed.id },
    });
    await app
      .get(UnitOfWork)
      .run(() => app.get(DismissalRepository).put(id, profileId, 'EMPLOYER'));
    await db.allocationRunPerson.create({
      data: { allocationRunId, profileId, wishedJobPostingIds: [listed.id], scores: [500] },
    });
    await db.allocationRunAssignment.create({ data: { ...given, profileId, rank: 1, score: 500 } });
  }
  const [leaving, staying] = people;
  if (!leaving || !staying) throw new Error('Nobody there');
  return { leaving, staying, listed, dismissed, allocationRunId };
}

const TABLES = [
  'recommendations',
  'recommendation_dismissals',
  'allocation_run_people',
  'allocation_run_assignments',
];

async function rowsOf(profileId: string): Promise<number[]> {
  const counts: number[] = [];
  for (const table of TABLES) {
    const { rows } = await app.database.pool.query<{ count: number }>(
      `select count(*)::int as count from ${table} where profile_id = $1`,
      [profileId],
    );
    counts.push(rows[0]?.count ?? -1);
  }
  return counts;
}

beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

describe('what matching keeps about a person', () => {
  it('is in the export with reasons, and seats as far as they are committed', async () => {
    const { leaving, listed, dismissed, allocationRunId } = await scene();
    await app.get(MatchingService).matchEverybody();
    await app.database.pool.query(
      `delete from recommendation_dismissals where reason = 'employer' and profile_id <> $1`,
      [leaving.id],
    );
    const accountId = leaving.person.account.id;
    const exported = async () => (await app.get(PersonalData).exportFor(accountId))['matching'];
    const allocation = {
      allocationRunId,
      takenAt: expect.stringMatching(/^\d{4}-/) as string,
      wishes: [{ jobPostingId: listed.id, score: 500 }],
    };
    expect(await exported()).toEqual({
      recommendations: [],
      dismissals: [
        {
          jobPostingId: dismissed.id,
          title: dismissed.title,
          employerName: expect.any(String) as string,
          reason: 'EMPLOYER',
          dismissedAt: expect.stringMatching(/^\d{4}-/) as string,
        },
      ],
      allocations: [{ ...allocation, givenJobPostingId: null }],
      invitations: [],
    });
    await app.database.pool.query(`update allocation_runs set report = '{}', state = 'running'`);
    await app.database.pool.query(`update allocation_runs set state = 'previewed'`);
    await app.database.pool.query(`update allocation_runs set state = 'committed'`);
    await app.database.pool.query('delete from recommendation_dismissals');
    await app.get(MatchingService).matchEverybody();
    expect(await exported()).toMatchObject({
      recommendations: [
        { rank: 1, score: expect.any(Number) as number },
        {
          rank: 2,
          reasons: expect.arrayContaining([expect.objectContaining({ name: 'WORK' })]) as object[],
        },
      ],
      dismissals: [],
      allocations: [{ ...allocation, givenJobPostingId: listed.id }],
    });
  });

  it('is nothing for somebody without a profile or list', async () => {
    const { person } = await createProfile(app);
    const document = await app.get(PersonalData).exportFor(person.account.id);
    expect(document['matching']).toBeNull();
  });

  it('goes with the account, and nothing of others', async () => {
    const { leaving, staying, allocationRunId } = await scene();
    const before = await rowsOf(staying.id);
    expect(before).toEqual([0, 1, 1, 1]);
    await app.get(UnitOfWork).run(() => app.get(PersonalData).eraseFor(leaving.person.account.id));
    await app.settle();
    expect(await rowsOf(leaving.id)).toEqual([0, 0, 0, 0]);
    expect(await rowsOf(staying.id)).toEqual(before);
    const { rows } = await app.database.pool.query<{ filled: number }>(
      'select filled from allocation_run_postings where allocation_run_id = $1',
      [allocationRunId],
    );
    expect(rows).toEqual([{ filled: 1 }]);
  });
});
