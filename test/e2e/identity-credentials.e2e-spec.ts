import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  CHANGE_CONTACT,
  CHANGE_PASSWORD,
  lastCode,
  ME,
  NEW_PASSWORD,
  newEmail,
  newPhone,
  PASSWORD,
  PROOF_FAILED,
  refusalsOf,
  REQUEST_CONFIRMATION,
  REQUEST_CONTACT_CODE,
  requestCode,
  RESET_PASSWORD,
  rowCounts,
  SIGN_IN,
} from './identity.support.js';

const CODE_INVALID = [{ code: 'ONE_TIME_CODE_INVALID', field: ['code'] }];

describe('password and contact', () => {
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

  describe('password', () => {
    const change = (someone: TestAccount, input: object) =>
      app.gql(CHANGE_PASSWORD, { input }, { as: someone });

    it('is changed by the old one; other devices are signed out and the person is told', async () => {
      const email = newEmail();
      const someone = await person({ contacts: [email] });
      const other = await signIn(email, PASSWORD);
      const answer = await change(someone, {
        proof: { password: PASSWORD },
        newPassword: NEW_PASSWORD,
      });
      expect(answer.data.changePassword).toEqual({ isChanged: true, userErrors: [] });
      expect([await isIn(someone.token), await isIn(other ?? '')]).toEqual([true, false]);
      expect(await signIn(email, PASSWORD)).toBeNull();
      expect(await signIn(email, NEW_PASSWORD)).not.toBeNull();
      await app.settle();
      const { rows } = await app.database.pool.query(
        `select subject from development_messages where recipient = $1`,
        [email],
      );
      expect(rows).toEqual([{ subject: '您的密码已修改' }]);
    });

    it('is set for the first time by a code sent to an own contact', async () => {
      const phone = newPhone();
      const someone = await createAccount(app, { contacts: [phone] });
      const ask = await app.gql(
        REQUEST_CONFIRMATION,
        { input: { kind: 'PHONE' } },
        { as: someone },
      );
      expect(ask.data.requestConfirmationCode.userErrors).toEqual([]);
      const code = await lastCode(app);
      const input = { proof: { code }, newPassword: NEW_PASSWORD };
      expect((await change(someone, input)).data.changePassword.isChanged).toBe(true);
      expect(refusalsOf(await change(someone, input), 'changePassword')).toEqual(PROOF_FAILED);
      expect(await signIn(phone, NEW_PASSWORD)).not.toBeNull();
    });

    it('stays what it is when anything is wrong', async () => {
      const email = newEmail();
      const someone = await person({ contacts: [email] });
      const stranger = await createAccount(app, { contacts: [newPhone()] });
      await app.gql(REQUEST_CONFIRMATION, { input: { kind: 'PHONE' } }, { as: stranger });
      const codeOfStranger = await lastCode(app);
      const before = await rowCounts(app);
      const cases: [object, string, string[]][] = [
        [
          { proof: { password: 'wrong-password-1' }, newPassword: NEW_PASSWORD },
          'PROOF_FAILED',
          ['proof'],
        ],
        [{ proof: { code: codeOfStranger }, newPassword: NEW_PASSWORD }, 'PROOF_FAILED', ['proof']],
        [{ proof: {}, newPassword: NEW_PASSWORD }, 'PROOF_REQUIRED', ['proof']],
        [
          { proof: { password: PASSWORD }, newPassword: 'short' },
          'INPUT_TOO_SHORT',
          ['newPassword'],
        ],
        [
          { proof: { password: PASSWORD }, newPassword: 'password123' },
          'PASSWORD_COMMON',
          ['newPassword'],
        ],
        [
          { proof: { password: PASSWORD }, newPassword: email },
          'PASSWORD_IS_CONTACT',
          ['newPassword'],
        ],
      ];
      for (const [input, code, field] of cases) {
        expect(refusalsOf(await change(someone, input), 'changePassword')).toEqual([
          { code, field },
        ]);
      }
      expect(await rowCounts(app)).toEqual(before);
      expect(await signIn(email, PASSWORD)).not.toBeNull();
    });

    it('cannot be guessed by who holds a signed-in device', async () => {
      const someone = await person();
      const codes = [];
      for (let i = 0; i < 11; i += 1) {
        const input = {
          proof: { password: `guess-number-${String(i)}` },
          newPassword: NEW_PASSWORD,
        };
        codes.push(refusalsOf(await change(someone, input), 'changePassword')[0]?.code);
      }
      expect(codes).toEqual([...Array<string>(10).fill('PROOF_FAILED'), 'REQUEST_RATE_LIMITED']);
    });

    it('that was forgotten is set anew by code, once, and every device is signed out', async () => {
      const email = newEmail();
      const someone = await person({ contacts: [email] });
      const code = await requestCode(app, email, 'RESET_PASSWORD');
      const reset = (input: object) =>
        app.gql(RESET_PASSWORD, {
          input: { contact: email, code, newPassword: NEW_PASSWORD, ...input },
        });
      const wrong = code === '000000' ? '000001' : '000000';
      expect(refusalsOf(await reset({ code: wrong }), 'resetPassword')).toEqual(CODE_INVALID);
      expect(refusalsOf(await reset({ contact: newEmail() }), 'resetPassword')).toEqual(
        CODE_INVALID,
      );
      expect(refusalsOf(await reset({ newPassword: email }), 'resetPassword')).toEqual([
        { code: 'PASSWORD_IS_CONTACT', field: ['newPassword'] },
      ]);
      expect(await isIn(someone.token)).toBe(true);
      expect((await reset({})).data.resetPassword).toEqual({ isChanged: true, userErrors: [] });
      expect(refusalsOf(await reset({}), 'resetPassword')).toEqual(CODE_INVALID);
      expect(await isIn(someone.token)).toBe(false);
      expect(await signIn(email, NEW_PASSWORD)).not.toBeNull();
    });
  });

  describe('contact', () => {
    const askFor = async (someone: TestAccount, contact: string) => {
      await app.gql(REQUEST_CONTACT_CODE, { input: { contact } }, { as: someone });
      return lastCode(app);
    };
    const change = (someone: TestAccount, input: object) =>
      app.gql(
        CHANGE_CONTACT,
        { input: { proof: { password: PASSWORD }, ...input } },
        { as: someone },
      );

    it('is replaced by one whose code the person has; the old one is told and freed', async () => {
      const [old, contact] = [newEmail(), newEmail()];
      const someone = await person({ contacts: [old] });
      const code = await askFor(someone, contact);
      const answer = await change(someone, { contact, code });
      expect(answer.data.changeContact).toEqual({
        viewer: { phone: null, email: 'p***@example.org' },
        userErrors: [],
      });
      expect(await signIn(contact, PASSWORD)).not.toBeNull();
      expect(await signIn(old, PASSWORD)).toBeNull();
      await app.settle();
      const { rows } = await app.database.pool.query(
        `select subject from development_messages where recipient = $1`,
        [old],
      );
      expect(rows).toEqual([{ subject: '您的登录联系方式已更换' }]);
      await person({ contacts: [old] });
    });

    it('of another kind is added', async () => {
      const phone = newPhone();
      const someone = await person();
      const code = await askFor(someone, phone);
      const { data } = await change(someone, { contact: phone, code });
      expect(data.changeContact.viewer.email).toBe('p***@example.org');
      expect(data.changeContact.viewer.phone).toBe(`+86138****${phone.slice(-4)}`);
    });

    it('stays what it is when anything is wrong', async () => {
      const [own, taken, contact] = [newEmail(), newEmail(), newEmail()];
      const someone = await person({ contacts: [own] });
      await person({ contacts: [taken] });
      const codes = {
        own: await askFor(someone, own),
        taken: await askFor(someone, taken),
        contact: await askFor(someone, contact),
      };
      const before = await rowCounts(app);
      const cases: [object, string, string[]][] = [
        [{ contact: 'nobody', code: '123456' }, 'CONTACT_MALFORMED', ['contact']],
        [{ contact: own, code: codes.own }, 'CONTACT_UNCHANGED', ['contact']],
        [{ contact: taken, code: codes.taken }, 'CONTACT_TAKEN', ['contact']],
        [{ contact: newEmail(), code: codes.contact }, 'ONE_TIME_CODE_INVALID', ['code']],
        [
          { contact, code: codes.contact, proof: { password: 'wrong-password-1' } },
          'PROOF_FAILED',
          ['proof'],
        ],
        [{ contact, code: codes.contact, proof: {} }, 'PROOF_REQUIRED', ['proof']],
      ];
      for (const [input, code, field] of cases) {
        expect(refusalsOf(await change(someone, input), 'changeContact')).toEqual([
          { code, field },
        ]);
      }
      expect(await rowCounts(app)).toEqual(before);
    });

    it('that two accounts want at once goes to one of them', async () => {
      const contact = newEmail();
      const [one, two] = [await person(), await person()];
      const code = await askFor(one, contact);
      const answers = await Promise.all([
        change(one, { contact, code }),
        change(two, { contact, code }),
      ]);
      const outcomes = answers.map(
        (answer) => refusalsOf(answer, 'changeContact')[0]?.code ?? 'changed',
      );
      expect(outcomes.sort()).toEqual(['ONE_TIME_CODE_INVALID', 'changed']);
    });

    it('one has not cannot be sent a code', async () => {
      const answer = await app.gql(
        REQUEST_CONFIRMATION,
        { input: { kind: 'PHONE' } },
        { as: await person() },
      );
      expect(refusalsOf(answer, 'requestConfirmationCode')).toEqual([
        { code: 'CONTACT_MISSING', field: ['kind'] },
      ]);
    });
  });
});
