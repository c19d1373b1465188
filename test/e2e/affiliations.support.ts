import { randomUUID } from 'node:crypto';
import { uploadFile } from '../factories/stored-file.factory.js';
import type { As } from '../support/client.js';
import type { TestApp } from '../support/app.js';

export const NOBODY = '0199d0c4-0000-7000-8000-00000000dead';

const AFFILIATION = `affiliation {
  id state studentNumber studentName majorName major { code } className graduationYear isOnRoster
  educationLevel { code } college { id } refusalReason history { fromState toState reason }
  viewerCan { decide end leave }
} userErrors { code field }`;

export const CLAIM = `mutation ($input: ClaimAffiliationInput!) { claimAffiliation(input: $input) { ${AFFILIATION} } }`;
export const LEAVE = `mutation ($input: LeaveAffiliationInput!) { leaveAffiliation(input: $input) { ${AFFILIATION} } }`;
export const CONFIRM = `mutation ($input: ConfirmAffiliationsInput!) {
  confirmAffiliations(input: $input) { doneIds userErrors { code field } }
}`;
export const REFUSE = `mutation ($input: RefuseAffiliationsInput!) {
  refuseAffiliations(input: $input) { doneIds userErrors { code field } }
}`;
export const END = `mutation ($input: EndAffiliationsInput!) {
  endAffiliations(input: $input) { doneIds userErrors { code field } }
}`;
export const STUDENTS = `query ($collegeId: ID!, $filter: AffiliationFilter, $first: Int, $after: String) {
  affiliations(collegeId: $collegeId, filter: $filter, first: $first, after: $after) {
    nodes { id state studentNumber studentName } totalCount pageInfo { hasNextPage endCursor }
  }
}`;
export const MINE = `{ me { affiliations { id state studentNumber studentName viewerCan { leave decide } } } }`;

const IMPORT = `rosterImport {
  id state rowCount newCount changedCount unchangedCount refusedCount undoneCount keptCount
} userErrors { code field }`;
export const PREVIEW = `mutation ($input: PreviewRosterImportInput!) { previewRosterImport(input: $input) { ${IMPORT} } }`;
export const APPLY = `mutation ($input: ApplyRosterImportInput!) { applyRosterImport(input: $input) { ${IMPORT} } }`;
export const UNDO = `mutation ($input: UndoRosterImportInput!) { undoRosterImport(input: $input) { ${IMPORT} } }`;
export const ISSUES = `query ($id: ID!, $first: Int, $after: String) {
  rosterImportIssues(rosterImportId: $id, first: $first, after: $after) {
    nodes { row field reason } pageInfo { hasNextPage endCursor }
  }
}`;

export const withKey = (input: object) => ({
  input: { idempotencyKey: randomUUID(), ...input },
});

/** A roster as a CSV file. */
export function csv(...rows: readonly string[]): Buffer {
  return Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`);
}

export const HEADER = '学号,姓名,专业,班级,学历,毕业年份';

export async function uploadRoster(
  app: TestApp,
  as: As,
  bytes: Buffer,
  fileName = 'roster.csv',
): Promise<string> {
  return uploadFile(app, as, { purpose: 'studentRoster', fileName, bytes });
}

export async function preview(app: TestApp, as: As, collegeId: string, bytes: Buffer) {
  const fileId = await uploadRoster(app, as, bytes);
  const { data, errors } = await app.gql(PREVIEW, withKey({ collegeId, fileId }), { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.previewRosterImport as {
    rosterImport: { id: string } & Record<string, unknown>;
    userErrors: { code: string; field: string[] | null }[];
  };
}

/** Uploads and writes a roster; answers the id of the import. */
export async function bringIn(app: TestApp, as: As, collegeId: string, bytes: Buffer) {
  const { rosterImport } = await preview(app, as, collegeId, bytes);
  const { data } = await app.gql(APPLY, withKey({ rosterImportId: rosterImport.id }), { as });
  if (data.applyRosterImport.userErrors.length > 0)
    throw new Error(JSON.stringify(data.applyRosterImport.userErrors));
  return rosterImport.id;
}

/** Rows of every table the module writes. */
export async function rowCounts(app: TestApp): Promise<Record<string, number>> {
  const tables = [
    'affiliations',
    'affiliation_history',
    'roster_imports',
    'roster_import_issues',
    'roster_import_changes',
    'outbox_events',
    'audit_entries',
    'idempotency_keys',
  ];
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const { rows } = await app.database.pool.query(`select ${counts.join(', ')}`);
  return rows[0] as Record<string, number>;
}
