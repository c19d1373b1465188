import { randomUUID } from 'node:crypto';
import { definePermission, holds, type Actor } from '../../../src/core/auth/index.js';
import { PersonalData } from '../../../src/core/privacy/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { OrganisationKeySource } from '../../../src/modules/organisations/api-key/organisation-key.source.js';
import { InvitationMailService } from '../../../src/modules/organisations/invitation/invitation-mail.service.js';
import { InvitationService } from '../../../src/modules/organisations/invitation/invitation.service.js';
import { OrganisationReader } from '../../../src/modules/organisations/index.js';
import { createAccount, type TestAccount } from '../../factories/account.factory.js';
import {
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';
import { ACCEPT, CREATE_KEY, eventsOf, INVITE, mails } from '../../e2e/organisations.support.js';

const needing = definePermission('SPEC_NEEDS_STANDING', {
  kinds: ['ENTERPRISE'],
  roles: ['ADMINISTRATOR', 'OFFICER'],
});
const free = definePermission('SPEC_ALWAYS', {
  kinds: ['ENTERPRISE'],
  roles: ['ADMINISTRATOR'],
  needsStanding: false,
});
const unasked = definePermission('SPEC_NOT_ASKED_FOR', {
  kinds: ['ENTERPRISE'],
  roles: ['ADMINISTRATOR'],
});

describe('keys and people of an organisation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-22T10:00:00+08:00');
    await app.database.truncateAll();
  });
  afterAll(() => app.close());

  describe('a key', () => {
    const makeKey = async (
      as: TestAccount,
      organisationId: string,
      changes: object = {},
    ): Promise<string> => {
      const input = {
        idempotencyKey: randomUUID(),
        organisationId,
        name: 'x',
        scopes: [needing.name, free.name],
        ...changes,
      };
      const { data } = await app.gql(CREATE_KEY, { input }, { as });
      return data.createApiKey.token as string;
    };
    const actorFor = (token: string): Promise<Actor | null> =>
      app.get(OrganisationKeySource).actorForKey(token);
    const lastUsed = async () => {
      const { rows } = await app.database.pool.query('select last_used_at from api_keys');
      return (rows[0] as { last_used_at: Date | null }).last_used_at?.toISOString() ?? null;
    };

    it('acts for its organisation only, within its scopes only', async () => {
      const { id, administrator } = await createOrganisation(app);
      const other = await createOrganisation(app);
      const actor = await actorFor(await makeKey(administrator, id));
      if (!actor) throw new Error('The key is not known');
      expect(actor).toMatchObject({ kind: 'API_KEY', accountId: null, isAdministrator: false });
      expect(holds(actor, needing, id)).toBe(true);
      expect(holds(actor, free, id)).toBe(true);
      expect(holds(actor, unasked, id)).toBe(false);
      expect(holds(actor, free, other.id)).toBe(false);
    });

    it('loses with its organisation what needs standing, at the moment of the lapse', async () => {
      const end = new Date('2026-12-01T00:00:00+08:00');
      const { id, administrator } = await createOrganisation(app, { verifiedUntil: end });
      const token = await makeKey(administrator, id);
      app.clock.set(end);
      const actor = await actorFor(token);
      if (!actor) throw new Error('The key is not known');
      expect([holds(actor, needing, id), holds(actor, free, id)]).toEqual([false, true]);
    });

    it('ends at its end', async () => {
      const { id, administrator } = await createOrganisation(app);
      const token = await makeKey(administrator, id, { expiresOn: '2026-11-30' });
      app.clock.set('2026-11-30T23:59:59.999+08:00');
      expect((await actorFor(token))?.kind).toBe('API_KEY');
      app.clock.set('2026-12-01T00:00:00+08:00');
      expect(await actorFor(token)).toBeNull();
    });

    it('notes its last use to the minute', async () => {
      const { id, administrator } = await createOrganisation(app);
      const token = await makeKey(administrator, id);
      expect(await lastUsed()).toBeNull();
      await actorFor(token);
      expect(await lastUsed()).toBe('2026-11-22T02:00:00.000Z');
      app.clock.advance({ seconds: 59 });
      const statements = await app.statements(() => actorFor(token));
      expect(statements).toHaveLength(1);
      expect(await lastUsed()).toBe('2026-11-22T02:00:00.000Z');
      app.clock.advance({ seconds: 1 });
      await actorFor(token);
      expect(await lastUsed()).toBe('2026-11-22T02:01:00.000Z');
    });

    it.each([
      'gqk_short',
      'gqs_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      `gqk_${'A'.repeat(43)}`,
      '',
    ])('is not %j', async (token) => {
      expect(await actorFor(token)).toBeNull();
    });
  });

  describe('an account that is closed', () => {
    const close = (person: TestAccount) =>
      app.get(UnitOfWork).run(() => app.get(PersonalData).eraseFor(person.account.id));

    it('ends its memberships and forgets how it was invited', async () => {
      const { id, administrator } = await createOrganisation(app);
      const person = await createAccount(app, { contacts: ['13812340001'] });
      const invited = await app.gql(
        INVITE,
        {
          input: {
            idempotencyKey: randomUUID(),
            organisationId: id,
            contact: '13812340001',
            role: 'OFFICER',
          },
        },
        { as: administrator },
      );
      const invitationId = invited.data.inviteMember.invitation.id as string;
      await app.gql(
        ACCEPT,
        { input: { idempotencyKey: randomUUID(), invitationId } },
        { as: person },
      );
      const exported = await app.get(PersonalData).exportFor(person.account.id);
      expect(exported.organisations).toMatchObject([{ role: 'officer', endedAt: null }]);

      await close(person);
      expect(await app.get(OrganisationReader).membersOf(id)).toEqual([administrator.account.id]);
      expect((await eventsOf(app, id)).at(-1)).toEqual({
        name: 'organisations.memberRemoved',
        payload: { organisationId: id, accountId: person.account.id, cause: 'ACCOUNT_CLOSED' },
      });
      const { rows } = await app.database.pool.query(
        'select contact_index from organisation_invitations',
      );
      expect(rows).toEqual([{ contact_index: '' }]);
    });

    it('cannot be the last administrator of an organisation', async () => {
      const { administrator, recruiter, id } = await createEnterpriseWithRecruiter(app);
      await expect(close(administrator)).rejects.toMatchObject({
        code: 'MEMBER_LAST_ADMINISTRATOR',
      });
      expect(await app.get(OrganisationReader).membersOf(id)).toEqual([
        administrator.account.id,
        recruiter.account.id,
      ]);
    });
  });

  describe('an invitation', () => {
    const invite = async (changes: object = {}) => {
      const { id, administrator } = await createOrganisation(app);
      const input = {
        idempotencyKey: randomUUID(),
        organisationId: id,
        contact: 'clerk@example.org',
        role: 'OFFICER',
        ...changes,
      };
      const { data } = await app.gql(INVITE, { input }, { as: administrator });
      return { invitationId: data.inviteMember.invitation.id as string, organisationId: id };
    };
    const contacts = async () => {
      const { rows } = await app.database.pool.query(
        'select state, contact_index <> $1 as is_known from organisation_invitations',
        [''],
      );
      return rows as { state: string; is_known: boolean }[];
    };

    it('is mailed once, however often the task runs', async () => {
      const { invitationId } = await invite();
      const mail = app.get(InvitationMailService);
      await mail.send(invitationId);
      await mail.send(invitationId);
      await app.settle();
      expect(await mails(app)).toHaveLength(1);
    });

    it('is not mailed once it is answered or over', async () => {
      const { invitationId } = await invite();
      app.clock.set('2026-12-06T10:00:00+08:00');
      await app.get(InvitationMailService).send(invitationId);
      await app.database.pool.query(`update organisation_invitations set state = 'revoked'`);
      app.clock.set('2026-11-22T10:00:00+08:00');
      await app.get(InvitationMailService).send(invitationId);
      expect(await mails(app)).toEqual([]);
    });

    it('expires by itself and is forgotten after ninety days', async () => {
      await invite();
      const service = app.get(InvitationService);
      app.clock.set('2026-12-06T09:59:59+08:00');
      await service.expire();
      expect(await contacts()).toEqual([{ state: 'pending', is_known: true }]);
      app.clock.set('2026-12-06T10:00:00+08:00');
      await service.expire();
      expect(await contacts()).toEqual([{ state: 'expired', is_known: true }]);
      app.clock.set('2027-02-20T10:00:01+08:00');
      await service.expire();
      expect(await contacts()).toEqual([{ state: 'expired', is_known: false }]);
    });
  });
});
