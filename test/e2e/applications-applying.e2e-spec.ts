import { readRows } from '../../src/core/spreadsheet/index.js';
import { ApplicationsModule } from '../../src/modules/applications/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createApplication, createInterview } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createProfile, type TestProfile } from '../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  act,
  CLOSE,
  eventsOf,
  expectUntouched,
  EXPORT,
  keyed,
  NOT_STARTED,
  NOTE,
  ONBOARD,
  postingOf,
  SHORTLIST,
  standing,
  statesOf,
  SUBMIT,
  VIEW,
  WITHDRAW,
  type Answered,
} from './applications.support.js';
import { NOBODY, NOW } from './job-postings.support.js';

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let seeker: TestProfile;

beforeAll(async () => {
  app = await createTestApp({ modules: [ApplicationsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  seeker = await createProfile(app, { fullName: '王小明', skills: ['氩弧焊'] });
});
afterAll(() => app.close());

const newPosting = (options: object = {}) =>
  createJobPosting(app, { organisation: enterprise, ...options });
const submit = (jobPostingId: string, more: object = {}, as: As = seeker.person) =>
  act(app, SUBMIT, keyed({ jobPostingId, hasConsented: true, ...more }), as);
const byEmployer = (query: string, input: object) => act(app, query, input, enterprise.recruiter);
const codes = ({ userErrors }: Answered) => userErrors.map(({ code }) => code);

describe('applying', () => {
  it('sends the profile as it is now, and the employer reads that copy', async () => {
    const posting = await newPosting();
    const sent = await submit(posting.id, { coverNote: '我有三年焊接经验。' });
    const id = sent.application?.id ?? '';
    await app.database.pool.query(`update job_seeker_profiles set headline = '后来改的'`);
    const { data } = await app.gql(
      `query ($id: ID!) { application(id: $id) {
        state coverNote answerDueAt answerDueBy jobPosting { id } organisation { id }
        applicant { fullName email headline skills { name } }
        history { transition fromState toState byParty }
        viewerCan { withdraw shortlist interview offer close answerOffer onboard }
      } }`,
      { id },
      { as: enterprise.recruiter },
    );
    expect(data.application).toEqual({
      state: 'SUBMITTED',
      coverNote: '我有三年焊接经验。',
      answerDueAt: '2026-11-30T02:00:00.000Z',
      answerDueBy: 'EMPLOYER',
      jobPosting: { id: posting.id },
      organisation: { id: enterprise.id },
      applicant: {
        fullName: '王小明',
        email: seeker.person.contacts[0],
        headline: null,
        skills: [{ name: '氩弧焊' }],
      },
      history: [
        { transition: 'submit', fromState: null, toState: 'SUBMITTED', byParty: 'APPLICANT' },
      ],
      viewerCan: {
        withdraw: false,
        shortlist: true,
        interview: true,
        offer: true,
        close: true,
        answerOffer: false,
        onboard: false,
      },
    });
    expect(await eventsOf(app, 'applications')).toEqual(['applicationSubmitted']);
  });

  it('answers a repeated request with the first application', async () => {
    const posting = await newPosting();
    const input = keyed({ jobPostingId: posting.id, hasConsented: true });
    const first = await act(app, SUBMIT, input, seeker.person);
    expect(await act(app, SUBMIT, input, seeker.person)).toEqual(first);
    expect(await eventsOf(app, 'applications')).toEqual(['applicationSubmitted']);
  });

  it('is refused without consent, profile or contact, twice, and to the own organisation', async () => {
    const posting = await newPosting();
    await createApplication(app, { posting, applicant: seeker });
    const noContact = await createProfile(app, {
      person: await createAccount(app, { contacts: [] }),
    });
    const noProfile = await createAccount(app);
    const { recruiter } = enterprise;
    await createProfile(app, { person: recruiter });
    const fresh = await createProfile(app);
    await expectUntouched(app, async () => {
      expect((await submit(posting.id, { hasConsented: false }, fresh.person)).userErrors).toEqual([
        { code: 'APPLICATION_NO_CONSENT', field: ['hasConsented'] },
      ]);
      expect(codes(await submit(posting.id, {}, noProfile))).toEqual(['PROFILE_MISSING']);
      expect(codes(await submit(posting.id, {}, noContact.person))).toEqual([
        'APPLICATION_PROFILE_EMPTY',
      ]);
      expect((await submit(posting.id)).userErrors).toEqual([
        { code: 'APPLICATION_DUPLICATE', field: ['jobPostingId'] },
      ]);
      expect(codes(await submit(posting.id, {}, recruiter))).toEqual(['APPLICATION_OWN_POSTING']);
      expect(
        (await submit(posting.id, { coverNote: '长'.repeat(2_001) }, fresh.person)).userErrors,
      ).toEqual([{ code: 'INPUT_TOO_LONG', field: ['coverNote'] }]);
    });
  });

  it('is refused to postings that are external or closed; drafts and unknown ids are the same', async () => {
    const external = await newPosting({ publication: 'EXTERNAL', organisation: null });
    const refused = {
      [external.id]: 'JOB_POSTING_EXTERNAL',
      [(await newPosting({ state: 'CLOSED' })).id]: 'JOB_POSTING_NOT_OPEN',
      [(await newPosting({ state: 'PAUSED' })).id]: 'JOB_POSTING_NOT_OPEN',
      [(await newPosting({ headcount: 1, filledCount: 1 })).id]: 'JOB_POSTING_NOT_OPEN',
      [(await newPosting({ state: 'DRAFT' })).id]: 'REQUEST_NOT_FOUND',
      [NOBODY]: 'REQUEST_NOT_FOUND',
    };
    await expectUntouched(app, async () => {
      for (const [id, code] of Object.entries(refused))
        expect((await submit(id)).userErrors).toEqual([{ code, field: ['jobPostingId'] }]);
    });
  });

  it('to a posting for partners is unknown to everybody outside its audience', async () => {
    const college = await createCollegeWithClerk(app);
    const audience = { rule: 'PARTNERS_ONLY', collegeIds: [college.id] };
    const posting = await newPosting({ audience });
    await expectUntouched(app, async () => {
      expect(codes(await submit(posting.id))).toEqual(['REQUEST_NOT_FOUND']);
    });
  });

  it('twice at once leaves one open application, and another one after its end', async () => {
    const posting = await newPosting();
    const answers = await Promise.all([submit(posting.id), submit(posting.id)]);
    expect(answers.flatMap(codes)).toEqual(['APPLICATION_DUPLICATE']);
    const { application } = answers.find((answer) => answer.application) ?? {};
    await act(app, WITHDRAW, { applicationId: application?.id }, seeker.person);
    expect(codes(await submit(posting.id))).toEqual([]);
  });
});

describe('withdrawing', () => {
  it('ends the application and takes its interviews off', async () => {
    const application = await createApplication(app, {
      posting: await newPosting(),
      applicant: seeker,
      state: 'INTERVIEWING',
    });
    await createInterview(app, application, { state: 'CONFIRMED' });
    await act(app, WITHDRAW, { applicationId: application.id }, seeker.person);
    expect(await standing(app, application.id)).toBe('CLOSED WITHDRAWN APPLICANT');
    expect(await statesOf(app, 'interviews', application.id)).toEqual(['CANCELLED']);
    expect(await eventsOf(app, 'applications')).toEqual(['applicationClosed']);
  });

  it('is too late once an offer was made', async () => {
    const { id } = await createApplication(app, { applicant: seeker, state: 'OFFERED' });
    await expectUntouched(app, async () => {
      expect(codes(await act(app, WITHDRAW, { applicationId: id }, seeker.person))).toEqual([
        'APPLICATION_WRONG_STATE',
      ]);
    });
  });
});

describe('deciding', () => {
  const received = async (state?: 'SHORTLISTED' | 'ACCEPTED' | 'OFFERED') =>
    createApplication(app, { posting: await newPosting(), ...(state && { state }) });

  it('records the first look, and nothing at the second', async () => {
    const { id } = await received();
    await byEmployer(VIEW, { applicationId: id });
    await byEmployer(VIEW, { applicationId: id });
    expect(await standing(app, id)).toBe('VIEWED');
    expect(await eventsOf(app, 'applications')).toEqual(['applicationViewed']);
  });

  it('shortlists many at once and refuses each on its own', async () => {
    const [first, second] = [await received(), await received()];
    const [done, foreign] = [await received('OFFERED'), await createApplication(app)];
    const ids = [first.id, done.id, foreign.id, second.id];
    const { items, userErrors } = await byEmployer(SHORTLIST, { applicationIds: ids });
    expect(userErrors).toEqual([]);
    expect(Object.fromEntries((items ?? []).map((i) => [i.applicationId, i.refusal]))).toEqual({
      [first.id]: null,
      [second.id]: null,
      [done.id]: 'APPLICATION_WRONG_STATE',
      [foreign.id]: 'REQUEST_NOT_FOUND',
    });
    expect(await standing(app, second.id)).toBe('SHORTLISTED');
    const { rows } = await app.database.pool.query<{ id: string }>(
      `select subject_id as id from audit_entries where subject_type = 'application' order by 1`,
    );
    expect(rows.map(({ id }) => id)).toEqual([first.id, second.id].sort());
    expect(await standing(app, foreign.id)).toBe('SUBMITTED');
    expect(await eventsOf(app, 'applications')).toEqual(Array(2).fill('applicationShortlisted'));
  });

  it('closes many at once with a reason that the applicants read', async () => {
    const [first, accepted] = [await received(), await received('ACCEPTED')];
    const { items } = await byEmployer(CLOSE, {
      applicationIds: [first.id, accepted.id, NOBODY],
      reason: 'NOT_SELECTED',
      message: '感谢您的申请。',
    });
    expect((items ?? []).map(({ refusal }) => refusal)).toEqual([
      'REQUEST_NOT_FOUND',
      null,
      'APPLICATION_WRONG_STATE',
    ]);
    const { data } = await app.gql(
      `{ myApplications { nodes { state closeReason closeMessage closedBy } totalCount } }`,
      {},
      { as: first.applicant },
    );
    expect(data.myApplications).toEqual({
      nodes: [
        {
          state: 'CLOSED',
          closeReason: 'NOT_SELECTED',
          closeMessage: '感谢您的申请。',
          closedBy: 'EMPLOYER',
        },
      ],
      totalCount: 1,
    });
  });

  it('of none, or of more than a hundred, is refused as a whole', async () => {
    const many = Array(101).fill(NOBODY) as string[];
    await expectUntouched(app, async () => {
      for (const query of [SHORTLIST, CLOSE]) {
        const more = query === CLOSE ? { reason: 'NOT_SELECTED' } : {};
        const none = await byEmployer(query, { applicationIds: [], ...more });
        expect(none.userErrors.map(({ field }) => field)).toEqual([['applicationIds']]);
        const tooMany = await byEmployer(query, { applicationIds: many, ...more });
        expect(tooMany.userErrors.map(({ field }) => field)).toEqual([['applicationIds']]);
      }
    });
  });

  it('records the first day at work, neither to come nor before the application, of accepted applicants only', async () => {
    const [{ id }, other] = [await received('ACCEPTED'), await received()];
    const onboard = (applicationId: string, startedOn: string) =>
      byEmployer(ONBOARD, keyed({ applicationId, startedOn }));
    await expectUntouched(app, async () => {
      for (const day of ['2026-11-24', '0001-01-01'])
        expect((await onboard(id, day)).userErrors).toEqual([
          { code: 'INPUT_OUT_OF_RANGE', field: ['startedOn'] },
        ]);
      expect(codes(await onboard(other.id, '2026-11-23'))).toEqual(['APPLICATION_WRONG_STATE']);
    });
    expect(codes(await onboard(id, '2026-11-23'))).toEqual([]);
    expect(await standing(app, id)).toBe('ONBOARDED');
    expect(await eventsOf(app, 'applications')).toEqual(['applicantOnboarded']);
  });

  it('records who did not begin, and the seat is free again', async () => {
    const { id, posting } = await received('ACCEPTED');
    expect(await postingOf(app, posting.id)).toBe('published 1');
    await byEmployer(NOT_STARTED, { applicationId: id });
    expect(await standing(app, id)).toBe('NOT_STARTED');
    expect(await postingOf(app, posting.id)).toBe('published 0');
    await expectUntouched(app, async () => {
      expect(codes(await byEmployer(NOT_STARTED, { applicationId: id }))).toEqual([
        'APPLICATION_WRONG_STATE',
      ]);
    });
  });
});

describe('notes', () => {
  const NOTES = `query ($id: ID!) { application(id: $id) { notes { body author { id } } } }`;

  it('reach the applicant only when shared', async () => {
    const { id } = await createApplication(app, {
      posting: await newPosting(),
      applicant: seeker,
    });
    const write = (visibility: string, body: string) =>
      byEmployer(NOTE, keyed({ applicationId: id, visibility, body }));
    await write('INTERNAL', '薪资期望偏高');
    await write('SHARED', '请携带焊工证原件');
    const read = async (as: As) => {
      const { data } = await app.gql(NOTES, { id }, { as });
      return (data.application.notes as { body: string }[]).map(({ body }) => body);
    };
    expect(await read(seeker.person)).toEqual(['请携带焊工证原件']);
    expect(await read(enterprise.administrator)).toEqual(['薪资期望偏高', '请携带焊工证原件']);
    expect(await eventsOf(app, 'applications')).toEqual(['noteShared']);
    await expectUntouched(app, async () => {
      expect((await write('SHARED', ' ')).userErrors.map(({ field }) => field)).toEqual([['body']]);
    });
  });
});

describe('the workbook', () => {
  it('has the applications whose consent stands, and its purpose is recorded', async () => {
    const posting = await newPosting({ title: '焊接技工' });
    await createApplication(app, { posting, applicant: seeker });
    const gone = await createApplication(app, { posting });
    await app.database.pool.query(
      `update applications set consent_withdrawn_at = now() where id = $1`,
      [gone.id],
    );
    const input = keyed({ jobPostingId: posting.id, purpose: 'INTERVIEWS' });
    const { downloadUrl } = await byEmployer(EXPORT, input);
    const file = await app.http({ url: downloadUrl ?? '' });
    expect(file.headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    const table: unknown[][] = [];
    for await (const { cells } of readRows(file.body))
      table.push([1, 2, 4, 7].map((i) => cells[i]));
    expect(table).toEqual([
      ['State', 'Name', 'E-mail', 'Skills'],
      ['SUBMITTED', '王小明', seeker.person.contacts[0], '氩弧焊'],
    ]);
    const { rows } = await app.database.pool.query(
      `select subject_id, detail->>'purpose' as purpose, detail->>'applicants' as applicants
       from audit_entries where action = 'takeOutApplications'`,
    );
    expect(rows).toEqual([{ subject_id: posting.id, purpose: 'INTERVIEWS', applicants: '1' }]);
  });
});
