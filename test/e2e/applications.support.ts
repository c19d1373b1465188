import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../src/core/database/index.js';
import type { TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { NOW } from './job-postings.support.js';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

const mutation = (name: string, input: string, payload: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${payload} userErrors { code field } } }`;

const STEP = 'application { id state closeReason closedBy }';
const step = (name: string, input: string): string => mutation(name, input, STEP);
const bulk = (name: string, input: string): string =>
  mutation(name, input, 'items { applicationId refusal }');

export const SUBMIT = step('submitApplication', 'SubmitApplicationInput');
export const WITHDRAW = step('withdrawApplication', 'ApplicationIdInput');
export const VIEW = step('viewApplication', 'ApplicationIdInput');
export const SHORTLIST = bulk('shortlistApplications', 'ApplicationIdsInput');
export const CLOSE = bulk('closeApplications', 'CloseApplicationsInput');
export const ONBOARD = step('onboardApplicant', 'OnboardApplicantInput');
export const NOT_STARTED = step('recordNotStarted', 'ApplicationIdInput');
export const EXPORT = mutation('exportApplications', 'ExportApplicationsInput', 'downloadUrl');
export const NOTE = step('addApplicationNote', 'AddApplicationNoteInput');

export const PROPOSE = step('proposeInterview', 'ProposeInterviewInput');
export const CONFIRM = step('confirmInterview', 'ConfirmInterviewInput');
export const DECLINE_INTERVIEW = step('declineInterview', 'EndInterviewInput');
export const MOVE = step('moveInterview', 'MoveInterviewInput');
export const CANCEL = step('cancelInterview', 'EndInterviewInput');
export const HELD = step('recordInterviewHeld', 'InterviewIdInput');
export const MISSED = step('recordInterviewMissed', 'MissedInterviewInput');

export const OFFER = step('makeOffer', 'MakeOfferInput');
export const ACCEPT = step('acceptOffer', 'AcceptOfferInput');
export const DECLINE = step('declineOffer', 'OfferIdInput');
export const WITHDRAW_OFFER = step('withdrawOffer', 'OfferIdInput');
export const RENEGE = step('renegeOffer', 'OfferIdInput');

/** Inputs, each with a key of its own where the mutation takes one. */
export const keyed = (input: object): Record<string, unknown> => ({
  idempotencyKey: randomUUID(),
  ...input,
});

/** So many hours from now, an hour long unless said. */
export const inHours = (hours: number, length = 1) => ({
  startsAt: new Date(Date.parse(NOW) + hours * HOUR_MS).toISOString(),
  endsAt: new Date(Date.parse(NOW) + (hours + length) * HOUR_MS).toISOString(),
});

/** Acts, and answers with the payload. */
export async function act(app: TestApp, query: string, input: object, as: As): Promise<Answered> {
  const { data, errors } = await app.gql(query, { input }, { as });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Answered;
}

export interface Answered {
  readonly application?: { id: string; state: string; closeReason: string | null } | null;
  readonly items?: readonly { applicationId: string; refusal: string | null }[] | null;
  readonly downloadUrl?: string | null;
  readonly userErrors: readonly { code: string; field: string[] | null }[];
}

/** State and reason of an application, as stored. */
export async function standing(app: TestApp, id: string): Promise<string> {
  const { state, closeReason, closedBy } = await app
    .get(UnitOfWork)
    .db.application.findUniqueOrThrow({ where: { id } });
  return [state, closeReason, closedBy].filter(Boolean).join(' ');
}

/** States of all interviews or offers of an application, oldest first. */
export async function statesOf(
  app: TestApp,
  table: 'interviews' | 'offers',
  applicationId: string,
): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ state: string }>(
    `select state::text from ${table} where application_id = $1 order by id`,
    [applicationId],
  );
  return rows.map(({ state }) => state.toUpperCase());
}

export async function postingOf(app: TestApp, id: string): Promise<string> {
  const { rows } = await app.database.pool.query<Record<string, unknown>>(
    `select state::text, close_cause::text, filled_count from job_postings where id = $1`,
    [id],
  );
  const { state, close_cause, filled_count } = rows[0] ?? {};
  return [state, close_cause, filled_count]
    .filter((part) => part !== null)
    .map((part) => JSON.stringify(part).replaceAll('"', ''))
    .join(' ');
}

/** Names of the events of the module so far. */
export async function eventsOf(app: TestApp, module: string): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ name: string }>(
    `select name from outbox_events where name like $1 order by id`,
    [`${module}.%`],
  );
  return rows.map(({ name }) => name.replace(`${module}.`, ''));
}

/** Everything a refused action could have written. */
export async function traces(app: TestApp): Promise<string[]> {
  const tables = [
    ...['applications', 'application_history', 'application_notes', 'interviews', 'offers'],
    ...['job_postings', 'job_posting_audience_colleges', 'stored_files'],
    ...['agreements', 'agreement_history', 'agreement_signatures', 'agreement_postings'],
    ...['agreement_versions', 'agreement_clauses', 'agreement_signatories', 'agreement_comments'],
    ...['agreement_events', 'job_fairs', 'job_fair_history', 'job_fair_postings'],
    ...['job_fair_places', 'job_fair_place_history'],
    // A bulk action that refused every item leaves an audit entry about nothing.
    ...[
      'outbox_events',
      'idempotency_keys',
      '(select * from audit_entries where subject_id is not null)',
    ],
  ];
  const parts = tables.map((table) => `select to_jsonb(t) as trace from ${table} t`);
  const { rows } = await app.database.pool.query<{ trace: unknown }>(parts.join(' union all '));
  return rows.map(({ trace }) => JSON.stringify(trace)).sort();
}

export async function expectUntouched(app: TestApp, work: () => Promise<unknown>): Promise<void> {
  const before = await traces(app);
  await work();
  expect(await traces(app)).toEqual(before);
}
