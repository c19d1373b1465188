import type { TestAccount } from '../factories/account.factory.js';
import { uploadFile } from '../factories/stored-file.factory.js';
import { pdf } from '../integration/storage/sample-files.js';
import type { TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { codesOf } from './agreements-three-parties.support.js';
import { act, begin, codeFor, SIGN, turnOf, type AnsweredAgreement } from './agreements.support.js';
import { keyed } from './applications.support.js';

export const MINOR = { birthDate: '2009-05-20' };
/** The employer and the guardian side by side, then the minor, then the college. */
export const GUARDED = [
  { partyPosition: 1, role: 'SIGNATORY', step: 2 },
  { partyPosition: 1, role: 'GUARDIAN', step: 1 },
  { partyPosition: 2, role: 'SIGNATORY', step: 1 },
  { partyPosition: 3, role: 'SIGNATORY', step: 3 },
] as const;

/** A text as somebody has it open to sign: the session, and its code where one is needed. */
export interface Opened {
  readonly id: string;
  readonly code: string | null;
}

/** Opens a text to sign it and has the code sent, where one is needed. */
export async function open(
  app: TestApp,
  how: Parameters<typeof begin>[1],
  as: As,
): Promise<Opened> {
  const { signingSession, userErrors } = await begin(app, how, as);
  if (!signingSession) throw new Error(userErrors[0]?.code);
  const { id, needsCode } = signingSession;
  return { id, code: needsCode ? await codeFor(app, id, as) : null };
}

/** Confirms what was opened. */
export const signOpened = (
  app: TestApp,
  { id: agreementId, contentHash }: { readonly id: string; readonly contentHash: string },
  signingSessionId: string,
  code: string | null,
  as: As,
): Promise<AnsweredAgreement> => {
  const input = { agreementId, signingSessionId, contentHash, isConfirmed: true, code };
  return act(app, SIGN, keyed(input), as);
};

export const refusedAs = (answer: {
  readonly userErrors: readonly { readonly code: string }[];
}): string[] => answer.userErrors.map(({ code }) => code);

/** Gives a power of attorney for a turn; answers the codes it was refused with. */
export async function delegate(
  app: TestApp,
  signatoryId: string,
  delegateId: string,
  as: TestAccount,
): Promise<string[]> {
  const file = { purpose: 'agreementPower', fileName: '授权委托书.pdf', bytes: pdf() };
  const fileId = await uploadFile(app, as, file);
  const days = { validFrom: '2026-11-23', validUntil: '2026-12-30' };
  const input = { signatoryId, delegateId, fileId, ...days };
  return codesOf(app, 'delegateAgreementTurn', keyed(input), as);
}

/** Puts up the scan of a text that was signed on paper. */
export async function uploadedPaper(
  app: TestApp,
  agreement: { readonly id: string; readonly contentHash: string },
  position: number,
  as: TestAccount,
): Promise<void> {
  const file = { purpose: 'agreementPaper', fileName: '签署件.pdf', bytes: pdf() };
  const fileId = await uploadFile(app, as, file);
  const signatoryId = await turnOf(app, agreement.id, position);
  const scan = { signatoryId, fileId, contentHash: agreement.contentHash };
  const refused = await codesOf(app, 'uploadAgreementPaper', keyed(scan), as);
  if (refused.length > 0) throw new Error(refused.join());
}

/** The token of a new link to a turn. */
export async function issuedLink(
  app: TestApp,
  agreementId: string,
  position: number,
  as: TestAccount,
): Promise<string> {
  const signatoryId = await turnOf(app, agreementId, position);
  const { data } = await app.gql(
    `mutation ($input: IssueAgreementSigningLinkInput!) { issueAgreementSigningLink(input: $input) { url } }`,
    { input: keyed({ agreementId, signatoryId }) },
    { as },
  );
  return String(data.issueAgreementSigningLink.url).split('/').at(-1) ?? '';
}

/** Everything that signing writes, but for the chain: equal before and after an attempt that changes nothing. */
export async function recordsOf(app: TestApp, agreementId: string): Promise<unknown> {
  const { rows } = await app.database.pool.query(
    `select a.state, a.version, a.effective_at,
       (select json_agg(t order by t.id) from agreement_signatories t where t.agreement_id = a.id) as turns,
       (select json_agg(s order by s.id) from agreement_signatures s where s.agreement_id = a.id) as signatures,
       (select json_agg(l order by l.id) from agreement_signing_links l where l.agreement_id = a.id) as links,
       (select json_agg(json_build_object('id', o.id, 'usedAt', o.used_at) order by o.id)
        from agreement_signing_sessions o where o.agreement_id = a.id) as sessions,
       (select count(*) from agreement_history h where h.agreement_id = a.id) as history
     from agreements a where a.id = $1`,
    [agreementId],
  );
  return rows[0];
}

/** Of whose turns there are signatures that stand. */
export async function signedPositions(app: TestApp, agreementId: string): Promise<number[]> {
  const { rows } = await app.database.pool.query<{ party_position: number }>(
    `select party_position from agreement_signatures where agreement_id = $1 and voided_at is null
     order by party_position`,
    [agreementId],
  );
  return rows.map((row) => row.party_position);
}
