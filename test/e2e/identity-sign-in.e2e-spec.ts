import { createAccount } from '../factories/account.factory.js';
import { PasswordHasher } from '../../src/modules/identity/password/password-hasher.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  ME,
  newEmail,
  newPhone,
  PASSWORD,
  refusalsOf,
  REQUEST_CODE,
  requestCode,
  rowCounts,
  SIGN_IN,
  SIGN_IN_WITH_CODE,
} from './identity.support.js';

const FAILED = [{ code: 'SIGN_IN_FAILED', field: null }];
const LIMITED = [{ code: 'REQUEST_RATE_LIMITED', field: null }];
const SESSIONS = `{ sessions { id channel deviceLabel createdAt lastSeenAt expiresAt isCurrent } }`;

describe('signing in', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
  });

  beforeEach(async () => {
    app.clock.set('2026-11-22T10:00:00+08:00');
    await app.database.pool.query('delete from rate_limits');
  });

  afterAll(() => app.close());

  const signIn = (input: object, options = {}) =>
    app.gql(SIGN_IN, { input: { channel: 'API', ...input } }, options);
  const isIn = async (token: string) => (await app.gql(ME, {}, { as: token })).data.me !== null;

  it('lets a person in by password and either contact, as a program', async () => {
    const phone = newPhone();
    const email = newEmail();
    const { account } = await createAccount(app, { contacts: [phone, email], password: PASSWORD });
    for (const contact of [phone, `+86 ${phone}`, email, email.toUpperCase()]) {
      const { data, headers } = await signIn({ contact, password: PASSWORD });
      expect(data.signIn.userErrors).toEqual([]);
      expect(data.signIn.viewer).toEqual({ id: account.id });
      expect(data.signIn.session).toMatchObject({ channel: 'API', isCurrent: true });
      expect(headers['set-cookie']).toBeUndefined();
      expect(await isIn(data.signIn.token)).toBe(true);
    }
  });

  it('refuses wrong password, unknown contact and an account without password in the same words and work', async () => {
    const known = newPhone();
    const bare = newPhone();
    await createAccount(app, { contacts: [known], password: PASSWORD });
    await createAccount(app, { contacts: [bare] });
    const hasher = app.get(PasswordHasher);
    const verify = hasher.verify.bind(hasher);
    let compared = 0;
    hasher.verify = (...args) => {
      compared += 1;
      return verify(...args);
    };
    const seen: { answer: unknown; compared: number; statements: string[] }[] = [];
    const before = await rowCounts(app);
    try {
      for (const contact of [known, newPhone(), bare]) {
        compared = 0;
        let answer: unknown;
        const statements = await app.statements(async () => {
          const { status, data } = await signIn({ contact, password: 'river-stone-lamp-48' });
          answer = { status, data };
        });
        seen.push({ answer, compared, statements });
      }
    } finally {
      hasher.verify = verify;
    }
    expect(seen[0]).toEqual({
      answer: {
        status: 200,
        data: {
          signIn: {
            viewer: null,
            session: null,
            token: null,
            userErrors: [
              {
                code: 'SIGN_IN_FAILED',
                field: null,
                message: 'The account or the password is not right',
              },
            ],
          },
        },
      },
      compared: 1,
      statements: seen[0]?.statements,
    });
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    expect(await rowCounts(app)).toEqual(before);
  });

  it('takes about as long for an unknown contact as for a known one', async () => {
    const known = newPhone();
    await createAccount(app, { contacts: [known], password: PASSWORD });
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < 25; round += 1) {
      await app.database.pool.query('delete from rate_limits');
      for (const [i, contact] of [known, newPhone()].entries()) {
        const start = performance.now();
        await signIn({ contact, password: 'river-stone-lamp-48' });
        times[i]?.push(performance.now() - start);
      }
    }
    const [median, other] = times.map((list) => list.sort((a, b) => a - b)[12] ?? 0);
    const hashMs = 5;
    expect(Math.abs((median ?? 0) - (other ?? 0))).toBeLessThan(hashMs);
  });

  it('refuses 100 aliased log-ins in one request, and none of them is tried', async () => {
    const contact = newPhone();
    await createAccount(app, { contacts: [contact], password: PASSWORD });
    const aliases = Array.from(
      { length: 100 },
      (_, i) =>
        `a${String(i)}: signIn(input: { contact: "${contact}", password: "guess-number-${String(i)}" }) { token }`,
    );
    const { status, data } = await app.gql(`mutation { ${aliases.join('\n')} }`);
    expect(status).toBe(400);
    expect(data).toBeNull();
    const { rows } = await app.database.pool.query('select count(*)::int as n from rate_limits');
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('tries an account ten times in a quarter of an hour, from whatever address', async () => {
    const phone = newPhone();
    const email = newEmail();
    await createAccount(app, { contacts: [phone, email], password: PASSWORD });
    const answers = [];
    for (let i = 0; i < 10; i += 1) {
      const from = `203.0.113.${String(i + 1)}`;
      answers.push(
        await signIn({ contact: phone, password: `guess-number-${String(i)}` }, { from }),
      );
    }
    expect(answers.map((answer) => refusalsOf(answer, 'signIn'))).toEqual(
      Array<typeof FAILED>(10).fill(FAILED),
    );
    const from = '198.51.100.1';
    const right = await signIn({ contact: phone, password: PASSWORD }, { from });
    expect(refusalsOf(right, 'signIn')).toEqual(LIMITED);
    // By the other contact nobody learns that both belong together, and nothing is tried either.
    const other = await signIn({ contact: email, password: PASSWORD }, { from });
    expect(refusalsOf(other, 'signIn')).toEqual(FAILED);

    app.clock.advance({ minutes: 15, seconds: 1 });
    const later = await signIn({ contact: phone, password: PASSWORD }, { from });
    expect(refusalsOf(later, 'signIn')).toEqual([]);
  });

  it('limits an unknown contact exactly as a known one', async () => {
    const contact = newPhone();
    const codes = [];
    for (let i = 0; i < 11; i += 1) {
      codes.push(refusalsOf(await signIn({ contact, password: 'guess-number-1' }), 'signIn'));
    }
    expect(codes).toEqual([...Array<typeof FAILED>(10).fill(FAILED), LIMITED]);
  });

  it('limits an address to 100 tries, its whole IPv6 network counted as one', async () => {
    const codes = new Map<string, number>();
    for (let i = 0; i < 102; i += 1) {
      const from = `2001:db8:1:2::${(i + 1).toString(16)}`;
      const [refusal] = refusalsOf(
        await signIn({ contact: newPhone(), password: 'guess-number-1' }, { from }),
        'signIn',
      );
      const code = refusal?.code ?? 'in';
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes]).toEqual([
      ['SIGN_IN_FAILED', 100],
      ['REQUEST_RATE_LIMITED', 2],
    ]);
  });

  it.each([
    [{ contact: 'nobody', password: PASSWORD }, 'CONTACT_MALFORMED', ['contact']],
    [{ contact: '13812341234', password: '' }, 'INPUT_REQUIRED', ['password']],
    [{ contact: '13812341234', password: 'x'.repeat(513) }, 'INPUT_TOO_LONG', ['password']],
  ])('refuses %j', async (input, code, field) => {
    expect(refusalsOf(await signIn(input), 'signIn')).toEqual([{ code, field }]);
  });

  describe('by one-time code', () => {
    const withCode = (contact: string, code: string) =>
      app.gql(SIGN_IN_WITH_CODE, { input: { contact, code, channel: 'API' } });

    it('lets a person in, once', async () => {
      const contact = newEmail();
      const { account } = await createAccount(app, { contacts: [contact] });
      const code = await requestCode(app, contact, 'SIGN_IN');
      const first = await withCode(contact, ` ${code.slice(0, 3)} ${code.slice(3)} `);
      expect(first.data.signInWithCode.viewer).toEqual({ id: account.id });
      expect(await isIn(first.data.signInWithCode.token)).toBe(true);
      const second = await withCode(contact, code);
      expect(refusalsOf(second, 'signInWithCode')).toEqual([
        { code: 'ONE_TIME_CODE_INVALID', field: ['code'] },
      ]);
    });

    it('lets one of five at once in', async () => {
      const contact = newEmail();
      await createAccount(app, { contacts: [contact] });
      const code = await requestCode(app, contact, 'SIGN_IN');
      const answers = await Promise.all(Array.from({ length: 5 }, () => withCode(contact, code)));
      const tokens = answers.map((answer) => answer.data.signInWithCode.token as string | null);
      expect(tokens.filter((token) => token !== null)).toHaveLength(1);
    });

    it('answers a request for an unknown contact alike, does the same, and sends nothing', async () => {
      const known = newEmail();
      await createAccount(app, { contacts: [known] });
      const asked: { data: unknown; grown: unknown; statements: number }[] = [];
      for (const contact of [known, newEmail()]) {
        const before = await rowCounts(app);
        let data: unknown;
        const statements = await app.statements(async () => {
          ({ data } = await app.gql(REQUEST_CODE, { input: { contact, purpose: 'SIGN_IN' } }));
        });
        const after = await rowCounts(app);
        const grown = Object.entries(after).filter(([table, n]) => n !== before[table]);
        asked.push({
          data,
          grown: grown.map(([table, n]) => [table, n - (before[table] ?? 0)]),
          statements: statements.length,
        });
      }
      expect(asked[1]).toEqual(asked[0]);
      expect(asked[0]?.data).toEqual({
        requestOneTimeCode: { expiresAt: '2026-11-22T02:10:00.000Z', userErrors: [] },
      });
      await app.settle();
      const { rows } = await app.database.pool.query(
        `select count(*)::int as n from development_messages where recipient like 'person-%'
         and created_at >= $1`,
        [app.clock.now()],
      );
      const left = await app.database.pool.query(
        'select count(*)::int as n from identity_messages',
      );
      expect([rows, left.rows]).toEqual([[{ n: 1 }], [{ n: 0 }]]);
    });
  });

  describe('sessions', () => {
    const CHROME = {
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
    };

    async function portal(): Promise<{ cookie: string; contact: string; accountId: string }> {
      const contact = newPhone();
      const { account } = await createAccount(app, { contacts: [contact], password: PASSWORD });
      const { headers } = await signIn(
        { contact, password: PASSWORD, channel: 'PORTAL' },
        { headers: CHROME },
      );
      const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
      return { cookie, contact, accountId: account.id };
    }

    it('of the portal count only on requests of its own pages', async () => {
      const { cookie, accountId } = await portal();
      const me = async (headers: Record<string, string>) =>
        (await app.gql(ME, {}, { headers: { cookie, ...headers } })).data.me as unknown;

      expect(await me({})).toEqual({ id: accountId });
      expect(await me({ origin: 'http://localhost:3000' })).toEqual({ id: accountId });
      expect(await me({ 'sec-fetch-site': 'same-origin' })).toEqual({ id: accountId });
      expect(await me({ origin: 'https://evil.example' })).toBeNull();
      expect(await me({ origin: 'null' })).toBeNull();
      expect(await me({ 'sec-fetch-site': 'cross-site' })).toBeNull();
      expect(await me({ 'sec-fetch-site': 'same-site' })).toBeNull();
      expect(await me({ cookie: `${cookie}; __Host-session=gqs_other` })).toBeNull();
    });

    it('cannot be carried over: neither cookie as bearer nor bearer as cookie', async () => {
      const { cookie } = await portal();
      expect(await isIn(cookie.split('=')[1] ?? '')).toBe(false);
      const { token } = await createAccount(app);
      const { data } = await app.gql(ME, {}, { headers: { cookie: `__Host-session=${token}` } });
      expect(data.me).toBeNull();
    });

    it('do not let simple cross-site forms through', async () => {
      const { cookie } = await portal();
      const { status } = await app.http({
        method: 'POST',
        url: '/graphql',
        headers: { cookie, 'content-type': 'text/plain' },
        payload: JSON.stringify({
          query: 'mutation { signOutEverywhere(input: {}) { isSignedOut } }',
        }),
      });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect((await app.gql(ME, {}, { headers: { cookie } })).data.me).not.toBeNull();
    });

    it('are listed with their devices and end one by one, here or everywhere', async () => {
      const { cookie, contact, accountId } = await portal();
      const second = await signIn({ contact, password: PASSWORD });
      const token = second.data.signIn.token as string;
      const { data } = await app.gql(SESSIONS, {}, { as: token });
      expect(
        data.sessions.map((s: { deviceLabel: string | null }) => s.deviceLabel).sort(),
      ).toEqual(['Chrome · Windows', null, null].sort());
      const current = data.sessions.filter((s: { isCurrent: boolean }) => s.isCurrent);
      expect(current).toEqual([
        {
          id: second.data.signIn.session.id,
          channel: 'API',
          deviceLabel: null,
          createdAt: '2026-11-22T02:00:00.000Z',
          lastSeenAt: '2026-11-22T02:00:00.000Z',
          expiresAt: '2027-02-20T02:00:00.000Z',
          isCurrent: true,
        },
      ]);

      const chrome = data.sessions.find(
        (s: { deviceLabel: string | null }) => s.deviceLabel === 'Chrome · Windows',
      );
      const REVOKE = `mutation ($input: RevokeSessionInput!) {
        revokeSession(input: $input) { revokedSessionId userErrors { code field } }
      }`;
      const revoke = (sessionId: string, as: string) =>
        app.gql(REVOKE, { input: { sessionId } }, { as });
      const stranger = await createAccount(app);
      const NOT_FOUND = [{ code: 'REQUEST_NOT_FOUND', field: ['sessionId'] }];
      expect(refusalsOf(await revoke(chrome.id, stranger.token), 'revokeSession')).toEqual(
        NOT_FOUND,
      );
      expect(refusalsOf(await revoke(accountId, token), 'revokeSession')).toEqual(NOT_FOUND);
      expect(refusalsOf(await revoke('garbage', token), 'revokeSession')).toEqual([
        { code: 'INPUT_MALFORMED', field: ['sessionId'] },
      ]);
      expect((await app.gql(ME, {}, { headers: { cookie } })).data.me).toEqual({ id: accountId });
      expect((await revoke(chrome.id, token)).data.revokeSession).toEqual({
        revokedSessionId: chrome.id,
        userErrors: [],
      });
      expect((await app.gql(ME, {}, { headers: { cookie } })).data.me).toBeNull();

      const third = (await signIn({ contact, password: PASSWORD })).data.signIn.token as string;
      const out = await app.gql(
        'mutation { signOut(input: {}) { isSignedOut } }',
        {},
        { as: third },
      );
      expect(out.data.signOut).toEqual({ isSignedOut: true });
      expect([await isIn(third), await isIn(token)]).toEqual([false, true]);
      const other = (await signIn({ contact, password: PASSWORD })).data.signIn.token as string;
      const KEEP =
        'mutation { signOutEverywhere(input: { keepThisDevice: true }) { isSignedOut } }';
      await app.gql(KEEP, {}, { as: token });
      expect([await isIn(other), await isIn(token)]).toEqual([false, true]);
      await app.gql('mutation { signOutEverywhere(input: {}) { isSignedOut } }', {}, { as: token });
      expect(await isIn(token)).toBe(false);
      const open = await app.database.pool.query(
        `select count(*)::int as n from sessions where account_id = $1 and revoked_at is null`,
        [accountId],
      );
      expect(open.rows).toEqual([{ n: 0 }]);
    });

    it('clear the cookie when the portal signs out', async () => {
      const { cookie } = await portal();
      const { headers } = await app.gql(
        'mutation { signOut(input: { clearSiteData: true }) { isSignedOut } }',
        {},
        { headers: { cookie } },
      );
      expect(headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
      expect(headers['set-cookie']).toBe(
        '__Host-session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax',
      );
    });

    it('of one browser do not pile up', async () => {
      const { cookie, contact, accountId } = await portal();
      await signIn({ contact, password: PASSWORD, channel: 'PORTAL' }, { headers: { cookie } });
      const { rows } = await app.database.pool.query(
        `select count(*)::int as n from sessions
         where account_id = $1 and channel = 'portal' and revoked_at is null`,
        [accountId],
      );
      expect(rows).toEqual([{ n: 1 }]);
    });

    it('are twenty at most: the one idle longest gives way', async () => {
      const contact = newPhone();
      const { token } = await createAccount(app, { contacts: [contact], password: PASSWORD });
      const tokens = [token];
      for (let i = 0; i < 20; i += 1) {
        app.clock.advance({ minutes: 2 });
        const { data } = await signIn({ contact, password: PASSWORD });
        tokens.push(data.signIn.token as string);
      }
      expect(await isIn(tokens[0] ?? '')).toBe(false);
      expect(await isIn(tokens[1] ?? '')).toBe(true);
      expect(await isIn(tokens[20] ?? '')).toBe(true);
    });

    it('end when idle too long, and at their last day however busy', async () => {
      const idle = await createAccount(app);
      const busy = await createAccount(app);
      app.clock.advance({ days: 29 });
      expect(await isIn(busy.token)).toBe(true);
      app.clock.advance({ days: 1 });
      expect(await isIn(idle.token)).toBe(false);
      for (let day = 30; day < 90; day += 15) {
        expect(await isIn(busy.token)).toBe(true);
        app.clock.advance({ days: 15 });
      }
      expect(await isIn(busy.token)).toBe(false);
    });

    it('note when they were seen, once a minute at most, in no more than two statements', async () => {
      const { token, sessionId } = await createAccount(app);
      const seenAt = async () => {
        const { rows } = await app.database.pool.query<{ at: Date }>(
          `select last_seen_at as at from sessions where id = $1`,
          [sessionId],
        );
        return rows[0]?.at.toISOString();
      };
      app.clock.advance({ seconds: 59 });
      await isIn(token);
      expect(await seenAt()).toBe('2026-11-22T02:00:00.000Z');
      app.clock.advance({ seconds: 1 });
      const statements = await app.statements(() => app.gql('{ __typename }', {}, { as: token }));
      expect(await seenAt()).toBe('2026-11-22T02:01:00.000Z');
      expect(statements.length).toBeLessThanOrEqual(2);
      const bare = await app.statements(() => app.gql('{ __typename }'));
      expect(bare).toEqual([]);
    });

    it.each(['', 'gqs_', `gqs_${'a'.repeat(43)}`, 'gqk_unknown-key', 'Basic x'])(
      'are not opened by %j',
      async (token) => {
        const { status, data } = await app.gql(
          ME,
          {},
          { headers: { authorization: `Bearer ${token}` } },
        );
        expect([status, data.me]).toEqual([200, null]);
      },
    );
  });
});
