import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  NOBODY,
  EDIT,
  ORGANISATION,
  HISTORY,
  REINSTATE,
  expectNoTrace,
  refusalsOf,
  refusedWith,
  eventsOf,
} from './organisations.support.js';

const NOT_FOUND = 'REQUEST_NOT_FOUND';

describe('editing an organisation', () => {
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
      expect(refusalsOf(foreign, 'editOrganisation')).toEqual([{ code: NOT_FOUND, field: ['id'] }]);
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
