import { randomUUID } from 'node:crypto';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
  createOrganisation,
  newCreditCode,
} from '../factories/organisation.factory.js';
import { COLLEGE, REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  EDIT,
  eventsOf,
  expectNoTrace,
  HISTORY,
  LIST,
  NOBODY,
  ORGANISATION,
  refusalsOf,
  refusedWith,
  REGISTER,
  REGISTER_BUREAU,
  registration,
  REINSTATE,
  SUSPEND,
} from './organisations.support.js';

const NOT_FOUND = 'REQUEST_NOT_FOUND';

describe('organisations', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-22T10:00:00+08:00');
    await app.database.truncateAll();
  });
  afterAll(() => app.close());

  const register = (as: TestAccount | null, changes: object = {}) =>
    app.gql(REGISTER, { input: registration(changes) }, { as });
  const edit = (as: TestAccount | null, id: string, changes: object, version?: number) =>
    app.gql(EDIT, { input: { id, changes, version } }, { as });

  describe('registering', () => {
    it('makes the caller administrator of an unverified organisation', async () => {
      const person = await createAccount(app);
      const { data } = await register(person, {
        unifiedSocialCreditCode: ' ９1350100ｍ000100y43 ',
        contact: { name: '王经理', phone: '0512-65281234', email: 'hr@example.org' },
      });
      expect(data.registerOrganisation).toEqual({
        organisation: {
          id: expect.any(String) as string,
          kind: 'ENTERPRISE',
          name: '苏州精密制造有限公司',
          unifiedSocialCreditCode: '91350100M000100Y43',
          standing: 'UNVERIFIED',
          accountClass: 'OWN_HIRING',
          version: 1,
        },
        userErrors: [],
      });
      const { id } = data.registerOrganisation.organisation;
      const me = await app.gql(
        `{ me { organisations { role organisation { id viewerCan { edit suspend } } } } }`,
        {},
        { as: person },
      );
      expect(me.data.me.organisations).toEqual([
        { role: 'ADMINISTRATOR', organisation: { id, viewerCan: { edit: true, suspend: false } } },
      ]);
      expect((await eventsOf(app, id)).map(({ name }) => name)).toEqual([
        'organisations.organisationRegistered',
        'organisations.memberJoined',
      ]);
      const { rows } = await app.database.pool.query(
        'select contact_phone_sealed, contact_email_sealed from organisations',
      );
      expect(JSON.stringify(rows)).not.toMatch(/65281234|example\.org/);
    });

    it('answers the same request once more with the same organisation', async () => {
      const person = await createAccount(app);
      const input = registration();
      const first = await app.gql(REGISTER, { input }, { as: person });
      const again = await app.gql(REGISTER, { input }, { as: person });
      expect(again.data).toEqual(first.data);
      const other = await app.gql(
        REGISTER,
        { input: { ...input, name: '另一家公司' } },
        { as: person },
      );
      expect(refusalsOf(other, 'registerOrganisation')).toEqual([
        { code: 'REQUEST_IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] },
      ]);
      const { rowCount } = await app.database.pool.query('select from organisations');
      expect(rowCount).toBe(1);
    });

    it('tells whoever comes second how to be invited, and nothing about the first', async () => {
      const first = await createEnterpriseWithRecruiter(app);
      const person = await createAccount(app);
      const answer = await expectNoTrace(app, () =>
        register(person, { unifiedSocialCreditCode: first.unifiedSocialCreditCode.toLowerCase() }),
      );
      expect(answer.data.registerOrganisation).toEqual({
        organisation: null,
        userErrors: [
          {
            code: 'ORGANISATION_CODE_TAKEN',
            field: ['unifiedSocialCreditCode'],
            message:
              'An organisation with this code is registered already. Ask its administrator to invite you; if you do not know who that is, turn to the bureau in charge',
          },
        ],
      });
    });

    it('lets one of two who register the same code at once have it', async () => {
      const people = [await createAccount(app), await createAccount(app)];
      const unifiedSocialCreditCode = newCreditCode();
      const answers = await Promise.all(
        people.map((person) => register(person, { unifiedSocialCreditCode })),
      );
      const codes = answers.map(
        (answer) => refusalsOf(answer, 'registerOrganisation')[0]?.code ?? 'done',
      );
      expect(codes.sort()).toEqual(['ORGANISATION_CODE_TAKEN', 'done']);
      expect((await app.database.pool.query('select from organisations')).rowCount).toBe(1);
    });

    it.each([
      [
        'a wrong check digit',
        { unifiedSocialCreditCode: '91350100M000100Y44' },
        'ORGANISATION_CODE_CHECK_DIGIT',
        'unifiedSocialCreditCode',
      ],
      [
        'a code too short',
        { unifiedSocialCreditCode: '91350100M' },
        'ORGANISATION_CODE_MALFORMED',
        'unifiedSocialCreditCode',
      ],
      ['an unknown region', { regionCode: '999999' }, 'REFERENCE_UNKNOWN_REGION', 'regionCode'],
      ['an unknown industry', { industryCode: 'ZZ' }, 'REFERENCE_UNKNOWN_INDUSTRY', 'industryCode'],
      [
        'an unknown college',
        { kind: 'COLLEGE', collegeCode: '0000000000' },
        'REFERENCE_UNKNOWN_COLLEGE',
        'collegeCode',
      ],
      [
        'a college code of an enterprise',
        { collegeCode: COLLEGE.suzhouHealth },
        'ORGANISATION_COLLEGE_NOT_FOR_KIND',
        'collegeCode',
      ],
      [
        'a class its kind cannot have',
        { accountClass: 'OPERATING_AGENCY' },
        'ORGANISATION_CLASS_NOT_FOR_KIND',
        'accountClass',
      ],
      [
        'an agency without a licence',
        { kind: 'HR_AGENCY' },
        'ORGANISATION_LICENCE_REQUIRED',
        'hrServiceLicence',
      ],
      ['a name of one character', { name: ' 甲 ' }, 'INPUT_TOO_SHORT', 'name'],
      ['a name of marks only', { name: '……' }, 'INPUT_MALFORMED', 'name'],
      ['a control character', { name: '甲\u0007公司' }, 'INPUT_CONTROL_CHARACTERS', 'name'],
      ['a name without end', { name: '甲'.repeat(101) }, 'INPUT_TOO_LONG', 'name'],
      ['a script as web address', { website: 'javascript:alert(1)' }, 'INPUT_MALFORMED', 'website'],
      [
        'an intake upside down',
        { annualGraduateIntakeMin: 9, annualGraduateIntakeMax: 3 },
        'ORGANISATION_INTAKE_UPSIDE_DOWN',
        'annualGraduateIntakeMax',
      ],
      [
        'an absurd intake',
        { annualGraduateIntakeMax: 2_000_000 },
        'INPUT_OUT_OF_RANGE',
        'annualGraduateIntakeMax',
      ],
      ['an empty key', { idempotencyKey: '' }, 'INPUT_REQUIRED', 'idempotencyKey'],
    ])('refuses %s and leaves no trace', async (_, changes, code, field) => {
      const person = await createAccount(app);
      const answer = await expectNoTrace(app, () => register(person, changes));
      expect(refusalsOf(answer, 'registerOrganisation')).toEqual([{ code, field: [field] }]);
    });

    it('refuses a malformed telephone and names the whole path', async () => {
      const person = await createAccount(app);
      const answer = await expectNoTrace(app, () =>
        register(person, { contact: { phone: 'call me' } }),
      );
      expect(refusalsOf(answer, 'registerOrganisation')).toEqual([
        { code: 'INPUT_MALFORMED', field: ['contact', 'phone'] },
      ]);
    });

    it('refuses the eleventh within a day, until the day is over', async () => {
      const person = await createAccount(app);
      for (let i = 0; i < 10; i++)
        expect(refusalsOf(await register(person), 'registerOrganisation')).toEqual([]);
      expect(refusalsOf(await register(person), 'registerOrganisation')).toEqual([
        { code: 'REQUEST_RATE_LIMITED', field: null },
      ]);
      app.clock.advance({ days: 1, minutes: 1 });
      expect(refusalsOf(await register(person), 'registerOrganisation')).toEqual([]);
    });

    it('refuses whoever is not signed in', async () => {
      const answer = await expectNoTrace(app, () => register(null));
      expect(refusedWith(answer)).toBe('UNAUTHENTICATED');
    });
  });

  describe('editing', () => {
    it('changes what is given, keeps the rest, and keeps the verification', async () => {
      const { id, administrator } = await createOrganisation(app, { name: '甲公司' });
      const changes = {
        address: ' 枫桥路 1 号 ',
        website: 'https://example.org',
        industryCode: 'C',
        contact: { name: '李工' },
      };
      const { data } = await edit(administrator, id, changes, 1);
      expect(data.editOrganisation.userErrors).toEqual([]);
      expect(data.editOrganisation.organisation).toMatchObject({
        name: '甲公司',
        standing: 'VERIFIED',
        version: 2,
        address: '枫桥路 1 号',
        website: 'https://example.org',
        industry: { code: 'C' },
        contact: { name: '李工', phone: null, email: null },
      });
      const second = await edit(
        administrator,
        id,
        { website: null, contact: { phone: '13812341234' } },
        2,
      );
      expect(second.data.editOrganisation.organisation).toMatchObject({
        address: '枫桥路 1 号',
        website: null,
        contact: { name: '李工', phone: '13812341234', email: null },
      });
      expect((await eventsOf(app, id)).map(({ payload }) => payload.fields)).toEqual([
        ['address', 'industryCode', 'website', 'contact'],
        ['website', 'contact'],
      ]);
    });

    it.each([
      ['the name', { name: '乙公司' }, 'name'],
      ['the region', { regionCode: REGION.industrialPark }, 'regionId'],
      ['the code', { unifiedSocialCreditCode: '91350100M000100Y43' }, 'unifiedSocialCreditCode'],
      ['the licence', { hrServiceLicence: '新证 1 号' }, 'hrServiceLicence'],
    ])(
      'sends a verified organisation back to be checked when %s changes',
      async (_, changes, field) => {
        const { id, administrator } = await createOrganisation(app);
        const { data } = await edit(administrator, id, changes);
        expect(data.editOrganisation.userErrors).toEqual([]);
        expect(data.editOrganisation.organisation).toMatchObject({
          standing: 'UNVERIFIED',
          verifiedUntil: null,
        });
        expect(await eventsOf(app, id)).toEqual([
          {
            name: 'organisations.standingChanged',
            payload: { organisationId: id, standing: 'UNVERIFIED', previous: 'VERIFIED' },
          },
          {
            name: 'organisations.organisationEdited',
            payload: { organisationId: id, fields: [field] },
          },
        ]);
        const history = await app.gql(HISTORY, { id }, { as: administrator });
        expect(history.data.organisationHistory.nodes).toMatchObject([
          { change: 'EDITED', changedFields: [field], actor: { id: administrator.account.id } },
          {
            change: 'STANDING_CHANGED',
            fromStanding: 'VERIFIED',
            toStanding: 'UNVERIFIED',
            reasonCode: 'MATERIAL_CHANGE',
          },
        ]);
        expect((await app.gql(ORGANISATION, { id })).data.organisation).toBeNull();
      },
    );

    it('does not let a suspended organisation come back verified under another name', async () => {
      const officer = await createBureauWithOfficer(app);
      const { id, administrator } = await createOrganisation(app, {
        standing: 'SUSPENDED',
        verifiedUntil: new Date('2027-03-01T00:00:00+08:00'),
      });
      const edited = await edit(administrator, id, { name: '换个名字公司' });
      expect(edited.data.editOrganisation.organisation).toMatchObject({
        standing: 'SUSPENDED',
        verifiedUntil: null,
      });
      const back = await app.gql(
        REINSTATE,
        { input: { organisationId: id, text: '问题已改正' } },
        { as: officer.officer },
      );
      expect(back.data.reinstateOrganisation.organisation).toEqual({ id, standing: 'UNVERIFIED' });
    });

    it('writes nothing when nothing differs', async () => {
      const { id, administrator, name } = await createOrganisation(app);
      await app.gql(EDIT, { input: { id, changes: { name } } }, { as: administrator });
      expect(await eventsOf(app, id)).toEqual([]);
      const { rows } = await app.database.pool.query(
        'select version from organisations where id = $1',
        [id],
      );
      expect(rows).toEqual([{ version: 1 }]);
    });

    it.each([
      ['a stale version', {}, 7, 'REQUEST_STALE', ['version']],
      [
        'a wrong check digit',
        { unifiedSocialCreditCode: '91350100M000100Y44' },
        1,
        'ORGANISATION_CODE_CHECK_DIGIT',
        ['changes', 'unifiedSocialCreditCode'],
      ],
      [
        'an unknown region',
        { regionCode: '999999' },
        1,
        'REFERENCE_UNKNOWN_REGION',
        ['changes', 'regionCode'],
      ],
      [
        'a class its kind cannot have',
        { accountClass: 'PUBLIC_SERVICE' },
        1,
        'ORGANISATION_CLASS_NOT_FOR_KIND',
        ['changes', 'accountClass'],
      ],
    ])('refuses %s and changes nothing', async (_, changes, version, code, field) => {
      const { id, administrator } = await createOrganisation(app);
      const answer = await expectNoTrace(app, () => edit(administrator, id, changes, version));
      expect(refusalsOf(answer, 'editOrganisation')).toEqual([{ code, field }]);
    });

    it('refuses the code of somebody else', async () => {
      const { id, administrator } = await createOrganisation(app);
      const other = await createOrganisation(app);
      const { unifiedSocialCreditCode } = other;
      const answer = await expectNoTrace(app, () =>
        edit(administrator, id, { unifiedSocialCreditCode }),
      );
      expect(refusalsOf(answer, 'editOrganisation')).toEqual([
        { code: 'ORGANISATION_CODE_TAKEN', field: ['changes', 'unifiedSocialCreditCode'] },
      ]);
    });

    it('answers for another’s organisation exactly as for none', async () => {
      const own = await createEnterpriseWithRecruiter(app);
      const other = await createOrganisation(app);
      const changes = { address: '别处' };
      await expectNoTrace(app, async () => {
        const foreign = await edit(own.administrator, other.id, changes);
        const unknown = await edit(own.administrator, NOBODY, changes);
        expect(foreign.data).toEqual(unknown.data);
        expect(refusalsOf(foreign, 'editOrganisation')).toEqual([
          { code: NOT_FOUND, field: ['id'] },
        ]);
        const malformed = await edit(own.administrator, 'no-id', changes);
        expect(refusalsOf(malformed, 'editOrganisation')).toEqual([
          { code: 'INPUT_MALFORMED', field: ['id'] },
        ]);
      });
    });

    it('is for administrators only', async () => {
      const { id, recruiter } = await createEnterpriseWithRecruiter(app);
      const changes = { address: '别处' };
      expect(refusedWith(await edit(null, id, changes))).toBe('UNAUTHENTICATED');
      expect(refusedWith(await edit(await createAccount(app), id, changes))).toBe('FORBIDDEN');
      expect(refusedWith(await expectNoTrace(app, () => edit(recruiter, id, changes)))).toBe(
        'FORBIDDEN',
      );
    });
  });

  describe('the public page', () => {
    it('shows label, licence, region and standing, and keeps the contact to those concerned', async () => {
      const { id, administrator } = await createOrganisation(app, { kind: 'HR_AGENCY' });
      const bureau = await createBureauWithOfficer(app);
      const elsewhere = await createBureauWithOfficer(app, { regionCode: REGION.guizhou });
      await edit(administrator, id, { contact: { phone: '13812341234' } });
      const PAGE = `query ($id: ID!) { organisation(id: $id) {
        accountClass hrServiceLicence standing region { code } industry { code } college { code } contact { phone }
        viewerCan { edit manageMembers seeInternals suspend reinstate } } }`;
      const page = async (as: TestAccount | null) =>
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
      const found = async (as: TestAccount | null) =>
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
      const standing = async () => (await app.gql(ORGANISATION, { id })).data.organisation.standing;
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

  describe('a bureau', () => {
    const input = (changes: object = {}) => ({
      idempotencyKey: randomUUID(),
      name: '苏州市人力资源和社会保障局',
      unifiedSocialCreditCode: '11320000MB151840XJ',
      regionCode: REGION.suzhou,
      ...changes,
    });

    it('registered by the platform counts as verified, and can verify at once', async () => {
      const platform = await createAccount(app, { isAdministrator: true });
      const head = await createAccount(app);
      const { data } = await app.gql(
        REGISTER_BUREAU,
        { input: input({ administratorId: head.account.id }) },
        { as: platform },
      );
      expect(data.registerBureau).toEqual({
        organisation: {
          id: expect.any(String) as string,
          kind: 'HR_BUREAU',
          standing: 'VERIFIED',
          verifiedUntil: '2027-05-21T16:00:00.000Z',
          accountClass: 'PUBLIC_SERVICE',
        },
        userErrors: [],
      });
      const { id } = data.registerBureau.organisation;
      expect((await eventsOf(app, id)).map(({ name }) => name)).toEqual([
        'organisations.organisationRegistered',
        'organisations.memberJoined',
        'organisations.standingChanged',
      ]);
      const unverified = await createOrganisation(app, { standing: 'UNVERIFIED' });
      expect(
        (await app.gql(ORGANISATION, { id: unverified.id }, { as: head })).data.organisation.id,
      ).toBe(unverified.id);
    });

    it('is registered by administrators of the platform only, for somebody who exists', async () => {
      const call = (as: TestAccount | null, changes: object = {}) =>
        expectNoTrace(app, () => app.gql(REGISTER_BUREAU, { input: input(changes) }, { as }));
      const bureau = await createBureauWithOfficer(app);
      expect(refusedWith(await call(null))).toBe('UNAUTHENTICATED');
      expect(refusedWith(await call(await createAccount(app)))).toBe('FORBIDDEN');
      expect(refusedWith(await call(bureau.administrator))).toBe('FORBIDDEN');
      const platform = await createAccount(app, { isAdministrator: true });
      expect(
        refusalsOf(await call(platform, { administratorId: NOBODY }), 'registerBureau')[0]?.code,
      ).toBe(NOT_FOUND);
      expect(refusalsOf(await call(platform, { regionCode: '999999' }), 'registerBureau')).toEqual([
        { code: 'REFERENCE_UNKNOWN_REGION', field: ['regionCode'] },
      ]);
    });
  });

  describe('suspending', () => {
    const suspend = (as: TestAccount | null, organisationId: string, changes: object = {}) =>
      app.gql(
        SUSPEND,
        { input: { organisationId, reason: 'FALSE_EVIDENCE', text: '营业执照系伪造', ...changes } },
        { as },
      );
    const reinstate = (as: TestAccount | null, organisationId: string) =>
      app.gql(REINSTATE, { input: { organisationId, text: '问题已改正' } }, { as });

    it('pauses the rights of an organisation, tells why, and ends', async () => {
      const { officer } = await createBureauWithOfficer(app);
      const { id, administrator } = await createEnterpriseWithRecruiter(app);
      expect((await suspend(officer, id)).data.suspendOrganisation).toEqual({
        organisation: { id, standing: 'SUSPENDED' },
        userErrors: [],
      });
      expect(
        refusalsOf(await expectNoTrace(app, () => suspend(officer, id)), 'suspendOrganisation'),
      ).toEqual([{ code: 'ORGANISATION_WRONG_STANDING', field: null }]);
      const history = await app.gql(HISTORY, { id }, { as: administrator });
      expect(history.data.organisationHistory.nodes).toMatchObject([
        {
          change: 'STANDING_CHANGED',
          fromStanding: 'VERIFIED',
          toStanding: 'SUSPENDED',
          reasonCode: 'FALSE_EVIDENCE',
          reasonText: '营业执照系伪造',
        },
      ]);
      expect((await reinstate(officer, id)).data.reinstateOrganisation.organisation).toEqual({
        id,
        standing: 'VERIFIED',
      });
      expect(refusalsOf(await reinstate(officer, id), 'reinstateOrganisation')[0]?.code).toBe(
        'ORGANISATION_WRONG_STANDING',
      );
      expect(
        (await eventsOf(app, id)).map(
          ({ payload }) => `${payload.previous} -> ${payload.standing}`,
        ),
      ).toEqual(['VERIFIED -> SUSPENDED', 'SUSPENDED -> VERIFIED']);
    });

    it('brings an organisation back as lapsed when its verification ended meanwhile', async () => {
      const { officer } = await createBureauWithOfficer(app);
      const { id } = await createOrganisation(app, {
        verifiedUntil: new Date('2026-12-01T00:00:00+08:00'),
      });
      await suspend(officer, id);
      app.clock.set('2026-12-01T00:00:00+08:00');
      expect((await reinstate(officer, id)).data.reinstateOrganisation.organisation).toEqual({
        id,
        standing: 'LAPSED',
      });
    });

    it('is for the bureau in charge: its region or one above, in good standing, never its own', async () => {
      const bureau = await createBureauWithOfficer(app);
      const province = await createBureauWithOfficer(app, { regionCode: REGION.jiangsu });
      const elsewhere = await createBureauWithOfficer(app, { regionCode: REGION.guizhou });
      const lapsed = await createBureauWithOfficer(app, { standing: 'LAPSED' });
      const { id, administrator } = await createEnterpriseWithRecruiter(app);
      await expectNoTrace(app, async () => {
        expect(refusedWith(await suspend(null, id))).toBe('UNAUTHENTICATED');
        expect(refusedWith(await suspend(administrator, id))).toBe('FORBIDDEN');
        expect(refusedWith(await suspend(lapsed.officer, id))).toBe('FORBIDDEN');
        const foreign = await suspend(elsewhere.officer, id);
        const unknown = await suspend(elsewhere.officer, NOBODY);
        expect(foreign.data).toEqual(unknown.data);
        expect(refusalsOf(foreign, 'suspendOrganisation')).toEqual([
          { code: NOT_FOUND, field: ['organisationId'] },
        ]);
        expect(
          refusalsOf(await suspend(bureau.officer, bureau.id), 'suspendOrganisation')[0]?.code,
        ).toBe(NOT_FOUND);
        expect(
          refusalsOf(await suspend(bureau.officer, id, { text: '  无 ' }), 'suspendOrganisation'),
        ).toEqual([{ code: 'INPUT_TOO_SHORT', field: ['text'] }]);
      });
      expect(refusalsOf(await suspend(province.officer, bureau.id), 'suspendOrganisation')).toEqual(
        [],
      );
      expect(refusedWith(await suspend(bureau.officer, id))).toBe('FORBIDDEN');
      expect(refusalsOf(await suspend(province.officer, id), 'suspendOrganisation')).toEqual([]);
    });

    it('is not decided by a member of the organisation', async () => {
      const { officer } = await createBureauWithOfficer(app);
      const { id } = await createOrganisation(app, {
        members: [{ account: officer, role: 'VIEWER' }],
      });
      const answer = await expectNoTrace(app, () => suspend(officer, id));
      expect(refusalsOf(answer, 'suspendOrganisation')).toEqual([
        { code: 'ORGANISATION_OWN_ORGANISATION', field: null },
      ]);
    });

    it('of a bureau lies with the platform, too, and of nothing else', async () => {
      const platform = await createAccount(app, { isAdministrator: true });
      const bureau = await createBureauWithOfficer(app);
      const enterprise = await createOrganisation(app);
      expect(
        refusalsOf(await suspend(platform, enterprise.id), 'suspendOrganisation')[0]?.code,
      ).toBe(NOT_FOUND);
      expect(
        (await suspend(platform, bureau.id)).data.suspendOrganisation.organisation.standing,
      ).toBe('SUSPENDED');
    });
  });
});
