import { JobPostingsModule } from '../../src/modules/job-postings/index.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As, GqlAnswer, Selected } from '../support/client.js';
import {
  APPROVE,
  CREATE,
  draft,
  NOW,
  POSTING,
  QUEUE,
  refusals,
  SUBMIT,
  traces,
  UPDATE,
} from './job-postings.support.js';

type Enterprise = Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
type Bureau = Awaited<ReturnType<typeof createBureauWithOfficer>>;
type Answer = Promise<GqlAnswer<Selected>>;

let keys = 0;

/** An enterprise with a recruiter and the bureau in charge of it, and what they do with postings. */
export function postingScene() {
  let app: TestApp;
  let enterprise: Enterprise;
  let bureau: Bureau;

  const create = (changes: object = {}, as: As = enterprise.recruiter): Answer =>
    app.gql(CREATE, { input: draft(enterprise.id, changes) }, { as });
  const submit = (id: string, more: object = {}, as: As = enterprise.recruiter): Answer => {
    keys += 1;
    const input = { idempotencyKey: `submit-${String(keys)}`, jobPostingId: id, ...more };
    return app.gql(SUBMIT, { input }, { as });
  };
  const approve = (reviewId: string, as: As = bureau.officer): Answer =>
    app.gql(APPROVE, { input: { reviewId } }, { as });

  async function newDraft(changes: object = {}): Promise<string> {
    const { data } = await create(changes);
    expect(data.createJobPosting.userErrors).toEqual([]);
    return data.createJobPosting.jobPosting.id as string;
  }

  async function inReview(
    changes: object = {},
    more: object = {},
  ): Promise<{ id: string; reviewId: string }> {
    const id = await newDraft(changes);
    expect(refusals(await submit(id, more))).toEqual([]);
    const { data } = await app.gql(QUEUE, {}, { as: bureau.officer });
    const nodes = data.jobPostingReviewQueue.nodes as { id: string; jobPosting: { id: string } }[];
    const review = nodes.find(({ jobPosting }) => jobPosting.id === id);
    return { id, reviewId: review?.id ?? '' };
  }

  return {
    get app() {
      return app;
    },
    get enterprise() {
      return enterprise;
    },
    get bureau() {
      return bureau;
    },
    async start(): Promise<void> {
      app = await createTestApp({ modules: [JobPostingsModule] });
    },
    async reset(): Promise<void> {
      app.clock.set(NOW);
      await app.database.truncateAll();
      enterprise = await createEnterpriseWithRecruiter(app);
      bureau = await createBureauWithOfficer(app);
    },
    stop: (): Promise<void> => app.close(),
    create,
    submit,
    approve,
    newDraft,
    inReview,
    /** An action on a posting whose input is its id and a little more. */
    onPosting: (
      query: string,
      jobPostingId: string,
      more: object = {},
      as: As = enterprise.recruiter,
    ): Answer => app.gql(query, { input: { jobPostingId, ...more } }, { as }),
    update: (id: string, version: number, changes: object, as: As = enterprise.recruiter): Answer =>
      app.gql(UPDATE, { input: { id, version, changes } }, { as }),
    async seen(id: string, as: As = null): Promise<{ state: string } | null> {
      const { data } = await app.gql(POSTING, { id }, { as });
      return data.jobPosting as { state: string } | null;
    },
    async published(changes: object = {}): Promise<{ id: string; version: number }> {
      const { id, reviewId } = await inReview(changes);
      const { data } = await approve(reviewId);
      expect(data.approveJobPosting.userErrors).toEqual([]);
      return { id, version: data.approveJobPosting.jobPosting.version as number };
    },
    async expectUntouched(work: () => Promise<unknown>): Promise<void> {
      const before = await traces(app);
      await work();
      expect(await traces(app)).toEqual(before);
    },
  };
}
