import type { TestApp } from '../support/app.js';
import type { As } from '../support/client.js';

const AGREEMENT = `agreement {
  id agreementNumber form state title terms promisedStudents startsOn endsOn contentHash effectiveAt endedAt endReason
  version college { id } enterprise { id } kind { code } parties { position role name organisation { id } } clauses { key heading body } signatures { contentHash organisation { id } signer { id } }
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
