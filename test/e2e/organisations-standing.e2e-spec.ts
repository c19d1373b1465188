import { randomUUID } from 'node:crypto';
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
  REGISTER_BUREAU,
  ORGANISATION,
  HISTORY,
  SUSPEND,
  REINSTATE,
  expectNoTrace,
  refusalsOf,
  refusedWith,
  eventsOf,
} from './organisations.support.js';

const NOT_FOUND = 'REQUEST_NOT_FOUND';

describe('standing of an organisation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(() => {
    app.clock.set('2026-11-22T10:00:00+08:00');
  });
  afterAll(() => app.close());

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
      const { id } = data.registerBureau.organisation as { id: string };
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
          ({ payload }) => `${String(payload.previous)} -> ${String(payload.standing)}`,
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
