import { createAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  ME,
  newPhone,
  PASSWORD,
  refusalsOf,
  SIGN_IN,
  type SessionSeen,
} from './identity.support.js';

const SESSIONS = `{ sessions { id channel deviceLabel createdAt lastSeenAt expiresAt isCurrent } }`;

describe('sessions', () => {
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
    const curl = { headers: { 'user-agent': 'curl/8.5.0' } };
    const second = await signIn({ contact, password: PASSWORD }, curl);
    const token = second.data.signIn.token as string;
    const { data } = await app.gql<{ sessions: SessionSeen[] }>(SESSIONS, {}, { as: token });
    expect(data.sessions.map((s) => s.deviceLabel).sort()).toEqual(
      ['Chrome · Windows', 'curl', null].sort(),
    );
    const current = data.sessions.filter((s) => s.isCurrent);
    expect(current).toEqual([
      {
        id: second.data.signIn.session.id,
        channel: 'API',
        deviceLabel: 'curl',
        createdAt: '2026-11-22T02:00:00.000Z',
        lastSeenAt: '2026-11-22T02:00:00.000Z',
        expiresAt: '2027-02-20T02:00:00.000Z',
        isCurrent: true,
      },
    ]);

    const chrome = data.sessions.find((s) => s.deviceLabel === 'Chrome · Windows')?.id ?? '';
    const REVOKE = `mutation ($input: RevokeSessionInput!) {
      revokeSession(input: $input) { revokedSessionId userErrors { code field } }
    }`;
    const revoke = (sessionId: string, as: string) =>
      app.gql(REVOKE, { input: { sessionId } }, { as });
    const stranger = await createAccount(app);
    const NOT_FOUND = [{ code: 'REQUEST_NOT_FOUND', field: ['sessionId'] }];
    expect(refusalsOf(await revoke(chrome, stranger.token), 'revokeSession')).toEqual(NOT_FOUND);
    expect(refusalsOf(await revoke(accountId, token), 'revokeSession')).toEqual(NOT_FOUND);
    expect(refusalsOf(await revoke('garbage', token), 'revokeSession')).toEqual([
      { code: 'INPUT_MALFORMED', field: ['sessionId'] },
    ]);
    expect((await app.gql(ME, {}, { headers: { cookie } })).data.me).toEqual({ id: accountId });
    expect((await revoke(chrome, token)).data.revokeSession).toEqual({
      revokedSessionId: chrome,
      userErrors: [],
    });
    expect((await app.gql(ME, {}, { headers: { cookie } })).data.me).toBeNull();

    const third = (await signIn({ contact, password: PASSWORD })).data.signIn.token as string;
    const out = await app.gql('mutation { signOut(input: {}) { isSignedOut } }', {}, { as: third });
    expect(out.data.signOut).toEqual({ isSignedOut: true });
    expect([await isIn(third), await isIn(token)]).toEqual([false, true]);
    const other = (await signIn({ contact, password: PASSWORD })).data.signIn.token as string;
    const KEEP = 'mutation { signOutEverywhere(input: { keepThisDevice: true }) { isSignedOut } }';
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
