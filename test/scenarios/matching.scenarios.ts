import { MatchingService } from '../../src/modules/matching/index.js';
import type { TestApp } from '../support/app.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { createAccount } from '../factories/account.factory.js';
import { NO_REPORT } from '../support/allocation-report.js';
import type { ListScenario } from './scenario.js';

const NODES = `nodes { id score rank profileId computedAt jobPosting { id title organisation { name } }
  reasons { name points maximum evidence missing } }`;

const SEATS = `nodes { id profileId rank score jobPosting { id title organisation { name } } }`;

export const scenarios: ListScenario[] = [
  {
    field: 'myRecommendations',
    query: `query { myRecommendations(first: 50) { ${NODES} } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      for (let made = 0; made < rows; made += 1) {
        await createJobPosting(app, { organisation: enterprise, title: `焊工${made}号` });
      }
      const person = await createAccount(app);
      await createProfile(app, { person, intentions: [{ title: '焊工' }] });
      await app.get(MatchingService).matchEverybody();
      return { as: person };
    },
  },
  {
    field: 'myDismissals',
    query: `query { myDismissals(first: 50) { nodes { id reason dismissedAt
      jobPosting { id title organisation { name } } } } }`,
    async prepare(app, rows) {
      const person = await createAccount(app);
      const profile = await createProfile(app, { person });
      for (let made = 0; made < rows; made += 1) {
        const posting = await createJobPosting(app);
        await app.get(UnitOfWork).db.recommendationDismissal.create({
          data: {
            id: posting.id,
            profileId: profile.id,
            jobPostingId: posting.id,
            reason: 'PAY',
            dismissedAt: app.clock.now(),
          },
        });
      }
      return { as: person };
    },
  },
  {
    field: 'recommendedCandidates',
    query: `query ($id: ID!) { recommendedCandidates(jobPostingId: $id, first: 50) { ${NODES} } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      const posting = await createJobPosting(app, {
        organisation: enterprise,
        title: '焊工',
        headcount: 30,
      });
      for (let made = 0; made < rows; made += 1) {
        await createProfile(app, { intentions: [{ title: '焊工' }] });
      }
      await app.get(MatchingService).matchEverybody();
      return { as: enterprise.recruiter, variables: { id: posting.id } };
    },
  },
  {
    field: 'allocationRuns',
    query: `query ($id: ID!) { allocationRuns(bureauId: $id, first: 50) { nodes { id state mode seed
      collegeId collegeMaximum isWholeRegion peopleCount createdAt report { assignedCount } } } }`,
    async prepare(app, rows) {
      const bureau = await createBureauWithOfficer(app);
      for (let made = 0; made < rows; made += 1) await createRun(app, bureau.id);
      return { as: bureau.officer, variables: { id: bureau.id } };
    },
  },
  {
    field: 'allocationAssignments',
    query: `query ($id: ID!) { allocationAssignments(allocationRunId: $id, first: 50) { ${SEATS} } }`,
    async prepare(app, rows) {
      const bureau = await createBureauWithOfficer(app);
      const allocationRunId = await createRun(app, bureau.id);
      for (let made = 0; made < rows; made += 1) await assign(app, allocationRunId);
      return { as: bureau.officer, variables: { id: allocationRunId } };
    },
  },
  {
    field: 'allocationPostings',
    query: `query ($id: ID!) { allocationPostings(allocationRunId: $id, first: 50) { nodes {
      seatCount givenCount declinedCount freeCount jobPosting { title employerName } } } }`,
    async prepare(app, rows) {
      const bureau = await createBureauWithOfficer(app);
      const allocationRunId = await createRun(app, bureau.id);
      for (let made = 0; made < rows; made += 1) await assign(app, allocationRunId);
      return { as: bureau.officer, variables: { id: allocationRunId } };
    },
  },
  {
    field: 'allocationPeople',
    query: `query ($id: ID!) { allocationPeople(bureauId: $id, first: 50) { nodes {
      id maskedName headline wishedTitles studies } } }`,
    async prepare(app, rows) {
      const bureau = await createBureauWithOfficer(app);
      for (let made = 0; made < rows; made += 1) await createProfile(app);
      return { as: bureau.officer, variables: { id: bureau.id } };
    },
  },
  {
    field: 'myInvitations',
    query: `query { myInvitations(first: 50) { nodes { id invitedAt
      jobPosting { title employerName invitedAt } } } }`,
    async prepare(app, rows) {
      const person = await createAccount(app);
      const { id: profileId } = await createProfile(app, { person });
      const { id: organisationId } = await createEnterpriseWithRecruiter(app);
      for (let made = 0; made < rows; made += 1) {
        const { id: jobPostingId } = await createJobPosting(app);
        await app.get(UnitOfWork).db.candidateInvitation.create({
          data: { jobPostingId, profileId, organisationId, invitedAt: app.clock.now() },
        });
      }
      return { as: person };
    },
  },
  {
    field: 'myAllocations',
    query: `query { myAllocations(first: 50) { ${SEATS} } }`,
    async prepare(app, rows) {
      const bureau = await createBureauWithOfficer(app);
      const person = await createAccount(app);
      const { id: profileId } = await createProfile(app, { person });
      for (let made = 0; made < rows; made += 1) {
        await assign(app, await createRun(app, bureau.id), { profileId });
      }
      await commitAll(app);
      return { as: person };
    },
  },
  {
    field: 'allocatedCandidates',
    query: `query ($id: ID!) { allocatedCandidates(jobPostingId: $id, first: 50) { ${SEATS} } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      const bureau = await createBureauWithOfficer(app);
      const posting = await createJobPosting(app, { organisation: enterprise });
      const allocationRunId = await createRun(app, bureau.id);
      for (let made = 0; made < rows; made += 1) {
        await assign(app, allocationRunId, { jobPostingId: posting.id });
      }
      await commitAll(app);
      return { as: enterprise.recruiter, variables: { id: posting.id } };
    },
  },
];

async function createRun(app: TestApp, bureauId: string): Promise<string> {
  const { id } = await app.get(UnitOfWork).db.allocationRun.create({
    data: { bureauId, mode: 'STABLE', seed: 'fair', isWholeRegion: true },
    select: { id: true },
  });
  return id;
}

/** A seat of an allocation, with the person and the posting it needs. */
async function assign(
  app: TestApp,
  allocationRunId: string,
  given: { readonly profileId?: string; readonly jobPostingId?: string } = {},
): Promise<void> {
  const { db } = app.get(UnitOfWork);
  const profileId = given.profileId ?? (await createProfile(app)).id;
  const jobPostingId = given.jobPostingId ?? (await createJobPosting(app)).id;
  const posting = { allocationRunId, jobPostingId };
  await db.allocationRunPosting.createMany({
    data: [{ ...posting, seats: 50 }],
    skipDuplicates: true,
  });
  await db.allocationRunPerson.create({
    data: { allocationRunId, profileId, wishedJobPostingIds: [jobPostingId], scores: [500] },
  });
  await db.allocationRunAssignment.create({
    data: { ...posting, profileId, rank: 1, score: 500 },
  });
}

async function commitAll(app: TestApp): Promise<void> {
  for (const state of ['running', 'previewed', 'committed']) {
    await app.database.pool.query(
      `update allocation_runs set report = coalesce(report, '${JSON.stringify(NO_REPORT)}'::jsonb),
         state = $1::allocation_run_state`,
      [state],
    );
  }
}
