import { createAffiliation } from '../factories/affiliation.factory.js';
import { createApplication } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createCollegeWithClerk } from '../factories/organisation.factory.js';
import { createAccount } from '../factories/account.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import type { TestApp } from '../support/app.js';
import type { ListScenario } from './scenario.js';

/** Uploaded rosters of a college, each with a report of as many rows. */
async function insertImports(
  app: TestApp,
  collegeId: string,
  imports: number,
  issues: number,
): Promise<string | undefined> {
  const { pool } = app.database;
  const { rows } = await pool.query<{ id: string }>(
    `with files as (
       insert into stored_files (id, purpose, file_name, size_bytes, state)
       select uuidv7(), 'studentRoster', 'roster.csv', 1, 'stored' from generate_series(1, $2) returning id
     )
     insert into roster_imports (id, college_id, file_id)
     select uuidv7(), $1::uuid, id from files returning id`,
    [collegeId, imports],
  );
  const id = rows[0]?.id;
  await pool.query(
    `insert into roster_import_issues (id, roster_import_id, "row", field, reason)
     select uuidv7(), $1::uuid, n, 'studentNumber', 'DUPLICATE' from generate_series(1, $2) n`,
    [id, issues],
  );
  return id;
}

export const scenarios: ListScenario[] = [
  {
    field: 'affiliations',
    query: `query ($collegeId: ID!) { affiliations(collegeId: $collegeId, first: 50) { totalCount nodes {
      id state studentNumber studentName majorName major { name } educationLevel { name } className graduationYear
      college { name } history { toState occurredAt } viewerCan { decide end leave }
      outcome { stage hire { employerName postingTitle acceptedAt startedOn } } } } }`,
    async prepare(app, rows) {
      const college = await createCollegeWithClerk(app);
      for (let made = 0; made < rows; made += 1) {
        const student = await createAccount(app);
        await createAffiliation(app, { collegeId: college.id, student, majorCode: '460301' });
      }
      return { as: college.clerk, variables: { collegeId: college.id } };
    },
  },
  {
    field: 'studentsByOutcome',
    query: `query ($collegeId: ID!) { studentsByOutcome(collegeId: $collegeId, stage: HIRED, first: 50) { totalCount nodes {
      id studentName outcome { stage hire { employerName postingTitle acceptedAt startedOn } } } } }`,
    async prepare(app, rows) {
      const college = await createCollegeWithClerk(app);
      const posting = await createJobPosting(app, { headcount: 30 });
      for (let made = 0; made < rows; made += 1) {
        const applicant = await createProfile(app);
        await createApplication(app, { posting, applicant, state: 'ACCEPTED' });
        await createAffiliation(app, { collegeId: college.id, student: applicant.person });
      }
      return { as: college.clerk, variables: { collegeId: college.id } };
    },
  },
  {
    field: 'rosterImports',
    query: `query ($collegeId: ID!) { rosterImports(collegeId: $collegeId, first: 50) { nodes {
      id state rowCount newCount refusedCount keptCount createdAt } } }`,
    async prepare(app, rows) {
      const college = await createCollegeWithClerk(app);
      await insertImports(app, college.id, rows, 1);
      return { as: college.clerk, variables: { collegeId: college.id } };
    },
  },
  {
    field: 'rosterImportIssues',
    query: `query ($id: ID!) { rosterImportIssues(rosterImportId: $id, first: 50) { nodes { row field reason } } }`,
    async prepare(app, rows) {
      const college = await createCollegeWithClerk(app);
      const id = await insertImports(app, college.id, 1, rows);
      return { as: college.clerk, variables: { id } };
    },
  },
];
