import { randomUUID } from 'node:crypto';
import { ActivitiesModule } from '../../src/modules/activities/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createAgreement } from '../factories/agreement.factory.js';
import { createJobFair } from '../factories/job-fair.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createBureauWithOfficer,
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  actAt,
  CANCEL,
  codes,
  CONTENT,
  CREATE,
  DECLINE,
  LEAVE,
  listFairs,
  placesAt,
  PUBLISH,
  published,
  REGISTER,
  seeFair,
  UPDATE,
} from './activities.support.js';
import { eventsOf, expectUntouched } from './applications.support.js';
import { NOBODY, NOW } from './job-postings.support.js';

let app: TestApp;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [ActivitiesModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  college = await createCollegeWithClerk(app);
  enterprise = await createEnterpriseWithRecruiter(app);
});
afterAll(() => app.close());

const act = (query: string, input: object, as: As) => actAt(app, query, input, as);
const openFair = (more: object = {}) =>
  published(app, college.id, college.clerk, { admission: 'OPEN', ...more });
const register = (jobFairId: string, jobPostingIds: string[] = [], of = enterprise) =>
  act(REGISTER, { jobFairId, organisationId: of.id, jobPostingIds }, of.recruiter);
const answer = (query: string, jobFairId: string, reason = '当天另有安排') =>
  act(query, { jobFairId, organisationId: enterprise.id, reason }, enterprise.recruiter);

describe('holding a fair', () => {
  it('drafts it for the organiser alone, and shows it to all once published', async () => {
    const input = { organisationId: college.id, content: { ...CONTENT, admission: 'OPEN' } };
    const { jobFair, userErrors } = await act(CREATE, input, college.clerk);
    expect(userErrors).toEqual([]);
    if (!jobFair) throw new Error('Refused');
    expect(jobFair).toMatchObject({
      name: '秋季校园招聘会',
      startsAt: '2026-12-10T01:00:00.000Z',
      admission: 'OPEN',
      seatLimit: null,
      seatsTaken: 0,
      state: 'DRAFT',
      isRegistrationOpen: false,
      version: 1,
      organiser: { id: college.id },
      region: { code: '320506' },
      viewerCan: { update: true, publish: true, cancel: true, seeInvitations: true },
    });
    expect(await seeFair(app, jobFair.id, null)).toBeNull();
    const answered = await act(PUBLISH, { jobFairId: jobFair.id }, college.clerk);
    expect(answered.jobFair).toMatchObject({ state: 'PUBLISHED', isRegistrationOpen: true });
    expect(await seeFair(app, jobFair.id, null)).toMatchObject({
      state: 'PUBLISHED',
      viewerCan: { update: false, publish: false, cancel: false, seeInvitations: false },
    });
    expect(await listFairs(app, { period: 'UPCOMING', regionCode: '320500' }, null)).toEqual([
      jobFair.id,
    ]);
    expect(await listFairs(app, { regionCode: '520600' }, null)).toEqual([]);
    app.clock.set('2026-12-10T16:00:00+08:00');
    expect(await seeFair(app, jobFair.id, null)).toMatchObject({ state: 'ENDED' });
    expect(await listFairs(app, { period: 'UPCOMING' }, null)).toEqual([]);
    expect(await listFairs(app, { period: 'PAST' }, null)).toEqual([jobFair.id]);
  });

  it('refuses times in the wrong order, and what has closed already', async () => {
    const create = (more: object) =>
      act(CREATE, { organisationId: college.id, content: { ...CONTENT, ...more } }, college.clerk);
    await expectUntouched(app, async () => {
      expect(codes(await create({ endsAt: CONTENT.startsAt }))).toEqual([
        ['JOB_FAIR_TIMES_UPSIDE_DOWN', ['content', 'endsAt']],
      ]);
      expect(codes(await create({ registrationClosesAt: CONTENT.endsAt }))).toEqual([
        ['JOB_FAIR_TIMES_UPSIDE_DOWN', ['content', 'registrationClosesAt']],
      ]);
    });
    const { id } = await createJobFair(app, { organiser: college, stage: 'DRAFT', inDays: 1 });
    await expectUntouched(app, async () => {
      expect(codes(await act(PUBLISH, { jobFairId: id }, college.clerk))).toEqual([
        ['JOB_FAIR_IN_PAST', ['jobFairId']],
      ]);
    });
  });

  it('changes it at its version, and tells who comes that it has moved', async () => {
    const { id } = await openFair({ seatLimit: 5 });
    await register(id);
    const update = (version: number, more: object) => {
      const content = { ...CONTENT, admission: 'OPEN', ...more };
      return act(UPDATE, { jobFairId: id, version, content }, college.clerk);
    };
    await expectUntouched(app, async () => {
      expect(codes(await update(1, {}))).toEqual([['JOB_FAIR_CHANGED_MEANWHILE', ['version']]]);
      expect(codes(await update(2, { admission: 'PARTNERS' }))).toEqual([
        ['JOB_FAIR_ADMISSION_FIXED', ['content', 'admission']],
      ]);
      const past = { registrationClosesAt: '2026-11-01T00:00:00+08:00' };
      expect(codes(await update(2, past))).toEqual([
        ['JOB_FAIR_IN_PAST', ['content', 'registrationClosesAt']],
      ]);
    });
    expect((await update(2, { name: '冬季招聘会' })).jobFair).toMatchObject({ version: 3 });
    expect(await eventsOf(app, 'activities')).toEqual([]);
    expect((await update(3, { address: '图书馆' })).jobFair).toMatchObject({ version: 4 });
    expect(await eventsOf(app, 'activities')).toEqual(['jobFairMoved']);
    await register(id, [], await createEnterpriseWithRecruiter(app));
    await expectUntouched(app, async () => {
      expect(codes(await update(4, { address: '图书馆', seatLimit: 1 }))).toEqual([
        ['JOB_FAIR_SEATS_TAKEN', ['content', 'seatLimit']],
      ]);
    });
  });

  it('cancels it once with a reason, and tells who was to come', async () => {
    const { id } = await openFair();
    await register(id);
    const cancel = () => act(CANCEL, { jobFairId: id, reason: '场地维修' }, college.clerk);
    expect((await cancel()).jobFair).toMatchObject({
      state: 'CANCELLED',
      cancelReason: '场地维修',
      isRegistrationOpen: false,
    });
    expect(await eventsOf(app, 'activities')).toEqual(['jobFairCancelled']);
    await expectUntouched(app, async () => {
      expect(codes(await cancel())).toEqual([['JOB_FAIR_WRONG_STATE', null]]);
      expect(codes(await register(id))).toEqual([['JOB_FAIR_WRONG_STATE', ['jobFairId']]]);
    });
  });

  it('is for officers of colleges, enterprises, bases and bureaux, for their own', async () => {
    const { id } = await createJobFair(app, { organiser: college, stage: 'DRAFT' });
    const content = { ...CONTENT };
    const other = await createCollegeWithClerk(app);
    await expectUntouched(app, async () => {
      const create = await act(CREATE, { organisationId: college.id, content }, other.clerk);
      expect(codes(create)).toEqual([['REQUEST_NOT_FOUND', ['organisationId']]]);
      for (const [query, input] of [
        [UPDATE, { jobFairId: id, version: 1, content }],
        [PUBLISH, { jobFairId: id }],
        [CANCEL, { jobFairId: id, reason: '不办了' }],
      ] as const)
        expect(codes(await act(query, input, other.clerk))).toEqual([
          ['REQUEST_NOT_FOUND', ['jobFairId']],
        ]);
      const { errors } = await app.gql(
        PUBLISH,
        { input: { idempotencyKey: randomUUID(), jobFairId: id } },
        { as: await createAccount(app) },
      );
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });
  });
});

describe('coming to a fair', () => {
  it('registers with open postings of its own, changes them, and leaves', async () => {
    const { id } = await openFair();
    const organisation = { id: enterprise.id };
    const first = await createJobPosting(app, { organisation });
    const second = await createJobPosting(app, { organisation });
    const { place, jobFair } = await register(id, [second.id, first.id]);
    expect(place).toMatchObject({
      state: 'REGISTERED',
      agreement: null,
      postings: [{ id: second.id }, { id: first.id }],
      viewerCan: { register: true, decline: false, leave: true },
    });
    expect(jobFair).toEqual({ seatsTaken: 1 });
    const changed = await register(id, [first.id]);
    expect(changed).toMatchObject({
      place: { state: 'REGISTERED', postings: [{ id: first.id }] },
      jobFair: { seatsTaken: 1 },
    });
    expect(await placesAt(app, id, null)).toMatchObject([
      { organisation: { id: enterprise.id }, state: 'REGISTERED', postings: [{ id: first.id }] },
    ]);
    expect(await answer(LEAVE, id)).toMatchObject({
      place: { state: 'LEFT', reason: '当天另有安排', postings: [] },
      jobFair: { seatsTaken: 0 },
    });
    expect(await placesAt(app, id, null)).toEqual([]);
    expect((await register(id)).jobFair).toEqual({ seatsTaken: 1 });
  });

  it('refuses postings of others, that are not open, twice, or too many', async () => {
    const { id } = await openFair();
    const organisation = { id: enterprise.id };
    const closed = await createJobPosting(app, { organisation, state: 'CLOSED', title: '焊工' });
    const own = await createJobPosting(app, { organisation });
    const strange = await createJobPosting(app);
    await expectUntouched(app, async () => {
      expect(codes(await register(id, [own.id, strange.id]))).toEqual([
        ['REQUEST_NOT_FOUND', ['jobPostingIds', '1']],
      ]);
      const refused = await register(id, [closed.id]);
      expect(refused.userErrors).toEqual([
        {
          code: 'JOB_FAIR_PLACE_POSTING_NOT_OPEN',
          field: ['jobPostingIds', '0'],
          message: '岗位“焊工”不在招聘中，不能带到招聘会',
        },
      ]);
      expect(codes(await register(id, [own.id, own.id]))).toEqual([
        ['JOB_FAIR_PLACE_POSTING_TWICE', ['jobPostingIds']],
      ]);
      const many = Array.from({ length: 51 }, () => randomUUID());
      expect(codes(await register(id, many))).toEqual([['INPUT_TOO_MANY', ['jobPostingIds']]]);
    });
  });

  it('refuses its organiser, whoever is not there, and all once registration is closed', async () => {
    const { id } = await openFair();
    const own = { jobFairId: id, organisationId: college.id, jobPostingIds: [] };
    await expectUntouched(app, async () => {
      expect(codes(await act(REGISTER, own, college.clerk))).toEqual([
        ['JOB_FAIR_PLACE_OWN_FAIR', ['organisationId']],
      ]);
      expect(codes(await answer(LEAVE, id))).toEqual([['REQUEST_NOT_FOUND', ['organisationId']]]);
      expect(codes(await register(NOBODY))).toEqual([['REQUEST_NOT_FOUND', ['jobFairId']]]);
      expect(codes(await act(REGISTER, own, enterprise.recruiter))).toEqual([
        ['REQUEST_NOT_FOUND', ['organisationId']],
      ]);
    });
    await register(id);
    await expectUntouched(app, async () => {
      expect(codes(await answer(DECLINE, id))).toEqual([['JOB_FAIR_PLACE_WRONG_STATE', null]]);
    });
    app.clock.set('2026-12-05T18:00:00+08:00');
    await expectUntouched(app, async () => {
      for (const refused of [await register(id), await answer(LEAVE, id)])
        expect(codes(refused)).toEqual([['JOB_FAIR_PLACE_REGISTRATION_CLOSED', ['jobFairId']]]);
    });
  });

  it('gives the last seat to one of two who come at once', async () => {
    const { id } = await openFair({ seatLimit: 2 });
    await register(id, [], await createEnterpriseWithRecruiter(app));
    const others = await Promise.all([1, 2, 3].map(() => createEnterpriseWithRecruiter(app)));
    const answers = await Promise.all(others.map((other) => register(id, [], other)));
    const refused = answers.filter(({ place }) => place === null);
    expect(refused.map(({ userErrors }) => userErrors)).toEqual(
      [1, 2].map(() => [
        {
          code: 'JOB_FAIR_PLACE_FULL',
          field: ['jobFairId'],
          message: '招聘会展位已满（2 家）',
        },
      ]),
    );
    expect(await seeFair(app, id, null)).toMatchObject({ seatsTaken: 2 });
    expect(await placesAt(app, id, null)).toHaveLength(2);
    await expect(
      app.database.pool.query('update job_fairs set seats_taken = 3 where id = $1', [id]),
    ).rejects.toMatchObject({ constraint: 'ck_job_fairs_seats' });
  });
});

describe('a fair for partners', () => {
  it('is known to those it concerns, and to nobody else', async () => {
    const { id: agreementId } = await createAgreement(app, { college, enterprise });
    const invited = [{ organisationId: enterprise.id, agreementId }];
    const { id } = await createJobFair(app, { organiser: college, invited });
    const stranger = await createEnterpriseWithRecruiter(app);
    const [student, other] = [await createAccount(app), await createAccount(app)];
    await createAffiliation(app, { collegeId: college.id, student });
    const elsewhere = await createCollegeWithClerk(app);
    await createAffiliation(app, { collegeId: elsewhere.id, student: other });
    const bureau = await createBureauWithOfficer(app);
    const far = await createBureauWithOfficer(app, { regionCode: '520600' });
    const sees = async (as: As | null) => (await seeFair(app, id, as)) !== null;
    for (const as of [college.clerk, enterprise.recruiter, bureau.officer, student]) {
      expect(await sees(as)).toBe(true);
      expect(await listFairs(app, { admission: 'PARTNERS' }, as)).toEqual([id]);
    }
    for (const as of [null, stranger.recruiter, far.officer, other, elsewhere.clerk]) {
      expect(await sees(as)).toBe(false);
      expect(await listFairs(app, {}, as)).toEqual([]);
      expect(await placesAt(app, id, as)).toEqual([]);
    }
    await expectUntouched(app, async () => {
      expect(codes(await register(id, [], stranger))).toEqual([
        ['REQUEST_NOT_FOUND', ['jobFairId']],
      ]);
    });
    for (const [as, agreement] of [
      [college.clerk, { id: agreementId }],
      [enterprise.recruiter, { id: agreementId }],
      [bureau.officer, null],
    ] as const)
      expect(await placesAt(app, id, as)).toMatchObject([{ state: 'INVITED', agreement }]);
    expect(await placesAt(app, id, student)).toEqual([]);
    expect(await listFairs(app, { agreementId }, enterprise.recruiter)).toEqual([id]);
    expect(await listFairs(app, { agreementId }, student)).toEqual([]);
    expect(await listFairs(app, { participantId: enterprise.id }, enterprise.recruiter)).toEqual([
      id,
    ]);
    expect(await listFairs(app, { participantId: enterprise.id }, college.clerk)).toEqual([]);
  });
});
