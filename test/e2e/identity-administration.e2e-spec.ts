import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { ME, newPhone, PASSWORD, refusalsOf, rowCounts, SIGN_IN } from './identity.support.js';

const DISABLE = `mutation ($input: DisableAccountInput!) {
  disableAccount(input: $input) { accountRecord { state disabledAt disabledReason } userErrors { code field } }
}`;
const ENABLE = `mutation ($input: EnableAccountInput!) {
  enableAccount(input: $input) { accountRecord { state disabledAt disabledReason } userErrors { code field } }
}`;
const RECORDS = `query ($first: Int, $after: String, $filter: AccountRecordFilter) {
  accountRecords(first: $first, after: $after, filter: $filter) {
    nodes { account { id } state isAdministrator } pageInfo { hasNextPage endCursor } totalCount
  }
}`;
const RECORD = `query ($id: ID!) { accountRecord(id: $id) { account { id } state } }`;
interface Page {
  readonly nodes: readonly { readonly account: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly totalCount: number;
}

const UNKNOWN_ID = '01977a00-0000-7000-8000-000000000000';

describe('administration of accounts', () => {
  let app: TestApp;
  let administrator: TestAccount;

  beforeAll(async () => {
    app = await createTestApp();
    app.clock.set('2026-11-22T10:00:00+08:00');
    administrator = await createAccount(app, { isAdministrator: true });
  });

  afterAll(() => app.close());

  const disable = (
    accountId: string,
    as: TestAccount | null = administrator,
    reason = '冒用他人身份',
  ) => app.gql(DISABLE, { input: { accountId, reason } }, { as });
  const enable = (accountId: string, as: TestAccount = administrator) =>
    app.gql(ENABLE, { input: { accountId } }, { as });
  const isIn = async (token: string) => (await app.gql(ME, {}, { as: token })).data.me !== null;

  it('disables an account at once, wherever it is signed in, and enabling opens no old session', async () => {
    const contact = newPhone();
    const someone = await createAccount(app, { contacts: [contact], password: PASSWORD });
    expect(await isIn(someone.token)).toBe(true);
    const { data } = await disable(someone.account.id);
    expect(data.disableAccount).toEqual({
      accountRecord: {
        state: 'DISABLED',
        disabledAt: '2026-11-22T02:00:00.000Z',
        disabledReason: '冒用他人身份',
      },
      userErrors: [],
    });
    expect(await isIn(someone.token)).toBe(false);
    const refused = await app.gql(SIGN_IN, {
      input: { contact, password: PASSWORD, channel: 'API' },
    });
    expect(refusalsOf(refused, 'signIn')).toEqual([{ code: 'ACCOUNT_DISABLED', field: null }]);
    const wrong = await app.gql(SIGN_IN, {
      input: { contact, password: 'wrong-password-1', channel: 'API' },
    });
    expect(refusalsOf(wrong, 'signIn')).toEqual([{ code: 'SIGN_IN_FAILED', field: null }]);

    const opened = await enable(someone.account.id);
    expect(opened.data.enableAccount.accountRecord).toEqual({
      state: 'ACTIVE',
      disabledAt: null,
      disabledReason: null,
    });
    expect(await isIn(someone.token)).toBe(false);
    const again = await app.gql(SIGN_IN, {
      input: { contact, password: PASSWORD, channel: 'API' },
    });
    expect(refusalsOf(again, 'signIn')).toEqual([]);
    const history = await app.database.pool.query(
      `select from_state, to_state, reason, actor_id from account_history
       where account_id = $1 order by id`,
      [someone.account.id],
    );
    const actor_id = administrator.account.id;
    expect(history.rows).toEqual([
      { from_state: 'active', to_state: 'disabled', reason: '冒用他人身份', actor_id },
      { from_state: 'disabled', to_state: 'active', reason: null, actor_id },
    ]);
    const events = await app.database.pool.query(
      `select name from outbox_events where subject_id = $1 order by id`,
      [someone.account.id],
    );
    expect(events.rows).toEqual([
      { name: 'identity.accountDisabled' },
      { name: 'identity.accountEnabled' },
    ]);
  });

  it('refuses what is wrong, and changes nothing', async () => {
    const someone = await createAccount(app);
    const closed = await createAccount(app);
    await app.database.pool.query(
      `update accounts set state = 'closed', display_name = '', birth_date_sealed = null, closed_at = now()
       where id = $1`,
      [closed.account.id],
    );
    const before = await rowCounts(app);
    const cases: [Promise<{ data: Record<string, unknown> }>, string, string, string[] | null][] = [
      [disable(administrator.account.id), 'disableAccount', 'ACCOUNT_IS_OWN', ['accountId']],
      [disable(UNKNOWN_ID), 'disableAccount', 'REQUEST_NOT_FOUND', ['accountId']],
      [disable('garbage'), 'disableAccount', 'INPUT_MALFORMED', ['accountId']],
      [
        disable(someone.account.id, administrator, ' '),
        'disableAccount',
        'INPUT_REQUIRED',
        ['reason'],
      ],
      [disable(closed.account.id), 'disableAccount', 'ACCOUNT_WRONG_STATE', null],
      [enable(someone.account.id), 'enableAccount', 'ACCOUNT_WRONG_STATE', null],
      [enable(closed.account.id), 'enableAccount', 'ACCOUNT_WRONG_STATE', null],
    ];
    for (const [answer, name, code, field] of cases) {
      expect(refusalsOf((await answer) as never, name)).toEqual([{ code, field }]);
    }
    expect(await rowCounts(app)).toEqual(before);
  });

  it('is for administrators of the platform only', async () => {
    const someone = await createAccount(app);
    const { id } = someone.account;
    const before = await rowCounts(app);
    for (const [query, variables] of [
      [DISABLE, { input: { accountId: id, reason: 'x' } }],
      [ENABLE, { input: { accountId: id } }],
      [RECORDS, {}],
      [RECORD, { id }],
    ] as const) {
      const nobody = await app.gql(query, variables);
      const other = await app.gql(query, variables, { as: someone });
      expect([nobody, other].map((answer) => answer.errors?.[0]?.extensions.code)).toEqual([
        'UNAUTHENTICATED',
        'FORBIDDEN',
      ]);
    }
    expect(await rowCounts(app)).toEqual(before);
  });

  it('lists the newest first, page by page, and finds by state, role and exact contact', async () => {
    const contact = newPhone();
    app.clock.advance({ hours: 1 });
    const one = await createAccount(app, { contacts: [contact] });
    app.clock.advance({ hours: 1 });
    const two = await createAccount(app);
    const list = async (variables: object) =>
      (await app.gql<{ accountRecords: Page }>(RECORDS, variables, { as: administrator })).data
        .accountRecords;
    const idsOf = (page: Page) => page.nodes.map((node) => node.account.id);

    const first = await list({ first: 1 });
    expect(idsOf(first)).toEqual([two.account.id]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await list({ first: 1, after: first.pageInfo.endCursor });
    expect(idsOf(second)).toEqual([one.account.id]);
    const { rows } = await app.database.pool.query('select count(*)::int as n from accounts');
    expect(first.totalCount).toBe(rows[0].n);

    const found = await list({ filter: { contact: `+86 ${contact}` } });
    expect(found.nodes).toEqual([
      { account: { id: one.account.id }, state: 'ACTIVE', isAdministrator: false },
    ]);
    for (const filter of [{ contact: 'nobody' }, { contact: newPhone() }]) {
      expect((await list({ filter })).nodes).toEqual([]);
    }
    const administrators = await list({ filter: { isAdministrator: true, state: 'ACTIVE' } });
    expect(administrators.nodes).toEqual([
      { account: { id: administrator.account.id }, state: 'ACTIVE', isAdministrator: true },
    ]);
    const record = await app.gql(RECORD, { id: one.account.id }, { as: administrator });
    expect(record.data.accountRecord).toEqual({ account: { id: one.account.id }, state: 'ACTIVE' });
    for (const id of [UNKNOWN_ID, 'garbage']) {
      expect((await app.gql(RECORD, { id }, { as: administrator })).data.accountRecord).toBeNull();
    }
  });
});
