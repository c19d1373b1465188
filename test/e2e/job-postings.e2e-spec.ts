import { createAccount } from '../factories/account.factory.js';
import {
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { postingScene } from './job-postings.scene.js';
import {
  CREATE,
  draft,
  NOBODY,
  NOW,
  outboxOf,
  QUEUE,
  RECALL,
  refusals,
} from './job-postings.support.js';

const scene = postingScene();
const {
  create,
  submit,
  onPosting,
  update,
  seen,
  newDraft,
  inReview,
  approve,
  published,
  expectUntouched,
} = scene;

beforeAll(scene.start);
beforeEach(scene.reset);
afterAll(scene.stop);

describe('writing a posting', () => {
  it('stores a draft with everything that was said, and shows it to nobody else', async () => {
    const id = await newDraft();
    const { data } = await scene.app.gql(
      `query ($id: ID!) { jobPosting(id: $id) {
        title state isComplete missingElements headcount freeSeats engagementType
        pay { min { amount } max { amount } period months } benefits validThrough startsOn address
        region { name } occupation { code } educationLevel { code } experienceYearsMin employerName
        requirements { kind value label minimum isRequired weight } organisation { id }
        history { transition toState } viewerCan { update submit review } audience { rule }
      } }`,
      { id },
      { as: scene.enterprise.recruiter },
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
      startsOn: '2027-02-08',
      address: '木渎镇金枫南路1号',
      region: { name: '吴中区' },
      occupation: { code: '6-18-02-04' },
      educationLevel: { code: '40' },
      experienceYearsMin: 1,
      employerName: scene.enterprise.name,
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
      organisation: { id: scene.enterprise.id },
      history: [{ transition: 'create', toState: 'DRAFT' }],
      viewerCan: { update: true, submit: true, review: false },
      audience: { rule: 'EVERYONE' },
    });
    expect(await seen(id)).toBeNull();
    expect(await seen(id, scene.bureau.officer)).toBeNull();
    const other = await createEnterpriseWithRecruiter(scene.app);
    expect(await seen(id, other.recruiter)).toBeNull();
  });

  it('writes one draft for one key', async () => {
    const input = draft(scene.enterprise.id);
    const first = await scene.app.gql(CREATE, { input }, { as: scene.enterprise.recruiter });
    const again = await scene.app.gql(CREATE, { input }, { as: scene.enterprise.recruiter });
    expect(again.data).toEqual(first.data);
    const { rows } = await scene.app.database.pool.query('select 1 from job_postings');
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
    [{ startsOn: '2026-11-22' }, 'JOB_POSTING_START_PAST', ['startsOn']],
    [{ startsOn: '2028-11-23' }, 'JOB_POSTING_START_TOO_FAR', ['startsOn']],
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
    const stranger = await createAccount(scene.app);
    const viewer = await createAccount(scene.app);
    const other = await createEnterpriseWithRecruiter(scene.app);
    const own = await createOrganisation(scene.app, {
      members: [{ account: viewer, role: 'VIEWER' }],
    });
    await expectUntouched(async () => {
      expect((await create({}, null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await create({}, stranger)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await create({ organisationId: own.id }, viewer)).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
      expect((await create({}, scene.bureau.officer)).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
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
      const other = await createEnterpriseWithRecruiter(scene.app);
      expect(refusals(await update(id, 2, { title: '别的岗位' }, other.recruiter))).toEqual(
        refusals(await update(NOBODY, 2, { title: '别的岗位' }, other.recruiter)),
      );
    });
  });
});

describe('submitting', () => {
  it('hands it to the bureau with its due time on the next working day', async () => {
    scene.app.clock.set('2026-11-27T15:00:00+08:00'); // a Friday
    const { id } = await inReview({ conditions: '年龄20-35周岁，形象好。' });
    const { data } = await scene.app.gql(QUEUE, {}, { as: scene.bureau.officer });
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
    expect(await seen(id, scene.bureau.officer)).toMatchObject({ state: 'IN_REVIEW' });
    expect(await outboxOf(scene.app)).toEqual(['jobPostingSubmitted']);
    scene.app.clock.set('2026-12-01T00:00:00+08:00');
    const late = await scene.app.gql(
      QUEUE,
      { filter: { isOverdue: true } },
      { as: scene.bureau.officer },
    );
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
    const unverified = await createEnterpriseWithRecruiter(scene.app, { standing: 'UNVERIFIED' });
    const { data } = await scene.app.gql(
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
    expect(await seen(id, scene.enterprise.recruiter)).toMatchObject({ state: 'DRAFT' });
  });
});
