import { ApplicationsModule } from '../../src/modules/applications/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createApplication,
  createInterview,
  type ApplicationOptions,
  type TestApplication,
} from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import * as calls from './applications.support.js';
import { act, expectUntouched, inHours, keyed } from './applications.support.js';
import { NOBODY, NOW } from './job-postings.support.js';

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let viewer: TestAccount;
let strangers: Readonly<Record<'signedIn' | 'otherOrganisation', TestAccount>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [ApplicationsModule] });
  app.clock.set(NOW);
  await app.database.truncateAll();
  viewer = await createAccount(app);
  enterprise = await createEnterpriseWithRecruiter(app, {
    members: [{ account: viewer, role: 'VIEWER' }],
  });
  const other = await createEnterpriseWithRecruiter(app);
  strangers = { signedIn: await createAccount(app), otherOrganisation: other.recruiter };
});
afterAll(() => app.close());

interface Scene extends TestApplication {
  readonly interviewId: string;
}

type Party = 'APPLICANT' | 'EMPLOYER';
type State = ApplicationOptions['state'];
type Row = readonly [string, State, Party, (scene: Scene) => Record<string, unknown>];

const application = ({ id }: Scene) => ({ applicationId: id });
const applications = ({ id }: Scene) => ({ applicationIds: [id] });
const interview = ({ interviewId }: Scene) => ({ interviewId });
const offer = ({ offerId }: Scene) => ({ offerId });

const TERMS = {
  payMin: { amount: '6500' },
  payPeriod: 'MONTH',
  engagementType: 'FULL_TIME',
  workplace: '木渎镇',
  startOn: '2027-01-04',
  answerDueAt: inHours(48).startsAt,
};

/** Each mutation on an application: its state, whose it is, and a good input. The id it is about comes first. */
const ROWS: readonly Row[] = [
  ['WITHDRAW', 'SUBMITTED', 'APPLICANT', application],
  ['VIEW', 'SUBMITTED', 'EMPLOYER', application],
  ['SHORTLIST', 'SUBMITTED', 'EMPLOYER', applications],
  ['CLOSE', 'SUBMITTED', 'EMPLOYER', (s) => ({ ...applications(s), reason: 'NOT_SELECTED' })],
  ['ONBOARD', 'ACCEPTED', 'EMPLOYER', (s) => keyed({ ...application(s), startedOn: '2026-11-23' })],
  ['NOT_STARTED', 'ACCEPTED', 'EMPLOYER', application],
  [
    'EXPORT',
    'SUBMITTED',
    'EMPLOYER',
    ({ posting }) => keyed({ jobPostingId: posting.id, purpose: 'SELECTION' }),
  ],
  [
    'NOTE',
    'SUBMITTED',
    'EMPLOYER',
    (s) => keyed({ ...application(s), visibility: 'SHARED', body: '请带证书' }),
  ],
  [
    'PROPOSE',
    'SUBMITTED',
    'EMPLOYER',
    (s) => keyed({ ...application(s), mode: 'VIDEO', ...inHours(48) }),
  ],
  ['CONFIRM', 'INTERVIEWING', 'APPLICANT', (s) => keyed(interview(s))],
  ['DECLINE_INTERVIEW', 'INTERVIEWING', 'APPLICANT', (s) => ({ ...interview(s), reason: '有事' })],
  ['MOVE', 'INTERVIEWING', 'EMPLOYER', (s) => keyed({ ...interview(s), ...inHours(72) })],
  ['CANCEL', 'INTERVIEWING', 'EMPLOYER', (s) => ({ ...interview(s), reason: '有事' })],
  ['OFFER', 'INTERVIEWING', 'EMPLOYER', (s) => keyed({ ...application(s), ...TERMS })],
  ['ACCEPT', 'OFFERED', 'APPLICANT', (s) => keyed(offer(s))],
  ['DECLINE', 'OFFERED', 'APPLICANT', offer],
  ['WITHDRAW_OFFER', 'OFFERED', 'EMPLOYER', offer],
  ['RENEGE', 'ACCEPTED', 'APPLICANT', offer],
];

/** These may be done by either side, so that whoever is neither is told there is none. */
const EITHER = ['MOVE', 'CANCEL'];

async function scene(state: State): Promise<Scene> {
  const posting = await createJobPosting(app, { organisation: enterprise });
  const made = await createApplication(app, { posting, ...(state && { state }) });
  return { ...made, interviewId: await createInterview(app, made) };
}

/** What came of a call: the refusal of the access rule, the codes of the action's refusals, or `done`. */
async function outcome(query: string, input: object, as: As): Promise<string> {
  const { data, errors } = await app.gql(query, { input }, { as });
  if (errors) return errors.map(({ extensions }) => extensions.code).join();
  const { items, userErrors } = Object.values(data)[0] as calls.Answered;
  const refusals = (items ?? []).flatMap(({ refusal }) => refusal ?? []);
  return [...userErrors.map(({ code }) => code), ...refusals].join() || 'done';
}

const isId = (value: unknown): boolean => typeof value === 'string' && /^[\da-f-]{36}$/.test(value);

function forged(input: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(input).map(([name, value]) => {
    if (name === 'applicationIds') return [name, [NOBODY]] as const;
    return [name, name !== 'idempotencyKey' && isId(value) ? NOBODY : value] as const;
  });
  return Object.fromEntries(entries);
}

describe.each(ROWS)('%s', (name, state, party, inputOf) => {
  const query = (calls as unknown as Record<string, string>)[name] ?? '';

  it('is for the right ones only, and for an id of something there is', async () => {
    const is = await scene(state);
    const input = inputOf(is);
    const right = party === 'APPLICANT' ? is.applicant : enterprise.recruiter;
    const other = party === 'APPLICANT' ? enterprise.recruiter : is.applicant;
    const isGuarded = party === 'EMPLOYER' && !EITHER.includes(name);
    const refused = isGuarded ? 'FORBIDDEN' : 'REQUEST_NOT_FOUND';
    await expectUntouched(app, async () => {
      expect(await outcome(query, input, null)).toBe('UNAUTHENTICATED');
      expect(await outcome(query, input, strangers.signedIn)).toBe(refused);
      expect(await outcome(query, input, viewer)).toBe(refused);
      expect(await outcome(query, input, strangers.otherOrganisation)).toBe('REQUEST_NOT_FOUND');
      expect(await outcome(query, forged(input), right)).toBe('REQUEST_NOT_FOUND');
      const bySide = name === 'CONFIRM' || name === 'DECLINE_INTERVIEW';
      if (bySide || EITHER.includes(name)) return;
      expect(await outcome(query, input, other)).toBe(refused);
    });
    expect(await outcome(query, input, right)).toBe('done');
  });
});

describe('what happened at an interview', () => {
  it.each([
    ['HELD', 'FORBIDDEN', {}],
    ['MISSED', 'REQUEST_NOT_FOUND', { party: 'APPLICANT' }],
  ])('%s is for the right ones only', async (name, refused, more) => {
    const query = (calls as unknown as Record<string, string>)[name] ?? '';
    const made = await scene('INTERVIEWING');
    const startsAt = new Date(Date.parse(NOW) - calls.HOUR_MS);
    const interviewId = await createInterview(app, made, { state: 'CONFIRMED', startsAt });
    const input = { interviewId, ...more };
    await expectUntouched(app, async () => {
      expect(await outcome(query, input, null)).toBe('UNAUTHENTICATED');
      expect(await outcome(query, input, strangers.signedIn)).toBe(refused);
      expect(await outcome(query, input, strangers.otherOrganisation)).toBe('REQUEST_NOT_FOUND');
      expect(await outcome(query, forged(input), enterprise.recruiter)).toBe('REQUEST_NOT_FOUND');
    });
    expect(await outcome(query, input, enterprise.recruiter)).toBe('done');
  });
});

describe('reading', () => {
  const ONE = `query ($id: ID!) { application(id: $id) { id } }`;
  const LIST = `query ($jobPostingId: ID) { applications(jobPostingId: $jobPostingId, orderBy: ANSWER_DUE) {
    nodes { id } totalCount } }`;

  it('an application is for the applicant and those who read for the employer', async () => {
    const { id, applicant } = await scene('SUBMITTED');
    const read = async (as: As, which = id) =>
      (await app.gql(ONE, { id: which }, { as })).data.application as unknown;
    expect(await read(applicant)).toEqual({ id });
    expect(await read(viewer)).toEqual({ id });
    expect(await read(strangers.signedIn)).toBeNull();
    expect(await read(strangers.otherOrganisation)).toBeNull();
    expect(await read(viewer, NOBODY)).toBeNull();
    expect(await read(viewer, 'x')).toBeNull();
  });

  it('the list of a posting is for those who read for the employer', async () => {
    const { id, posting } = await scene('SUBMITTED');
    const list = async (as: As) =>
      (await app.gql(LIST, { jobPostingId: posting.id }, { as })).data.applications as unknown;
    expect(await list(viewer)).toEqual({ nodes: [{ id }], totalCount: 1 });
    expect(await list(strangers.otherOrganisation)).toEqual({ nodes: [], totalCount: 0 });
  });

  it('applying needs somebody signed in', async () => {
    const { posting } = await scene('SUBMITTED');
    const input = keyed({ jobPostingId: posting.id, hasConsented: true });
    await expectUntouched(app, async () => {
      expect(await outcome(calls.SUBMIT, input, null)).toBe('UNAUTHENTICATED');
      const own = await act(app, calls.SUBMIT, input, viewer);
      expect(own.userErrors[0]?.code).toBe('APPLICATION_OWN_POSTING');
    });
  });
});
