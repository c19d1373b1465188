import type { TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { keyed } from './applications.support.js';

const CEREMONY = `id name place startsAt state openedAt endedAt version organisation { id }
  pairs { position agreementId agreementNumber kindName isOnTheTable isComplete
    signers { partyName name state signedAt } } viewerCan { edit open end cancel }`;
const mutation = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ceremony { ${CEREMONY} } userErrors { code field message } } }`;
export const PLAN = mutation('planAgreementCeremony', 'PlanAgreementCeremonyInput');
export const EDIT = mutation('editAgreementCeremony', 'EditAgreementCeremonyInput');
export const OPEN = mutation('openAgreementCeremony', 'AgreementCeremonyInput');
export const END = mutation('endAgreementCeremony', 'AgreementCeremonyInput');
export const GIVE_UP = mutation('cancelAgreementCeremony', 'AgreementCeremonyInput');
export const SEE = `query ($id: ID!) { agreementCeremony(id: $id) { ${CEREMONY} } }`;
export const LIST = `query ($organisationId: ID!) { agreementCeremonies(organisationId: $organisationId) { totalCount nodes { id } } }`;
export const CANDIDATES = `query ($organisationId: ID!, $text: String) { agreementCeremonyCandidates(organisationId: $organisationId, text: $text) {
  totalCount nodes { id agreementNumber title partyNames } } }`;

interface Pair {
  readonly agreementId: string;
  readonly isOnTheTable: boolean;
  readonly isComplete: boolean;
  readonly signers: readonly {
    readonly partyName: string;
    readonly name: string | null;
    readonly state: string;
    readonly signedAt: string | null;
  }[];
}
export interface Ceremony {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly pairs: readonly Pair[];
}
export interface Answer {
  readonly ceremony: Ceremony | null;
  readonly userErrors: readonly { code: string; field: string[] | null; message: string }[];
}

export const PLANNED = {
  name: '校企合作签约仪式',
  place: '吴中会议中心',
  startsAt: '2026-12-01T14:00:00+08:00',
};

export function planInput(
  organisationId: string,
  agreements: readonly { id: string }[],
  more: object = {},
): object {
  return keyed({
    organisationId,
    ...PLANNED,
    agreementIds: agreements.map(({ id }) => id),
    ...more,
  });
}

/** Acts in Chinese, and answers with the payload. */
export async function actAt(app: TestApp, query: string, input: object, as: As): Promise<Answer> {
  const { data, errors } = await app.gql(query, { input }, { as, locale: 'zh-CN' });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Answer;
}

/** A planned ceremony of the host; fails when it is refused. */
export async function planned(
  app: TestApp,
  host: { readonly id: string; readonly officer: As },
  agreements: readonly { id: string }[],
): Promise<Ceremony> {
  const answer = await actAt(app, PLAN, planInput(host.id, agreements), host.officer);
  if (!answer.ceremony) throw new Error(JSON.stringify(answer.userErrors));
  return answer.ceremony;
}

export async function seeCeremony(app: TestApp, id: string, as: As): Promise<Ceremony | null> {
  const { data } = await app.gql(SEE, { id }, { as, locale: 'zh-CN' });
  return data.agreementCeremony as Ceremony | null;
}

export async function numberOf(app: TestApp, { id }: { readonly id: string }): Promise<string> {
  const { rows } = await app.database.pool.query<{ number: string }>(
    'select agreement_number as number from agreements where id = $1',
    [id],
  );
  return rows[0]?.number ?? '';
}

export const refusals = ({ userErrors }: Answer) =>
  userErrors.map(({ code, field }) => ({ code, field: field?.join('.') ?? null }));
