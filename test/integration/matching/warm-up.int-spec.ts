import { Clock } from '../../../src/core/clock/index.js';
import { AffiliationReader } from '../../../src/modules/affiliations/index.js';
import { ApplicationReader } from '../../../src/modules/applications/index.js';
import { JobPostingReader, type PostingSlice } from '../../../src/modules/job-postings/index.js';
import { MatchMarket } from '../../../src/modules/matching/match-market.js';
import { MatchPeople } from '../../../src/modules/matching/match-people.js';
import { MatchWarmUp } from '../../../src/modules/matching/index.js';
import { ProfileReader } from '../../../src/modules/profiles/index.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

/** A process that has just started, which notes what it reads of postings; its first readings fail. */
function started({ failing = 0 } = {}) {
  const read: PostingSlice[] = [];
  const reader = app.get(JobPostingReader);
  const noting = Object.assign(Object.create(reader) as JobPostingReader, {
    matchFeatures: (slice: PostingSlice) => {
      read.push(slice);
      if (read.length <= failing) throw new Error('the database is away');
      return reader.matchFeatures(slice);
    },
  });
  const market = new MatchMarket(
    noting,
    app.get(ApplicationReader),
    app.get(ProfileReader),
    app.get(AffiliationReader),
    app.get(Clock),
  );
  return { market, read, warmUp: new MatchWarmUp(market, app.get(MatchPeople)) };
}

const EVERYTHING = { after: null, limit: 2_000 };

describe('reading the market ahead', () => {
  it('is shared by whoever asks meanwhile', async () => {
    const organisation = await createEnterpriseWithRecruiter(app);
    const { id } = await createJobPosting(app, { organisation, title: '焊工' });
    const { market, read, warmUp } = started();
    const [, one, other] = await Promise.all([warmUp.postings(), market.engine(), market.engine()]);
    expect([one.positionOf(id), other.positionOf(id)]).not.toContain(null);
    expect(read.filter((slice) => !('ids' in slice))).toEqual([EVERYTHING]);
  });

  it('may fail: the process goes on, and the first use reads', async () => {
    const { market, read, warmUp } = started({ failing: 1 });
    await warmUp.everything();
    expect((await market.engine()).size).toBe(0);
    expect(read).toEqual([EVERYTHING, EVERYTHING]);
  });
});
