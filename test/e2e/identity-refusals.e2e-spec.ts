import { createAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  newEmail,
  newPhone,
  PASSWORD,
  refusalsOf,
  SIGN_IN,
  SIGN_IN_WITH_CODE,
} from './identity.support.js';

const RESET = `mutation ($input: ResetPasswordInput!) {
  resetPassword(input: $input) { isChanged userErrors { code field } }
}`;

/** Each refused try to get into an account is an audit entry; without it, guessing would leave no trace. */
describe('refused tries to get into an account', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    await app.database.truncateAll();
    app.clock.set('2026-11-22T10:00:00+08:00');
  });
  afterAll(() => app.close());

  const signIn = (contact: string, password = 'river-stone-lamp-48', from = '203.0.113.1') =>
    app.gql(SIGN_IN, { input: { contact, password, channel: 'API' } }, { from });
  const entries = async () => {
    const { rows } = await app.database.pool.query(
      `select action, actor_kind, actor_id, subject_type, subject_id, detail from audit_entries order by id`,
    );
    return rows as unknown[];
  };
  const entry = (accountId: string | null, method: string, reason: string) => ({
    action: 'refuseSignIn',
    actor_kind: 'ANONYMOUS',
    actor_id: null,
    subject_type: accountId === null ? null : 'account',
    subject_id: accountId,
    detail: { method, reason },
  });

  it('name the account of a known contact, nothing of an unknown one, and why', async () => {
    const phone = newPhone();
    const { account } = await createAccount(app, { contacts: [phone], password: PASSWORD });
    await signIn(phone);
    await signIn(newEmail());
    const byCode = { contact: phone, code: '000000', channel: 'API' };
    await app.gql(SIGN_IN_WITH_CODE, { input: byCode });
    expect(await entries()).toEqual([
      entry(account.id, 'PASSWORD', 'SIGN_IN_FAILED'),
      entry(null, 'PASSWORD', 'SIGN_IN_FAILED'),
      entry(account.id, 'CODE', 'ONE_TIME_CODE_INVALID'),
    ]);
    expect(JSON.stringify(await entries())).not.toContain(phone);
  });

  it('are noted where the account is disabled', async () => {
    const phone = newPhone();
    const { account } = await createAccount(app, { contacts: [phone], password: PASSWORD });
    await app.database.pool.query(
      `update accounts set state = 'disabled', disabled_at = now() where id = $1`,
      [account.id],
    );
    expect(refusalsOf(await signIn(phone, PASSWORD), 'signIn')).toEqual([
      { code: 'ACCOUNT_DISABLED', field: null },
    ]);
    expect(await entries()).toEqual([entry(account.id, 'PASSWORD', 'ACCOUNT_DISABLED')]);
  });

  it('are noted beyond the limit too, once a minute', async () => {
    const phone = newPhone();
    const { account } = await createAccount(app, { contacts: [phone], password: PASSWORD });
    for (let i = 0; i < 13; i += 1) await signIn(phone);
    const failed = entry(account.id, 'PASSWORD', 'SIGN_IN_FAILED');
    const limited = entry(account.id, 'PASSWORD', 'REQUEST_RATE_LIMITED');
    expect(await entries()).toEqual([...Array<unknown>(10).fill(failed), limited]);
    app.clock.advance({ minutes: 1, seconds: 1 });
    await signIn(phone);
    await signIn(phone);
    expect(await entries()).toEqual([...Array<unknown>(10).fill(failed), limited, limited]);
  });

  it('count where a password is to be set anew', async () => {
    const phone = newPhone();
    const { account } = await createAccount(app, { contacts: [phone], password: PASSWORD });
    const input = { contact: phone, code: '000000', newPassword: 'another-river-stone-48' };
    await app.gql(RESET, { input });
    expect(await entries()).toEqual([
      {
        ...entry(account.id, 'CODE', 'ONE_TIME_CODE_INVALID'),
        action: 'refusePasswordReset',
      },
    ]);
  });

  it('are not noted where the input was malformed or the sign-in succeeded', async () => {
    const phone = newPhone();
    await createAccount(app, { contacts: [phone], password: PASSWORD });
    await signIn('nobody');
    expect(await entries()).toEqual([]);
    expect(refusalsOf(await signIn(phone, PASSWORD), 'signIn')).toEqual([]);
    expect(await entries()).toMatchObject([{ action: 'signIn' }]);
  });
});
