import { interestShare } from '../../../src/modules/matching/engine/match-score.rules.js';
import { MatchMarket } from '../../../src/modules/matching/match-market.js';
import { createApplication } from '../../factories/application.factory.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import { createProfile, type TestProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('interest in a posting', () => {
  it('counts a person once who keeps it in mind and applied', async () => {
    const posting = await createJobPosting(app);
    const share = async () => (await app.get(MatchMarket).posting(posting.id))?.interestShare;
    const keep = ({ person }: TestProfile) =>
      app.database.pool.query(
        'insert into job_posting_bookmarks (account_id, job_posting_id) values ($1, $2)',
        [person.account.id, posting.id],
      );
    const both = await createProfile(app);
    await keep(both);
    await createApplication(app, { posting, applicant: both });
    // One person says nothing yet.
    expect(await share()).toBeNull();
    await createApplication(app, { posting, applicant: await createProfile(app) });
    expect(await share()).toBe(interestShare(2));
    await keep(await createProfile(app));
    expect(await share()).toBe(interestShare(3));
  });
});
