import { Injectable, Module } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { ApiKeySource, GrantSource, type Actor, type Grant } from '../../../src/core/auth/index.js';
import { CliCommands, type CliCommand } from '../../../src/core/cli/index.js';
import { DomainError } from '../../../src/core/errors/index.js';
import { AccountReader, IdentityModule } from '../../../src/modules/identity/index.js';
import { SecretPrompt } from '../../../src/modules/identity/cli/secret-prompt.js';
import { IdentityMaintenanceService } from '../../../src/modules/identity/maintenance/identity-maintenance.service.js';
import { IdentityMessageService } from '../../../src/modules/identity/message/identity-message.service.js';
import { SessionActorResolver } from '../../../src/modules/identity/session/session-actor-resolver.js';
import { newEmail, newPhone, REQUEST_CODE } from '../../e2e/identity.support.js';
import { createAccount } from '../../factories/account.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

const GRANT: Grant = {
  organisationId: '01977a00-0000-7000-8000-000000000001',
  organisationKind: 'ENTERPRISE',
  role: 'OFFICER',
  isInGoodStanding: true,
  regionId: null,
};

@Injectable()
class Memberships extends GrantSource {
  override grantsOf(): RawBuilder<readonly Grant[]> {
    return sql`${JSON.stringify([GRANT])}::json`;
  }

  override async grantsFor(): Promise<readonly Grant[]> {
    return [GRANT];
  }
}

@Injectable()
class Keys extends ApiKeySource {
  async actorForKey(token: string): Promise<Actor | null> {
    return token === 'gqk_known-key'
      ? {
          kind: 'API_KEY',
          accountId: null,
          sessionId: null,
          apiKeyId: '01977a00-0000-7000-8000-000000000002',
          isAdministrator: false,
          grants: [GRANT],
          scopes: ['X'],
        }
      : null;
  }
}

@Module({ providers: [Memberships, Keys] })
class UpperModule {}

describe('identity on PostgreSQL', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ modules: [IdentityModule, UpperModule] });
  });

  beforeEach(async () => {
    app.clock.set('2026-11-22T10:00:00+08:00');
    await app.database.pool.query('delete from rate_limits');
  });

  afterAll(() => app.close());

  const count = async (table: string, where = 'true'): Promise<number> => {
    const { rows } = await app.database.pool.query<{ n: number }>(
      `select count(*)::int as n from ${table} where ${where}`,
    );
    return rows[0]?.n ?? 0;
  };

  describe('who sends a request', () => {
    it('is found with the grants another module keeps, in one statement of ours', async () => {
      const { token, account, sessionId } = await createAccount(app, { isAdministrator: true });
      const resolver = app.get(SessionActorResolver);
      let actor: Actor | undefined;
      const statements = await app.statements(async () => {
        actor = await resolver.resolve({ authorization: `Bearer ${token}` });
      });
      expect(actor).toEqual({
        kind: 'ACCOUNT',
        accountId: account.id,
        sessionId,
        apiKeyId: null,
        isAdministrator: true,
        grants: [GRANT],
        scopes: null,
      });
      expect(statements).toHaveLength(1);
    });

    it('may be the key of an organisation', async () => {
      const resolver = app.get(SessionActorResolver);
      const known = await resolver.resolve({ authorization: 'Bearer gqk_known-key' });
      const unknown = await resolver.resolve({ authorization: 'Bearer gqk_other-key' });
      expect([known.kind, unknown.kind]).toEqual(['API_KEY', 'ANONYMOUS']);
    });

    it('is nobody when the header names one thing and the cookie another', async () => {
      const { token } = await createAccount(app, { channel: 'PORTAL' });
      const actor = await app.get(SessionActorResolver).resolve({
        authorization: 'Bearer gqk_other-key',
        cookie: `__Host-session=${token}`,
      });
      expect(actor.kind).toBe('ANONYMOUS');
    });
  });

  describe('AccountReader', () => {
    it('finds accounts in one statement and contacts of those that can be used', async () => {
      const [phone, email] = [newPhone(), newEmail()];
      const one = await createAccount(app, { contacts: [phone, email], locale: 'en' });
      const two = await createAccount(app, { contacts: [newPhone()] });
      await app.database.pool.query(
        `update accounts set state = 'disabled', disabled_at = now() where id = $1`,
        [two.account.id],
      );
      const reader = app.get(AccountReader);
      const ids = [one.account.id, two.account.id];
      const statements = await app.statements(async () => {
        expect([...(await reader.findMany(ids)).values()].map((a) => a.state).sort()).toEqual([
          'ACTIVE',
          'DISABLED',
        ]);
      });
      expect(statements).toHaveLength(1);
      expect([...(await reader.contactsOf(ids))]).toEqual([
        [one.account.id, { email, phone: `+86${phone}`, preferredLocale: 'en' }],
      ]);
      expect(await reader.requireActive(one.account.id)).toEqual(one.account);
      await expect(reader.requireActive(two.account.id)).rejects.toThrow('REQUEST_NOT_FOUND');
      expect(await reader.find('01977a00-0000-7000-8000-000000000000')).toBeNull();
    });
  });

  describe('create-admin', () => {
    let command: CliCommand;
    const lines: string[] = [];
    const output = { line: (text: string) => lines.push(text), note: () => undefined };

    beforeAll(() => {
      const found = app
        .get(CliCommands)
        .all()
        .find(({ name }) => name === 'create-admin');
      if (!found) throw new Error('The command is not there');
      command = found;
    });

    const run = (contact: string, password: string, name = '平台管理员') => {
      app.get(SecretPrompt).ask = () => Promise.resolve(password);
      return command.run({ args: [contact], options: { name } }, output);
    };

    it('makes an administrator who can sign in, and not twice for a contact', async () => {
      const email = newEmail();
      await run(email, 'river-stone-lamp-47');
      const [line] = lines.splice(0);
      expect(line).toMatch(/^Administrator made: account [0-9a-f-]{36}$/);
      const id = line?.slice(-36) ?? '';
      expect(await count('accounts', `id = '${id}' and is_administrator`)).toBe(1);
      expect(await count('audit_entries', `action = 'createAdministrator'`)).toBe(1);
      const { data } = await app.gql(
        `mutation ($input: SignInInput!) {
          signIn(input: $input) { viewer { isAdministrator needsConsent } userErrors { code } }
        }`,
        { input: { contact: email, password: 'river-stone-lamp-47', channel: 'API' } },
      );
      expect(data.signIn).toEqual({
        viewer: { isAdministrator: true, needsConsent: true },
        userErrors: [],
      });
      const before = await count('accounts');
      await expect(run(email.toUpperCase(), 'another-lamp-47')).rejects.toThrow('CONTACT_TAKEN');
      expect(await count('accounts')).toBe(before);
    });

    it.each([
      ['nobody', 'river-stone-lamp-47', 'CONTACT_MALFORMED'],
      ['root@example.org', 'short', 'INPUT_TOO_SHORT'],
      ['root@example.org', 'password123', 'PASSWORD_COMMON'],
      ['root@example.org', 'root@example.org', 'PASSWORD_IS_CONTACT'],
      ['root@example.org', '', 'INPUT_REQUIRED'],
    ])('refuses %s with password %s', async (contact, password, code) => {
      const before = await count('accounts');
      const error = await run(contact, password)?.then(
        () => null,
        (refusal: unknown) => refusal,
      );
      expect(error instanceof DomainError && error.code).toBe(code);
      expect(await count('accounts')).toBe(before);
    });
  });

  describe('the database itself', () => {
    const insert = (columns: string, values: string) =>
      app.database.pool.query(
        `insert into accounts (id, updated_at, ${columns}) values (gen_random_uuid(), now(), ${values})`,
      );

    it.each([
      ['display_name, birth_date_sealed', `'a', '1999-05-20'`, 'ck_accounts_birth_date_sealed'],
      ['display_name, preferred_locale', `'a', 'fr'`, 'ck_accounts_preferred_locale'],
      ['display_name, state', `'a', 'disabled'`, 'ck_accounts_disabled'],
      ['display_name, state, closed_at', `'a', 'closed', now()`, 'ck_accounts_display_name'],
      ['display_name, state', `'', 'closed'`, 'ck_accounts_closed'],
      [
        'display_name, state, closed_at, password_hash',
        `'', 'closed', now(), 'x'`,
        'ck_accounts_closed',
      ],
    ])('refuses an account with %s = %s', async (columns, values, constraint) => {
      await expect(insert(columns, values)).rejects.toMatchObject({ constraint });
    });

    it('refuses a contact in clear, a second owner and a sixth try', async () => {
      const { account, contacts } = await createAccount(app);
      const refused = (sql: string) => expect(app.database.pool.query(sql, [account.id])).rejects;
      await refused(
        `update account_identifiers set value_sealed = '13812341234' where account_id = $1`,
      ).toMatchObject({ constraint: 'ck_account_identifiers_value_sealed' });
      await expect(createAccount(app, { contacts })).rejects.toThrow('CONTACT_TAKEN');
      await app.gql(REQUEST_CODE, { input: { contact: newPhone(), purpose: 'REGISTER' } });
      await expect(
        app.database.pool.query('update one_time_codes set attempts = 6'),
      ).rejects.toMatchObject({ constraint: 'ck_one_time_codes_attempts' });
    });
  });

  describe('messages', () => {
    it('are sent once though the task may run twice, and not after they have expired', async () => {
      await app.settle();
      const before = await count('development_messages');
      const ids: string[] = [];
      for (let i = 0; i < 2; i += 1) {
        await app.gql(REQUEST_CODE, { input: { contact: newPhone(), purpose: 'REGISTER' } });
        const { rows } = await app.database.pool.query<{ id: string }>(
          'select id from identity_messages order by id desc limit 1',
        );
        ids.push(rows[0]?.id ?? '');
      }
      const service = app.get(IdentityMessageService);
      await service.send(ids[0] ?? '');
      await service.send(ids[0] ?? '');
      expect(await count('development_messages')).toBe(before + 1);
      app.clock.advance({ minutes: 10 });
      await service.send(ids[1] ?? '');
      expect(await count('development_messages')).toBe(before + 1);
      expect(await count('identity_messages')).toBe(0);
    });
  });

  it('forgets codes, messages and permissions that expired, and sessions a month after their end', async () => {
    await app.database.pool.query('delete from sessions');
    const kept = await createAccount(app);
    const ended = await createAccount(app);
    await app.gql('mutation { signOut(input: {}) { isSignedOut } }', {}, { as: ended.token });
    await app.gql(REQUEST_CODE, { input: { contact: newPhone(), purpose: 'REGISTER' } });
    const maintenance = app.get(IdentityMaintenanceService);
    await maintenance.purgeExpired();
    const codes = await count('one_time_codes');
    expect([codes > 0, await count('sessions')]).toEqual([true, 2]);
    app.clock.advance({ days: 30, minutes: 1 });
    await maintenance.purgeExpired();
    expect([
      await count('one_time_codes'),
      await count('identity_messages'),
      await count('sessions'),
      await count('sessions', `account_id = '${kept.account.id}'`),
    ]).toEqual([0, 0, 1, 1]);
  });
});
