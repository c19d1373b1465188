import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createBureauWithOfficer, createOrganisation } from '../factories/organisation.factory.js';
import { REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { NOBODY, EDIT, ORGANISATION, LIST } from './organisations.support.js';

describe('the directory of organisations', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(() => {
    app.clock.set('2026-11-22T10:00:00+08:00');
  });
  afterAll(() => app.close());

  const edit = (as: TestAccount | null, id: string, changes: object, version?: number) =>
    app.gql(EDIT, { input: { id, changes, version } }, { as });

  describe('the public page', () => {
    it('shows label, licence, region and standing, and keeps the contact to those concerned', async () => {
      const { id, administrator } = await createOrganisation(app, { kind: 'HR_AGENCY' });
      const bureau = await createBureauWithOfficer(app);
      const elsewhere = await createBureauWithOfficer(app, { regionCode: REGION.guizhou });
      await edit(administrator, id, { contact: { phone: '13812341234' } });
      const PAGE = `query ($id: ID!) { organisation(id: $id) {
        accountClass hrServiceLicence standing region { code } industry { code } college { code } contact { phone }
        viewerCan { edit manageMembers seeInternals suspend reinstate } } }`;
      const page = async (as: TestAccount | null): Promise<unknown> =>
        (await app.gql(PAGE, { id }, { as })).data.organisation;
      const nothing = {
        edit: false,
        manageMembers: false,
        seeInternals: false,
        suspend: false,
        reinstate: false,
      };
      expect(await page(null)).toEqual({
        accountClass: 'OPERATING_AGENCY',
        hrServiceLicence: '（苏）人服证字〔2026〕第0512000001号',
        standing: 'VERIFIED',
        region: { code: REGION.wuzhong },
        industry: null,
        college: null,
        contact: null,
        viewerCan: nothing,
      });
      expect(await page(await createAccount(app))).toMatchObject({
        contact: null,
        viewerCan: nothing,
      });
      expect(await page(elsewhere.officer)).toMatchObject({ contact: null, viewerCan: nothing });
      expect(await page(administrator)).toMatchObject({
        contact: { phone: '13812341234' },
        viewerCan: { ...nothing, edit: true, manageMembers: true, seeInternals: true },
      });
      expect(await page(bureau.officer)).toMatchObject({
        contact: { phone: '13812341234' },
        viewerCan: { ...nothing, seeInternals: true, suspend: true },
      });
    });

    it('of an organisation nobody verified is there for its people and the bureau in charge only', async () => {
      const { id, name, administrator } = await createOrganisation(app, { standing: 'UNVERIFIED' });
      const bureau = await createBureauWithOfficer(app);
      const elsewhere = await createBureauWithOfficer(app, { regionCode: REGION.guizhou });
      const lapsed = await createBureauWithOfficer(app, { standing: 'LAPSED' });
      const found = async (as: TestAccount | null): Promise<unknown> =>
        (await app.gql(ORGANISATION, { id }, { as })).data.organisation;
      const unknown = await app.gql(ORGANISATION, { id: NOBODY });
      for (const as of [null, await createAccount(app), elsewhere.officer, lapsed.officer]) {
        const answer = await app.gql(ORGANISATION, { id }, { as });
        expect({ data: answer.data, errors: answer.errors }).toEqual({
          data: unknown.data,
          errors: undefined,
        });
      }
      const page = { id, name, standing: 'UNVERIFIED' };
      expect(await found(administrator)).toEqual(page);
      expect(await found(bureau.officer)).toEqual(page);
      expect(await found(await createAccount(app, { isAdministrator: true }))).toEqual(page);
    });

    it('shows the lapse at its very moment', async () => {
      const verifiedUntil = new Date('2026-12-01T00:00:00+08:00');
      const { id } = await createOrganisation(app, { verifiedUntil });
      const standing = async (): Promise<unknown> =>
        (await app.gql(ORGANISATION, { id })).data.organisation.standing;
      app.clock.set(new Date(verifiedUntil.getTime() - 1));
      expect(await standing()).toBe('VERIFIED');
      app.clock.set(verifiedUntil);
      expect(await standing()).toBe('LAPSED');
    });
  });

  describe('the list', () => {
    const names = async (variables: object, as: TestAccount | null = null) => {
      const answer = await app.gql(LIST, variables, { as });
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return (answer.data.organisations.nodes as { name: string }[]).map(({ name }) => name);
    };

    beforeEach(async () => {
      await app.database.truncateAll();
      await createOrganisation(app, { name: '苏州博世电子' });
      app.clock.advance({ minutes: 1 });
      await createOrganisation(app, { name: '安捷物流', regionCode: REGION.industrialPark });
      app.clock.advance({ minutes: 1 });
      await createOrganisation(app, {
        name: '铜仁职业技术学院',
        kind: 'COLLEGE',
        regionCode: REGION.tongren,
        standing: 'LAPSED',
      });
      await createOrganisation(app, { name: '无名公司', standing: 'UNVERIFIED' });
    });

    it('is in the order of the names, or the newest first', async () => {
      expect(await names({})).toEqual(['安捷物流', '苏州博世电子', '铜仁职业技术学院']);
      expect(await names({ orderBy: 'NEWEST' })).toEqual([
        '铜仁职业技术学院',
        '安捷物流',
        '苏州博世电子',
      ]);
    });

    it.each([
      ['characters', { text: '博世' }, ['苏州博世电子']],
      ['pinyin', { text: 'anjie' }, ['安捷物流']],
      ['initials', { text: 'szbsdz' }, ['苏州博世电子']],
      ['full width and spaces', { text: ' ＡＮ jie ' }, ['安捷物流']],
      ['a pattern of its own', { text: '%' }, []],
      ['kind', { kinds: ['COLLEGE', 'HR_BUREAU'] }, ['铜仁职业技术学院']],
      ['region and below', { regionCode: REGION.suzhou }, ['安捷物流', '苏州博世电子']],
      ['a region’s former code', { regionCode: REGION.industrialParkFormerly }, ['安捷物流']],
      ['standing', { standings: ['LAPSED'] }, ['铜仁职业技术学院']],
      [
        'everything at once',
        { text: 'wl', kinds: ['ENTERPRISE'], regionCode: REGION.jiangsu, standings: ['VERIFIED'] },
        ['安捷物流'],
      ],
    ])('finds by %s', async (_, filter, expected) => {
      expect(await names({ filter })).toEqual(expected);
    });

    it('never shows more for a filter than without one', async () => {
      const person = await createAccount(app);
      expect(await names({ filter: { standings: ['UNVERIFIED'] } })).toEqual([]);
      expect(await names({ filter: { standings: ['UNVERIFIED'] } }, person)).toEqual([]);
      expect(await names({ filter: { text: '无名' } }, person)).toEqual([]);
    });

    it('goes on from its cursor and counts when asked', async () => {
      const first = await app.gql(LIST, { first: 2 });
      expect(first.data.organisations.totalCount).toBe(3);
      expect(first.data.organisations.pageInfo.hasNextPage).toBe(true);
      const after = first.data.organisations.pageInfo.endCursor;
      expect(await names({ first: 2, after })).toEqual(['铜仁职业技术学院']);
      const other = await app.gql(LIST, { after, orderBy: 'NEWEST' });
      expect(other.errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        reason: 'PAGE_CURSOR_OF_ANOTHER_LIST',
      });
    });

    it('counts a lapse as lapsed at its moment', async () => {
      app.clock.set('2027-06-01T00:00:00+08:00');
      expect(await names({ filter: { standings: ['VERIFIED'] } })).toEqual([]);
      expect(await names({ filter: { standings: ['LAPSED'] } })).toHaveLength(3);
    });

    it.each([
      ['an unknown region', { filter: { regionCode: '999999' } }, 'REFERENCE_UNKNOWN_REGION'],
      ['too many rows', { first: 101 }, 'INPUT_OUT_OF_RANGE'],
      ['a text without end', { filter: { text: 'x'.repeat(51) } }, 'INPUT_TOO_LONG'],
      ['a forged cursor', { after: 'bm90aGluZw' }, 'PAGE_CURSOR_MALFORMED'],
    ])('refuses %s', async (_, variables, reason) => {
      const { status, errors } = await app.gql(LIST, variables);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason });
      expect(status).toBeLessThan(500);
    });
  });
});
