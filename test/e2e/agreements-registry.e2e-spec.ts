import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import { createAccount } from '../factories/account.factory.js';
import {
  createBureauWithOfficer,
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
  createOrganisation,
  type TestOrganisation,
} from '../factories/organisation.factory.js';
import { REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { NOBODY, NOW } from './job-postings.support.js';

const ENTRY = `id agreementNumber kind { code } subKindName state title startsOn endsOn signedAt isOwn
  parties { position roleName name province { code } }`;
const LIST = `query ($organisationId: ID!, $filter: AgreementRegistryFilter, $orderBy: AgreementRegistryOrder, $first: Int = 20, $after: String) {
  agreementRegistry(organisationId: $organisationId, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { ${ENTRY} } pageInfo { hasNextPage endCursor } } }`;
const COUNT = 'province { code } kind { code } year signed inForce ended partners';
const COUNTS = `query ($organisationId: ID!, $filter: AgreementRegistryFilter) {
  agreementRegistryCounts(organisationId: $organisationId, filter: $filter) {
    total { ${COUNT} } byProvince { ${COUNT} parts { ${COUNT} } } byKind { ${COUNT} } byYear { ${COUNT} } } }`;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly isOwn: boolean;
  readonly signedAt: string | null;
  readonly parties: readonly {
    readonly name: string;
    readonly province: { code: string } | null;
  }[];
}
interface Count {
  readonly province: { readonly code: string } | null;
  readonly kind: { readonly code: string } | null;
  readonly year: number | null;
  readonly signed: number;
  readonly inForce: number;
  readonly ended: number;
  readonly partners: number;
}
type Counts = Readonly<Record<'byKind' | 'byYear', Count[]>> & {
  readonly byProvince: readonly (Count & { readonly parts: readonly Count[] })[];
  readonly total: Count;
};

let app: TestApp;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;
let bureau: Awaited<ReturnType<typeof createBureauWithOfficer>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  college = await createCollegeWithClerk(app);
  bureau = await createBureauWithOfficer(app);
});
afterAll(() => app.close());

const at = (regionCode: string): Promise<TestOrganisation> =>
  createOrganisation(app, { regionCode });
const make = (options: AgreementOptions = {}) => createAgreement(app, { college, ...options });
async function madeOn(day: string, options: AgreementOptions): Promise<string> {
  app.clock.set(new Date(`${day}T08:00:00+08:00`));
  const { id } = await make({ startsOn: day, ...options });
  app.clock.set(NOW);
  return id;
}
async function list(
  as: As,
  organisationId: string,
  variables: object = {},
): Promise<{
  totalCount: number;
  nodes: Entry[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
} | null> {
  const { data, errors } = await app.gql(LIST, { organisationId, ...variables }, { as });
  if (errors) throw new Error(JSON.stringify(errors.map(({ extensions }) => extensions)));
  return data.agreementRegistry as Awaited<ReturnType<typeof list>>;
}
const titles = async (filter: object, more: object = {}): Promise<string[]> =>
  (await list(college.clerk, college.id, { filter, ...more }))?.nodes.map(({ title }) => title) ??
  [];
async function counts(as: As, organisationId: string, filter: object = {}): Promise<Counts> {
  const { data, errors } = await app.gql(COUNTS, { organisationId, filter }, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.agreementRegistryCounts as Counts;
}
/** `province kind year: signed inForce ended partners`, without what is not told apart. */
const shown = ({ province, kind, year, signed, inForce, ended, partners }: Count): string =>
  [
    [province?.code, kind?.code, year].filter((part) => (part ?? null) !== null).join(' '),
    [signed, inForce, ended, partners].join(' '),
  ].join(': ');

describe('the register', () => {
  it('has the agreements of an organisation, with parties, provinces and when all had signed', async () => {
    const enterprise = await at(REGION.tongren);
    const { id } = await make({ enterprise, endsOn: '2027-11-22' });
    await make({ state: 'DRAFT', title: '他人草稿' });
    await createAgreement(app, {});
    const page = await list(college.clerk, college.id);
    expect(page).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          id,
          kind: { code: 'SCHOOL_ENTERPRISE' },
          subKindName: 'Order class',
          state: 'EFFECTIVE',
          endsOn: '2027-11-22',
          isOwn: true,
          parties: [
            { position: 1, roleName: 'College', name: college.name, province: { code: '320000' } },
            { position: 2, name: enterprise.name, province: { code: REGION.guizhou } },
          ],
        },
      ],
    });
    expect(new Date(page?.nodes[0]?.signedAt ?? '')).toEqual(new Date(NOW));
  });

  it('is narrowed by kind, form, state, province, year, end and text', async () => {
    const guizhou = await at(REGION.tongren);
    await madeOn('2024-12-31', { title: '甲', enterprise: guizhou, endsOn: '2030-01-01' });
    await madeOn('2025-01-01', { title: '乙%', endsOn: '2026-12-31' });
    await make({ title: '丙', state: 'AWAITING_SIGNATURES', endsOn: '2026-12-01' });
    expect(await titles({})).toEqual(['丙', '乙%', '甲']);
    expect(await titles({ kinds: ['SCHOOL_ENTERPRISE'] })).toHaveLength(3);
    expect(await titles({ kinds: ['TRIPARTITE_INTERNSHIP'] })).toEqual([]);
    expect(await titles({ subKinds: ['TRAINING_BASE'] })).toEqual([]);
    expect(await titles({ subKinds: ['ORDER_CLASS'] })).toHaveLength(3);
    expect(await titles({ states: ['AWAITING_SIGNATURES'] })).toEqual(['丙']);
    expect(await titles({ provinceCode: REGION.guizhou })).toEqual(['甲']);
    expect(await titles({ provinceCode: '320000' })).toHaveLength(3);
    expect(await titles({ signedIn: 2024 })).toEqual(['甲']);
    expect(await titles({ signedIn: 2025 })).toEqual(['乙%']);
    expect(await titles({ endsWithinDays: 60 })).toEqual(['乙%']);
    expect(await titles({ endsWithinDays: 5 })).toEqual([]);
    expect(await titles({ text: '%' })).toEqual(['乙%']);
    expect(await titles({ text: guizhou.name })).toEqual(['甲']);
    expect(await titles({ text: 'xq-2024' })).toEqual(['甲']);
    expect(await titles({}, { orderBy: 'ENDING_FIRST' })).toEqual(['丙', '乙%', '甲']);
  });

  it('goes on after a cursor in either order', async () => {
    for (const endsOn of ['2028-01-01', '2027-01-01', '2029-01-01'])
      await make({ title: endsOn, endsOn });
    for (const [orderBy, expected] of [
      ['NEWEST', ['2029-01-01', '2027-01-01', '2028-01-01']],
      ['ENDING_FIRST', ['2027-01-01', '2028-01-01', '2029-01-01']],
    ] as const) {
      const first = await list(college.clerk, college.id, { orderBy, first: 2 });
      const after = first?.pageInfo.endCursor;
      const rest = await list(college.clerk, college.id, { orderBy, first: 2, after });
      const all = [...(first?.nodes ?? []), ...(rest?.nodes ?? [])].map(({ title }) => title);
      expect(all).toEqual(expected);
      expect(rest?.pageInfo.hasNextPage).toBe(false);
    }
  });

  it.each([
    [{ kinds: ['NO_SUCH'] }, 'AGREEMENT_KIND_UNKNOWN', 'kinds'],
    [{ subKinds: ['NO_SUCH'] }, 'AGREEMENT_SUB_KIND_UNKNOWN', 'subKinds'],
    [{ provinceCode: '320500' }, 'AGREEMENT_REGISTRY_NOT_A_PROVINCE', 'provinceCode'],
    [{ provinceCode: '999999' }, 'REFERENCE_UNKNOWN_REGION', 'provinceCode'],
    [{ signedIn: 1999 }, 'INPUT_OUT_OF_RANGE', 'signedIn'],
    [{ endsWithinDays: -1 }, 'INPUT_OUT_OF_RANGE', 'endsWithinDays'],
    [{ text: '协'.repeat(101) }, 'INPUT_TOO_LONG', 'text'],
  ])('refuses %j', async (filter, reason, field) => {
    const variables = { organisationId: college.id, filter };
    const { errors } = await app.gql(LIST, variables, { as: college.clerk });
    expect(errors?.[0]?.extensions).toMatchObject({ reason, field: ['filter', field] });
  });
});

describe('who sees what', () => {
  it('shows a bureau what organisations of its region put forward, and no one else’s drafts', async () => {
    const guizhou = await at(REGION.tongren);
    const college2 = await createOrganisation(app, { kind: 'COLLEGE', regionCode: REGION.tongren });
    await make({ title: '生效', enterprise: guizhou });
    await make({ title: '待签', state: 'AWAITING_SIGNATURES' });
    for (const state of ['DRAFT', 'NEGOTIATING', 'IN_REVIEW', 'CANCELLED'] as const)
      await make({ state });
    await createAgreement(app, { title: '外地', enterprise: guizhou, college: college2 });
    const page = await list(bureau.officer, bureau.id);
    expect(page?.nodes.map(({ title }) => title)).toEqual(['待签', '生效']);
    expect(page?.nodes.map(({ isOwn }) => isOwn)).toEqual([false, false]);
    const paused = await createBureauWithOfficer(app, { standing: 'SUSPENDED' });
    expect(await list(paused.officer, paused.id)).toMatchObject({ totalCount: 0 });
  });

  it('hides the names of persons from a bureau, also from its search', async () => {
    const enterprise = await createEnterpriseWithRecruiter(app);
    const student = await createAccount(app);
    await make({ enterprise, student, state: 'AWAITING_SIGNATURES', title: '欧阳晓雨实习协议' });
    const own = await list(enterprise.recruiter, enterprise.id, { filter: { text: '欧阳晓' } });
    expect(own?.nodes).toMatchObject([
      { title: '欧阳晓雨实习协议', parties: [{}, {}, { name: '欧阳晓雨', province: null }] },
    ]);
    expect((await list(bureau.officer, bureau.id))?.nodes).toMatchObject([
      { title: 'Tripartite internship agreement', parties: [{}, {}, { name: '欧***' }] },
    ]);
    expect(await list(bureau.officer, bureau.id, { filter: { text: '欧阳' } })).toMatchObject({
      totalCount: 0,
    });
  });

  it('answers null of organisations that are not one’s own', async () => {
    expect(await list(college.clerk, bureau.id)).toBeNull();
    expect(await list(college.clerk, NOBODY)).toBeNull();
    expect(await counts(college.clerk, bureau.id)).toBeNull();
    const { errors } = await app.gql(LIST, { organisationId: college.id }, {});
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('the counts', () => {
  it('are those of the records, by province, kind and year', async () => {
    const guizhou = await at(REGION.tongren);
    const suzhou = await at(REGION.wuzhong);
    const kunshan = await at('320583');
    await madeOn('2024-12-31', { enterprise: guizhou, endsOn: '2030-01-01' });
    await madeOn('2025-01-01', { enterprise: guizhou, endsOn: '2025-12-31', state: 'EXPIRED' });
    await madeOn('2025-06-01', { enterprise: suzhou, endsOn: '2030-01-01' });
    const employment = await madeOn('2025-07-01', { enterprise: kunshan, endsOn: '2030-01-01' });
    await madeOn('2026-03-01', { enterprise: suzhou, state: 'TERMINATED', endsOn: '2030-01-01' });
    // Still written as in force although its last day is over, and signed for a time to come.
    await madeOn('2026-04-01', { enterprise: suzhou, endsOn: '2026-05-01' });
    await make({ enterprise: suzhou, state: 'SIGNED', startsOn: '2027-01-01' });
    await make({ enterprise: suzhou, state: 'AWAITING_SIGNATURES' });
    await app.database.pool.query(
      `update agreements set kind = 'BASE_ACCREDITATION' where id = $1`,
      [employment],
    );
    const { total, byProvince, byKind, byYear } = await counts(college.clerk, college.id);
    expect(shown(total)).toBe(': 7 3 3 3');
    expect(byProvince.map(shown)).toEqual(['320000: 7 3 3 2', '520000: 2 1 1 1']);
    expect(byKind.map(shown)).toEqual([
      'SCHOOL_ENTERPRISE: 6 2 3 2',
      'BASE_ACCREDITATION: 1 1 0 1',
    ]);
    expect(byYear.map(shown)).toEqual(['2026: 3 0 2 1', '2025: 3 2 1 3', '2024: 1 1 0 1']);
    expect(byProvince.map(({ parts }) => parts.map(shown).sort())).toEqual([
      [
        '320000 BASE_ACCREDITATION 2025: 1 1 0 1',
        '320000 SCHOOL_ENTERPRISE 2024: 1 1 0 0',
        '320000 SCHOOL_ENTERPRISE 2025: 2 1 1 1',
        '320000 SCHOOL_ENTERPRISE 2026: 3 0 2 1',
      ],
      ['520000 SCHOOL_ENTERPRISE 2024: 1 1 0 1', '520000 SCHOOL_ENTERPRISE 2025: 1 0 1 1'],
    ]);
    const ofBureau = await counts(bureau.officer, bureau.id, { signedIn: 2025 });
    expect(ofBureau.byProvince.map(shown)).toEqual(['320000: 3 2 1 3', '520000: 1 0 1 1']);
    expect((await counts(college.clerk, college.id, { text: '没有' })).total.signed).toBe(0);
  });
});
