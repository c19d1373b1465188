import { holds } from '../../../src/core/auth/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { OrganisationReader } from '../../../src/modules/organisations/index.js';
import {
  ORGANISATION_MANAGE,
  ORGANISATION_VERIFY,
} from '../../../src/modules/organisations/index.js';
import { MembershipGrantSource } from '../../../src/modules/organisations/member/membership-grant.source.js';
import { RecheckMailService } from '../../../src/modules/organisations/verification/recheck-mail.service.js';
import { RecheckService } from '../../../src/modules/organisations/verification/recheck.service.js';
import { createAccount, type TestAccount } from '../../factories/account.factory.js';
import {
  createBureauWithOfficer,
  createOrganisation,
} from '../../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';
import { eventsOf, mails } from '../../e2e/organisations.support.js';

const END = new Date('2027-05-22T00:00:00+08:00');

describe('the end of a verification', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-22T10:00:00+08:00');
    await app.database.truncateAll();
  });
  afterAll(() => app.close());

  const lapse = () => app.get(RecheckService).lapse();
  const remind = () => app.get(RecheckService).remind();
  const stored = async (id: string) => {
    const { rows } = await app.database.pool.query(
      'select standing from organisations where id = $1',
      [id],
    );
    return (rows[0] as { standing: string }).standing;
  };

  it('pauses the rights of its people at the very millisecond, before any task has run', async () => {
    const { officer } = await createBureauWithOfficer(app, { verifiedUntil: END });
    const actorNow = async () => ({
      kind: 'ACCOUNT' as const,
      accountId: officer.account.id,
      sessionId: officer.sessionId,
      apiKeyId: null,
      isAdministrator: false,
      scopes: null,
      grants: await app.get(MembershipGrantSource).grantsFor(officer.account.id),
    });
    app.clock.set(new Date(END.getTime() - 1));
    expect(holds(await actorNow(), ORGANISATION_VERIFY)).toBe(true);
    app.clock.set(END);
    expect(holds(await actorNow(), ORGANISATION_VERIFY)).toBe(false);
  });

  it('leaves the right to put it right again', async () => {
    const { administrator } = await createOrganisation(app, { verifiedUntil: END });
    app.clock.set(END);
    const grants = await app.get(MembershipGrantSource).grantsFor(administrator.account.id);
    expect(grants).toMatchObject([{ role: 'ADMINISTRATOR', isInGoodStanding: false }]);
    const actor = {
      kind: 'ACCOUNT' as const,
      accountId: administrator.account.id,
      sessionId: null,
      apiKeyId: null,
      isAdministrator: false,
      scopes: null,
      grants,
    };
    expect(holds(actor, ORGANISATION_MANAGE)).toBe(true);
  });

  it('is written down at night, once, with history and event', async () => {
    const ending = await createOrganisation(app, { verifiedUntil: END });
    const lasting = await createOrganisation(app, { verifiedUntil: new Date(END.getTime() + 1) });
    app.clock.set(new Date(END.getTime() - 1));
    expect(await lapse()).toBe(0);
    app.clock.set(END);
    expect(await lapse()).toBe(1);
    expect(await lapse()).toBe(0);
    expect([await stored(ending.id), await stored(lasting.id)]).toEqual(['lapsed', 'verified']);
    expect(await eventsOf(app, ending.id)).toEqual([
      {
        name: 'organisations.standingChanged',
        payload: { organisationId: ending.id, standing: 'LAPSED', previous: 'VERIFIED' },
      },
    ]);
    const { rows } = await app.database.pool.query(
      'select change, from_standing, to_standing, reason_code, account_id from organisation_history',
    );
    expect(rows).toEqual([
      {
        change: 'standing_changed',
        from_standing: 'verified',
        to_standing: 'lapsed',
        reason_code: 'lapse',
        account_id: null,
      },
    ]);
  });

  it('is written down once by two workers at the same time', async () => {
    const { id } = await createOrganisation(app, { verifiedUntil: END });
    app.clock.set(END);
    const lapsed = await Promise.all([lapse(), lapse()]);
    expect(lapsed.sort()).toEqual([0, 1]);
    expect(await eventsOf(app, id)).toHaveLength(1);
  });

  it('takes a bureau out of charge at once', async () => {
    const reader = app.get(OrganisationReader);
    const city = await createBureauWithOfficer(app, { verifiedUntil: END });
    const province = await createBureauWithOfficer(app, {
      regionCode: '320000',
      verifiedUntil: new Date(END.getTime() + 1),
    });
    const { regionId } = await createOrganisation(app);
    expect(await reader.bureauxFor(regionId)).toEqual([city.id]);
    app.clock.set(END);
    expect(await reader.bureauxFor(regionId)).toEqual([province.id]);
    expect(await reader.bureauxFor(province.regionId)).toEqual([province.id]);
    app.clock.advance({ ms: 1 });
    expect(await reader.bureauxFor(regionId)).toEqual([]);
  });

  describe('is announced', () => {
    const dayOf = async (as: { id: string }) =>
      (await eventsOf(app, as.id)).map(({ payload }) => payload.daysLeft as number);

    it('30, 7 and 1 days before, each once, however often the task runs', async () => {
      const organisation = await createOrganisation(app, { verifiedUntil: END });
      for (const [now, reminded, sofar] of [
        ['2027-04-21T23:00:00+08:00', 0, []],
        ['2027-04-22T08:30:00+08:00', 1, [30]],
        ['2027-04-23T08:30:00+08:00', 0, [30]],
        ['2027-05-15T08:30:00+08:00', 1, [30, 7]],
        ['2027-05-20T08:30:00+08:00', 0, [30, 7]],
        ['2027-05-21T08:30:00+08:00', 1, [30, 7, 1]],
        ['2027-05-22T08:30:00+08:00', 0, [30, 7, 1]],
      ] as const) {
        app.clock.set(now);
        expect(await remind()).toBe(reminded);
        expect(await remind()).toBe(0);
        expect(await dayOf(organisation)).toEqual(sofar);
      }
    });

    it('anew for the next verification', async () => {
      const organisation = await createOrganisation(app, { verifiedUntil: END });
      app.clock.set('2027-05-15T08:30:00+08:00');
      await remind();
      await app.database.pool.query(
        `update organisations set verified_until = '2027-11-15T00:00:00+08:00'`,
      );
      expect(await remind()).toBe(0);
      app.clock.set('2027-11-08T08:30:00+08:00');
      expect(await remind()).toBe(1);
      expect(await dayOf(organisation)).toEqual([7, 7]);
    });

    it('to each administrator in his language, once, and to nobody else', async () => {
      const people: TestAccount[] = [
        await createAccount(app, { locale: 'zh-CN', contacts: ['zh@example.org'] }),
        await createAccount(app, { locale: 'en', contacts: ['en@example.org'] }),
        await createAccount(app, { contacts: ['13812340001'] }),
      ];
      const { id, name } = await createOrganisation(app, {
        verifiedUntil: END,
        members: [
          ...people.map((account) => ({ account, role: 'ADMINISTRATOR' as const })),
          {
            account: await createAccount(app, { contacts: ['viewer@example.org'] }),
            role: 'VIEWER',
          },
        ],
      });
      app.clock.set('2027-05-15T08:30:00+08:00');
      await remind();
      await app.settle();
      await app.get(RecheckMailService).send(id, 7);
      const sent = (await mails(app)).map(
        ({ recipient, subject }) => `${String(recipient)}: ${String(subject)}`,
      );
      expect(sent.sort()).toEqual([
        `en@example.org: The verification of ${name} ends on 2027-05-21`,
        `zh@example.org: ${name} 的单位核验将于 2027-05-21 到期`,
      ]);
    });

    it('to nobody once it has been renewed', async () => {
      const { id } = await createOrganisation(app, { verifiedUntil: END });
      app.clock.set('2027-05-15T08:30:00+08:00');
      await remind();
      await app.database.pool.query(
        `update organisations set verified_until = '2027-11-15T00:00:00+08:00'`,
      );
      await app.settle();
      expect(await mails(app)).toEqual([]);
      expect(await stored(id)).toBe('verified');
    });

    it('for more organisations than one page holds', async () => {
      const { administrator, regionId } = await createOrganisation(app, { verifiedUntil: END });
      await app.get(UnitOfWork).run(async () => {
        await app.get(UnitOfWork).db.$executeRaw`
          with made as (
            insert into organisations (id, kind, name, name_pinyin, search_text, unified_social_credit_code, region_id,
              account_class, standing, verified_at, verified_until, updated_at)
            select gen_random_uuid(), 'enterprise', '批量' || n, 'piliang', 'piliang', made_code, ${regionId}::uuid,
              'own_hiring', 'verified', now(), ${END}, now()
            from generate_series(1, 450) as n
            cross join lateral (select '91320506BLK' || lpad(n::text, 6, '0') as body) as b
            cross join lateral (select string_agg(body || c, '') filter (where is_unified_social_credit_code(body || c)) as made_code
              from unnest(string_to_array('0,1,2,3,4,5,6,7,8,9,A,B,C,D,E,F,G,H,J,K,L,M,N,P,Q,R,T,U,W,X,Y', ',')) as c) as codes
            returning id
          )
          insert into organisation_members (id, organisation_id, account_id, role, joined_at)
          select gen_random_uuid(), id, ${administrator.account.id}::uuid, 'administrator', now() from made`;
      });
      app.clock.set('2027-05-15T08:30:00+08:00');
      expect(await remind()).toBe(451);
      app.clock.set(END);
      expect(await lapse()).toBe(451);
    });
  });
});
