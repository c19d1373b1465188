import { UnitOfWork } from '../../src/core/database/index.js';
import { PersonalData } from '../../src/core/privacy/index.js';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  delegate,
  GUARDED,
  MINOR,
  open,
  refusedAs,
  signOpened,
} from './agreements-signing.support.js';
import {
  codesOf,
  linkTo,
  threeParties,
  turnsOf,
  type ThreeParties,
} from './agreements-three-parties.support.js';
import { act, CONTENT, EDIT, seen, signFor, turnOf } from './agreements.support.js';
import { keyed } from './applications.support.js';
import { PASSWORD } from './identity.support.js';
import { NOW } from './job-postings.support.js';

const EXPORT = `mutation ($input: ExportMyDataInput!) {
  exportMyData(input: $input) { dataExport { path } userErrors { code } }
}`;

interface Exported {
  readonly agreements: readonly Record<string, unknown>[] | null;
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
});
afterAll(() => app.close());

const AT = '2026-11-23T02:00:00.000Z';
const SIDE_BY_SIDE = [1, 2, 3].map((partyPosition) => ({
  partyPosition,
  role: 'SIGNATORY' as const,
  step: 1,
}));

const exported = async ({ account }: TestAccount): Promise<Exported['agreements']> =>
  ((await app.get(PersonalData).exportFor(account.id)) as unknown as Exported).agreements;

/** As the person gets it: asked for with a proof, fetched once. */
async function download(as: TestAccount): Promise<{ agreements: unknown; text: string }> {
  const input = keyed({ proof: { password: PASSWORD } });
  const { data } = await app.gql(EXPORT, { input }, { as });
  const answer = await app.http({ url: data.exportMyData.dataExport.path as string, as });
  const document = answer.json<Exported>();
  return { agreements: document.agreements, text: JSON.stringify(document) };
}

const factsOf = async ({ id }: ThreeParties) => {
  const { rows } = await app.database.pool.query<{ agreement_number: string }>(
    `select agreement_number from agreements where id = $1`,
    [id],
  );
  return {
    agreementNumber: rows[0]?.agreement_number,
    kind: 'GRADUATE_EMPLOYMENT',
    title: '三方协议',
    startsOn: '2026-12-01',
    endsOn: '2027-11-30',
    effectiveAt: null,
    endedAt: null,
    endReason: null,
  };
};
const partiesOf = ({ enterprise, college }: ThreeParties, own: string | null) => [
  { role: 'STUDENT', name: own, isYou: own !== null },
  { role: 'ENTERPRISE', name: enterprise.name, isYou: false },
  { role: 'COLLEGE', name: college.name, isYou: false },
];
const signedTurn = (role: string, forParty: string) => ({
  ...{ role, forParty, state: 'SIGNED', openedAt: AT, settledAt: AT, declineReason: null },
});
const signatureOf = ({ contentHash }: ThreeParties) => ({
  ...{ signedAt: AT, contentHash, isByPowerOfAttorney: false, voidedAt: null },
});

describe('the export of a person’s own data', () => {
  it('has the agreements the person is a party of, and those of the guardian', async () => {
    const person = { ...MINOR, password: PASSWORD, displayName: '欧阳晓雨' };
    const cast = await threeParties(app, { person, asked: GUARDED });
    const guardian = await createAccount(app, { password: PASSWORD, displayName: '欧阳建国' });
    const [guarding = ''] = await turnsOf(app, cast.id, 'GUARDIAN', 1);
    const { token } = await linkTo(app, cast.id, guarding, cast.enterprise.recruiter);
    const consent = await open(app, { linkToken: token }, guardian);
    await signOpened(app, cast, consent.id, null, guardian);
    await signFor(app, cast, 2, cast.enterprise.administrator);
    const [own = ''] = await turnsOf(app, cast.id, 'SIGNATORY', 1);
    const { id } = await open(app, { signatoryId: own }, cast.student);
    await signOpened(app, cast, id, null, cast.student);
    const facts = await factsOf(cast);

    const ofStudent = await download(cast.student);
    expect(ofStudent.agreements).toEqual([
      {
        ...{ ...facts, state: 'PARTIALLY_SIGNED', parties: partiesOf(cast, '欧阳晓雨') },
        turns: [signedTurn('SIGNATORY', 'STUDENT')],
        signatures: [signatureOf(cast)],
        powersOfAttorney: [],
      },
    ]);
    expect(ofStudent.text).not.toContain('欧阳建国');
    const ofGuardian = await download(guardian);
    expect(ofGuardian.agreements).toEqual([
      {
        ...{ ...facts, state: 'PARTIALLY_SIGNED', parties: partiesOf(cast, null) },
        turns: [signedTurn('GUARDIAN', 'STUDENT')],
        signatures: [signatureOf(cast)],
        powersOfAttorney: [],
      },
    ]);
    expect(ofGuardian.text).not.toContain('欧阳晓雨');
  });

  it('has what was signed for an organisation, with a power of attorney as well, also after leaving it', async () => {
    const cast = await threeParties(app, { asked: SIDE_BY_SIDE });
    const { administrator, recruiter } = cast.enterprise;
    const attorney = await createAccount(app);
    const turn = await turnOf(app, cast.id, 2);
    expect(await delegate(app, turn, attorney.account.id, administrator)).toEqual([]);
    const { id, code } = await open(app, { signatoryId: turn }, attorney);
    expect(refusedAs(await signOpened(app, cast, id, code, attorney))).toEqual([]);
    await signFor(app, cast, 3, cast.college.administrator);
    await app.database.pool.query(`update organisation_members set role = 'administrator'`);
    await app.database.pool.query(
      `update organisation_members set ended_at = joined_at, end_cause = 'left' where account_id = $1`,
      [cast.college.administrator.account.id],
    );
    const power = {
      validFrom: '2026-11-23',
      validUntil: '2026-12-30',
      madeAt: AT,
      revokedAt: null,
    };
    const parts = async (who: TestAccount) =>
      (await exported(who))?.map(({ turns, signatures, powersOfAttorney }) => ({
        ...{ turns, signatures, powersOfAttorney },
      }));
    const signature = signatureOf(cast);
    expect(await parts(attorney)).toEqual([
      {
        turns: [],
        signatures: [{ ...signature, isByPowerOfAttorney: true }],
        powersOfAttorney: [{ isHeld: true, ...power }],
      },
    ]);
    expect(await parts(administrator)).toEqual([
      { turns: [], signatures: [], powersOfAttorney: [{ isHeld: false, ...power }] },
    ]);
    expect(await parts(cast.college.administrator)).toEqual([
      {
        turns: [signedTurn('SIGNATORY', 'COLLEGE')],
        signatures: [signature],
        powersOfAttorney: [],
      },
    ]);
    expect(await exported(recruiter)).toBeNull();
  });

  it('has signatures that an edit made void, and reasons why a turn was declined', async () => {
    const cast = await threeParties(app, { asked: SIDE_BY_SIDE });
    await signFor(app, cast, 1, cast.student);
    const { version } = (await seen(app, cast.id, cast.enterprise.recruiter)) as {
      version: number;
    };
    const { title, terms, startsOn, endsOn } = CONTENT;
    const content = { title, terms, startsOn, endsOn };
    const input = { agreementId: cast.id, version, content, resetsSignatures: true };
    expect(refusedAs(await act(app, EDIT, input, cast.enterprise.recruiter))).toEqual([]);
    expect(await exported(cast.student)).toMatchObject([
      {
        state: 'NEGOTIATING',
        turns: [{ state: 'PENDING', settledAt: null }],
        signatures: [{ contentHash: cast.contentHash, voidedAt: AT }],
      },
    ]);
    const other = await threeParties(app, { asked: SIDE_BY_SIDE });
    const declined = { signatoryId: await turnOf(app, other.id, 1), reason: '岗位与约定不符' };
    expect(await codesOf(app, 'declineAgreementTurn', declined, other.student)).toEqual([]);
    expect(await exported(other.student)).toMatchObject([
      { turns: [{ state: 'DECLINED', declineReason: '岗位与约定不符' }], signatures: [] },
    ]);
  });

  it('has nothing of drafts that were not shared, nor of other people’s agreements', async () => {
    const draft = await threeParties(app, { isProposed: false });
    expect(await exported(draft.student)).toBeNull();
    await threeParties(app);
    expect(await exported(await createAccount(app))).toBeNull();
  });
});

describe('closing an account', () => {
  it('leaves what was signed as it is, and no code behind', async () => {
    const cast = await threeParties(app, { asked: SIDE_BY_SIDE });
    await signFor(app, cast, 1, cast.student);
    const as = cast.enterprise.administrator;
    await open(app, { signatoryId: await turnOf(app, cast.id, 2) }, as);
    const sealed = async (): Promise<number> => {
      const { rows } = await app.database.pool.query(
        `select 1 from agreement_signing_sessions where code_sealed is not null`,
      );
      return rows.length;
    };
    expect(await sealed()).toBe(1);
    const erase = ({ account }: TestAccount) =>
      app.get(UnitOfWork).run(() => app.get(PersonalData).eraseFor(account.id));
    await erase(cast.student);
    expect(await sealed()).toBe(1);
    expect(await exported(cast.student)).toMatchObject([{ signatures: [signatureOf(cast)] }]);
    await app.database.pool.query(`update organisation_members set role = 'administrator'`);
    await erase(as);
    expect(await sealed()).toBe(0);
  });
});
