import { createAccount } from '../factories/account.factory.js';
import { RateLimiter } from '../../src/core/rate-limit/index.js';
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
      expect(await isIn(data.signIn.token as string)).toBe(true);
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
    const noted = { audit_entries: (before.audit_entries ?? 0) + 3 };
    expect(await rowCounts(app)).toEqual({ ...before, ...noted });
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
    const limit = { points: 100, perSeconds: 900 };
    for (let i = 0; i < 99; i += 1) {
      await app.get(RateLimiter).consume('identity.proof.address', '2001:db8:1:2::/64', limit);
    }
    const refusals = [];
    for (const from of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::2', '2001:db8:1:3::1']) {
      const input = { contact: newPhone(), password: 'guess-number-1' };
      refusals.push(refusalsOf(await signIn(input, { from }), 'signIn'));
    }
    expect(refusals).toEqual([FAILED, LIMITED, FAILED]);
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
      expect(await isIn(first.data.signInWithCode.token as string)).toBe(true);
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
      await app.settle();
      const known = newEmail();
      await createAccount(app, { contacts: [known] });
      const sent = async () => {
        const { rows } = await app.database.pool.query<{ n: number }>(
          'select count(*)::int as n from development_messages',
        );
        return rows[0]?.n ?? 0;
      };
      const sentBefore = await sent();
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
      const left = await app.database.pool.query(
        'select count(*)::int as n from identity_messages',
      );
      expect([(await sent()) - sentBefore, left.rows]).toEqual([1, [{ n: 0 }]]);
    });
  });
});
