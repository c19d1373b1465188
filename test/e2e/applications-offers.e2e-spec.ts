import { ApplicationsModule } from '../../src/modules/applications/index.js';
import { OfferAnswersService } from '../../src/modules/applications/offer/offer-answers.service.js';
import { createApplication } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  ACCEPT,
  act,
  DAY_MS,
  DECLINE,
  eventsOf,
  expectUntouched,
  keyed,
  OFFER,
  postingOf,
  RENEGE,
  standing,
  statesOf,
  WITHDRAW_OFFER,
  type Answered,
} from './applications.support.js';
import { NOW, STOP } from './job-postings.support.js';

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [ApplicationsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
});
afterAll(() => app.close());

const newPosting = (options: object = {}) =>
  createJobPosting(app, { organisation: enterprise, ...options });
const offered = async (headcount = 2) =>
  createApplication(app, { posting: await newPosting({ headcount }), state: 'OFFERED' });
const accept = (offerId: string, as: As, more: object = {}) =>
  act(app, ACCEPT, keyed({ offerId, ...more }), as);
const refusalsOf = ({ userErrors }: Answered) => userErrors;
const inDays = (days: number) => new Date(Date.parse(NOW) + days * DAY_MS).toISOString();

describe('making an offer', () => {
  const TERMS = {
    payMin: { amount: '6500' },
    payMax: { amount: '7000.50' },
    payPeriod: 'MONTH',
    engagementType: 'FULL_TIME',
    workplace: '木渎镇金枫南路1号',
    startOn: '2027-01-04',
    answerDueAt: inDays(7),
    message: '欢迎加入',
  };
  const offer = (applicationId: string, changes: object = {}) =>
    act(app, OFFER, keyed({ applicationId, ...TERMS, ...changes }), enterprise.recruiter);

  it('gives the applicant its terms and the day by which to answer', async () => {
    const { id, applicant } = await createApplication(app, { posting: await newPosting() });
    expect(refusalsOf(await offer(id))).toEqual([]);
    const { data } = await app.gql(
      `query ($id: ID!) { application(id: $id) { state answerDueBy answerDueAt offers {
        state payMin { amount } payMax { amount } payPeriod engagementType workplace startOn message
      } } }`,
      { id },
      { as: applicant },
    );
    expect(data.application).toEqual({
      state: 'OFFERED',
      answerDueBy: 'APPLICANT',
      answerDueAt: inDays(7),
      offers: [
        {
          state: 'OPEN',
          payMin: { amount: '6500.00' },
          payMax: { amount: '7000.50' },
          payPeriod: 'MONTH',
          engagementType: 'FULL_TIME',
          workplace: '木渎镇金枫南路1号',
          startOn: '2027-01-04',
          message: '欢迎加入',
        },
      ],
    });
    expect(await eventsOf(app, 'applications')).toEqual(['offerMade']);
    await expectUntouched(app, async () => {
      expect(refusalsOf(await offer(id))).toEqual([
        { code: 'APPLICATION_WRONG_STATE', field: null },
      ]);
    });
  });

  it.each([
    [{ payMin: { amount: '5999.99' } }, 'OFFER_PAY_BELOW_POSTED', ['payMin']],
    [{ payMin: { amount: '7001' } }, 'OFFER_PAY_UPSIDE_DOWN', ['payMin']],
    [{ payMin: { amount: '0' } }, 'INPUT_OUT_OF_RANGE', ['payMin']],
    [{ payMax: { amount: '100000000.01' } }, 'INPUT_OUT_OF_RANGE', ['payMax']],
    [{ startOn: '9999-12-31' }, 'INPUT_OUT_OF_RANGE', ['startOn']],
    [{ startOn: '2026-11-22' }, 'OFFER_START_IN_PAST', ['startOn']],
    [{ answerDueAt: inDays(0.9) }, 'OFFER_DUE_OUT_OF_RANGE', ['answerDueAt']],
    [{ answerDueAt: inDays(31) }, 'OFFER_DUE_OUT_OF_RANGE', ['answerDueAt']],
    [{ workplace: ' ' }, 'INPUT_REQUIRED', ['workplace']],
  ])('is refused with %j', async (changes, code, field) => {
    const { id } = await createApplication(app, { posting: await newPosting() });
    await expectUntouched(app, async () => {
      expect(refusalsOf(await offer(id, changes))).toEqual([{ code, field }]);
    });
  });

  it('may be below the figure of another pay period, which says nothing about it', async () => {
    const { id } = await createApplication(app, { posting: await newPosting() });
    const daily = { payMin: { amount: '320' }, payMax: null, payPeriod: 'DAY' };
    expect(refusalsOf(await offer(id, daily))).toEqual([]);
  });
});

describe('accepting', () => {
  it('takes a seat with it', async () => {
    const { id, offerId, applicant, posting } = await offered();
    expect(refusalsOf(await accept(offerId, applicant))).toEqual([]);
    expect(await standing(app, id)).toBe('ACCEPTED');
    expect(await statesOf(app, 'offers', id)).toEqual(['ACCEPTED']);
    expect(await postingOf(app, posting.id)).toBe('published 1');
    expect(await eventsOf(app, 'applications')).toEqual(['offerAccepted']);
    await expectUntouched(app, async () => {
      expect(refusalsOf(await accept(offerId, applicant))).toEqual([
        { code: 'OFFER_NOT_OPEN', field: ['offerId'] },
      ]);
    });
  });

  it('withdraws the other undecided applications when asked to, and no others', async () => {
    const person = await createProfile(app);
    const mine = async (state: 'SUBMITTED' | 'OFFERED' | 'SHORTLISTED') =>
      createApplication(app, { posting: await newPosting(), applicant: person, state });
    const [chosen, open, listed, offer] = [
      await mine('OFFERED'),
      await mine('SUBMITTED'),
      await mine('SHORTLISTED'),
      await mine('OFFERED'),
    ];
    const stranger = await createApplication(app, { posting: open.posting });
    await accept(chosen.offerId, person.person, { withdrawOthers: true });
    const states = [chosen, open, listed, offer, stranger].map(({ id }) => standing(app, id));
    expect(await Promise.all(states)).toEqual([
      'ACCEPTED',
      'CLOSED HIRED_ELSEWHERE APPLICANT',
      'CLOSED HIRED_ELSEWHERE APPLICANT',
      'OFFERED',
      'SUBMITTED',
    ]);
  });

  it('leaves the other applications alone unless asked', async () => {
    const person = await createProfile(app);
    const other = await createApplication(app, { applicant: person });
    const chosen = await createApplication(app, { applicant: person, state: 'OFFERED' });
    await accept(chosen.offerId, person.person);
    expect(await standing(app, other.id)).toBe('SUBMITTED');
  });

  it('is refused after its moment, and when the posting was removed', async () => {
    const [late, removed] = [await offered(), await offered()];
    await app.database.pool.query(
      `update job_postings set state = 'closed', close_cause = 'removed', closed_at = now() where id = $1`,
      [removed.posting.id],
    );
    await expectUntouched(app, async () => {
      expect(refusalsOf(await accept(removed.offerId, removed.applicant))).toEqual([
        { code: 'JOB_POSTING_NOT_OPEN', field: ['jobPostingId'] },
      ]);
    });
    app.clock.advance({ days: 7 });
    await expectUntouched(app, async () => {
      expect(refusalsOf(await accept(late.offerId, late.applicant))).toEqual([
        { code: 'OFFER_NOT_OPEN', field: ['offerId'] },
      ]);
    });
  });

  it('by twenty people at once with three seats: exactly three are in, and the rest is told', async () => {
    const posting = await newPosting({ headcount: 3 });
    const all = [];
    for (let made = 0; made < 20; made += 1)
      all.push(await createApplication(app, { posting, state: 'OFFERED' }));
    const waiting = await createApplication(app, { posting, state: 'SHORTLISTED' });
    const answers = await Promise.all(
      all.map(({ offerId, applicant }) => accept(offerId, applicant)),
    );
    expect(answers.filter(({ application }) => application?.state === 'ACCEPTED')).toHaveLength(3);
    expect(answers.flatMap(refusalsOf)).toEqual(
      Array(17).fill({ code: 'JOB_POSTING_NO_SEAT_LEFT', field: ['jobPostingId'] }),
    );
    expect(await postingOf(app, posting.id)).toBe('closed filled 3');
    await app.settle();
    const states = await Promise.all([...all, waiting].map(({ id }) => standing(app, id)));
    expect(states.sort()).toEqual([
      ...Array<string>(3).fill('ACCEPTED'),
      ...Array<string>(18).fill('CLOSED POSTING_FILLED PLATFORM'),
    ]);
    const offers = await Promise.all(all.map(({ id }) => statesOf(app, 'offers', id)));
    expect(offers.flat().sort()).toEqual([
      ...Array<string>(3).fill('ACCEPTED'),
      ...Array<string>(17).fill('WITHDRAWN'),
    ]);
  }, 30_000);

  it('twice at once takes one seat', async () => {
    const { offerId, applicant, posting } = await offered();
    const answers = await Promise.all([accept(offerId, applicant), accept(offerId, applicant)]);
    expect(answers.flatMap(refusalsOf)).toEqual([{ code: 'OFFER_NOT_OPEN', field: ['offerId'] }]);
    expect(await postingOf(app, posting.id)).toBe('published 1');
  });
});

describe('other ends of an offer', () => {
  const onOffer = (query: string, offerId: string, as: As) => act(app, query, { offerId }, as);

  it.each([
    ['declined by the applicant', DECLINE, 'DECLINED', 'CLOSED OFFER_DECLINED APPLICANT'],
    ['withdrawn by the employer', WITHDRAW_OFFER, 'WITHDRAWN', 'CLOSED OFFER_WITHDRAWN EMPLOYER'],
  ])('%s, once', async (_, query, state, end) => {
    const { id, offerId, applicant } = await offered();
    const as = query === DECLINE ? applicant : enterprise.recruiter;
    expect(refusalsOf(await onOffer(query, offerId, as))).toEqual([]);
    expect(await statesOf(app, 'offers', id)).toEqual([state]);
    expect(await standing(app, id)).toBe(end);
    await expectUntouched(app, async () => {
      expect(refusalsOf(await onOffer(query, offerId, as))).toEqual([
        { code: 'OFFER_NOT_OPEN', field: ['offerId'] },
      ]);
      expect(refusalsOf(await accept(offerId, applicant))).toEqual([
        { code: 'OFFER_NOT_OPEN', field: ['offerId'] },
      ]);
    });
  });

  it('not answered in time, and the clock writes it down', async () => {
    const late = await offered();
    const inTime = await createApplication(app, {
      posting: late.posting,
      state: 'OFFERED',
      answerDueAt: new Date(Date.parse(NOW) + 8 * DAY_MS),
    });
    app.clock.advance({ days: 7 });
    for (let run = 0; run < 2; run += 1)
      await app.get(OfferAnswersService).lapse(new AbortController().signal);
    expect(await standing(app, late.id)).toBe('CLOSED OFFER_LAPSED PLATFORM');
    expect(await statesOf(app, 'offers', late.id)).toEqual(['LAPSED']);
    expect(await standing(app, inTime.id)).toBe('OFFERED');
    expect(await eventsOf(app, 'applications')).toEqual(['applicationClosed']);
  });

  it('stepping back after accepting frees the seat and opens the posting again', async () => {
    const { id, offerId, applicant, posting } = await offered(1);
    await expectUntouched(app, async () => {
      expect(refusalsOf(await onOffer(RENEGE, offerId, applicant))).toEqual([
        { code: 'APPLICATION_WRONG_STATE', field: null },
      ]);
    });
    await accept(offerId, applicant);
    expect(await postingOf(app, posting.id)).toBe('closed filled 1');
    expect(refusalsOf(await onOffer(RENEGE, offerId, applicant))).toEqual([]);
    expect(await postingOf(app, posting.id)).toBe('published 0');
    expect(await standing(app, id)).toBe('CLOSED RENEGED APPLICANT');
    expect(await statesOf(app, 'offers', id)).toEqual(['RENEGED']);
  });
});

describe('the end of a posting', () => {
  it('closes what is undecided with the reason; offers outlive it', async () => {
    const posting = await newPosting();
    const states = ['SUBMITTED', 'INTERVIEWING', 'OFFERED', 'ACCEPTED'] as const;
    const ids = [];
    for (const state of states) ids.push((await createApplication(app, { posting, state })).id);
    await app.gql(STOP, { input: { jobPostingId: posting.id } }, { as: enterprise.recruiter });
    for (let run = 0; run < 2; run += 1) await app.settle();
    expect(await Promise.all(ids.map((id) => standing(app, id)))).toEqual([
      'CLOSED POSTING_CLOSED PLATFORM',
      'CLOSED POSTING_CLOSED PLATFORM',
      'OFFERED',
      'ACCEPTED',
    ]);
    expect(await eventsOf(app, 'applications')).toEqual(['applicationClosed', 'applicationClosed']);
  });

  it('told after a released seat has opened it again, closes nothing', async () => {
    const { offerId, applicant, posting } = await offered(1);
    const waiting = await createApplication(app, { posting, state: 'SHORTLISTED' });
    await accept(offerId, applicant);
    await act(app, RENEGE, { offerId }, applicant);
    for (let run = 0; run < 2; run += 1) await app.settle();
    expect(await postingOf(app, posting.id)).toBe('published 0');
    expect(await standing(app, waiting.id)).toBe('SHORTLISTED');
  });
});
