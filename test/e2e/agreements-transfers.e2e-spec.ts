import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { ApplicationsModule } from '../../src/modules/applications/index.js';
import { createApplication, type ApplicationOptions } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { createProfile, type TestProfile } from '../factories/profile.factory.js';
import { REGION, regionId } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { act, CREATE } from './agreements.support.js';
import { keyed } from './applications.support.js';
import { NOW } from './job-postings.support.js';

const OBLIGATIONS = `query ($id: ID!) { agreement(id: $id) { obligations {
  proof delivered records { kind happenedOn label } } } }`;
const TEXT = {
  title: '劳务协作协议',
  terms: '双方成批输送、接收劳动者，并保障其权益。',
  startsOn: '2026-12-01',
  endsOn: '2027-11-30',
};
type Bureau = Awaited<ReturnType<typeof createBureauWithOfficer>>;
interface Party {
  readonly role: string;
  readonly organisationId: string;
}

let app: TestApp;
let sending: Bureau;
let receiving: Bureau;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule, ApplicationsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  sending = await createBureauWithOfficer(app, { regionCode: REGION.tongren });
  receiving = await createBureauWithOfficer(app, { regionCode: REGION.suzhou });
});
afterAll(() => app.close());

/** Each party in the list owes ten people; on return its term has begun. */
const agree = async (kind: string, parties: readonly Party[], owers: readonly number[]) => {
  const obligations = owers.map((partyPosition) => ({
    ...{ partyPosition, metric: 'PEOPLE_TRANSFERRED', quantity: 10, dueOn: '2027-06-30' },
  }));
  const input = keyed({
    ...{ organisationId: receiving.id, kind, parties },
    content: { ...TEXT, obligations },
  });
  const { agreement, userErrors } = await act(app, CREATE, input, receiving.officer);
  expect(userErrors).toEqual([]);
  app.clock.set('2026-12-02T10:00:00+08:00');
  return agreement.id;
};
const cooperation = (more: readonly Party[] = [], owers: readonly number[] = [1]) =>
  agree(
    'LABOUR_COOPERATION',
    [
      { role: 'SENDING_BUREAU', organisationId: sending.id },
      { role: 'HR_BUREAU', organisationId: receiving.id },
      ...more,
    ],
    owers,
  );
const obligationsOf = async (id: string) => {
  const { data } = await app.gql(OBLIGATIONS, { id }, { as: receiving.officer });
  return (data.agreement as { obligations: { proof: string; delivered: number }[] }).obligations;
};
const deliveredIn = async (id: string) =>
  (await obligationsOf(id)).map(({ delivered }) => delivered);
const from = (regionCode: string): Promise<TestProfile> => createProfile(app, { regionCode });
/** Somebody accepts work there. */
const goes = async (
  applicant: TestProfile,
  options: { readonly regionCode?: string; readonly posting?: ApplicationOptions['posting'] } = {},
) => {
  const { regionCode = REGION.wuzhong } = options;
  const posting = options.posting ?? (await createJobPosting(app, { regionCode, title: '焊工' }));
  return createApplication(app, { applicant, posting, state: 'ACCEPTED' });
};
const run = (statement: string, values: unknown[] = []) =>
  app.database.pool.query(statement, values);

describe('people transferred under a labour cooperation', () => {
  it('are those of the sending region who accepted work in the receiving one within the term, each once', async () => {
    const id = await cooperation();
    const person = await from(REGION.tongren);
    await goes(person);
    await goes(person);
    await goes(await from(REGION.wuzhong));
    await goes(await from(REGION.guizhou));
    await goes(await from(REGION.tongren), { regionCode: REGION.guizhou });
    expect(await obligationsOf(id)).toEqual([
      {
        proof: 'RECORDS',
        delivered: 1,
        records: [{ kind: 'TRANSFER', happenedOn: '2026-12-02', label: '焊工' }],
      },
    ]);
  });

  it('do not change when the person moves or the posting is moved', async () => {
    const id = await cooperation();
    await goes(await from(REGION.tongren));
    const settled = await from(REGION.wuzhong);
    await goes(settled);
    await run('update job_seeker_profiles set home_region_id = $1 where id <> $2', [
      regionId(REGION.suzhou),
      settled.id,
    ]);
    await run('update job_seeker_profiles set home_region_id = $1 where id = $2', [
      regionId(REGION.tongren),
      settled.id,
    ]);
    await run('update job_postings set region_id = $1', [regionId(REGION.tongren)]);
    expect(await deliveredIn(id)).toEqual([1]);
  });

  it('leave out who accepted before the term', async () => {
    const id = await cooperation();
    app.clock.set('2026-11-30T23:59:00+08:00');
    await goes(await from(REGION.tongren));
    app.clock.set('2026-12-01T00:01:00+08:00');
    await goes(await from(REGION.tongren));
    expect(await obligationsOf(id)).toMatchObject([
      { delivered: 1, records: [{ happenedOn: '2026-12-01' }] },
    ]);
  });

  it.each([
    ['an internship', `update offers set engagement_type = 'internship'`],
    ['who did not start', `update applications set state = 'not_started'`],
    ['who closed the account', `update applications set snapshot = '{}'`],
    ['an offer without a known place', `update offers set region_id = null`],
  ])('leave out %s', async (_, statement) => {
    const id = await cooperation();
    await goes(await from(REGION.tongren));
    expect(await deliveredIn(id)).toEqual([1]);
    await run(statement);
    expect(await deliveredIn(id)).toEqual([0]);
  });

  it('count for the bureau they come from or go to, and all of them for the base', async () => {
    const second = await createBureauWithOfficer(app, { regionCode: '522300' });
    const base = await createOrganisation(app, { kind: 'LABOUR_BASE' });
    const id = await cooperation(
      [
        { role: 'SENDING_BUREAU', organisationId: second.id },
        { role: 'LABOUR_BASE', organisationId: base.id },
      ],
      [1, 2, 3, 4],
    );
    await goes(await from(REGION.tongren));
    await goes(await from(REGION.tongren));
    await goes(await from('522300'));
    const { data } = await app.gql(
      `query ($id: ID!) { agreement(id: $id) { parties { position role organisation { id } } obligations { partyPosition delivered } } }`,
      { id },
      { as: receiving.officer },
    );
    const { parties, obligations } = data.agreement as {
      parties: { position: number; organisation: { id: string } }[];
      obligations: { partyPosition: number; delivered: number }[];
    };
    const done = (organisationId: string) => {
      const at = parties.find(({ organisation }) => organisation.id === organisationId)?.position;
      return obligations.find(({ partyPosition }) => partyPosition === at)?.delivered;
    };
    expect([sending, second, receiving, base].map((one) => done(one.id))).toEqual([2, 1, 3, 3]);
  });
});

describe('people transferred under an accreditation', () => {
  const accredit = (organisationId: string) =>
    agree(
      'BASE_ACCREDITATION',
      [
        { role: 'HR_BUREAU', organisationId: receiving.id },
        { role: 'BASE', organisationId },
      ],
      [2],
    );

  it('come from the region of a labour base', async () => {
    const base = await createOrganisation(app, {
      kind: 'LABOUR_BASE',
      regionCode: REGION.tongren,
    });
    const id = await accredit(base.id);
    await goes(await from(REGION.tongren));
    await goes(await from('522300'));
    expect(await deliveredIn(id)).toEqual([1]);
  });

  it('go to an enterprise that is the base, wherever it has them work', async () => {
    const base = await createEnterpriseWithRecruiter(app, { regionCode: REGION.wuzhong });
    const id = await accredit(base.id);
    const at = (regionCode: string) =>
      createJobPosting(app, { organisation: base, regionCode, title: '装配工' });
    await goes(await from(REGION.industrialPark), { posting: await at(REGION.guizhou) });
    await goes(await from(REGION.wuzhong), { posting: await at(REGION.wuzhong) });
    await goes(await from(REGION.industrialPark));
    expect(await deliveredIn(id)).toEqual([1]);
  });
});
