import { createBureauWithOfficer } from '../factories/organisation.factory.js';
import { postingScene } from './job-postings.scene.js';
import {
  NOBODY,
  outboxOf,
  QUEUE,
  refusals,
  REMOVE,
  RESUME,
  RETURN,
} from './job-postings.support.js';

const scene = postingScene();
const { onPosting, seen, newDraft, inReview, approve, published, expectUntouched } = scene;

beforeAll(scene.start);
beforeEach(scene.reset);
afterAll(scene.stop);

describe('the review of the bureau', () => {
  it('publishes at once and everyone sees it', async () => {
    const { id } = await published();
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    expect(await outboxOf(scene.app)).toEqual([
      'jobPostingSubmitted',
      'jobPostingReviewed',
      'jobPostingPublished',
    ]);
  });

  it('returns with a remark that the employer reads', async () => {
    const { id, reviewId } = await inReview();
    const { data } = await scene.app.gql(
      RETURN,
      { input: { reviewId, remark: '请写明班次与加班费。' } },
      { as: scene.bureau.officer },
    );
    expect(data.returnJobPosting.jobPosting).toMatchObject({ state: 'DRAFT' });
    const answer = await scene.app.gql(
      `query ($id: ID!) { jobPosting(id: $id) { latestReview { state remark } history { transition reason } } }`,
      { id },
      { as: scene.enterprise.recruiter },
    );
    expect(answer.data.jobPosting).toEqual({
      latestReview: { state: 'RETURNED', remark: '请写明班次与加班费。' },
      history: [
        { transition: 'create', reason: null },
        { transition: 'submit', reason: null },
        { transition: 'return', reason: '请写明班次与加班费。' },
      ],
    });
  });

  it('is for the bureau in charge alone, and never for a posting of one’s own', async () => {
    const { id, reviewId } = await inReview();
    const elsewhere = await createBureauWithOfficer(scene.app, { regionCode: '520600' });
    const both = await createBureauWithOfficer(scene.app, {
      regionCode: '320506',
      members: [{ account: scene.enterprise.recruiter, role: 'OFFICER' }],
    });
    expect(both.kind).toBe('HR_BUREAU');
    await expectUntouched(async () => {
      expect((await approve(reviewId, null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      const stranger = scene.enterprise.administrator;
      expect((await approve(reviewId, stranger)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const foreign = await approve(reviewId, elsewhere.officer);
      expect(refusals(foreign)).toEqual([{ code: 'REQUEST_NOT_FOUND', field: ['reviewId'] }]);
      expect(foreign.data).toEqual((await approve(NOBODY, elsewhere.officer)).data);
      expect(refusals(await approve(reviewId, scene.enterprise.recruiter))).toEqual([
        { code: 'JOB_POSTING_OWN_ORGANISATION', field: null },
      ]);
      const { data } = await scene.app.gql(QUEUE, {}, { as: elsewhere.officer });
      expect(data.jobPostingReviewQueue.totalCount).toBe(0);
      const own = await scene.app.gql(QUEUE, {}, { as: scene.enterprise.recruiter });
      expect(own.data.jobPostingReviewQueue.totalCount).toBe(0);
    });
    expect(await seen(id, elsewhere.officer)).toBeNull();
  });

  it('is decided once by two officers at the same time', async () => {
    const { id, reviewId } = await inReview();
    const answers = await Promise.all([approve(reviewId), approve(reviewId)]);
    expect(answers.flatMap(refusals)).toEqual([
      { code: 'JOB_POSTING_REVIEW_OVER', field: ['reviewId'] },
    ]);
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
  });

  it('removes a posting for good, with a reason', async () => {
    const { id } = await published();
    const { data } = await onPosting(
      REMOVE,
      id,
      { reason: '经核实为虚假岗位' },
      scene.bureau.officer,
    );
    expect(data.removeJobPosting.jobPosting).toMatchObject({
      state: 'CLOSED',
      closeCause: 'REMOVED',
    });
    expect(await seen(id)).toBeNull();
    expect((await outboxOf(scene.app)).at(-1)).toBe('jobPostingClosed REMOVED');
    expect(refusals(await onPosting(RESUME, id))).toEqual([
      { code: 'JOB_POSTING_WRONG_STATE', field: null },
    ]);
    const hidden = await newDraft({ title: '另一岗位' });
    const reason = '不应看到草稿';
    expect(refusals(await onPosting(REMOVE, hidden, { reason }, scene.bureau.officer))).toEqual(
      refusals(await onPosting(REMOVE, NOBODY, { reason }, scene.bureau.officer)),
    );
  });
});
