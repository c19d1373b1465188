import { ANONYMOUS, type Actor } from '../../../src/core/auth/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import {
  JobPostingAudiences,
  JobPostingReader,
  JobPostingsModule,
} from '../../../src/modules/job-postings/index.js';
import { createAccount, type TestAccount } from '../../factories/account.factory.js';
import { createAffiliation } from '../../factories/affiliation.factory.js';
import {
  addDays,
  createJobPosting,
  type JobPostingOptions,
} from '../../factories/job-posting.factory.js';
import {
  createCollegeWithClerk,
  createOrganisation,
} from '../../factories/organisation.factory.js';
import { REGION, regionId } from '../../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
let reader: JobPostingReader;

beforeAll(async () => {
  app = await createTestApp({ modules: [JobPostingsModule] });
  reader = app.get(JobPostingReader);
});
beforeEach(async () => {
  app.clock.set('2026-11-23T10:00:00+08:00');
  await app.database.truncateAll();
});
afterAll(() => app.close());

const person = ({ account }: TestAccount): Actor => ({
  ...ANONYMOUS,
  kind: 'ACCOUNT',
  accountId: account.id,
});

describe('what is open', () => {
  it.each<[string, JobPostingOptions, boolean]>([
    ['a published one', {}, true],
    ['an external one without a validity', { publication: 'EXTERNAL', validThrough: null }, true],
    ['one on its last day', { validThrough: '2026-11-23' }, true],
    ['one past its last day', { validThrough: '2026-11-22' }, false],
    ['a full one', { headcount: 2, filledCount: 2 }, false],
    ['a paused one', { state: 'PAUSED' }, false],
    ['one in review', { state: 'IN_REVIEW' }, false],
    ['a draft', { state: 'DRAFT' }, false],
    ['a closed one', { state: 'CLOSED' }, false],
  ])('%s', async (_, options, isOpen) => {
    const { id } = await createJobPosting(app, options);
    const expected = isOpen ? [id] : [];
    expect((await reader.findOpen(ANONYMOUS, [id])).map((p) => p.id)).toEqual(expected);
    expect((await reader.findMany(ANONYMOUS, [id])).map((p) => p.id)).toEqual(expected);
    expect((await reader.documents({ ids: [id] })).map((d) => d.id)).toEqual(expected);
    expect((await reader.matchFeatures({ ids: [id] })).map((d) => d.jobPostingId)).toEqual(
      expected,
    );
  });

  it.each(['UNVERIFIED', 'LAPSED', 'SUSPENDED'] as const)(
    'nothing of an organisation that is %s',
    async (standing) => {
      const organisation = await createOrganisation(app, { standing });
      const { id } = await createJobPosting(app, { organisation });
      expect(await reader.findOpen(ANONYMOUS, [id])).toEqual([]);
      expect(await reader.documents({ ids: [id] })).toEqual([]);
    },
  );
});

describe('the audience', () => {
  it('lets confirmed students of the partner college in, and the college itself', async () => {
    const college = await createCollegeWithClerk(app);
    const other = await createCollegeWithClerk(app);
    const until = '2026-11-25';
    const only = await createJobPosting(app, {
      audience: { rule: 'PARTNERS_ONLY', collegeIds: [college.id] },
    });
    const first = await createJobPosting(app, {
      audience: { rule: 'PARTNERS_FIRST', collegeIds: [college.id], until },
    });
    const student = await createAccount(app);
    const claimant = await createAccount(app);
    const elsewhere = await createAccount(app);
    await createAffiliation(app, { collegeId: college.id, student });
    await createAffiliation(app, { collegeId: college.id, student: claimant, state: 'CLAIMED' });
    await createAffiliation(app, { collegeId: other.id, student: elsewhere });
    const ids = [only.id, first.id];
    const open = async (actor: Actor) => (await reader.findOpen(actor, ids)).map((p) => p.id);

    expect(await open(person(student))).toEqual(ids);
    for (const actor of [ANONYMOUS, person(claimant), person(elsewhere)])
      expect(await open(actor)).toEqual([]);
    const clerk: Actor = {
      ...person(college.clerk),
      grants: [
        {
          organisationId: college.id,
          organisationKind: 'COLLEGE',
          role: 'OFFICER',
          isInGoodStanding: true,
          regionId: null,
        },
      ],
    };
    expect(await open(clerk)).toEqual(ids);
    await expect(
      reader.requireOpenForApplications(person(elsewhere), only.id),
    ).rejects.toMatchObject({ code: 'REQUEST_NOT_FOUND' });
    expect((await reader.requireOpenForApplications(person(student), only.id)).id).toBe(only.id);
    const [features] = await reader.matchFeatures({ ids: [first.id] });
    expect(features?.audienceCollegeIds).toEqual([college.id]);

    app.clock.set('2026-11-25T23:59:59+08:00');
    expect(await open(ANONYMOUS)).toEqual([]);
    app.clock.set('2026-11-26T00:00:00+08:00');
    expect(await open(ANONYMOUS)).toEqual([first.id]);
    const [later] = await reader.matchFeatures({ ids: [first.id] });
    expect(later?.audienceCollegeIds).toBeNull();
  });

  it('is opened within the caller’s unit of work, and an end makes nothing public', async () => {
    const college = await createCollegeWithClerk(app);
    const student = await createAccount(app);
    await createAffiliation(app, { collegeId: college.id, student });
    const { id } = await createJobPosting(app);
    const audiences = app.get(JobPostingAudiences);
    const inUnit = (work: () => Promise<void>) => app.get(UnitOfWork).run(work);
    const collegeIds = [college.id];

    await expect(
      inUnit(() => audiences.open(id, { rule: 'PARTNERS_ONLY', collegeIds: [] })),
    ).rejects.toMatchObject({ code: 'JOB_POSTING_AUDIENCE_EMPTY' });
    for (const until of [null, '2026-11-22'])
      await expect(
        inUnit(() => audiences.open(id, { rule: 'PARTNERS_FIRST', collegeIds, until })),
      ).rejects.toMatchObject({ code: 'JOB_POSTING_AUDIENCE_UNTIL' });
    await expect(audiences.open(id, { rule: 'EVERYONE', collegeIds: [] })).rejects.toThrow(
      /unit of work/,
    );
    expect((await app.database.pool.query('select 1 from outbox_events')).rows).toEqual([]);

    await inUnit(() => audiences.open(id, { rule: 'PARTNERS_ONLY', collegeIds }));
    expect(await reader.findOpen(ANONYMOUS, [id])).toEqual([]);
    expect(await reader.findOpen(person(student), [id])).toHaveLength(1);
    await inUnit(() => audiences.withdraw(id, collegeIds));
    expect(await reader.findOpen(person(student), [id])).toEqual([]);
    expect(await reader.findOpen(ANONYMOUS, [id])).toEqual([]);
    await inUnit(() => audiences.open(id, { rule: 'EVERYONE', collegeIds: [] }));
    expect(await reader.findOpen(ANONYMOUS, [id])).toHaveLength(1);
    const { rows } = await app.database.pool.query('select name from outbox_events');
    expect(rows).toEqual(Array(3).fill({ name: 'jobPostings.jobPostingChanged' }));
  });
});

describe('applying', () => {
  it.each<[string, JobPostingOptions, string]>([
    ['an external one', { publication: 'EXTERNAL' }, 'JOB_POSTING_EXTERNAL'],
    ['a closed one', { state: 'CLOSED' }, 'JOB_POSTING_NOT_OPEN'],
    ['a paused one', { state: 'PAUSED' }, 'JOB_POSTING_NOT_OPEN'],
    ['a full one', { headcount: 1, filledCount: 1 }, 'JOB_POSTING_NOT_OPEN'],
    ['a draft', { state: 'DRAFT' }, 'REQUEST_NOT_FOUND'],
  ])('to %s is refused', async (_, options, code) => {
    const { id } = await createJobPosting(app, options);
    await expect(reader.requireOpenForApplications(ANONYMOUS, id)).rejects.toMatchObject({ code });
  });
});

describe('rows for other modules', () => {
  it('say what a document of the index holds', async () => {
    const { id, organisationId } = await createJobPosting(app, {
      title: '焊工',
      headcount: 4,
      filledCount: 1,
      educationLevelCode: '40',
      educationRank: 40,
      experienceYearsMin: 2,
      payMinFen: 30_000n,
      payMaxFen: 40_000n,
      payPeriod: 'DAY',
      skills: [{ name: '氩弧焊', isRequired: true }, '识图'],
    });
    const regionPath = [
      regionId(REGION.jiangsu),
      regionId(REGION.suzhou),
      regionId(REGION.wuzhong),
    ];
    expect(await reader.documents({ ids: [id] })).toEqual([
      expect.objectContaining({
        id,
        organisationId,
        organisationKind: 'ENTERPRISE',
        title: '焊工',
        regionPath,
        headcount: 4,
        freeSeats: 3,
        monthlyPayMinFen: 652_500,
        monthlyPayMaxFen: 870_000,
        educationRank: 40,
        skills: ['氩弧焊', '识图'],
        validThrough: addDays('2026-11-23', 60),
        audienceRule: 'EVERYONE',
        audienceCollegeIds: [],
      }),
    ]);
    expect(await reader.matchFeatures({ ids: [id] })).toEqual([
      {
        jobPostingId: id,
        organisationId,
        employer: organisationId,
        title: '焊工',
        occupationCode: null,
        regionPath,
        payMinFen: 652_500,
        payMaxFen: 870_000,
        skills: [
          { name: '氩弧焊', isRequired: true, weight: 5 },
          { name: '识图', isRequired: false, weight: 5 },
        ],
        requiredCertificates: [],
        skillLevel: null,
        majorCodes: [],
        bookmarkCount: 0,
        educationRank: 40,
        experienceYears: 2,
        startsOn: null,
        freeSeats: 3,
        audienceCollegeIds: null,
      },
    ]);
  });

  it('come in batches by id, each open posting once', async () => {
    const organisation = await createOrganisation(app);
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      const state = i === 3 ? 'PAUSED' : 'PUBLISHED';
      const { id } = await createJobPosting(app, { organisation, state });
      if (state === 'PUBLISHED') ids.push(id);
    }
    const walked: string[] = [];
    let after: string | null = null;
    for (;;) {
      const batch: { id: string }[] = await reader.documents({ after, limit: 4 });
      walked.push(...batch.map(({ id }) => id));
      after = batch.at(-1)?.id ?? null;
      if (batch.length < 4) break;
    }
    expect(walked).toEqual(ids);
    expect(await reader.publishedIdsOf(organisation.id)).toEqual(ids);
  });
});
