import { Clock, Ids } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createJobPosting, type TestJobPosting } from '../factories/job-posting.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import type { TestApp } from '../support/app.js';
import type { ListScenario } from './scenario.js';

const POSTING = `id title state employerName freeSeats pay { min { amount } period } validThrough isBookmarked
  region { name } occupation { name } educationLevel { name } organisation { name standing }
  requirements { kind label isRequired } audience { rule colleges { name } } latestReview { state dueAt }
  history { transition occurredAt } viewerCan { update submit review }`;

/** Postings of one enterprise, each with a requirement. */
async function postings(
  app: TestApp,
  rows: number,
  organisation: { readonly id: string; readonly name: string },
  state: 'PUBLISHED' | 'IN_REVIEW' = 'PUBLISHED',
): Promise<TestJobPosting[]> {
  const made: TestJobPosting[] = [];
  for (let i = 0; i < rows; i += 1)
    made.push(await createJobPosting(app, { organisation, state, skills: ['电工'] }));
  return made;
}

export const scenarios: ListScenario[] = [
  {
    field: 'jobPostings',
    query: `query { jobPostings(first: 50) { totalCount nodes { ${POSTING} } } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      await postings(app, rows, enterprise);
      return { as: enterprise.recruiter };
    },
  },
  {
    field: 'bookmarkedJobPostings',
    query: `query { bookmarkedJobPostings(first: 50) { totalCount nodes { ${POSTING} } } }`,
    async prepare(app, rows) {
      const person = await createAccount(app);
      const enterprise = await createEnterpriseWithRecruiter(app);
      const made = await postings(app, rows, enterprise);
      await app.get(UnitOfWork).db.jobPostingBookmark.createMany({
        data: made.map(({ id }) => ({ accountId: person.account.id, jobPostingId: id })),
      });
      return { as: person };
    },
  },
  {
    field: 'jobPostingReviewQueue',
    query: `query { jobPostingReviewQueue(first: 50) { totalCount
      nodes { id state dueAt findings { ruleId } jobPosting { ${POSTING} } } } }`,
    async prepare(app, rows) {
      const bureau = await createBureauWithOfficer(app);
      const enterprise = await createEnterpriseWithRecruiter(app);
      const made = await postings(app, rows, enterprise, 'IN_REVIEW');
      await app.get(UnitOfWork).db.jobPostingReview.createMany({
        data: made.map(({ id }) => ({
          id: app.get(Ids).next(),
          jobPostingId: id,
          postingVersion: 2,
          wordingEdition: '2026-11',
          dueAt: app.get(Clock).now(),
        })),
      });
      return { as: bureau.officer };
    },
  },
  {
    field: 'jobPostingReportQueue',
    query: `query { jobPostingReportQueue(first: 50) { totalCount
      nodes { id reason statement jobPosting { title } organisation { name } } } }`,
    async prepare(app, rows) {
      const bureau = await createBureauWithOfficer(app);
      await reports(app, rows, (await createAccount(app)).account.id);
      return { as: bureau.officer };
    },
  },
  {
    field: 'myJobPostingReports',
    query: `query { myJobPostingReports(first: 50) { totalCount
      nodes { id reason remark jobPosting { title } organisation { name } } } }`,
    async prepare(app, rows) {
      const person = await createAccount(app);
      await reports(app, rows, person.account.id);
      return { as: person };
    },
  },
  {
    field: 'jobPostingQuestions',
    query: `query ($id: ID!) { jobPostingQuestions(jobPostingId: $id, first: 50) { totalCount
      nodes { id question answer isMine } } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      const [posting] = await postings(app, 1, enterprise);
      const id = posting?.id ?? '';
      await app.get(UnitOfWork).db.jobPostingQuestion.createMany({
        data: Array.from({ length: rows }, () => ({
          id: app.get(Ids).next(),
          jobPostingId: id,
          question: '请问有夜班吗？',
          answer: '没有。',
          askedAt: app.get(Clock).now(),
        })),
      });
      return { variables: { id } };
    },
  },
  {
    field: 'jobPostingImports',
    query: `query ($id: ID!) { jobPostingImports(organisationId: $id, first: 50) {
      nodes { id state fileName rowCount createdCount refusedCount } } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      for (let i = 0; i < rows; i += 1) await importOf(app, enterprise.id, 1);
      return { as: enterprise.recruiter, variables: { id: enterprise.id } };
    },
  },
  {
    field: 'jobPostingImportIssues',
    query: `query ($id: ID!) { jobPostingImportIssues(importId: $id, first: 50) { nodes { line field reason } } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      const id = await importOf(app, enterprise.id, rows);
      return { as: enterprise.recruiter, variables: { id } };
    },
  },
];

async function reports(app: TestApp, rows: number, reportedBy: string): Promise<void> {
  const enterprise = await createEnterpriseWithRecruiter(app);
  const made = await postings(app, rows, enterprise);
  await app.get(UnitOfWork).db.jobPostingReport.createMany({
    data: made.map(({ id }) => ({
      id: app.get(Ids).next(),
      jobPostingId: id,
      reason: 'FEES' as const,
      statement: '要求先交服装费。',
      reportedBy,
      dueAt: app.get(Clock).now(),
    })),
  });
}

async function importOf(app: TestApp, organisationId: string, issues: number): Promise<string> {
  const id = app.get(Ids).next();
  const { db } = app.get(UnitOfWork);
  await db.postingImport.create({
    data: {
      id,
      organisationId,
      format: 'template',
      sourceName: 'template',
      fileName: '岗位.csv',
      state: 'PREVIEWED',
      startedAt: app.get(Clock).now(),
    },
  });
  await db.postingImportIssue.createMany({
    data: Array.from({ length: issues }, (_, i) => ({
      id: app.get(Ids).next(),
      importId: id,
      line: i + 2,
      field: 'headcount',
      reason: 'INPUT_MALFORMED',
      refusesRow: true,
    })),
  });
  return id;
}
