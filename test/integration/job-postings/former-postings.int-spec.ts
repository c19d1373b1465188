import { ANONYMOUS } from '../../../src/core/auth/index.js';
import { JobPostingsModule } from '../../../src/modules/job-postings/index.js';
import { FormerPostingReader } from '../../../src/modules/job-postings/posting/former-posting.reader.js';
import { createJobPosting, type JobPostingOptions } from '../../factories/job-posting.factory.js';
import { createCollegeWithClerk } from '../../factories/organisation.factory.js';
import { REGION } from '../../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
let reader: FormerPostingReader;

beforeAll(async () => {
  app = await createTestApp({ modules: [JobPostingsModule] });
  reader = app.get(FormerPostingReader);
});
beforeEach(async () => {
  app.clock.set('2026-11-23T10:00:00+08:00');
  await app.database.truncateAll();
});
afterAll(() => app.close());

describe('a posting that is over', () => {
  it('says what helps to find similar ones', async () => {
    const { id } = await createJobPosting(app, {
      state: 'CLOSED',
      closeCause: 'FILLED',
      title: '焊工',
      regionCode: REGION.wuzhong,
    });
    expect(await reader.find(ANONYMOUS, id)).toEqual({
      id,
      title: '焊工',
      closeCause: 'FILLED',
      closedAt: new Date('2026-11-23T10:00:00+08:00'),
      occupationCode: null,
      regionCode: REGION.wuzhong,
    });
  });

  it('keeps back the title of one that the bureau removed', async () => {
    const { id } = await createJobPosting(app, { state: 'CLOSED', closeCause: 'REMOVED' });
    expect(await reader.find(ANONYMOUS, id)).toMatchObject({ title: null, closeCause: 'REMOVED' });
  });

  it.each<[string, JobPostingOptions, boolean]>([
    ['one past its last day', { validThrough: '2026-11-22' }, true],
    ['one on its last day', { validThrough: '2026-11-23' }, false],
    ['an open one', {}, false],
    ['a paused one', { state: 'PAUSED' }, false],
    ['a draft', { state: 'DRAFT' }, false],
  ])('%s', async (_, options, isOver) => {
    const { id } = await createJobPosting(app, options);
    const found = await reader.find(ANONYMOUS, id);
    expect(found?.closeCause ?? null).toBe(isOver ? 'EXPIRED' : null);
  });

  it('is unknown to those it was not for, as is any other id', async () => {
    const college = await createCollegeWithClerk(app);
    const { id } = await createJobPosting(app, {
      state: 'CLOSED',
      audience: { rule: 'PARTNERS_ONLY', collegeIds: [college.id] },
    });
    expect(await reader.find(ANONYMOUS, id)).toBeNull();
    expect(await reader.find(ANONYMOUS, 'nothing')).toBeNull();
  });
});
