import { ApplicationsModule } from '../../src/modules/applications/index.js';
import {
  createApplication,
  createInterview,
  type TestApplication,
} from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { createProfile, type TestProfile } from '../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  act,
  CANCEL,
  CONFIRM,
  DAY_MS,
  DECLINE_INTERVIEW,
  eventsOf,
  expectUntouched,
  HELD,
  HOUR_MS,
  inHours,
  keyed,
  MISSED,
  MOVE,
  PROPOSE,
  standing,
  statesOf,
  type Answered,
} from './applications.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let seeker: TestProfile;
let application: TestApplication;

beforeAll(async () => {
  app = await createTestApp({ modules: [ApplicationsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  seeker = await createProfile(app);
  application = await newApplication();
});
afterAll(() => app.close());

const newApplication = async () =>
  createApplication(app, {
    posting: await createJobPosting(app, { organisation: enterprise }),
    applicant: seeker,
  });
const propose = (times: object, more: object = {}) =>
  act(
    app,
    PROPOSE,
    keyed({
      applicationId: application.id,
      mode: 'ON_SITE',
      place: '三号会议室',
      ...times,
      ...more,
    }),
    enterprise.recruiter,
  );
const confirm = (interviewId: string, as: As) => act(app, CONFIRM, keyed({ interviewId }), as);
const move = (interviewId: string, times: object, as: As) =>
  act(app, MOVE, keyed({ interviewId, ...times }), as);
const reasoned = (query: string, interviewId: string, as: As, reason = '当天有考试') =>
  act(app, query, { interviewId, reason }, as);
const refusalsOf = ({ userErrors }: Answered) => userErrors;
const interviewsOf = async (as: As) => {
  const { data } = await app.gql(
    `query ($id: ID!) { application(id: $id) { state interviews {
      state mode place startsAt proposedBy cancelReason noShowParty sequence
    } } }`,
    { id: application.id },
    { as },
  );
  return data.application as unknown;
};

describe('proposing an interview', () => {
  it('puts the application into interviewing and waits for the other side', async () => {
    expect(refusalsOf(await propose(inHours(24)))).toEqual([]);
    expect(await interviewsOf(seeker.person)).toEqual({
      state: 'INTERVIEWING',
      interviews: [
        {
          state: 'PROPOSED',
          mode: 'ON_SITE',
          place: '三号会议室',
          startsAt: '2026-11-24T02:00:00.000Z',
          proposedBy: 'EMPLOYER',
          cancelReason: null,
          noShowParty: null,
          sequence: 0,
        },
      ],
    });
    expect(await eventsOf(app, 'applications')).toEqual(['interviewProposed']);
  });

  it('is refused in the past, upside down, over 12 hours, and once the application is over', async () => {
    const over = await createApplication(app, { posting: application.posting, state: 'ACCEPTED' });
    await expectUntouched(app, async () => {
      expect(refusalsOf(await propose(inHours(-1)))).toEqual([
        { code: 'INTERVIEW_IN_PAST', field: ['startsAt'] },
      ]);
      for (const length of [0, -1, 12.5])
        expect(refusalsOf(await propose(inHours(24, length)))).toEqual([
          { code: 'INTERVIEW_TIMES_UPSIDE_DOWN', field: ['endsAt'] },
        ]);
      expect(refusalsOf(await propose(inHours(24), { place: '长'.repeat(301) }))).toEqual([
        { code: 'INPUT_TOO_LONG', field: ['place'] },
      ]);
      expect(refusalsOf(await propose(inHours(24), { applicationId: over.id }))).toEqual([
        { code: 'APPLICATION_WRONG_STATE', field: null },
      ]);
    });
  });
});

describe('answering it', () => {
  it('is for the other side alone: the applicant confirms what the employer proposed', async () => {
    const id = await createInterview(app, application);
    await expectUntouched(app, async () => {
      expect(refusalsOf(await confirm(id, enterprise.recruiter))).toEqual([
        { code: 'INTERVIEW_OWN_PROPOSAL', field: ['interviewId'] },
      ]);
    });
    expect(refusalsOf(await confirm(id, seeker.person))).toEqual([]);
    expect(await statesOf(app, 'interviews', application.id)).toEqual(['CONFIRMED']);
    expect(await eventsOf(app, 'applications')).toEqual(['interviewConfirmed']);
    await expectUntouched(app, async () => {
      expect(refusalsOf(await confirm(id, seeker.person))).toEqual([
        { code: 'INTERVIEW_WRONG_STATE', field: null },
      ]);
    });
  });

  it('is too late once it should have begun', async () => {
    const id = await createInterview(app, application);
    app.clock.advance({ days: 1 });
    await expectUntouched(app, async () => {
      expect(refusalsOf(await confirm(id, seeker.person))).toEqual([
        { code: 'INTERVIEW_IN_PAST', field: ['startsAt'] },
      ]);
    });
  });

  it('may be another time, which then waits for the one who did not propose it', async () => {
    const id = await createInterview(app, application, { state: 'CONFIRMED' });
    await expectUntouched(app, async () => {
      expect(refusalsOf(await move(id, inHours(-2), seeker.person))).toEqual([
        { code: 'INTERVIEW_IN_PAST', field: ['startsAt'] },
      ]);
      expect(refusalsOf(await move(id, inHours(48, -2), seeker.person))).toEqual([
        { code: 'INTERVIEW_TIMES_UPSIDE_DOWN', field: ['endsAt'] },
      ]);
    });
    await move(id, inHours(48), seeker.person);
    expect(await interviewsOf(seeker.person)).toMatchObject({
      interviews: [{ state: 'PROPOSED', proposedBy: 'APPLICANT', sequence: 1 }],
    });
    expect(refusalsOf(await confirm(id, seeker.person))).toEqual([
      { code: 'INTERVIEW_OWN_PROPOSAL', field: ['interviewId'] },
    ]);
    expect(refusalsOf(await confirm(id, enterprise.recruiter))).toEqual([]);
    expect(await eventsOf(app, 'applications')).toEqual(['interviewMoved', 'interviewConfirmed']);
  });

  it('may be a no with a reason, once', async () => {
    const id = await createInterview(app, application);
    await expectUntouched(app, async () => {
      expect(refusalsOf(await reasoned(DECLINE_INTERVIEW, id, seeker.person, '无'))).toEqual([
        { code: 'INPUT_TOO_SHORT', field: ['reason'] },
      ]);
    });
    await reasoned(DECLINE_INTERVIEW, id, seeker.person);
    expect(await interviewsOf(enterprise.recruiter)).toMatchObject({
      interviews: [{ state: 'DECLINED', cancelReason: '当天有考试' }],
    });
    expect(await eventsOf(app, 'applications')).toEqual(['interviewDeclined']);
    await expectUntouched(app, async () => {
      for (const query of [DECLINE_INTERVIEW, CANCEL])
        expect(refusalsOf(await reasoned(query, id, seeker.person))).toEqual([
          { code: 'INTERVIEW_WRONG_STATE', field: null },
        ]);
      expect(refusalsOf(await move(id, inHours(48), seeker.person))).toEqual([
        { code: 'INTERVIEW_WRONG_STATE', field: null },
      ]);
    });
  });

  it('a confirmed one may be cancelled by either side, with a reason', async () => {
    for (const as of [seeker.person, enterprise.recruiter]) {
      const id = await createInterview(app, application, { state: 'CONFIRMED' });
      await expectUntouched(app, async () => {
        expect(refusalsOf(await reasoned(CANCEL, id, as, '无'))).toEqual([
          { code: 'INPUT_TOO_SHORT', field: ['reason'] },
        ]);
      });
      expect(refusalsOf(await reasoned(CANCEL, id, as))).toEqual([]);
    }
    expect(await statesOf(app, 'interviews', application.id)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await eventsOf(app, 'applications')).toEqual([
      'interviewCancelled',
      'interviewCancelled',
    ]);
  });
});

describe('afterwards', () => {
  const missed = (interviewId: string, party: string, as: As = enterprise.recruiter) =>
    act(app, MISSED, { interviewId, party }, as);
  const held = (interviewId: string) => act(app, HELD, { interviewId }, enterprise.recruiter);

  it('the employer records that it was held, not before it began', async () => {
    const id = await createInterview(app, application, { state: 'CONFIRMED' });
    await expectUntouched(app, async () => {
      expect(refusalsOf(await held(id))).toEqual([
        { code: 'INTERVIEW_NOT_OVER', field: ['interviewId'] },
      ]);
      expect(refusalsOf(await missed(id, 'APPLICANT'))).toEqual([
        { code: 'INTERVIEW_NOT_OVER', field: ['interviewId'] },
      ]);
    });
    app.clock.advance({ days: 1 });
    expect(refusalsOf(await held(id))).toEqual([]);
    expect(await statesOf(app, 'interviews', application.id)).toEqual(['HELD']);
    await expectUntouched(app, async () => {
      expect(refusalsOf(await held(id))).toEqual([{ code: 'INTERVIEW_WRONG_STATE', field: null }]);
      expect(refusalsOf(await missed(id, 'APPLICANT'))).toEqual([
        { code: 'INTERVIEW_WRONG_STATE', field: null },
      ]);
    });
  });

  it('either side records who did not come', async () => {
    const id = await createInterview(app, application, { state: 'CONFIRMED' });
    app.clock.advance({ days: 1 });
    await expectUntouched(app, async () => {
      expect((await missed(id, 'PLATFORM', seeker.person)).userErrors).toEqual([
        { code: 'INPUT_MALFORMED', field: ['party'] },
      ]);
    });
    expect(refusalsOf(await missed(id, 'EMPLOYER', seeker.person))).toEqual([]);
    expect(await interviewsOf(enterprise.recruiter)).toMatchObject({
      interviews: [{ state: 'NO_SHOW', noShowParty: 'EMPLOYER' }],
    });
    expect(await standing(app, application.id)).toBe('SUBMITTED');
  });
});

describe('two interviews of one person', () => {
  const tomorrow = (hours: number) => new Date(Date.parse(NOW) + DAY_MS + hours * HOUR_MS);

  it('never overlap once confirmed; one may begin when the other ends', async () => {
    const elsewhere = await createApplication(app, { applicant: seeker });
    await createInterview(app, elsewhere, { state: 'CONFIRMED', startsAt: tomorrow(0) });
    const clashing = await createInterview(app, application, { startsAt: tomorrow(0.5) });
    const after = await createInterview(app, application, { startsAt: tomorrow(1) });
    await expectUntouched(app, async () => {
      expect(refusalsOf(await confirm(clashing, seeker.person))).toEqual([
        { code: 'INTERVIEW_OVERLAPS', field: ['interviewId'] },
      ]);
    });
    expect(refusalsOf(await confirm(after, seeker.person))).toEqual([]);
  });

  it('confirmed at once: exactly one is', async () => {
    const others = [application, await newApplication(), await newApplication()];
    const ids = await Promise.all(others.map((each) => createInterview(app, each)));
    const answers = await Promise.all(ids.map((id) => confirm(id, seeker.person)));
    expect(answers.flatMap(refusalsOf)).toEqual(
      Array(2).fill({ code: 'INTERVIEW_OVERLAPS', field: ['interviewId'] }),
    );
    const states = await Promise.all(others.map(({ id }) => statesOf(app, 'interviews', id)));
    expect(states.flat().sort()).toEqual(['CONFIRMED', 'PROPOSED', 'PROPOSED']);
  });
});
