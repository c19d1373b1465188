import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../src/core/database/index.js';
import { IdentityMessageRepository } from '../../src/modules/identity/message/identity-message.repository.js';
import type { AskOptions, GqlAnswer, Selected } from '../support/client.js';
import type { TestApp } from '../support/app.js';

export const PASSWORD = 'river-stone-lamp-47';

export const REGISTER = `mutation ($input: RegisterAccountInput!) {
  registerAccount(input: $input) {
    account { id displayName preferredLocale }
    viewer { id phone email hasPassword isAdministrator needsConsent }
    session { id channel isCurrent }
    token
    userErrors { code field message }
  }
}`;

export const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    viewer { id } session { id channel isCurrent deviceLabel } token userErrors { code field message }
  }
}`;

export const SIGN_IN_WITH_CODE = `mutation ($input: SignInWithCodeInput!) {
  signInWithCode(input: $input) { viewer { id } token userErrors { code field } }
}`;

export const REQUEST_CODE = `mutation ($input: RequestOneTimeCodeInput!) {
  requestOneTimeCode(input: $input) { expiresAt userErrors { code field } }
}`;

export const ME = `{ me { id } }`;

export const NEW_PASSWORD = 'lamp-stone-river-74';
export const CHANGE_PASSWORD = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) { isChanged userErrors { code field } }
}`;
export const RESET_PASSWORD = `mutation ($input: ResetPasswordInput!) {
  resetPassword(input: $input) { isChanged userErrors { code field } }
}`;
export const CHANGE_CONTACT = `mutation ($input: ChangeContactInput!) {
  changeContact(input: $input) { viewer { phone email } userErrors { code field } }
}`;
export const REQUEST_CONTACT_CODE = `mutation ($input: RequestContactCodeInput!) {
  requestContactCode(input: $input) { expiresAt userErrors { code field } }
}`;
export const REQUEST_CONFIRMATION = `mutation ($input: RequestConfirmationCodeInput!) {
  requestConfirmationCode(input: $input) { expiresAt userErrors { code field } }
}`;

export const PROOF_FAILED = [{ code: 'PROOF_FAILED', field: ['proof'] }];

export interface SessionSeen {
  readonly id: string;
  readonly deviceLabel: string | null;
  readonly isCurrent: boolean;
}

export interface Refusal {
  readonly code: string;
  readonly field: string[] | null;
}

/** A mobile number nobody used in this run. */
export function newPhone(): string {
  serial += 1;
  return `138${String(10_000_000 + serial)}`;
}
let serial = Math.floor(Math.random() * 80_000_000);

export function newEmail(): string {
  return `person-${randomUUID()}@example.org`;
}

/** The digits last sent to someone, as they stand on their way to the sender. */
export async function lastCode(app: TestApp): Promise<string> {
  const { id } = await app
    .get(UnitOfWork)
    .sql.selectFrom('identity_messages')
    .select('id')
    .where('kind', '=', 'one_time_code')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const message = await app.get(IdentityMessageRepository).find(id);
  if (typeof message?.code !== 'string') throw new Error('The message carries no code');
  return message.code;
}

export async function requestCode(
  app: TestApp,
  contact: string,
  purpose: 'REGISTER' | 'SIGN_IN' | 'RESET_PASSWORD',
): Promise<string> {
  const { data } = await app.gql(REQUEST_CODE, { input: { contact, purpose } });
  if (data.requestOneTimeCode.userErrors.length > 0) {
    throw new Error(JSON.stringify(data.requestOneTimeCode.userErrors));
  }
  return lastCode(app);
}

/** Input of a registration that is in order, its code sent. */
export async function registration(app: TestApp, changes: object = {}): Promise<Selected> {
  const contact = (changes as { contact?: string }).contact ?? newPhone();
  return {
    idempotencyKey: randomUUID(),
    contact,
    code: await requestCode(app, contact, 'REGISTER'),
    password: PASSWORD,
    displayName: '王小明',
    birthDate: '2001-02-03',
    privacyNoticeVersion: 2,
    channel: 'API',
    ...changes,
  };
}

export function register(
  app: TestApp,
  input: object,
  options: AskOptions = {},
): Promise<GqlAnswer<Selected>> {
  return app.gql(REGISTER, { input }, options);
}

/** Rows of every table an action of this module writes. */
export async function rowCounts(app: TestApp): Promise<Record<string, number>> {
  const tables = [
    'accounts',
    'account_identifiers',
    'account_history',
    'sessions',
    'privacy_consents',
    'identity_messages',
    'data_exports',
    'outbox_events',
    'audit_entries',
    'idempotency_keys',
  ];
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const { rows } = await app.database.pool.query(`select ${counts.join(', ')}`);
  return rows[0] as Record<string, number>;
}

export function refusalsOf(answer: GqlAnswer<Selected>, field: string): Refusal[] {
  const errors = answer.data[field].userErrors as (Refusal & { message: string })[];
  return errors.map(({ code, field: at }) => ({ code, field: at }));
}
