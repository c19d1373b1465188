import { PostingClockService } from '../../src/modules/job-postings/posting/posting-clock.service.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { postingScene } from './job-postings.scene.js';
import {
  NOBODY,
  outboxOf,
  PAUSE,
  QUEUE,
  RECALL,
  refusals,
  RESUME,
  STOP,
  SUBMIT,
} from './job-postings.support.js';

const scene = postingScene();
const { onPosting, update, seen, inReview, approve, published, expectUntouched } = scene;

beforeAll(scene.start);
beforeEach(scene.reset);
afterAll(scene.stop);

describe('a published posting', () => {
  it('shows a small change at once and sends a material one back to the bureau', async () => {
    const { id, version } = await published();
    await update(id, version, { benefits: ['五险一金', '免费班车'] });
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    expect((await outboxOf(scene.app)).at(-1)).toBe('jobPostingChanged');
    const { data } = await update(id, version + 1, {
      pay: { min: { amount: '5000' }, period: 'MONTH' },
    });
    expect(data.updateJobPosting.jobPosting).toMatchObject({ state: 'IN_REVIEW' });
    expect(await seen(id)).toBeNull();
    expect((await outboxOf(scene.app)).at(-1)).toBe('jobPostingRevised');
    const queue = await scene.app.gql(QUEUE, {}, { as: scene.bureau.officer });
    expect(queue.data.jobPostingReviewQueue.totalCount).toBe(1);
  });

  it('goes back to the bureau when a must is added, not when a wish is', async () => {
    const { id, version } = await published({ requirements: null });
    const wish = { kind: 'SKILL', value: '叉车' };
    expect(
      (await update(id, version, { requirements: [wish] })).data.updateJobPosting.jobPosting,
    ).toMatchObject({ state: 'PUBLISHED' });
    const must = { ...wish, isRequired: true };
    expect(
      (await update(id, version + 1, { requirements: [must] })).data.updateJobPosting.jobPosting,
    ).toMatchObject({ state: 'IN_REVIEW' });
  });

  it('stays complete and clean: what breaks that is refused', async () => {
    const { id, version } = await published();
    await expectUntouched(async () => {
      expect(refusals(await update(id, version, { duties: null }))).toEqual([
        { code: 'JOB_POSTING_INCOMPLETE', field: ['changes'] },
      ]);
      expect(refusals(await update(id, version, { benefits: ['仅限女生'] }))).toEqual([
        { code: 'JOB_POSTING_WORDING', field: ['changes', 'benefits'] },
      ]);
    });
  });

  it('keeps its headcount at or above the accepted offers, and fills when it meets them', async () => {
    const { id } = await createJobPosting(scene.app, {
      organisation: scene.enterprise,
      headcount: 5,
      filledCount: 3,
    });
    await expectUntouched(async () => {
      expect(refusals(await update(id, 1, { headcount: 2 }))).toEqual([
        { code: 'JOB_POSTING_HEADCOUNT_BELOW_ACCEPTED', field: ['changes', 'headcount'] },
      ]);
    });
    const { data } = await update(id, 1, { headcount: 3 });
    expect(data.updateJobPosting.jobPosting).toMatchObject({
      state: 'CLOSED',
      closeCause: 'FILLED',
    });
    expect(await outboxOf(scene.app)).toEqual(['jobPostingClosed FILLED', 'jobPostingFilled']);
  });

  it('pauses until a day and resumes by itself, or by hand', async () => {
    const { id } = await published();
    expect(refusals(await onPosting(PAUSE, id, { until: '2026-11-23' }))).toEqual([
      { code: 'JOB_POSTING_PAUSE_UNTIL', field: ['until'] },
    ]);
    expect(refusals(await onPosting(PAUSE, id, { until: '2026-12-01' }))).toEqual([]);
    expect(await seen(id)).toBeNull();
    scene.app.clock.set('2026-11-30T23:59:59+08:00');
    expect(await scene.app.get(PostingClockService).resume()).toBe(0);
    scene.app.clock.set('2026-12-01T00:03:00+08:00');
    expect(await scene.app.get(PostingClockService).resume()).toBe(1);
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    await onPosting(PAUSE, id);
    expect(refusals(await onPosting(RESUME, id))).toEqual([]);
    expect((await outboxOf(scene.app)).slice(-4)).toEqual([
      'jobPostingPaused',
      'jobPostingResumed',
      'jobPostingPaused',
      'jobPostingResumed',
    ]);
  });

  it('is stopped by its employer, with a cause of its own', async () => {
    const { id } = await published();
    const { data } = await onPosting(STOP, id, { reason: '岗位调整' });
    expect(data.stopJobPosting.jobPosting).toMatchObject({
      state: 'CLOSED',
      closeCause: 'STOPPED',
    });
    expect((await outboxOf(scene.app)).at(-1)).toBe('jobPostingClosed STOPPED');
  });

  it.each([
    ['recalling', RECALL, {}],
    ['pausing', PAUSE, {}],
    ['resuming', RESUME, {}],
    ['stopping', STOP, {}],
    ['submitting', SUBMIT, { idempotencyKey: 'forged' }],
  ])('answers %s by somebody else as if there were none', async (_, query, more) => {
    const { id } = await published();
    const other = await createEnterpriseWithRecruiter(scene.app);
    await expectUntouched(async () => {
      const foreign = await onPosting(query, id, more, other.recruiter);
      expect(refusals(foreign)).toEqual([{ code: 'REQUEST_NOT_FOUND', field: ['jobPostingId'] }]);
      expect(foreign.data).toEqual((await onPosting(query, NOBODY, more, other.recruiter)).data);
      expect((await onPosting(query, id, more, null)).errors?.[0]?.extensions.code).toBe(
        'UNAUTHENTICATED',
      );
    });
  });
});

describe('the clock', () => {
  it('publishes a scheduled posting at its time and not before', async () => {
    const { id, reviewId } = await inReview({}, { publishAt: '2026-11-25T09:00:00+08:00' });
    const { data } = await approve(reviewId);
    expect(data.approveJobPosting.jobPosting).toMatchObject({ state: 'SCHEDULED' });
    scene.app.clock.set('2026-11-25T08:59:59+08:00');
    expect(await scene.app.get(PostingClockService).release()).toBe(0);
    scene.app.clock.set('2026-11-25T09:00:00+08:00');
    expect(await scene.app.get(PostingClockService).release()).toBe(1);
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    expect((await outboxOf(scene.app)).at(-1)).toBe('jobPostingPublished');
  });

  it('does not publish for an employer that lapsed meanwhile', async () => {
    const { id } = await createJobPosting(scene.app, {
      state: 'SCHEDULED',
      organisation: await createOrganisation(scene.app, {
        verifiedUntil: new Date('2026-11-24T00:00:00+08:00'),
      }),
      publishAt: new Date('2026-11-25T09:00:00+08:00'),
    });
    scene.app.clock.set('2026-11-25T09:00:00+08:00');
    expect(await scene.app.get(PostingClockService).release()).toBe(0);
    expect(await seen(id)).toBeNull();
  });

  it('ends a posting after its last day: hidden at midnight, closed with its cause after', async () => {
    const { id } = await createJobPosting(scene.app, { validThrough: '2026-11-30' });
    scene.app.clock.set('2026-11-30T23:59:59+08:00');
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    expect(await scene.app.get(PostingClockService).expire()).toBe(0);
    scene.app.clock.set('2026-12-01T00:00:00+08:00');
    expect(await seen(id)).toBeNull();
    expect(await scene.app.get(PostingClockService).expire()).toBe(1);
    expect(await outboxOf(scene.app)).toEqual(['jobPostingClosed EXPIRED']);
    const { rows } = await scene.app.database.pool.query(
      'select transition, from_state, to_state, actor_id from job_posting_history',
    );
    expect(rows).toEqual([
      { transition: 'expire', from_state: 'published', to_state: 'closed', actor_id: null },
    ]);
    expect(await scene.app.get(PostingClockService).expire()).toBe(0);
  });

  it('hides the postings of an employer at the moment its verification lapses', async () => {
    const organisation = await createOrganisation(scene.app, {
      verifiedUntil: new Date('2026-11-24T00:00:00+08:00'),
    });
    const { id } = await createJobPosting(scene.app, { organisation });
    scene.app.clock.set('2026-11-23T23:59:59.999+08:00');
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    scene.app.clock.set('2026-11-24T00:00:00+08:00');
    expect(await seen(id)).toBeNull();
    expect(await seen(id, organisation.administrator)).toMatchObject({ state: 'PUBLISHED' });
  });
});
