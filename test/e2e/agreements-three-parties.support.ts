import {
  createAccount,
  type AccountOptions,
  type TestAccount,
} from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import type { TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { act, CREATE, PROPOSE } from './agreements.support.js';
import { keyed } from './applications.support.js';

export interface ThreeParties {
  readonly id: string;
  readonly contentHash: string;
  readonly student: TestAccount;
  readonly enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
  readonly college: Awaited<ReturnType<typeof createCollegeWithClerk>>;
}

export interface Asked {
  readonly partyPosition: number;
  readonly role: 'REVIEWER' | 'SIGNATORY' | 'GUARDIAN';
  readonly step: number;
  readonly accountId?: string;
}

const CONTENT = {
  title: '三方协议',
  terms: '甲乙丙三方就岗位、待遇、期限与各自责任达成一致。',
  startsOn: '2026-12-01',
  endsOn: '2027-11-30',
};

const INTERNSHIP = {
  postTitle: '数控操作员',
  monthlyPay: 4_800,
  postMonthlyPay: 6_000,
  hoursPerDay: 8,
  hoursPerWeek: 40,
  hasNightWork: false,
  hostEmployees: 100,
  postEmployees: 5,
  collegeTutor: '王老师',
  hostTutor: '李师傅',
};

export const arrange = (app: TestApp, agreementId: string, signatories: readonly Asked[], as: As) =>
  codesOf(app, 'arrangeAgreementSignatories', { agreementId, signatories }, as);

/**
 * A student (1), an enterprise (2) that drafts, and a college (3); put forward unless refused. An internship is one that
 * keeps the rules, of a student with a place at the college.
 */
export async function threeParties(
  app: TestApp,
  options: {
    readonly kind?: 'GRADUATE_EMPLOYMENT' | 'TRIPARTITE_INTERNSHIP';
    readonly person?: AccountOptions;
    readonly asked?: readonly Asked[];
    readonly isProposed?: boolean;
  } = {},
): Promise<ThreeParties> {
  const { kind = 'GRADUATE_EMPLOYMENT', asked, isProposed = true } = options;
  const student = await createAccount(app, options.person);
  const enterprise = await createEnterpriseWithRecruiter(app);
  const college = await createCollegeWithClerk(app);
  const parties = [
    { role: 'STUDENT', accountId: student.account.id },
    { role: 'ENTERPRISE', organisationId: enterprise.id },
    { role: 'COLLEGE', organisationId: college.id },
  ];
  const isInternship = kind === 'TRIPARTITE_INTERNSHIP';
  await createAffiliation(app, { collegeId: college.id, student });
  const content = { ...CONTENT, ...(isInternship && { internship: INTERNSHIP }) };
  const given = keyed({ organisationId: enterprise.id, kind, parties, content });
  const { agreement, userErrors } = await act(app, CREATE, given, enterprise.recruiter);
  if (userErrors[0]) throw new Error(userErrors[0].code);
  const { id } = agreement;
  if (asked) {
    const [refused] = await arrange(app, id, asked, enterprise.recruiter);
    if (refused !== undefined) throw new Error(refused);
  }
  const cast = { id, student, enterprise, college };
  if (!isProposed) return { ...cast, contentHash: '' };
  const proposed = await act(app, PROPOSE, keyed({ agreementId: id }), enterprise.recruiter);
  if (proposed.userErrors[0]) throw new Error(proposed.userErrors[0].code);
  return { ...cast, contentHash: proposed.agreement.contentHash ?? '' };
}

const inputOf = (name: string): string => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
const INPUTS: Readonly<Record<string, string>> = {
  approveAgreementReview: 'ApproveAgreementReviewInput',
  suspendAgreement: 'AgreementReasonInput',
  terminateAgreement: 'AgreementReasonInput',
};

/** The codes an action was refused with. */
export async function codesOf(
  app: TestApp,
  name: string,
  input: object,
  as: As,
): Promise<string[]> {
  const type = INPUTS[name] ?? inputOf(name);
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
  const { data, errors } = await app.gql(query, { input }, { as });
  if (!data) throw new Error(JSON.stringify(errors));
  return (data[name] as { userErrors: { code: string }[] }).userErrors.map(({ code }) => code);
}

/** Kinds of events in the chain of an agreement, in order; of refusals, their codes. */
export async function chainOf(app: TestApp, agreementId: string): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ kind: string; detail: string }>(
    `select kind, detail from agreement_events where agreement_id = $1 order by sequence`,
    [agreementId],
  );
  return rows.map(({ kind, detail }) =>
    kind === 'REFUSED' ? (JSON.parse(detail) as { code: string }).code : kind,
  );
}

/** Turns of a party and role, in the order of their steps. */
export async function turnsOf(
  app: TestApp,
  agreementId: string,
  role: Asked['role'],
  position: number,
): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ id: string }>(
    `select id from agreement_signatories where agreement_id = $1 and role::text = lower($2)
       and party_position = $3 and state <> 'void' order by step, id`,
    [agreementId, role, position],
  );
  return rows.map(({ id }) => id);
}

/** A link to a turn: its id and what stands in its address. */
export async function linkTo(
  app: TestApp,
  agreementId: string,
  signatoryId: string,
  as: As,
): Promise<{ readonly id: string; readonly token: string }> {
  const { data } = await app.gql(
    `mutation ($input: IssueAgreementSigningLinkInput!) { issueAgreementSigningLink(input: $input) {
      signingLink { id } url userErrors { code } } }`,
    { input: keyed({ agreementId, signatoryId }) },
    { as },
  );
  const { signingLink, url } = data.issueAgreementSigningLink as {
    signingLink: { id: string };
    url: string;
  };
  return { id: signingLink.id, token: url.split('/').at(-1) ?? '' };
}
