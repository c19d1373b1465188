import { randomUUID } from 'node:crypto';
import { createAccount } from '../factories/account.factory.js';
import {
  createBureauWithOfficer,
  createOrganisation,
  type TestOrganisation,
} from '../factories/organisation.factory.js';
import type { TestApp } from '../support/app.js';
import type { ListScenario } from './scenario.js';

const VERIFICATION = `id state dueOn isOverdue organisation { id name } bureau { name } claimedBy { displayName }
  evidence { kind fileName download { url } } history { transition toState } viewerCan { claim decide withdraw }`;

/** Closed verifications of an organisation, or one that is open, each with a paper and a history. */
async function insertVerifications(
  app: TestApp,
  { id, administrator }: TestOrganisation,
  rows: number,
  state: 'withdrawn' | 'submitted',
): Promise<void> {
  for (let made = 0; made < rows; made += 1) {
    const [verification, file] = [randomUUID(), randomUUID()];
    const { pool } = app.database;
    await pool.query(
      `insert into organisation_verifications
        (id, organisation_id, state, requirements_edition, submitted_by, submitted_at, due_on, updated_at)
       values ($1, $2, $3, '2026-01', $4, now(), '2099-01-01', now())`,
      [verification, id, state, administrator.account.id],
    );
    await pool.query(
      `insert into stored_files (id, purpose, file_name, media_type, size_bytes, sha256, state, subject_type, subject_id)
       values ($1, 'organisationEvidence', '执照.png', 'image/png', 1, repeat('0', 64), 'attached', 'organisationVerification', $2)`,
      [file, verification],
    );
    await pool.query(
      `insert into organisation_verification_files values ($1, $2, 'business_licence')`,
      [verification, file],
    );
    await pool.query(
      `insert into organisation_verification_history (id, verification_id, transition, to_state, account_id, occurred_at)
       values ($1, $2, 'submit', 'submitted', $3, now())`,
      [randomUUID(), verification, administrator.account.id],
    );
  }
}

export const scenarios: ListScenario[] = [
  {
    field: 'organisations',
    query: `{ organisations(first: 50) { totalCount pageInfo { hasNextPage } nodes {
      id name kind standing accountClass hrServiceLicence region { code fullName } industry { name } college { name }
      contact { phone } delegablePermissions viewerCan { edit seeInternals suspend } } } }`,
    async prepare(app, rows) {
      const member = await createAccount(app);
      for (let made = 0; made < rows; made += 1)
        await createOrganisation(app, { members: [{ account: member, role: 'ADMINISTRATOR' }] });
      return { as: member };
    },
  },
  {
    field: 'organisationMembers',
    query: `query ($id: ID!) { organisationMembers(organisationId: $id, first: 50) { nodes {
      id role joinedAt account { id displayName } organisation { id name } } } }`,
    async prepare(app, rows) {
      const members = [];
      for (let made = 1; made < rows; made += 1)
        members.push({ account: await createAccount(app), role: 'VIEWER' as const });
      const { id, administrator } = await createOrganisation(app, { members });
      return { as: administrator, variables: { id } };
    },
  },
  {
    field: 'organisationInvitations',
    query: `query ($id: ID!) { organisationInvitations(organisationId: $id, first: 50) { nodes {
      id role state contactMasked organisation { name } invitedBy { displayName } } } }`,
    async prepare(app, rows) {
      const { id, administrator } = await createOrganisation(app);
      for (let made = 0; made < rows; made += 1) {
        const input = {
          idempotencyKey: randomUUID(),
          organisationId: id,
          contact: `clerk-${String(made)}@example.org`,
          role: 'OFFICER',
        };
        await app.gql(
          `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { userErrors { code } } }`,
          { input },
          { as: administrator },
        );
      }
      return { as: administrator, variables: { id } };
    },
  },
  {
    field: 'organisationHistory',
    query: `query ($id: ID!) { organisationHistory(organisationId: $id, first: 50) { nodes {
      change occurredAt actor { displayName } subject { displayName } } } }`,
    async prepare(app, rows) {
      const { id, administrator } = await createOrganisation(app);
      await app.database.pool.query(
        `insert into organisation_history (id, organisation_id, change, changed_fields, account_id, subject_account_id, occurred_at)
         select gen_random_uuid(), $1, 'edited', '{}', $2, $2, now() from generate_series(1, $3)`,
        [id, administrator.account.id, rows],
      );
      return { as: administrator, variables: { id } };
    },
  },
  {
    field: 'organisationVerifications',
    query: `query ($id: ID!) { organisationVerifications(organisationId: $id, first: 50) { nodes { ${VERIFICATION} } } }`,
    async prepare(app, rows) {
      const organisation = await createOrganisation(app);
      await insertVerifications(app, organisation, rows, 'withdrawn');
      return { as: organisation.administrator, variables: { id: organisation.id } };
    },
  },
  {
    field: 'verificationQueue',
    query: `{ verificationQueue(first: 50) { totalCount nodes { ${VERIFICATION} } } }`,
    async prepare(app, rows) {
      const { officer } = await createBureauWithOfficer(app);
      for (let made = 0; made < rows; made += 1)
        await insertVerifications(app, await createOrganisation(app), 1, 'submitted');
      return { as: officer };
    },
  },
  {
    field: 'apiKeys',
    query: `query ($id: ID!) { apiKeys(organisationId: $id) { id name scopes lastUsedAt createdBy { displayName } } }`,
    async prepare(app, rows) {
      const { id, administrator } = await createOrganisation(app);
      await app.database.pool.query(
        `insert into api_keys (id, organisation_id, name, token_hash, token_prefix, scopes, created_by, created_at, expires_at)
         select gen_random_uuid(), $1, 'x', n::text, 'gqk_', '{X}', $2, now(), now() + interval '1 day' from generate_series(1, $3) as n`,
        [id, administrator.account.id, rows],
      );
      return { as: administrator, variables: { id } };
    },
  },
];
