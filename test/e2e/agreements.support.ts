import { randomUUID } from 'node:crypto';
import { SigningSessionRepository } from '../../src/modules/agreements/signing/signing-session.repository.js';
import { eventsOf } from './applications.support.js';
import type { TestApp } from '../support/app.js';
import type { As } from '../support/client.js';

const AGREEMENT = `agreement {
  id agreementNumber form state title terms promisedStudents startsOn endsOn contentHash effectiveAt endedAt endReason
  version college { id } enterprise { id } kind { code } parties { position role name organisation { id } } clauses { key heading body } signatories { id partyPosition role step state } myTurns { id } signatures { contentHash organisation { id } signer { id } }
  history { transition fromState toState reason }
  viewerCan { edit amend share propose sign return cancel terminate openPosting }
}`;
const mutation = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${AGREEMENT} userErrors { code field } } }`;

export const CREATE = mutation('createAgreement', 'CreateAgreementInput');
export const EDIT = mutation('editAgreement', 'EditAgreementInput');
export const PROPOSE = mutation('proposeAgreement', 'ProposeAgreementInput');
export const RETURN = mutation('returnAgreement', 'AgreementReasonInput');
export const CANCEL = mutation('cancelAgreement', 'AgreementReasonInput');
export const SIGN = mutation('signAgreement', 'SignAgreementInput');
export const SHARE = mutation('shareAgreement', 'ShareAgreementInput');
const BEGIN = `mutation ($input: BeginAgreementSigningInput!) { beginAgreementSigning(input: $input) {
  signingSession { id contentHash needsCode expiresAt } userErrors { code field } } }`;
const SEND_CODE = `mutation ($input: SendAgreementSigningCodeInput!) { sendAgreementSigningCode(input: $input) {
  signingSession { id codeIssuedAt } userErrors { code field } } }`;
export const TERMINATE = mutation('terminateAgreement', 'AgreementReasonInput');
export const OPEN = mutation('openPostingToPartner', 'OpenPostingToPartnerInput');

export const CONTENT = {
  form: 'ORDER_CLASS',
  title: '智能制造订单班',
  terms: '甲乙双方共同培养智能制造方向学生，每年一个班。',
  promisedStudents: 40,
  startsOn: '2026-12-01',
  endsOn: '2028-11-30',
};

export interface AnsweredAgreement {
  readonly agreement: Record<string, unknown> & {
    readonly id: string;
    readonly state: string;
    readonly contentHash: string | null;
    readonly version: number;
  };
  readonly userErrors: readonly { code: string; field: string[] | null }[];
}

export const ENTER = mutation('enterObligationEvidence', 'EnterObligationEvidenceInput');
export const WITHDRAW_ENTRY = mutation(
  'withdrawObligationEvidence',
  'WithdrawObligationEvidenceInput',
);
export const DISPUTE = mutation('disputeObligationEvidence', 'DisputeObligationEvidenceInput');

/** Acts, and answers with the payload. */
export async function act(
  app: TestApp,
  query: string,
  input: object,
  as: As,
): Promise<AnsweredAgreement> {
  const { data, errors } = await app.gql(query, { input }, { as });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as AnsweredAgreement;
}

/** The agreement as someone sees it. */
export async function seen(
  app: TestApp,
  id: string,
  as: As,
): Promise<Record<string, unknown> | null> {
  const { data } = await app.gql(
    `query ($id: ID!) { ${AGREEMENT.replace('agreement {', 'agreement(id: $id) {')} }`,
    { id },
    { as },
  );
  return data.agreement as Record<string, unknown> | null;
}

export async function stateOf(app: TestApp, id: string): Promise<string> {
  const { rows } = await app.database.pool.query<{ state: string }>(
    `select upper(state::text) as state from agreements where id = $1`,
    [id],
  );
  return rows[0]?.state ?? '';
}

export interface AnsweredSession {
  readonly signingSession: {
    readonly id: string;
    readonly contentHash: string;
    readonly needsCode: boolean;
  } | null;
  readonly userErrors: readonly { code: string; field: string[] | null }[];
}

/** Opens a text to sign it: by a turn, or by a link. */
export async function begin(
  app: TestApp,
  how: { readonly signatoryId: string } | { readonly linkToken: string },
  as: As,
): Promise<AnsweredSession> {
  const input = { idempotencyKey: randomUUID(), ...how };
  const { data, errors } = await app.gql(BEGIN, { input }, { as });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.beginAgreementSigning as AnsweredSession;
}

export async function sendCode(app: TestApp, signingSessionId: string, as: As) {
  const { data, errors } = await app.gql(SEND_CODE, { input: { signingSessionId } }, { as });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.sendAgreementSigningCode as AnsweredSession;
}

/** Has a code sent and answers it, as it stands in the mail that is not sent yet. */
export async function codeFor(app: TestApp, signingSessionId: string, as: As): Promise<string> {
  const { userErrors } = await sendCode(app, signingSessionId, as);
  if (userErrors[0]) throw new Error(userErrors[0].code);
  const unsent = await app.get(SigningSessionRepository).unsentCode(signingSessionId);
  return unsent?.digits ?? '';
}

/** The turn of a party, by its place in the text. */
export async function turnOf(app: TestApp, agreementId: string, position: number): Promise<string> {
  const { rows } = await app.database.pool.query<{ id: string }>(
    `select id from agreement_signatories where agreement_id = $1 and party_position = $2
       and role <> 'reviewer' and state <> 'void'`,
    [agreementId, position],
  );
  return rows[0]?.id ?? '';
}

/** Opens, proves and signs the turn of a party; `more` changes what is sent in the end. */
export async function signFor(
  app: TestApp,
  { id, contentHash }: { readonly id: string; readonly contentHash: string | null },
  position: number,
  as: As,
  more: object = {},
): Promise<AnsweredAgreement> {
  const opened = await begin(app, { signatoryId: await turnOf(app, id, position) }, as);
  const { signingSession: session, userErrors } = opened;
  if (!session) return { agreement: null as never, userErrors };
  const code = session.needsCode ? await codeFor(app, session.id, as) : null;
  const input = {
    idempotencyKey: randomUUID(),
    agreementId: id,
    signingSessionId: session.id,
    contentHash,
    isConfirmed: true,
    code,
    ...more,
  };
  return act(app, SIGN, input, as);
}

/** What the agreements told others of, but for the codes that were sent. */
export async function toldOf(app: TestApp): Promise<string[]> {
  return (await eventsOf(app, 'agreements')).filter((name) => name !== 'signingCodeIssued');
}

/** The code that was made last to sign, on its way or sent already. */
export async function latestSigningCode(app: TestApp): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await app.database.pool.query<{ id: string; body: string | null }>(
      `select s.id, (select body from development_messages m where m.created_at >= s.code_issued_at
         order by m.id desc limit 1) as body
       from agreement_signing_sessions s where s.code_issued_at is not null order by s.code_issued_at desc limit 1`,
    );
    const unsent = rows[0] && (await app.get(SigningSessionRepository).unsentCode(rows[0].id));
    const digits = unsent?.digits ?? /\d{6}/.exec(rows[0]?.body ?? '')?.[0];
    if (digits !== undefined) return digits;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No code was made');
}
