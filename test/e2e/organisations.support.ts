import { randomUUID } from 'node:crypto';
import type { GqlAnswer, Selected } from '../support/client.js';
import type { TestApp } from '../support/app.js';
import type { TestAccount } from '../factories/account.factory.js';
import { newCreditCode } from '../factories/organisation.factory.js';
import { REGION } from '../factories/reference-data.factory.js';

export const NOBODY = '0199d0c4-0000-7000-8000-00000000dead';

export const REGISTER = `mutation ($input: RegisterOrganisationInput!) {
  registerOrganisation(input: $input) {
    organisation { id kind name unifiedSocialCreditCode standing accountClass version }
    userErrors { code field message }
  }
}`;

export const EDIT = `mutation ($input: EditOrganisationInput!) {
  editOrganisation(input: $input) {
    organisation { id name standing verifiedUntil version address website industry { code } contact { name phone email } }
    userErrors { code field }
  }
}`;

export const REGISTER_BUREAU = `mutation ($input: RegisterBureauInput!) {
  registerBureau(input: $input) {
    organisation { id kind standing verifiedUntil accountClass }
    userErrors { code field }
  }
}`;

export const ORGANISATION = `query ($id: ID!) { organisation(id: $id) { id name standing } }`;

export const LIST = `query ($first: Int, $after: String, $filter: OrganisationFilter, $orderBy: OrganisationOrder) {
  organisations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes { id name } pageInfo { hasNextPage endCursor } totalCount
  }
}`;

export const INVITE = `mutation ($input: InviteMemberInput!) {
  inviteMember(input: $input) {
    invitation { id role state contactKind contactMasked expiresAt }
    userErrors { code field }
  }
}`;
export const ACCEPT = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { invitation { state } organisation { id } userErrors { code field } }
}`;
export const DECLINE = `mutation ($input: AnswerInvitationInput!) {
  declineInvitation(input: $input) { invitation { state } userErrors { code field } }
}`;
export const REVOKE_INVITATION = `mutation ($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) { invitation { state } userErrors { code field } }
}`;
export const SUCCESSOR = `mutation ($input: InviteSuccessorInput!) {
  inviteSuccessor(input: $input) { invitation { role state } userErrors { code field } }
}`;
export const INVITATIONS = `query ($id: ID!) {
  organisationInvitations(organisationId: $id) { nodes { id state contactMasked organisation { id } invitedBy { id } } }
}`;

export const MEMBERS = `query ($id: ID!) {
  organisationMembers(organisationId: $id) { nodes { id role account { id displayName } organisation { id } } }
}`;
export const CHANGE_ROLE = `mutation ($input: ChangeMemberRoleInput!) {
  changeMemberRole(input: $input) { member { id role } userErrors { code field } }
}`;
export const REMOVE_MEMBER = `mutation ($input: RemoveMemberInput!) {
  removeMember(input: $input) { organisationId userErrors { code field } }
}`;
export const LEAVE = `mutation ($input: LeaveOrganisationInput!) {
  leaveOrganisation(input: $input) { organisationId userErrors { code field } }
}`;
export const HISTORY = `query ($id: ID!) {
  organisationHistory(organisationId: $id) {
    nodes { change fromStanding toStanding reasonCode reasonText changedFields fromRole toRole actor { id } subject { id } }
  }
}`;

export const CREATE_KEY = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    apiKey { id name tokenPrefix scopes expiresAt lastUsedAt revokedAt createdBy { id } } token userErrors { code field }
  }
}`;
export const REVOKE_KEY = `mutation ($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) { apiKey { id revokedAt } userErrors { code field } }
}`;
export const KEYS = `query ($id: ID!) { apiKeys(organisationId: $id) { id lastUsedAt revokedAt } }`;

export const SUSPEND = `mutation ($input: SuspendOrganisationInput!) {
  suspendOrganisation(input: $input) { organisation { id standing } userErrors { code field } }
}`;
export const REINSTATE = `mutation ($input: ReinstateOrganisationInput!) {
  reinstateOrganisation(input: $input) { organisation { id standing } userErrors { code field } }
}`;

const VERIFICATION = `verification {
  id state dueOn isOverdue refusalReason refusalText validUntil appealUntil appealText appealAnswer
  organisation { id standing verifiedUntil } bureau { id } claimedBy { id }
  evidence { fileId kind fileName sizeBytes }
  history { transition fromState toState reason }
  viewerCan { claim release decide withdraw appeal }
} userErrors { code field message }`;
export const SUBMIT = `mutation ($input: SubmitVerificationInput!) { submitVerification(input: $input) { ${VERIFICATION} } }`;
export const WITHDRAW = `mutation ($input: VerificationIdInput!) { withdrawVerification(input: $input) { ${VERIFICATION} } }`;
export const APPEAL = `mutation ($input: AppealVerificationInput!) { appealVerification(input: $input) { ${VERIFICATION} } }`;
export const CLAIM = `mutation ($input: ClaimVerificationInput!) { claimVerification(input: $input) { ${VERIFICATION} } }`;
export const RELEASE = `mutation ($input: VerificationIdInput!) { releaseVerification(input: $input) { ${VERIFICATION} } }`;
export const APPROVE = `mutation ($input: ApproveVerificationInput!) { approveVerification(input: $input) { ${VERIFICATION} } }`;
export const REFUSE = `mutation ($input: RefuseVerificationInput!) { refuseVerification(input: $input) { ${VERIFICATION} } }`;
export const VERIFICATION_BY_ID = `query ($id: ID!) { organisationVerification(id: $id) { id state evidence { fileId } claimedBy { id } } }`;
export const QUEUE = `query ($filter: VerificationQueueFilter) {
  verificationQueue(filter: $filter) { nodes { id state dueOn isOverdue organisation { id } } totalCount }
}`;

/** A registration that is in order. */
export function registration(changes: object = {}): Selected {
  return {
    idempotencyKey: randomUUID(),
    kind: 'ENTERPRISE',
    name: '苏州精密制造有限公司',
    unifiedSocialCreditCode: newCreditCode(),
    regionCode: REGION.wuzhong,
    ...changes,
  };
}

const TABLES = [
  'organisations',
  'organisation_members',
  'organisation_invitations',
  'organisation_verifications',
  'organisation_verification_files',
  'organisation_verification_history',
  'organisation_history',
  'api_keys',
  'outbox_events',
  'audit_entries',
  'idempotency_keys',
  'development_messages',
];

/** Rows, and their last states, of every table an action of this module writes. */
export async function traces(app: TestApp): Promise<Record<string, unknown>> {
  const counts = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const states = [
    `(select jsonb_agg(to_jsonb(o) order by o.id) from organisations o) as organisation_rows`,
    `(select jsonb_agg(to_jsonb(m) order by m.id) from organisation_members m) as member_rows`,
    `(select jsonb_agg(to_jsonb(i) order by i.id) from organisation_invitations i) as invitation_rows`,
    `(select jsonb_agg(to_jsonb(v) order by v.id) from organisation_verifications v) as verification_rows`,
    `(select jsonb_agg(f.id order by f.id) from stored_files f where f.state = 'attached') as attached_files`,
    `(select jsonb_agg(to_jsonb(k) - 'last_used_at' order by k.id) from api_keys k) as key_rows`,
  ];
  const { rows } = await app.database.pool.query(`select ${[...counts, ...states].join(', ')}`);
  return rows[0] as Record<string, unknown>;
}

/** Nothing was written while `work` ran. */
export async function expectNoTrace<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  const before = await traces(app);
  const result = await work();
  expect(await traces(app)).toEqual(before);
  return result;
}

export interface Refusal {
  readonly code: string;
  readonly field: string[] | null;
}

export function refusalsOf(answer: GqlAnswer<Selected>, field: string): Refusal[] {
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  const errors = answer.data[field].userErrors as Refusal[];
  return errors.map(({ code, field: at }) => ({ code, field: at }));
}

/** Code of the top-level refusal. */
export const refusedWith = (answer: GqlAnswer<Selected>): string | undefined =>
  answer.errors?.[0]?.extensions.code;

/** Events on their way, in their order, by name. */
export async function eventsOf(
  app: TestApp,
  organisationId: string,
): Promise<{ readonly name: string; readonly payload: Record<string, unknown> }[]> {
  const { rows } = await app.database.pool.query(
    `select name, payload from outbox_events where payload->>'organisationId' = $1 order by id`,
    [organisationId],
  );
  return rows as { name: string; payload: Record<string, unknown> }[];
}

export async function mails(app: TestApp): Promise<Selected[]> {
  const { rows } = await app.database.pool.query(
    `select recipient, subject, body from development_messages order by id`,
  );
  return rows as Selected[];
}

/** The smallest picture there is. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** A file of evidence as its uploader has sent it; id of the file. */
export async function uploadEvidence(app: TestApp, as: TestAccount): Promise<string> {
  const { data } = await app.gql(
    `mutation ($input: BeginFileUploadInput!) {
      beginFileUpload(input: $input) { fileUpload { fileId uploadUrl } userErrors { code field } }
    }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        purpose: 'organisationEvidence',
        fileName: '营业执照.png',
        sizeBytes: PICTURE.length,
      },
    },
    { as },
  );
  const { fileId, uploadUrl } = data.beginFileUpload.fileUpload as Record<string, string>;
  const { pathname, search } = new URL(uploadUrl ?? '');
  const answer = await app.http({ method: 'PUT', url: pathname + search, payload: PICTURE });
  if (answer.status >= 300) throw new Error(`Upload answered ${answer.status} ${answer.text}`);
  return fileId ?? '';
}

/** The papers an enterprise has to show. */
export async function evidence(app: TestApp, as: TestAccount): Promise<Selected[]> {
  const kinds = ['BUSINESS_LICENCE', 'HANDLER_IDENTITY', 'POWER_OF_ATTORNEY'];
  return Promise.all(kinds.map(async (kind) => ({ kind, fileId: await uploadEvidence(app, as) })));
}

/** A verification handed in by the administrator; id of the verification. */
export async function submitVerification(
  app: TestApp,
  organisation: { readonly id: string; readonly administrator: TestAccount },
): Promise<string> {
  const { id: organisationId, administrator } = organisation;
  const input = {
    idempotencyKey: randomUUID(),
    organisationId,
    evidence: await evidence(app, administrator),
  };
  const answer = await app.gql(SUBMIT, { input }, { as: administrator });
  const [refusal] = refusalsOf(answer, 'submitVerification');
  if (refusal) throw new Error(JSON.stringify(refusal));
  return answer.data.submitVerification.verification.id as string;
}
