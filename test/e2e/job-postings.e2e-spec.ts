import { JobPostingsModule } from '../../src/modules/job-postings/index.js';
import { PostingClockService } from '../../src/modules/job-postings/posting/posting-clock.service.js';
import { createAccount } from '../factories/account.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  APPROVE,
  CREATE,
  draft,
  NOBODY,
  NOW,
  outboxOf,
  PAUSE,
  POSTING,
  QUEUE,
  RECALL,
  refusals,
  REMOVE,
  RESUME,
  RETURN,
  STOP,
  SUBMIT,
  traces,
  UPDATE,
} from './job-postings.support.js';

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let bureau: Awaited<ReturnType<typeof createBureauWithOfficer>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [JobPostingsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  bureau = await createBureauWithOfficer(app);
});
afterAll(() => app.close());

let keys = 0;
const key = () => `key-${String(++keys)}`;
const create = (changes: object = {}, as: As = enterprise.recruiter) =>
  app.gql(CREATE, { input: draft(enterprise.id, changes) }, { as });
const submit = (jobPostingId: string, more: object = {}, as: As = enterprise.recruiter) =>
  app.gql(SUBMIT, { input: { idempotencyKey: key(), jobPostingId, ...more } }, { as });
const onPosting = (
  query: string,
  jobPostingId: string,
  more: object = {},
  as: As = enterprise.recruiter,
) => app.gql(query, { input: { jobPostingId, ...more } }, { as });
const update = (id: string, version: number, changes: object, as: As = enterprise.recruiter) =>
  app.gql(UPDATE, { input: { id, version, changes } }, { as });
const seen = async (id: string, as: As = null) =>
  (await app.gql(POSTING, { id }, { as })).data.jobPosting as { state: string } | null;

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

const approve = (reviewId: string, as: As = bureau.officer) =>
  app.gql(APPROVE, { input: { reviewId } }, { as });

async function published(changes: object = {}): Promise<{ id: string; version: number }> {
  const { id, reviewId } = await inReview(changes);
  const { data } = await approve(reviewId);
  expect(data.approveJobPosting.userErrors).toEqual([]);
  return { id, version: data.approveJobPosting.jobPosting.version as number };
}

async function expectUntouched(work: () => Promise<unknown>): Promise<void> {
  const before = await traces(app);
  await work();
  expect(await traces(app)).toEqual(before);
}

describe('writing a posting', () => {
  it('stores a draft with everything that was said, and shows it to nobody else', async () => {
    const id = await newDraft();
    const { data } = await app.gql(
      `query ($id: ID!) { jobPosting(id: $id) {
        title state isComplete missingElements headcount freeSeats engagementType
        pay { min { amount } max { amount } period months } benefits validThrough address
        region { name } occupation { code } educationLevel { code } experienceYearsMin employerName
        requirements { kind value label minimum isRequired weight } organisation { id }
        history { transition toState } viewerCan { update submit review } audience { rule }
      } }`,
      { id },
      { as: enterprise.recruiter },
    );
    expect(data.jobPosting).toEqual({
      title: '数控操作工',
      state: 'DRAFT',
      isComplete: true,
      missingElements: [],
      headcount: 3,
      freeSeats: 3,
      engagementType: 'FULL_TIME',
      pay: { min: { amount: '6000.00' }, max: { amount: '8000.50' }, period: 'MONTH', months: 13 },
      benefits: ['五险一金'],
      validThrough: '2027-01-31',
      address: '木渎镇金枫南路1号',
      region: { name: '吴中区' },
      occupation: { code: '6-18-02-04' },
      educationLevel: { code: '40' },
      experienceYearsMin: 1,
      employerName: enterprise.name,
      requirements: [
        {
          kind: 'SKILL',
          value: '数控编程',
          label: '数控编程',
          minimum: null,
          isRequired: true,
          weight: 8,
        },
        {
          kind: 'EDUCATION',
          value: '40',
          label: '中等职业教育',
          minimum: null,
          isRequired: true,
          weight: 5,
        },
        {
          kind: 'EXPERIENCE',
          value: '机加工',
          label: '机加工',
          minimum: 1,
          isRequired: false,
          weight: 5,
        },
      ],
      organisation: { id: enterprise.id },
      history: [{ transition: 'create', toState: 'DRAFT' }],
      viewerCan: { update: true, submit: true, review: false },
      audience: { rule: 'EVERYONE' },
    });
    expect(await seen(id)).toBeNull();
    expect(await seen(id, bureau.officer)).toBeNull();
    const other = await createEnterpriseWithRecruiter(app);
    expect(await seen(id, other.recruiter)).toBeNull();
  });

  it('writes one draft for one key', async () => {
    const input = draft(enterprise.id);
    const first = await app.gql(CREATE, { input }, { as: enterprise.recruiter });
    const again = await app.gql(CREATE, { input }, { as: enterprise.recruiter });
    expect(again.data).toEqual(first.data);
    const { rows } = await app.database.pool.query('select 1 from job_postings');
    expect(rows).toHaveLength(1);
  });

  it.each([
    [{ headcount: 0 }, 'INPUT_OUT_OF_RANGE', ['headcount']],
    [{ headcount: 10_001 }, 'INPUT_OUT_OF_RANGE', ['headcount']],
    [{ title: '' }, 'INPUT_REQUIRED', ['title']],
    [{ duties: '长'.repeat(5_001) }, 'INPUT_TOO_LONG', ['duties']],
    [{ regionCode: '999999' }, 'REFERENCE_UNKNOWN_REGION', ['regionCode']],
    [{ occupationCode: '9-99-99-99' }, 'REFERENCE_UNKNOWN_OCCUPATION', ['occupationCode']],
    [{ validThrough: '2026-11-22' }, 'JOB_POSTING_VALIDITY_PAST', ['validThrough']],
    [{ validThrough: '2027-05-23' }, 'JOB_POSTING_VALIDITY_TOO_LONG', ['validThrough']],
    [
      { pay: { min: { amount: '8000' }, max: { amount: '6000' }, period: 'MONTH' } },
      'JOB_POSTING_PAY_UPSIDE_DOWN',
      ['pay', 'max'],
    ],
    [
      { pay: { min: { amount: '0' }, period: 'MONTH' } },
      'INPUT_OUT_OF_RANGE',
      ['pay', 'min', 'amount'],
    ],
    [
      { pay: { min: { amount: '-5' }, period: 'MONTH' } },
      'INPUT_MALFORMED',
      ['pay', 'min', 'amount'],
    ],
    [
      {
        requirements: [
          { kind: 'SKILL', value: '电 工' },
          { kind: 'SKILL', value: '电工' },
        ],
      },
      'JOB_POSTING_REQUIREMENT_DUPLICATE',
      ['requirements', '1', 'value'],
    ],
    [
      { requirements: [{ kind: 'EDUCATION', value: '00' }] },
      'REFERENCE_UNKNOWN_EDUCATION_LEVEL',
      ['requirements', '0', 'value'],
    ],
    [
      { requirements: [{ kind: 'EXPERIENCE', value: '焊接' }] },
      'INPUT_REQUIRED',
      ['requirements', '0', 'minimum'],
    ],
    [
      { requirements: [{ kind: 'SKILL', value: '焊接', weight: 11 }] },
      'INPUT_OUT_OF_RANGE',
      ['requirements', '0', 'weight'],
    ],
  ])('refuses %j with %s and writes nothing', async (changes, code, field) => {
    await expectUntouched(async () => {
      expect(refusals(await create(changes))).toEqual([{ code, field }]);
    });
  });

  it('lets nobody but the organisation’s own officers write', async () => {
    const stranger = await createAccount(app);
    const viewer = await createAccount(app);
    const other = await createEnterpriseWithRecruiter(app);
    const own = await createOrganisation(app, { members: [{ account: viewer, role: 'VIEWER' }] });
    await expectUntouched(async () => {
      expect((await create({}, null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await create({}, stranger)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await create({ organisationId: own.id }, viewer)).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
      expect((await create({}, bureau.officer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const foreign = await create({}, other.recruiter);
      const unknown = await create({ organisationId: NOBODY }, other.recruiter);
      expect(refusals(foreign)).toEqual([{ code: 'REQUEST_NOT_FOUND', field: ['organisationId'] }]);
      expect(foreign.data).toEqual(unknown.data);
    });
  });

  it('changes a draft from the version that was read', async () => {
    const id = await newDraft({ requirements: null });
    const { data } = await update(id, 1, { title: '高级数控操作工', duties: null, pay: null });
    expect(data.updateJobPosting.jobPosting).toEqual({
      id,
      state: 'DRAFT',
      closeCause: null,
      version: 2,
      missingElements: ['duties', 'pay'],
    });
    await expectUntouched(async () => {
      expect(refusals(await update(id, 1, { title: '别的岗位' }))).toEqual([
        { code: 'REQUEST_STALE', field: ['version'] },
      ]);
      const other = await createEnterpriseWithRecruiter(app);
      expect(refusals(await update(id, 2, { title: '别的岗位' }, other.recruiter))).toEqual(
        refusals(await update(NOBODY, 2, { title: '别的岗位' }, other.recruiter)),
      );
    });
  });
});

describe('submitting', () => {
  it('hands it to the bureau with its due time on the next working day', async () => {
    app.clock.set('2026-11-27T15:00:00+08:00'); // a Friday
    const { id } = await inReview({ conditions: '年龄20-35周岁，形象好。' });
    const { data } = await app.gql(QUEUE, {}, { as: bureau.officer });
    expect(data.jobPostingReviewQueue).toEqual({
      totalCount: 1,
      nodes: [
        {
          id: expect.any(String) as string,
          dueAt: '2026-11-30T16:00:00.000Z',
          isOverdue: false,
          findings: [
            {
              ruleId: 'AGE-1',
              severity: 'WARN',
              field: 'conditions',
              message: 'An age limit needs a legal ground; remove it otherwise',
            },
            {
              ruleId: 'LOOKS-1',
              severity: 'WARN',
              field: 'conditions',
              message: 'Looks or height must be tied to the work itself',
            },
          ],
          jobPosting: { id, title: '数控操作工' },
        },
      ],
    });
    expect(await seen(id)).toBeNull();
    expect(await seen(id, bureau.officer)).toMatchObject({ state: 'IN_REVIEW' });
    expect(await outboxOf(app)).toEqual(['jobPostingSubmitted']);
    app.clock.set('2026-12-01T00:00:00+08:00');
    const late = await app.gql(QUEUE, { filter: { isOverdue: true } }, { as: bureau.officer });
    expect(late.data.jobPostingReviewQueue.nodes).toHaveLength(1);
  });

  it.each([
    [
      { duties: null, pay: null },
      'JOB_POSTING_INCOMPLETE',
      null,
      'Complete before publishing: duties, pay',
    ],
    [
      { conditions: '限男性，薪资面议。' },
      'JOB_POSTING_WORDING',
      ['conditions'],
      'The text says what must not be published (SEX-1, PAY-1); please change it',
    ],
  ])('refuses %j with %s', async (changes, code, field, message) => {
    const id = await newDraft(changes);
    await expectUntouched(async () => {
      const { data } = await submit(id);
      expect(data.submitJobPosting).toEqual({
        jobPosting: null,
        userErrors: [{ code, field, message }],
      });
    });
  });

  it('refuses a time of publication in the past or after the validity', async () => {
    const id = await newDraft();
    await expectUntouched(async () => {
      expect(refusals(await submit(id, { publishAt: NOW }))).toEqual([
        { code: 'JOB_POSTING_PUBLISH_AT_PAST', field: ['publishAt'] },
      ]);
      expect(refusals(await submit(id, { publishAt: '2027-02-01T00:00:00+08:00' }))).toEqual([
        { code: 'JOB_POSTING_PUBLISH_AT_TOO_LATE', field: ['publishAt'] },
      ]);
    });
  });

  it('refuses an organisation that is not, or no longer, in good standing', async () => {
    const unverified = await createEnterpriseWithRecruiter(app, { standing: 'UNVERIFIED' });
    const { data } = await app.gql(
      CREATE,
      { input: draft(unverified.id) },
      { as: unverified.recruiter },
    );
    const { id } = data.createJobPosting.jobPosting as { id: string };
    await expectUntouched(async () => {
      expect(refusals(await submit(id, {}, unverified.recruiter))).toEqual([
        { code: 'JOB_POSTING_ORGANISATION_NOT_VERIFIED', field: null },
      ]);
    });
  });

  it('refuses the same posting twice, also when both are submitted at once', async () => {
    await published();
    const twin = await newDraft({ title: '数控操作工 ' });
    expect(refusals(await submit(twin))).toEqual([{ code: 'JOB_POSTING_DUPLICATE', field: null }]);
    const pair = [await newDraft({ title: '质检员' }), await newDraft({ title: '质检员' })];
    const answers = await Promise.all(pair.map((id) => submit(id)));
    expect(answers.flatMap(refusals)).toEqual([{ code: 'JOB_POSTING_DUPLICATE', field: null }]);
    const elsewhere = await newDraft({ regionCode: '320500' });
    expect(refusals(await submit(elsewhere))).toEqual([]);
  });

  it('is refused again while the bureau has it, and can be recalled', async () => {
    const { id, reviewId } = await inReview();
    expect(refusals(await submit(id))).toEqual([{ code: 'JOB_POSTING_WRONG_STATE', field: null }]);
    expect(refusals(await update(id, 2, { title: '别的岗位' }))).toEqual([
      { code: 'JOB_POSTING_WRONG_STATE', field: null },
    ]);
    expect(refusals(await onPosting(RECALL, id))).toEqual([]);
    expect(refusals(await approve(reviewId))).toEqual([
      { code: 'JOB_POSTING_REVIEW_OVER', field: ['reviewId'] },
    ]);
    expect(await seen(id, enterprise.recruiter)).toMatchObject({ state: 'DRAFT' });
  });
});

describe('the review of the bureau', () => {
  it('publishes at once and everyone sees it', async () => {
    const { id } = await published();
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    expect(await outboxOf(app)).toEqual([
      'jobPostingSubmitted',
      'jobPostingReviewed',
      'jobPostingPublished',
    ]);
  });

  it('returns with a remark that the employer reads', async () => {
    const { id, reviewId } = await inReview();
    const { data } = await app.gql(
      RETURN,
      { input: { reviewId, remark: '请写明班次与加班费。' } },
      { as: bureau.officer },
    );
    expect(data.returnJobPosting.jobPosting).toMatchObject({ state: 'DRAFT' });
    const answer = await app.gql(
      `query ($id: ID!) { jobPosting(id: $id) { latestReview { state remark } history { transition reason } } }`,
      { id },
      { as: enterprise.recruiter },
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
    const elsewhere = await createBureauWithOfficer(app, { regionCode: '520600' });
    const both = await createBureauWithOfficer(app, {
      regionCode: '320506',
      members: [{ account: enterprise.recruiter, role: 'OFFICER' }],
    });
    expect(both.kind).toBe('HR_BUREAU');
    await expectUntouched(async () => {
      expect((await approve(reviewId, null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      const stranger = enterprise.administrator;
      expect((await approve(reviewId, stranger)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const foreign = await approve(reviewId, elsewhere.officer);
      expect(refusals(foreign)).toEqual([{ code: 'REQUEST_NOT_FOUND', field: ['reviewId'] }]);
      expect(foreign.data).toEqual((await approve(NOBODY, elsewhere.officer)).data);
      expect(refusals(await approve(reviewId, enterprise.recruiter))).toEqual([
        { code: 'JOB_POSTING_OWN_ORGANISATION', field: null },
      ]);
      const { data } = await app.gql(QUEUE, {}, { as: elsewhere.officer });
      expect(data.jobPostingReviewQueue.totalCount).toBe(0);
      const own = await app.gql(QUEUE, {}, { as: enterprise.recruiter });
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
    const { data } = await onPosting(REMOVE, id, { reason: '经核实为虚假岗位' }, bureau.officer);
    expect(data.removeJobPosting.jobPosting).toMatchObject({
      state: 'CLOSED',
      closeCause: 'REMOVED',
    });
    expect(await seen(id)).toBeNull();
    expect((await outboxOf(app)).at(-1)).toBe('jobPostingClosed REMOVED');
    expect(refusals(await onPosting(RESUME, id))).toEqual([
      { code: 'JOB_POSTING_WRONG_STATE', field: null },
    ]);
    const hidden = await newDraft({ title: '另一岗位' });
    const reason = '不应看到草稿';
    expect(refusals(await onPosting(REMOVE, hidden, { reason }, bureau.officer))).toEqual(
      refusals(await onPosting(REMOVE, NOBODY, { reason }, bureau.officer)),
    );
  });
});

describe('a published posting', () => {
  it('shows a small change at once and sends a material one back to the bureau', async () => {
    const { id, version } = await published();
    await update(id, version, { benefits: ['五险一金', '免费班车'] });
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    expect((await outboxOf(app)).at(-1)).toBe('jobPostingChanged');
    const { data } = await update(id, version + 1, {
      pay: { min: { amount: '5000' }, period: 'MONTH' },
    });
    expect(data.updateJobPosting.jobPosting).toMatchObject({ state: 'IN_REVIEW' });
    expect(await seen(id)).toBeNull();
    expect((await outboxOf(app)).at(-1)).toBe('jobPostingRevised');
    const queue = await app.gql(QUEUE, {}, { as: bureau.officer });
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
    const { id } = await createJobPosting(app, {
      organisation: enterprise,
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
    expect(await outboxOf(app)).toEqual(['jobPostingClosed FILLED', 'jobPostingFilled']);
  });

  it('pauses until a day and resumes by itself, or by hand', async () => {
    const { id } = await published();
    expect(refusals(await onPosting(PAUSE, id, { until: '2026-11-23' }))).toEqual([
      { code: 'JOB_POSTING_PAUSE_UNTIL', field: ['until'] },
    ]);
    expect(refusals(await onPosting(PAUSE, id, { until: '2026-12-01' }))).toEqual([]);
    expect(await seen(id)).toBeNull();
    app.clock.set('2026-11-30T23:59:59+08:00');
    expect(await app.get(PostingClockService).resume()).toBe(0);
    app.clock.set('2026-12-01T00:03:00+08:00');
    expect(await app.get(PostingClockService).resume()).toBe(1);
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    await onPosting(PAUSE, id);
    expect(refusals(await onPosting(RESUME, id))).toEqual([]);
    expect((await outboxOf(app)).slice(-4)).toEqual([
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
    expect((await outboxOf(app)).at(-1)).toBe('jobPostingClosed STOPPED');
  });

  it.each([
    ['recalling', RECALL, {}],
    ['pausing', PAUSE, {}],
    ['resuming', RESUME, {}],
    ['stopping', STOP, {}],
    ['submitting', SUBMIT, { idempotencyKey: 'forged' }],
  ])('answers %s by somebody else as if there were none', async (_, query, more) => {
    const { id } = await published();
    const other = await createEnterpriseWithRecruiter(app);
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
    app.clock.set('2026-11-25T08:59:59+08:00');
    expect(await app.get(PostingClockService).release()).toBe(0);
    app.clock.set('2026-11-25T09:00:00+08:00');
    expect(await app.get(PostingClockService).release()).toBe(1);
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    expect((await outboxOf(app)).at(-1)).toBe('jobPostingPublished');
  });

  it('does not publish for an employer that lapsed meanwhile', async () => {
    const { id } = await createJobPosting(app, {
      state: 'SCHEDULED',
      organisation: await createOrganisation(app, {
        verifiedUntil: new Date('2026-11-24T00:00:00+08:00'),
      }),
      publishAt: new Date('2026-11-25T09:00:00+08:00'),
    });
    app.clock.set('2026-11-25T09:00:00+08:00');
    expect(await app.get(PostingClockService).release()).toBe(0);
    expect(await seen(id)).toBeNull();
  });

  it('ends a posting after its last day: hidden at midnight, closed with its cause after', async () => {
    const { id } = await createJobPosting(app, { validThrough: '2026-11-30' });
    app.clock.set('2026-11-30T23:59:59+08:00');
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    expect(await app.get(PostingClockService).expire()).toBe(0);
    app.clock.set('2026-12-01T00:00:00+08:00');
    expect(await seen(id)).toBeNull();
    expect(await app.get(PostingClockService).expire()).toBe(1);
    expect(await outboxOf(app)).toEqual(['jobPostingClosed EXPIRED']);
    const { rows } = await app.database.pool.query(
      'select transition, from_state, to_state, actor_id from job_posting_history',
    );
    expect(rows).toEqual([
      { transition: 'expire', from_state: 'published', to_state: 'closed', actor_id: null },
    ]);
    expect(await app.get(PostingClockService).expire()).toBe(0);
  });

  it('hides the postings of an employer at the moment its verification lapses', async () => {
    const organisation = await createOrganisation(app, {
      verifiedUntil: new Date('2026-11-24T00:00:00+08:00'),
    });
    const { id } = await createJobPosting(app, { organisation });
    app.clock.set('2026-11-23T23:59:59.999+08:00');
    expect(await seen(id)).toMatchObject({ state: 'PUBLISHED' });
    app.clock.set('2026-11-24T00:00:00+08:00');
    expect(await seen(id)).toBeNull();
    expect(await seen(id, organisation.administrator)).toMatchObject({ state: 'PUBLISHED' });
  });
});
