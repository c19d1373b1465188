import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createEnterpriseWithRecruiter, newCreditCode } from '../factories/organisation.factory.js';
import { COLLEGE } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  REGISTER,
  registration,
  expectNoTrace,
  refusalsOf,
  refusedWith,
  eventsOf,
} from './organisations.support.js';

describe('registering an organisation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(() => {
    app.clock.set('2026-11-22T10:00:00+08:00');
  });
  afterAll(() => app.close());

  const register = (as: TestAccount | null, changes: object = {}) =>
    app.gql(REGISTER, { input: registration(changes) }, { as });
  const registeredWith = async (code: string): Promise<number | null> => {
    const { rowCount } = await app.database.pool.query(
      'select from organisations where unified_social_credit_code = $1',
      [code],
    );
    return rowCount;
  };

  it('makes the caller administrator of an unverified organisation', async () => {
    const person = await createAccount(app);
    const { data } = await register(person, {
      unifiedSocialCreditCode: ' ９1350100ｍ000100y43 ',
      contact: { name: '王经理', phone: '0512-65281234', email: 'hr@example.org' },
    });
    expect(data.registerOrganisation).toEqual({
      organisation: {
        id: expect.any(String) as string,
        kind: 'ENTERPRISE',
        name: '苏州精密制造有限公司',
        unifiedSocialCreditCode: '91350100M000100Y43',
        standing: 'UNVERIFIED',
        accountClass: 'OWN_HIRING',
        version: 1,
      },
      userErrors: [],
    });
    const { id } = data.registerOrganisation.organisation as { id: string };
    const me = await app.gql(
      `{ me { organisations { role organisation { id viewerCan { edit suspend } } } } }`,
      {},
      { as: person },
    );
    expect(me.data.me.organisations).toEqual([
      { role: 'ADMINISTRATOR', organisation: { id, viewerCan: { edit: true, suspend: false } } },
    ]);
    expect((await eventsOf(app, id)).map(({ name }) => name)).toEqual([
      'organisations.organisationRegistered',
      'organisations.memberJoined',
    ]);
    const { rows } = await app.database.pool.query(
      'select contact_phone_sealed, contact_email_sealed from organisations',
    );
    expect(JSON.stringify(rows)).not.toMatch(/65281234|example\.org/);
  });

  it('answers the same request once more with the same organisation', async () => {
    const person = await createAccount(app);
    const input = registration();
    const first = await app.gql(REGISTER, { input }, { as: person });
    const again = await app.gql(REGISTER, { input }, { as: person });
    expect(again.data).toEqual(first.data);
    const other = await app.gql(
      REGISTER,
      { input: { ...input, name: '另一家公司' } },
      { as: person },
    );
    expect(refusalsOf(other, 'registerOrganisation')).toEqual([
      { code: 'REQUEST_IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] },
    ]);
    expect(await registeredWith(input.unifiedSocialCreditCode as string)).toBe(1);
  });

  it('tells whoever comes second how to be invited, and nothing about the first', async () => {
    const first = await createEnterpriseWithRecruiter(app);
    const person = await createAccount(app);
    const answer = await expectNoTrace(app, () =>
      register(person, { unifiedSocialCreditCode: first.unifiedSocialCreditCode.toLowerCase() }),
    );
    expect(answer.data.registerOrganisation).toEqual({
      organisation: null,
      userErrors: [
        {
          code: 'ORGANISATION_CODE_TAKEN',
          field: ['unifiedSocialCreditCode'],
          message:
            'An organisation with this code is registered already. Ask its administrator to invite you; if you do not know who that is, turn to the bureau in charge',
        },
      ],
    });
  });

  it('lets one of two who register the same code at once have it', async () => {
    const people = [await createAccount(app), await createAccount(app)];
    const unifiedSocialCreditCode = newCreditCode();
    const answers = await Promise.all(
      people.map((person) => register(person, { unifiedSocialCreditCode })),
    );
    const codes = answers.map(
      (answer) => refusalsOf(answer, 'registerOrganisation')[0]?.code ?? 'done',
    );
    expect(codes.sort()).toEqual(['ORGANISATION_CODE_TAKEN', 'done']);
    expect(await registeredWith(unifiedSocialCreditCode)).toBe(1);
  });

  it.each([
    [
      'a wrong check digit',
      { unifiedSocialCreditCode: '91350100M000100Y44' },
      'ORGANISATION_CODE_CHECK_DIGIT',
      'unifiedSocialCreditCode',
    ],
    [
      'a code too short',
      { unifiedSocialCreditCode: '91350100M' },
      'ORGANISATION_CODE_MALFORMED',
      'unifiedSocialCreditCode',
    ],
    ['an unknown region', { regionCode: '999999' }, 'REFERENCE_UNKNOWN_REGION', 'regionCode'],
    ['an unknown industry', { industryCode: 'ZZ' }, 'REFERENCE_UNKNOWN_INDUSTRY', 'industryCode'],
    [
      'an unknown college',
      { kind: 'COLLEGE', collegeCode: '0000000000' },
      'REFERENCE_UNKNOWN_COLLEGE',
      'collegeCode',
    ],
    [
      'a college code of an enterprise',
      { collegeCode: COLLEGE.suzhouHealth },
      'ORGANISATION_COLLEGE_NOT_FOR_KIND',
      'collegeCode',
    ],
    [
      'a class its kind cannot have',
      { accountClass: 'OPERATING_AGENCY' },
      'ORGANISATION_CLASS_NOT_FOR_KIND',
      'accountClass',
    ],
    [
      'an agency without a licence',
      { kind: 'HR_AGENCY' },
      'ORGANISATION_LICENCE_REQUIRED',
      'hrServiceLicence',
    ],
    ['a name of one character', { name: ' 甲 ' }, 'INPUT_TOO_SHORT', 'name'],
    ['a name of marks only', { name: '……' }, 'INPUT_MALFORMED', 'name'],
    ['a control character', { name: '甲\u0007公司' }, 'INPUT_CONTROL_CHARACTERS', 'name'],
    ['a name without end', { name: '甲'.repeat(101) }, 'INPUT_TOO_LONG', 'name'],
    ['a script as web address', { website: 'javascript:alert(1)' }, 'INPUT_MALFORMED', 'website'],
    [
      'an intake upside down',
      { annualGraduateIntakeMin: 9, annualGraduateIntakeMax: 3 },
      'ORGANISATION_INTAKE_UPSIDE_DOWN',
      'annualGraduateIntakeMax',
    ],
    [
      'an absurd intake',
      { annualGraduateIntakeMax: 2_000_000 },
      'INPUT_OUT_OF_RANGE',
      'annualGraduateIntakeMax',
    ],
    ['an empty key', { idempotencyKey: '' }, 'INPUT_REQUIRED', 'idempotencyKey'],
  ])('refuses %s and leaves no trace', async (_, changes, code, field) => {
    const person = await createAccount(app);
    const answer = await expectNoTrace(app, () => register(person, changes));
    expect(refusalsOf(answer, 'registerOrganisation')).toEqual([{ code, field: [field] }]);
  });

  it('refuses a malformed telephone and names the whole path', async () => {
    const person = await createAccount(app);
    const answer = await expectNoTrace(app, () =>
      register(person, { contact: { phone: 'call me' } }),
    );
    expect(refusalsOf(answer, 'registerOrganisation')).toEqual([
      { code: 'INPUT_MALFORMED', field: ['contact', 'phone'] },
    ]);
  });

  it('refuses the eleventh within a day, until the day is over', async () => {
    const person = await createAccount(app);
    for (let i = 0; i < 10; i++)
      expect(refusalsOf(await register(person), 'registerOrganisation')).toEqual([]);
    expect(refusalsOf(await register(person), 'registerOrganisation')).toEqual([
      { code: 'REQUEST_RATE_LIMITED', field: null },
    ]);
    app.clock.advance({ days: 1, minutes: 1 });
    expect(refusalsOf(await register(person), 'registerOrganisation')).toEqual([]);
  });

  it('refuses whoever is not signed in', async () => {
    const answer = await expectNoTrace(app, () => register(null));
    expect(refusedWith(answer)).toBe('UNAUTHENTICATED');
  });
});
