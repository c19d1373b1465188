import { randomUUID } from 'node:crypto';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  CHANGE_CONTACT,
  CHANGE_PASSWORD,
  ME,
  NEW_PASSWORD,
  newEmail,
  newPhone,
  PASSWORD,
  PROOF_FAILED,
  refusalsOf,
  REQUEST_CONFIRMATION,
  REQUEST_CONTACT_CODE,
  rowCounts,
  SIGN_IN,
} from './identity.support.js';

const CLOSE = `mutation ($input: CloseAccountInput!) {
  closeAccount(input: $input) { closedAccountId userErrors { code field } }
}`;
const EXPORT = `mutation ($input: ExportMyDataInput!) {
  exportMyData(input: $input) { dataExport { id path expiresAt } userErrors { code field } }
}`;
const CONSENT = `mutation ($input: ConsentToPrivacyNoticeInput!) {
  consentToPrivacyNotice(input: $input) { viewer { needsConsent } userErrors { code field } }
}`;

describe('the own account', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
  });

  beforeEach(async () => {
    app.clock.set('2026-11-22T10:00:00+08:00');
    await app.database.pool.query('delete from rate_limits');
  });

  afterAll(() => app.close());

  const isIn = async (token: string) => (await app.gql(ME, {}, { as: token })).data.me !== null;
  const signIn = async (contact: string, password: string) => {
    const { data } = await app.gql(SIGN_IN, { input: { contact, password, channel: 'API' } });
    return data.signIn.userErrors.length === 0 ? (data.signIn.token as string) : null;
  };
  const person = (options = {}) => createAccount(app, { password: PASSWORD, ...options });
  const stateOf = async (id: string) => {
    const { rows } = await app.database.pool.query(
      `select state, display_name, password_hash, birth_date_sealed from accounts where id = $1`,
      [id],
    );
    return rows[0] as Record<string, unknown>;
  };

  it('is nobody for who is not signed in', async () => {
    const { data, errors } = await app.gql('{ me { id } }');
    expect([data, errors]).toEqual([{ me: null }, undefined]);
  });

  it.each([
    ['{ sessions { id } }', {}],
    ['mutation { signOut(input: {}) { isSignedOut } }', {}],
    ['mutation { signOutEverywhere(input: {}) { isSignedOut } }', {}],
    [CHANGE_PASSWORD, { input: { proof: { password: PASSWORD }, newPassword: NEW_PASSWORD } }],
    [CHANGE_CONTACT, { input: { proof: {}, contact: '13812341234', code: '123456' } }],
    [REQUEST_CONTACT_CODE, { input: { contact: '13812341234' } }],
    [REQUEST_CONFIRMATION, { input: { kind: 'PHONE' } }],
    [CLOSE, { input: { proof: { password: PASSWORD } } }],
    [EXPORT, { input: { idempotencyKey: 'k', proof: { password: PASSWORD } } }],
    [CONSENT, { input: { privacyNoticeVersion: 2 } }],
    ['{ accountRecords { nodes { state } } }', {}],
  ])('keeps %s from who is not signed in', async (query, variables) => {
    const before = await rowCounts(app);
    const { errors } = await app.gql(query, variables);
    expect(errors?.map((error) => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(await rowCounts(app)).toEqual(before);
  });

  it('changes its name and language', async () => {
    const { token, account } = await person();
    const { data } = await app.gql(
      `mutation {
        a: changeDisplayName(input: { displayName: " 李雷 " }) { viewer { account { displayName } } userErrors { code } }
        b: changePreferredLocale(input: { preferredLocale: EN }) { viewer { account { preferredLocale } } userErrors { code } }
        c: changeDisplayName(input: { displayName: "" }) { viewer { id } userErrors { code field } }
      }`,
      {},
      { as: token },
    );
    expect(data).toEqual({
      a: { viewer: { account: { displayName: '李雷' } }, userErrors: [] },
      b: { viewer: { account: { preferredLocale: 'EN' } }, userErrors: [] },
      c: { viewer: null, userErrors: [{ code: 'INPUT_REQUIRED', field: ['displayName'] }] },
    });
    expect((await stateOf(account.id)).display_name).toBe('李雷');
  });

  describe('privacy notice', () => {
    it('is shown in the language of the request', async () => {
      const query = '{ privacyNotice { version publishedAt text } }';
      const chinese = await app.gql(query, {}, { locale: 'zh-CN' });
      const english = await app.gql(query, {}, { locale: 'en' });
      expect(chinese.data.privacyNotice.version).toBe(2);
      expect(chinese.data.privacyNotice.text).toMatch(/^隐私声明（第 2 版）\n/);
      expect(english.data.privacyNotice.text).toMatch(/^Privacy notice \(edition 2\)\n/);
    });

    it('must be agreed to anew when it has a new edition, which nobody can change afterwards', async () => {
      const { token } = await person();
      const needsConsent = async () =>
        (await app.gql('{ me { needsConsent } }', {}, { as: token })).data.me
          .needsConsent as boolean;
      const consent = (privacyNoticeVersion: number) =>
        app.gql(CONSENT, { input: { privacyNoticeVersion } }, { as: token });
      expect(await needsConsent()).toBe(false);
      await app.database.pool.query(
        `insert into privacy_notices (version, published_at, text_zh_cn, text_en)
         values (3, '2026-12-01T00:00:00+08:00', '第三版', 'Third')`,
      );
      expect(await needsConsent()).toBe(false);
      expect(refusalsOf(await consent(3), 'consentToPrivacyNotice')).toEqual([
        { code: 'ACCOUNT_CONSENT_OUTDATED', field: ['privacyNoticeVersion'] },
      ]);
      app.clock.set('2026-12-01T00:00:00+08:00');
      expect(await needsConsent()).toBe(true);
      expect(refusalsOf(await consent(2), 'consentToPrivacyNotice')).toHaveLength(1);
      expect((await consent(3)).data.consentToPrivacyNotice.viewer).toEqual({
        needsConsent: false,
      });
      expect((await consent(3)).data.consentToPrivacyNotice.userErrors).toEqual([]);
      await expect(
        app.database.pool.query(`update privacy_notices set text_en = 'other'`),
      ).rejects.toThrow('never changed');
    });
  });

  describe('closing', () => {
    const close = (someone: TestAccount, proof: object) =>
      app.gql(CLOSE, { input: { proof } }, { as: someone });

    it('erases the person, frees the contacts and ends every session', async () => {
      const [phone, email] = [newPhone(), newEmail()];
      const someone = await person({ contacts: [phone, email] });
      const { id } = someone.account;
      await signIn(phone, PASSWORD);
      const { data } = await close(someone, { password: PASSWORD });
      expect(data.closeAccount).toEqual({ closedAccountId: id, userErrors: [] });
      expect(await isIn(someone.token)).toBe(false);
      expect(await stateOf(id)).toEqual({
        state: 'closed',
        display_name: '',
        password_hash: null,
        birth_date_sealed: null,
      });
      for (const table of [
        'account_identifiers',
        'sessions',
        'one_time_codes',
        'identity_messages',
      ]) {
        const { rows } = await app.database.pool.query(
          `select count(*)::int as n from ${table} where account_id = $1`,
          [id],
        );
        expect([table, rows]).toEqual([table, [{ n: 0 }]]);
      }
      const events = await app.database.pool.query(
        `select payload from outbox_events where name = 'identity.accountClosed' and subject_id = $1`,
        [id],
      );
      expect(events.rows).toEqual([{ payload: { accountId: id } }]);
      expect(await signIn(phone, PASSWORD)).toBeNull();
      await person({ contacts: [phone, email] });
    });

    it('needs proof', async () => {
      const someone = await person();
      const before = await rowCounts(app);
      const answer = await close(someone, { password: 'wrong-password-1' });
      expect(refusalsOf(answer, 'closeAccount')).toEqual(PROOF_FAILED);
      expect(await rowCounts(app)).toEqual(before);
      expect((await stateOf(someone.account.id)).state).toBe('active');
    });

    it('is refused to the last administrator, also when the last two close at once', async () => {
      await app.database.pool.query(`update accounts set is_administrator = false`);
      const administrators = [
        await person({ isAdministrator: true }),
        await person({ isAdministrator: true }),
      ];
      const answers = await Promise.all(
        administrators.map((someone) => close(someone, { password: PASSWORD })),
      );
      const codes = answers.map(
        (answer) => refusalsOf(answer, 'closeAccount')[0]?.code ?? 'closed',
      );
      expect(codes.sort()).toEqual(['ACCOUNT_LAST_ADMINISTRATOR', 'closed']);
    });
  });

  describe('export', () => {
    const ask = (someone: TestAccount, input: object = {}) =>
      app.gql(
        EXPORT,
        { input: { idempotencyKey: randomUUID(), proof: { password: PASSWORD }, ...input } },
        { as: someone },
      );

    it('is one document with everything known, fetched once by its person', async () => {
      const phone = newPhone();
      const someone = await person({
        contacts: [phone],
        birthDate: '1998-07-06',
        displayName: '韩梅梅',
      });
      const { data } = await ask(someone);
      const { path, expiresAt } = data.exportMyData.dataExport;
      expect(expiresAt).toBe('2026-11-22T02:10:00.000Z');
      const stranger = await createAccount(app);
      expect((await app.http({ url: path })).status).toBe(401);
      expect((await app.http({ url: path, as: stranger })).status).toBe(404);

      const answer = await app.http({ url: path, as: someone });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-disposition']).toBe(
        'attachment; filename="gongqiao-personal-data.json"',
      );
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-store');
      const document = answer.json<{ exportedAt: string; account: object }>();
      expect(document.exportedAt).toBe('2026-11-22T02:00:00.000Z');
      expect(document.account).toEqual({
        id: someone.account.id,
        displayName: '韩梅梅',
        preferredLocale: 'zh-CN',
        birthDate: '1998-07-06',
        contacts: [{ kind: 'PHONE', value: `+86${phone}`, verifiedAt: '2026-11-22T02:00:00.000Z' }],
        privacyConsents: [{ noticeVersion: 2, consentedAt: '2026-11-22T02:00:00.000Z' }],
        sessions: [
          {
            channel: 'API',
            deviceLabel: null,
            createdAt: '2026-11-22T02:00:00.000Z',
            lastSeenAt: '2026-11-22T02:00:00.000Z',
          },
        ],
      });
      expect((await app.http({ url: path, as: someone })).status).toBe(404);
    });

    it('ends after ten minutes, needs proof, and a request sent again gives the same permission', async () => {
      const someone = await person();
      expect(
        refusalsOf(await ask(someone, { proof: { password: 'wrong-one-123' } }), 'exportMyData'),
      ).toEqual(PROOF_FAILED);
      const first = await ask(someone, { idempotencyKey: 'again' });
      const second = await ask(someone, { idempotencyKey: 'again' });
      expect(second.data).toEqual(first.data);
      app.clock.advance({ minutes: 10 });
      const { path } = first.data.exportMyData.dataExport;
      expect((await app.http({ url: path, as: someone })).status).toBe(404);
      expect((await app.http({ url: '/exports/personal-data/garbage', as: someone })).status).toBe(
        404,
      );
    });
  });
});
