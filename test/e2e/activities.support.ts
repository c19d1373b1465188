import type { TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { keyed } from './applications.support.js';

const FAIR = `id name description address startsAt endsAt registrationClosesAt admission seatLimit seatsTaken state
  isRegistrationOpen cancelReason version organiser { id } region { code }
  viewerCan { update publish cancel seeInvitations } ownPlaces { organisation { id } state }`;
const PLACE = `state reason withdrawnCause organisation { id } agreement { id } postings { id }
  viewerCan { register decline leave }`;
const ERRORS = 'userErrors { code field message }';
const fairMutation = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { jobFair { ${FAIR} } ${ERRORS} } }`;
const placeMutation = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { place { ${PLACE} } jobFair { seatsTaken } ${ERRORS} } }`;
export const CREATE = fairMutation('createJobFair', 'CreateJobFairInput');
export const UPDATE = fairMutation('updateJobFair', 'UpdateJobFairInput');
export const PUBLISH = fairMutation('publishJobFair', 'PublishJobFairInput');
export const CANCEL = fairMutation('cancelJobFair', 'CancelJobFairInput');
export const REGISTER = placeMutation('registerForJobFair', 'RegisterForJobFairInput');
export const DECLINE = placeMutation('declineJobFairInvitation', 'JobFairRefusalInput');
export const LEAVE = placeMutation('withdrawJobFairRegistration', 'JobFairRefusalInput');
const SEE = `query ($id: ID!) { jobFair(id: $id) { ${FAIR} } }`;
const LIST = `query ($filter: JobFairFilter) { jobFairs(filter: $filter) { totalCount nodes { id } } }`;
const PLACES = `query ($jobFairId: ID!) { jobFairPlaces(jobFairId: $jobFairId) { nodes { ${PLACE} } } }`;

export interface Fair {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly seatsTaken: number;
}
export interface Place {
  readonly state: string;
  readonly reason: string | null;
  readonly withdrawnCause: string | null;
  readonly organisation: { readonly id: string };
  readonly agreement: { readonly id: string } | null;
  readonly postings: readonly { readonly id: string }[];
}
export interface Answer {
  readonly jobFair: Fair | null;
  readonly place?: Place | null;
  readonly userErrors: readonly { code: string; field: string[] | null; message: string }[];
}

/** `NOW` of the specs is 22 November 2026. */
export const CONTENT = {
  name: '秋季校园招聘会',
  description: '面向应届毕业生。',
  regionCode: '320506',
  address: '体育馆一层',
  startsAt: '2026-12-10T09:00:00+08:00',
  endsAt: '2026-12-10T16:00:00+08:00',
  registrationClosesAt: '2026-12-05T18:00:00+08:00',
  admission: 'PARTNERS',
  seatLimit: null as number | null,
};

/** Acts in Chinese, and answers with the payload. */
export async function actAt(app: TestApp, query: string, input: object, as: As): Promise<Answer> {
  const { data, errors } = await app.gql(
    query,
    { input: /idempotencyKey|Create|Publish|RegisterFor/.test(query) ? keyed(input) : input },
    { as, locale: 'zh-CN' },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Answer;
}

export const codes = ({ userErrors }: Answer): unknown[] =>
  userErrors.map(({ code, field }) => [code, field]);

/** A published fair of the organiser; fails when it is refused. */
export async function published(
  app: TestApp,
  organisationId: string,
  as: As,
  more: object = {},
): Promise<Fair> {
  const content = { ...CONTENT, ...more };
  const { jobFair, userErrors } = await actAt(app, CREATE, { organisationId, content }, as);
  if (!jobFair) throw new Error(JSON.stringify(userErrors));
  const answer = await actAt(app, PUBLISH, { jobFairId: jobFair.id }, as);
  if (!answer.jobFair) throw new Error(JSON.stringify(answer.userErrors));
  return answer.jobFair;
}

export async function seeFair(app: TestApp, id: string, as: As | null): Promise<Fair | null> {
  const { data } = await app.gql<{ jobFair: Fair | null }>(SEE, { id }, { as });
  if (!data) throw new Error('Refused');
  return data.jobFair;
}

export async function listFairs(app: TestApp, filter: object, as: As | null): Promise<string[]> {
  const { data } = await app.gql<{ jobFairs: { nodes: { id: string }[] } }>(
    LIST,
    { filter },
    { as },
  );
  if (!data) throw new Error('Refused');
  return data.jobFairs.nodes.map(({ id }) => id);
}

export async function placesAt(app: TestApp, jobFairId: string, as: As | null): Promise<Place[]> {
  const { data } = await app.gql<{ jobFairPlaces: { nodes: Place[] } }>(
    PLACES,
    { jobFairId },
    { as },
  );
  if (!data) throw new Error('Refused');
  return data.jobFairPlaces.nodes;
}
