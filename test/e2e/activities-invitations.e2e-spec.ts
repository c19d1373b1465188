import { ActivitiesModule } from '../../src/modules/activities/index.js';
import { AgreementClock } from '../../src/modules/agreements/agreement/agreement-clock.service.js';
import { NotificationsModule } from '../../src/modules/notifications/index.js';
import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  actAt,
  CANCEL,
  codes,
  DECLINE,
  placesAt,
  published,
  REGISTER,
  type Place,
} from './activities.support.js';
import { codesOf } from './agreements-three-parties.support.js';
import { expectUntouched } from './applications.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [ActivitiesModule, NotificationsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  college = await createCollegeWithClerk(app);
  enterprise = await createEnterpriseWithRecruiter(app);
});
afterAll(() => app.close());

const between = (options: AgreementOptions = {}) =>
  createAgreement(app, { college, enterprise, ...options });
const fairForPartners = () => published(app, college.id, college.clerk);
const places = (id: string) => placesAt(app, id, college.clerk);
const only = async (id: string): Promise<Place | undefined> => (await places(id))[0];
const register = (jobFairId: string) =>
  actAt(
    app,
    REGISTER,
    { jobFairId, organisationId: enterprise.id, jobPostingIds: [] },
    enterprise.recruiter,
  );
const course = async (name: string, agreementId: string) => {
  const input =
    name === 'resumeAgreement' ? { agreementId } : { agreementId, reason: '双方另行商议' };
  expect(await codesOf(app, name, input, college.administrator)).toEqual([]);
  await app.settle();
};
/** Kinds of notices about fairs, with whose account each is. */
const told = async (): Promise<string[]> => {
  await app.settle();
  const { rows } = await app.database.pool.query<{ kind: string; account_id: string }>(
    `select kind, account_id from notifications where kind like 'JOB_FAIR%' order by id`,
  );
  const people = new Map([
    [enterprise.administrator.account.id, 'administrator'],
    [enterprise.recruiter.account.id, 'recruiter'],
  ]);
  return rows.map((row) => `${row.kind} ${people.get(row.account_id) ?? 'somebody else'}`).sort();
};

describe('publishing a fair for partners', () => {
  it('invites each partner by an agreement in force once, and tells it', async () => {
    const { id: agreementId } = await between();
    await between({ endsOn: '2026-12-31' });
    await between({ startsOn: '2026-12-01', endsOn: '2027-12-01', state: 'SIGNED' });
    await createAgreement(app, { college, state: 'AWAITING_SIGNATURES' });
    await createAgreement(app);
    const { id } = await fairForPartners();
    expect(await places(id)).toMatchObject([
      {
        state: 'INVITED',
        organisation: { id: enterprise.id },
        agreement: { id: agreementId },
        viewerCan: { register: false, decline: false, leave: false },
      },
    ]);
    expect(await told()).toEqual(['JOB_FAIR_INVITED administrator', 'JOB_FAIR_INVITED recruiter']);
    await expect(
      app.database.pool.query(
        `insert into job_fair_places (id, job_fair_id, organisation_id, state, agreement_id, invited_at, created_at, updated_at)
         select gen_random_uuid(), job_fair_id, organisation_id, state, agreement_id, now(), now(), now() from job_fair_places`,
      ),
    ).rejects.toMatchObject({ constraint: 'uq_job_fair_places_organisation' });
  });

  it('takes answers of the invited: yes, and no with a reason', async () => {
    await between();
    const { id } = await fairForPartners();
    const decline = (reason: string) =>
      actAt(
        app,
        DECLINE,
        { jobFairId: id, organisationId: enterprise.id, reason },
        enterprise.recruiter,
      );
    await expectUntouched(app, async () => {
      expect(codes(await decline(' '))).toEqual([['INPUT_REQUIRED', ['reason']]]);
    });
    expect((await decline('当天另有安排')).place).toMatchObject({ state: 'DECLINED' });
    expect(await only(id)).toMatchObject({ state: 'DECLINED', reason: '当天另有安排' });
    expect((await register(id)).place).toMatchObject({ state: 'REGISTERED', reason: null });
    const input = { jobFairId: id, reason: '场地维修' };
    await actAt(app, CANCEL, input, college.clerk);
    expect(await told()).toEqual([
      'JOB_FAIR_CANCELLED administrator',
      'JOB_FAIR_CANCELLED recruiter',
      'JOB_FAIR_INVITED administrator',
      'JOB_FAIR_INVITED recruiter',
    ]);
  });
});

describe('invitations follow the agreement', () => {
  it('that takes effect while the fair is to come', async () => {
    const { id } = await fairForPartners();
    expect(await places(id)).toEqual([]);
    const agreement = await between({
      state: 'SIGNED',
      startsOn: '2026-12-01',
      endsOn: '2027-12-01',
    });
    app.clock.set('2026-12-01T00:02:00+08:00');
    await app.get(AgreementClock).run(new AbortController().signal);
    await app.settle();
    expect(await places(id)).toMatchObject([
      { state: 'INVITED', agreement: { id: agreement.id }, organisation: { id: enterprise.id } },
    ]);
    expect(await told()).toEqual(['JOB_FAIR_INVITED administrator', 'JOB_FAIR_INVITED recruiter']);
  });

  it('that is suspended and goes on', async () => {
    const { id: agreementId } = await between();
    const { id } = await fairForPartners();
    await course('suspendAgreement', agreementId);
    expect(await only(id)).toMatchObject({
      state: 'WITHDRAWN',
      withdrawnCause: 'AGREEMENT_SUSPENDED',
    });
    await expectUntouched(app, async () => {
      expect(codes(await register(id))).toEqual([
        ['JOB_FAIR_PLACE_NO_AGREEMENT', ['organisationId']],
      ]);
    });
    expect(await placesAt(app, id, enterprise.recruiter)).toMatchObject([
      { withdrawnCause: 'AGREEMENT_SUSPENDED', viewerCan: { register: false } },
    ]);
    await course('resumeAgreement', agreementId);
    expect(await only(id)).toMatchObject({ state: 'INVITED', withdrawnCause: null });
    expect((await register(id)).place).toMatchObject({ state: 'REGISTERED' });
  });

  it('that is terminated: under another one, or no more', async () => {
    const first = await between();
    const second = await between({ endsOn: '2026-12-31' });
    const { id } = await fairForPartners();
    expect(await only(id)).toMatchObject({ agreement: { id: first.id } });
    await course('terminateAgreement', first.id);
    expect(await only(id)).toMatchObject({ state: 'INVITED', agreement: { id: second.id } });
    await course('terminateAgreement', second.id);
    expect(await only(id)).toMatchObject({
      state: 'WITHDRAWN',
      withdrawnCause: 'AGREEMENT_TERMINATED',
    });
    expect(await told()).toEqual(['JOB_FAIR_INVITED administrator', 'JOB_FAIR_INVITED recruiter']);
  });

  it('that expires', async () => {
    await between({ startsOn: '2026-01-01', endsOn: '2026-11-30' });
    const { id } = await fairForPartners();
    app.clock.set('2026-12-01T00:02:00+08:00');
    await app.get(AgreementClock).run(new AbortController().signal);
    await app.settle();
    expect(await only(id)).toMatchObject({
      state: 'WITHDRAWN',
      withdrawnCause: 'AGREEMENT_EXPIRED',
    });
  });

  it('but who comes keeps the place', async () => {
    const { id: agreementId } = await between();
    const { id } = await fairForPartners();
    await register(id);
    await course('terminateAgreement', agreementId);
    expect(await only(id)).toMatchObject({ state: 'REGISTERED' });
    expect((await register(id)).userErrors).toEqual([]);
  });
});
