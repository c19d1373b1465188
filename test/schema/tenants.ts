import { randomUUID } from 'node:crypto';
import { Clock, Ids } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createApplication, createInterview } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { uploadFile } from '../factories/stored-file.factory.js';
import { NO_REPORT } from '../support/allocation-report.js';
import { createFairs } from './activity-tenants.js';
import { createAgreements, createCeremonies } from './agreement-tenants.js';
import type { TestApp } from '../support/app.js';

/**
 * A region with everybody in it and one record of every kind, all connected with each other and with nobody outside:
 * to the people of another such region its records are those of another tenant.
 */
export interface Tenant {
  readonly people: Readonly<Record<string, TestAccount>>;
  /** Ids by kind, as the walker names them: `application`, `draftPosting`. */
  readonly records: Readonly<Record<string, string>>;
}

export async function createTenant(app: TestApp, regionCode: string): Promise<Tenant> {
  const enterprise = await createEnterpriseWithRecruiter(app, { regionCode });
  const unverified = await createOrganisation(app, { regionCode, standing: 'UNVERIFIED' });
  const suspended = await createOrganisation(app, { regionCode, standing: 'SUSPENDED' });
  const college = await createOrganisation(app, { regionCode, kind: 'COLLEGE' });
  const bureau = await createBureauWithOfficer(app, { regionCode });
  const people = {
    administrator: enterprise.administrator,
    recruiter: enterprise.recruiter,
    newcomer: unverified.administrator,
    collegeAdministrator: college.administrator,
    officer: bureau.officer,
    seeker: await createAccount(app),
    student: await createAccount(app),
  };
  const organisations = {
    organisation: enterprise.id,
    unverifiedOrganisation: unverified.id,
    suspendedOrganisation: suspended.id,
    college: college.id,
    account: people.seeker.account.id,
    session: people.seeker.sessionId,
  };
  const records = {
    ...organisations,
    ...(await createPostings(app, organisations, people, regionCode)),
    ...(await createHiring(app, enterprise, people, regionCode)),
    ...(await createAgreements(app, { college, enterprise }, people)),
    ...(await createFairs(app, { college, enterprise }, regionCode)),
    ...(await createRoster(app, college.id, people)),
    ...(await createPapers(app, organisations, people)),
    bureau: bureau.id,
    ...(await createCeremonies(app, bureau, { college, enterprise })),
    allocationRun: await createAllocationRun(app, bureau.id),
    allocationAssignment: await createSeat(app, bureau.id, people.seeker),
  };
  return { people, records };
}

async function createAllocationRun(app: TestApp, bureauId: string): Promise<string> {
  const { id } = await app.get(UnitOfWork).db.allocationRun.create({
    data: { bureauId, mode: 'STABLE', seed: 'fair', isWholeRegion: true },
    select: { id: true },
  });
  return id;
}

/** A seat of a committed allocation, for the person. */
async function createSeat(app: TestApp, bureauId: string, seeker: TestAccount): Promise<string> {
  const { db } = app.get(UnitOfWork);
  const allocationRunId = await createAllocationRun(app, bureauId);
  const profile = await db.jobSeekerProfile.findFirstOrThrow({
    where: { accountId: seeker.account.id },
  });
  const part = { allocationRunId, profileId: profile.id };
  const seat = { allocationRunId, jobPostingId: (await createJobPosting(app)).id };
  await db.allocationRunPosting.create({ data: { ...seat, seats: 1 } });
  await db.allocationRunPerson.create({ data: { ...part, wishedJobPostingIds: [], scores: [] } });
  const { id } = await db.allocationRunAssignment.create({
    data: { ...part, ...seat, rank: 1, score: 500 },
  });
  for (const state of ['RUNNING', 'PREVIEWED', 'COMMITTED'] as const) {
    await db.allocationRun.update({
      where: { id: allocationRunId },
      data: { state, report: NO_REPORT },
    });
  }
  return id;
}

type Records = Record<string, string>;
type People = Record<
  'administrator' | 'recruiter' | 'newcomer' | 'collegeAdministrator' | 'seeker' | 'student',
  TestAccount
>;

async function createPostings(
  app: TestApp,
  { organisation }: { readonly organisation: string },
  { recruiter, seeker }: People,
  regionCode: string,
): Promise<Records> {
  const ids = app.get(Ids);
  const { db } = app.get(UnitOfWork);
  const of = { organisation: { id: organisation }, regionCode };
  const dueAt = app.get(Clock).now();
  const draft = await createJobPosting(app, { ...of, state: 'DRAFT' });
  const inReview = await createJobPosting(app, { ...of, state: 'IN_REVIEW' });
  const paused = await createJobPosting(app, { ...of, state: 'PAUSED' });
  const closed = await createJobPosting(app, { ...of, state: 'CLOSED' });
  const external = await createJobPosting(app, {
    regionCode,
    publication: 'EXTERNAL',
    organisation: null,
    sourceId: randomUUID(),
  });
  const [review, question, report, jobPostingImport] = [
    ids.next(),
    ids.next(),
    ids.next(),
    ids.next(),
  ];
  await db.jobPostingReview.create({
    data: {
      id: review,
      jobPostingId: inReview.id,
      postingVersion: 2,
      wordingEdition: '2026-11',
      dueAt,
    },
  });
  await db.jobPostingQuestion.create({
    data: { id: question, jobPostingId: inReview.id, question: '请问有夜班吗？', askedAt: dueAt },
  });
  await db.jobPostingReport.create({
    data: {
      id: report,
      jobPostingId: inReview.id,
      reason: 'FEES',
      statement: '要求先交服装费。',
      reportedBy: seeker.account.id,
      dueAt,
    },
  });
  await db.postingImport.create({
    data: {
      id: jobPostingImport,
      organisationId: organisation,
      storedFileId: await upload(app, recruiter, 'jobPostingTable'),
      format: 'template',
      sourceName: 'template',
      fileName: '岗位.csv',
      state: 'PREVIEWED',
      startedAt: dueAt,
    },
  });
  return {
    draftPosting: draft.id,
    postingInReview: inReview.id,
    pausedPosting: paused.id,
    closedPosting: closed.id,
    externalPosting: external.id,
    review,
    question,
    report,
    jobPostingImport,
  };
}

async function createHiring(
  app: TestApp,
  organisation: { readonly id: string },
  { seeker, student }: People,
  regionCode: string,
): Promise<Records> {
  const { pool } = app.database;
  const posting = await createJobPosting(app, { organisation, regionCode, headcount: 30 });
  const applicant = await createProfile(app, {
    person: seeker,
    visibility: 'EMPLOYERS_I_APPLY_TO',
  });
  const other = await createProfile(app, { person: student, visibility: 'EMPLOYERS_I_APPLY_TO' });
  const offered = await createApplication(app, { posting, applicant, state: 'OFFERED' });
  const submitted = await createApplication(app, { posting, applicant: other });
  const interview = await createInterview(app, submitted);
  const { rows } = await pool.query<{ id: string }>(
    `insert into recommendations (id, profile_id, job_posting_id, score, terms, rank, computed_at)
     values (uuidv7(), $1, $2, 500, '[]', 1, now()) returning id`,
    [applicant.id, posting.id],
  );
  const { rows: dismissals } = await pool.query<{ id: string }>(
    `insert into recommendation_dismissals (id, profile_id, job_posting_id, dismissed_at)
     values (uuidv7(), $1, $2, now()) returning id`,
    [applicant.id, (await createJobPosting(app, { organisation, regionCode })).id],
  );
  const portfolioFile = await upload(app, seeker, 'portfolioFile');
  await pool.query(
    `insert into portfolio_files (profile_id, file_id, title) values ($1, $2, '证书')`,
    [applicant.id, portfolioFile],
  );
  return {
    jobPosting: posting.id,
    application: submitted.id,
    offeredApplication: offered.id,
    offer: offered.offerId,
    interview,
    jobSeekerProfile: applicant.id,
    findableProfile: (await createProfile(app)).id,
    recommendation: rows[0]?.id ?? '',
    dismissedRecommendation: dismissals[0]?.id ?? '',
    portfolioFile,
    newPortfolioFile: await upload(app, seeker, 'portfolioFile'),
  };
}

async function createRoster(
  app: TestApp,
  collegeId: string,
  { student, collegeAdministrator }: People,
): Promise<Records> {
  const affiliation = await createAffiliation(app, { collegeId, student, state: 'CLAIMED' });
  const file = await upload(app, collegeAdministrator, 'studentRoster');
  const { rows } = await app.database.pool.query<{ id: string }>(
    `insert into roster_imports (id, college_id, file_id) values (uuidv7(), $1, $2) returning id`,
    [collegeId, file],
  );
  return {
    affiliation: affiliation.id,
    rosterImport: rows[0]?.id ?? '',
    rosterFile: await upload(app, collegeAdministrator, 'studentRoster'),
  };
}

async function createPapers(
  app: TestApp,
  {
    organisation,
    unverifiedOrganisation,
  }: Record<'organisation' | 'unverifiedOrganisation', string>,
  { administrator, recruiter, newcomer, seeker }: People,
): Promise<Records> {
  const { pool } = app.database;
  const one = async (text: string, values: unknown[]): Promise<string> =>
    (await pool.query<{ id: string }>(text, values)).rows[0]?.id ?? '';
  const invitation = await app.gql(
    `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { invitation { id } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        organisationId: organisation,
        contact: newcomer.contacts[0],
        role: 'VIEWER',
      },
    },
    { as: administrator },
  );
  return {
    invitation: String(invitation.data.inviteMember.invitation.id),
    member: await one(
      `select id from organisation_members where organisation_id = $1 and account_id = $2`,
      [organisation, recruiter.account.id],
    ),
    verification: await one(
      `insert into organisation_verifications
        (id, organisation_id, state, requirements_edition, submitted_by, submitted_at, due_on, updated_at)
       values (uuidv7(), $1, 'submitted', '2026-01', $2, now(), '2099-01-01', now()) returning id`,
      [unverifiedOrganisation, administrator.account.id],
    ),
    apiKey: await one(
      `insert into api_keys (id, organisation_id, name, token_hash, token_prefix, scopes, created_by, created_at, expires_at)
       values (uuidv7(), $1, 'x', gen_random_uuid()::text, 'gqk_', '{X}', $2, now(), now() + interval '1 day') returning id`,
      [organisation, administrator.account.id],
    ),
    notification: await one(
      `insert into notifications (id, event_id, account_id, kind, params, position, created_at)
       values (uuidv7(), uuidv7(), $1, 'RECOMMENDATIONS_CHANGED', '{}', 1, now()) returning id`,
      [seeker.account.id],
    ),
    evidenceFile: await upload(app, newcomer, 'organisationEvidence'),
    tableFile: await upload(app, recruiter, 'jobPostingTable'),
  };
}

const PICTURE = {
  fileName: '证照.png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
} as const;

const FILES = {
  portfolioFile: PICTURE,
  studentRoster: { fileName: '名册.csv', bytes: Buffer.from('学号,姓名\n1,甲\n') },
  jobPostingTable: { fileName: '岗位.csv', bytes: Buffer.from('岗位名称\n焊工\n') },
  organisationEvidence: PICTURE,
} as const;

function upload(app: TestApp, as: TestAccount, purpose: keyof typeof FILES): Promise<string> {
  return uploadFile(app, as, { purpose, ...FILES[purpose] });
}
