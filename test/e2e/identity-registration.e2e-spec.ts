import { createTestApp, type TestApp } from '../support/app.js';
import {
  lastCode,
  ME,
  newEmail,
  newPhone,
  PASSWORD,
  refusalsOf,
  register,
  registration,
  REQUEST_CODE,
  requestCode,
  rowCounts,
} from './identity.support.js';

describe('registration', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
  });

  beforeEach(async () => {
    app.clock.set('2026-11-22T10:00:00+08:00');
    await app.database.pool.query('delete from rate_limits');
  });

  afterAll(() => app.close());

  it('registers by phone and password, sets the cookie of the portal and shows the person masked', async () => {
    const input = await registration(app, {
      contact: '138 1234 5678',
      channel: 'PORTAL',
      preferredLocale: 'EN',
    });
    const { data, headers } = await register(app, input);
    const { account, viewer, session, token, userErrors } = data.registerAccount;

    expect(userErrors).toEqual([]);
    expect(account).toEqual({ id: viewer.id, displayName: '王小明', preferredLocale: 'EN' });
    expect(viewer).toEqual({
      id: account.id,
      phone: '+86138****5678',
      email: null,
      hasPassword: true,
      isAdministrator: false,
      needsConsent: false,
    });
    expect(session).toEqual({ id: session.id, channel: 'PORTAL', isCurrent: true });
    expect(token).toBeNull();
    const [cookie, ...attributes] = String(headers['set-cookie']).split('; ');
    expect(cookie).toMatch(/^__Host-session=gqs_[\w-]{43}$/);
    expect(attributes).toEqual(['Max-Age=2592000', 'Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax']);
    const me = await app.gql(ME, {}, { headers: { cookie: String(cookie) } });
    expect(me.data.me).toEqual({ id: account.id });
  });

  it('registers by mail address without a password and gives a program its token', async () => {
    const input = await registration(app, { contact: newEmail(), password: null });
    const { data, headers } = await register(app, input);
    const { viewer, token } = data.registerAccount;

    expect(viewer.hasPassword).toBe(false);
    expect(viewer.email).toBe('p***@example.org');
    expect(headers['set-cookie']).toBeUndefined();
    expect((await app.gql(ME, {}, { as: token })).data.me).toEqual({ id: viewer.id });
  });

  it('keeps contact, birth date, password, code and token out of every table', async () => {
    const contact = '13898765432';
    const input = await registration(app, { contact, birthDate: '1987-06-05' });
    const { data } = await register(app, input);
    const { rows } = await app.database.pool.query<{ table_name: string }>(
      `select table_name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const canaries = ['3898765432', '1987-06-05', PASSWORD, data.registerAccount.token as string];
    const found: string[] = [];
    for (const { table_name: table } of rows) {
      const dump = await app.database.pool.query<{ dump: string | null }>(
        `select string_agg(t::text, E'\\n') as dump from "${table}" t`,
      );
      const text = dump.rows[0]?.dump ?? '';
      found.push(
        ...canaries.filter((canary) => text.includes(canary)).map((c) => `${table}: ${c}`),
      );
    }
    expect(found).toEqual([]);
    const hash = await app.database.pool.query(`select password_hash from accounts where id = $1`, [
      data.registerAccount.account.id,
    ]);
    expect(hash.rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('notes account, consent, history, event and audit entry together', async () => {
    const before = await rowCounts(app);
    const input = await registration(app);
    const asked = await rowCounts(app);
    const { data } = await register(app, input);
    const after = await rowCounts(app);

    expect(asked).toEqual({
      ...before,
      identity_messages: (before.identity_messages ?? 0) + 1,
      outbox_events: (before.outbox_events ?? 0) + 1,
      audit_entries: (before.audit_entries ?? 0) + 1,
    });
    expect(after).toEqual(
      Object.fromEntries(
        Object.entries(asked).map(([table, count]) => [
          table,
          ['identity_messages', 'data_exports'].includes(table) ? count : count + 1,
        ]),
      ),
    );
    const { rows } = await app.database.pool.query(
      `select name, payload from outbox_events order by id desc limit 1`,
    );
    expect(rows).toEqual([
      {
        name: 'identity.accountRegistered',
        payload: { accountId: data.registerAccount.account.id },
      },
    ]);
  });

  describe('refuses, and changes nothing,', () => {
    const cases: [string, object, string, string[]][] = [
      ['no contact', { contact: 'nobody' }, 'CONTACT_MALFORMED', ['contact']],
      ['a fixed line', { contact: '0512-88886666' }, 'CONTACT_MALFORMED', ['contact']],
      [
        'a day before the 16th birthday',
        { birthDate: '2010-11-23' },
        'ACCOUNT_TOO_YOUNG',
        ['birthDate'],
      ],
      ['a birth tomorrow', { birthDate: '2026-11-23' }, 'INPUT_MALFORMED', ['birthDate']],
      ['a birth 121 years ago', { birthDate: '1905-11-22' }, 'INPUT_MALFORMED', ['birthDate']],
      [
        'an edition that is not in force',
        { privacyNoticeVersion: 1 },
        'ACCOUNT_CONSENT_OUTDATED',
        ['privacyNoticeVersion'],
      ],
      ['a short password', { password: 'short-1' }, 'INPUT_TOO_SHORT', ['password']],
      ['a long password', { password: 'aB3$'.repeat(33) }, 'INPUT_TOO_LONG', ['password']],
      ['a common password', { password: 'Password123' }, 'PASSWORD_COMMON', ['password']],
      ['no name', { displayName: '  ' }, 'INPUT_REQUIRED', ['displayName']],
      [
        'a name of 51 characters',
        { displayName: '名'.repeat(51) },
        'INPUT_TOO_LONG',
        ['displayName'],
      ],
      [
        'a name with control characters',
        { displayName: 'a\u0007b' },
        'INPUT_CONTROL_CHARACTERS',
        ['displayName'],
      ],
      ['a code of letters', { code: 'abcdef' }, 'INPUT_MALFORMED', ['code']],
      ['no idempotency key', { idempotencyKey: '' }, 'INPUT_REQUIRED', ['idempotencyKey']],
    ];

    it.each(cases)('%s', async (_, changes, code, field) => {
      const input = { ...(await registration(app)), ...changes };
      const before = await rowCounts(app);
      expect(refusalsOf(await register(app, input), 'registerAccount')).toEqual([{ code, field }]);
      expect(await rowCounts(app)).toEqual(before);
    });

    it('a password that is the contact', async () => {
      const contact = newEmail();
      const input = { ...(await registration(app, { contact })), password: contact };
      const answer = await register(app, input);
      expect(refusalsOf(answer, 'registerAccount')).toEqual([
        { code: 'PASSWORD_IS_CONTACT', field: ['password'] },
      ]);
    });

    it('a wrong code, a code of another purpose and none at all, alike', async () => {
      const input = await registration(app);
      const wrong = input.code === '000000' ? '000001' : '000000';
      const contact = newPhone();
      const other = await requestCode(app, contact, 'SIGN_IN');
      const before = await rowCounts(app);
      const answers = [
        await register(app, { ...input, code: wrong }),
        await register(app, { ...input, contact, code: other }),
        await register(app, { ...input, contact: newPhone() }),
      ];
      for (const answer of answers) {
        expect(refusalsOf(answer, 'registerAccount')).toEqual([
          { code: 'ONE_TIME_CODE_INVALID', field: ['code'] },
        ]);
      }
      expect(await rowCounts(app)).toEqual(before);
    });

    it('a contact that has an account, and says so only to who has its code', async () => {
      const contact = newPhone();
      await register(app, await registration(app, { contact }));
      app.clock.advance({ minutes: 2 });
      const again = await registration(app, { contact: `+86 ${contact}` });
      const before = await rowCounts(app);
      const guess = await register(app, { ...again, code: again.code === '1' ? '2' : '123456' });
      expect(refusalsOf(guess, 'registerAccount')[0]?.code).toBe('ONE_TIME_CODE_INVALID');
      expect(refusalsOf(await register(app, again), 'registerAccount')).toEqual([
        { code: 'CONTACT_TAKEN', field: ['contact'] },
      ]);
      expect(await rowCounts(app)).toEqual(before);
    });

    it('a date that does not exist', async () => {
      const input = { ...(await registration(app)), birthDate: '2001-02-30' };
      const { status, errors } = await register(app, input);
      expect([status, errors?.map((error) => error.extensions.code)]).toEqual([
        400,
        ['BAD_USER_INPUT'],
      ]);
    });
  });

  it('lets people register on their 16th birthday in China', async () => {
    app.clock.set('2026-11-22T00:00:00+08:00');
    const input = await registration(app, { birthDate: '2010-11-22' });
    expect(refusalsOf(await register(app, input), 'registerAccount')).toEqual([]);
    app.clock.set('2026-11-21T23:59:59+08:00');
    await app.database.pool.query('delete from rate_limits');
    const early = await registration(app, { birthDate: '2010-11-22' });
    expect(refusalsOf(await register(app, early), 'registerAccount')[0]?.code).toBe(
      'ACCOUNT_TOO_YOUNG',
    );
  });

  it('answers a request sent again with the first account, and gives no second session for it', async () => {
    const input = await registration(app, { channel: 'PORTAL' });
    const first = await register(app, input);
    const before = await rowCounts(app);
    const second = await register(app, input);

    expect(first.data.registerAccount.userErrors).toEqual([]);
    expect(second.data.registerAccount).toEqual({
      account: first.data.registerAccount.account,
      viewer: null,
      session: null,
      token: null,
      userErrors: [],
    });
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(await rowCounts(app)).toEqual(before);
    const other = await register(app, { ...input, displayName: '别人' });
    expect(refusalsOf(other, 'registerAccount')).toEqual([
      { code: 'REQUEST_IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] },
    ]);
  });

  it('makes one account of five requests with the same code at once', async () => {
    const input = await registration(app);
    const before = await rowCounts(app);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        register(app, { ...input, idempotencyKey: `parallel-${String(i)}` }),
      ),
    );
    const codes = answers.map((answer) => refusalsOf(answer, 'registerAccount')[0]?.code ?? 'made');
    expect(codes.sort()).toEqual([...Array<string>(4).fill('ONE_TIME_CODE_INVALID'), 'made']);
    const after = await rowCounts(app);
    expect(after.accounts).toBe((before.accounts ?? 0) + 1);
    expect(after.sessions).toBe((before.sessions ?? 0) + 1);
  });

  describe('codes', () => {
    it('end after ten minutes', async () => {
      const input = await registration(app);
      app.clock.advance({ minutes: 10 });
      expect(refusalsOf(await register(app, input), 'registerAccount')[0]?.code).toBe(
        'ONE_TIME_CODE_INVALID',
      );
    });

    it('end after five tries, right or wrong, also when the tries come at once', async () => {
      const input = await registration(app);
      const wrong = input.code === '000000' ? '000001' : '000000';
      await Promise.all(Array.from({ length: 5 }, () => register(app, { ...input, code: wrong })));
      expect(refusalsOf(await register(app, input), 'registerAccount')[0]?.code).toBe(
        'ONE_TIME_CODE_INVALID',
      );
      const { rows } = await app.database.pool.query(
        `select attempts, used_at from one_time_codes order by id desc limit 1`,
      );
      expect(rows).toEqual([{ attempts: 5, used_at: null }]);
    });

    it('are replaced by a newer one', async () => {
      const contact = newPhone();
      const input = await registration(app, { contact });
      app.clock.advance({ minutes: 2 });
      const newer = await requestCode(app, contact, 'REGISTER');
      if (newer !== input.code) {
        expect(refusalsOf(await register(app, input), 'registerAccount')[0]?.code).toBe(
          'ONE_TIME_CODE_INVALID',
        );
      }
      const answer = await register(app, { ...input, code: newer, idempotencyKey: 'newer' });
      expect(refusalsOf(answer, 'registerAccount')).toEqual([]);
    });

    it('are sent once a minute and five times an hour to one contact', async () => {
      const contact = newPhone();
      const ask = async (): Promise<string> => {
        const answer = await app.gql(REQUEST_CODE, { input: { contact, purpose: 'REGISTER' } });
        return refusalsOf(answer, 'requestOneTimeCode')[0]?.code ?? 'sent';
      };
      const asked = [await ask(), await ask()];
      for (let minute = 0; minute < 5; minute += 1) {
        app.clock.advance({ seconds: 61 });
        asked.push(await ask());
      }
      expect(asked).toEqual([
        'sent',
        'REQUEST_RATE_LIMITED',
        'sent',
        'sent',
        'sent',
        'sent',
        'REQUEST_RATE_LIMITED',
      ]);
    });

    it('reach the person, and nothing of the message stays behind', async () => {
      const contact = newEmail();
      const code = await requestCode(app, contact, 'REGISTER');
      expect(await lastCode(app)).toBe(code);
      await app.settle();
      const left = await app.database.pool.query(
        'select count(*)::int as n from identity_messages',
      );
      expect(left.rows).toEqual([{ n: 0 }]);
      const { rows } = await app.database.pool.query(
        `select count(*)::int as n from development_messages
         where recipient = $1 and (subject || body) like '%' || $2 || '%'`,
        [contact, code],
      );
      expect(rows).toEqual([{ n: 1 }]);
    });
  });
});
