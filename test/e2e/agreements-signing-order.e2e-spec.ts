import { AgreementClock } from '../../src/modules/agreements/agreement/agreement-clock.service.js';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  GUARDED,
  MINOR,
  open,
  recordsOf,
  refusedAs,
  signedPositions,
  signOpened,
} from './agreements-signing.support.js';
import {
  chainOf,
  linkTo,
  threeParties,
  turnsOf,
  type ThreeParties,
} from './agreements-three-parties.support.js';
import { begin, seen, signFor, stateOf, toldOf, turnOf } from './agreements.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
});
afterAll(() => app.close());

/** Student and college side by side, then the host. */
const MIXED = [
  { partyPosition: 1, role: 'SIGNATORY', step: 1 },
  { partyPosition: 3, role: 'SIGNATORY', step: 1 },
  { partyPosition: 2, role: 'SIGNATORY', step: 2 },
] as const;
const INTERN = { birthDate: '2006-03-01' };

const advance = () => app.get(AgreementClock).run(new AbortController().signal);
const signed = async (cast: ThreeParties, position: number, as: Parameters<typeof signFor>[3]) =>
  refusedAs(await signFor(app, cast, position, as));
const turnStates = async ({ id }: ThreeParties): Promise<string[]> => {
  const { rows } = await app.database.pool.query<{ turn: string }>(
    `select party_position || ' ' || role || ' ' || state as turn from agreement_signatories
     where agreement_id = $1 and state <> 'void' order by step, party_position, role`,
    [id],
  );
  return rows.map(({ turn }) => turn);
};

describe('a tripartite internship that is signed side by side, then one after the other', () => {
  const internship = () =>
    threeParties(app, { kind: 'TRIPARTITE_INTERNSHIP', person: INTERN, asked: MIXED });

  it('is signed by all before it is signed, and takes effect on its first day', async () => {
    const cast = await internship();
    const { student, enterprise, college } = cast;
    const waiting = ['1 signatory ready', '3 signatory ready', '2 signatory pending'];
    expect(await turnStates(cast)).toEqual(waiting);
    expect(await signed(cast, 2, enterprise.administrator)).toEqual(['AGREEMENT_NOT_YOUR_TURN']);
    expect(await signed(cast, 3, college.administrator)).toEqual([]);
    expect(await stateOf(app, cast.id)).toBe('PARTIALLY_SIGNED');
    expect(await signed(cast, 2, enterprise.administrator)).toEqual(['AGREEMENT_NOT_YOUR_TURN']);
    expect(await signed(cast, 1, student)).toEqual([]);
    expect(await turnStates(cast)).toEqual([
      ...['1 signatory signed', '3 signatory signed', '2 signatory ready'],
    ]);
    expect(await stateOf(app, cast.id)).toBe('PARTIALLY_SIGNED');
    expect(await signed(cast, 2, enterprise.administrator)).toEqual([]);
    expect(await stateOf(app, cast.id)).toBe('SIGNED');
    expect(await advance()).toBe(0);

    app.clock.set('2026-12-01T00:02:00+08:00');
    expect(await advance()).toBe(1);
    for (const as of [student, enterprise.recruiter, college.clerk])
      expect(await seen(app, cast.id, as)).toMatchObject({
        state: 'EFFECTIVE',
        effectiveAt: '2026-11-30T16:02:00.000Z',
        signatures: [
          { contentHash: cast.contentHash, organisation: { id: college.id } },
          { contentHash: cast.contentHash, organisation: null },
          { contentHash: cast.contentHash, organisation: { id: enterprise.id } },
        ],
      });
    const signing = ['OPENED', 'CODE_SENT', 'CONFIRMED', 'SIGNED'];
    await app.settle();
    expect(await chainOf(app, cast.id)).toEqual([
      ...['DRAFTED', 'ARRANGED', 'PROPOSED', 'AGREEMENT_NOT_YOUR_TURN'],
      ...[...signing, 'AGREEMENT_NOT_YOUR_TURN'],
      ...['OPENED', 'CONFIRMED', 'SIGNED'],
      ...[...signing, 'COMPLETED', 'TOOK_EFFECT', 'SEALED'],
    ]);
  });

  it('never takes effect while one signature is missing', async () => {
    const cast = await internship();
    await signed(cast, 1, cast.student);
    await signed(cast, 3, cast.college.administrator);
    const turn = await turnOf(app, cast.id, 2);
    const as = cast.enterprise.administrator;
    app.clock.set('2026-12-01T00:02:00+08:00');
    expect(await advance()).toBe(0);
    const { id, code } = await open(app, { signatoryId: turn }, as);
    expect(refusedAs(await signOpened(app, cast, id, code, as))).toEqual(['INTERNSHIP_TOO_LATE']);
    const held = { state: 'PARTIALLY_SIGNED', effectiveAt: null };
    expect(await seen(app, cast.id, as)).toMatchObject(held);
    expect(await signedPositions(app, cast.id)).toEqual([1, 3]);
    app.clock.set('2027-12-01T00:02:00+08:00');
    expect(await advance()).toBe(1);
    const lapsed = { state: 'cancelled', effective_at: null };
    expect(await recordsOf(app, cast.id)).toMatchObject(lapsed);
    expect(await toldOf(app)).not.toContain('agreementTookEffect');
  });
});

describe('a minor and a guardian', () => {
  it('sign to the end, the guardian by the link, each for himself', async () => {
    const cast = await threeParties(app, { person: MINOR, asked: GUARDED });
    const { student, enterprise, college } = cast;
    const guardian = await createAccount(app);
    const [guarding = ''] = await turnsOf(app, cast.id, 'GUARDIAN', 1);
    const [own = ''] = await turnsOf(app, cast.id, 'SIGNATORY', 1);
    const { token } = await linkTo(app, cast.id, guarding, enterprise.recruiter);

    expect(refusedAs(await begin(app, { signatoryId: own }, student))).toEqual([
      'AGREEMENT_NOT_YOUR_TURN',
    ]);
    expect(refusedAs(await begin(app, { signatoryId: guarding }, student))).toEqual([
      'REQUEST_NOT_FOUND',
    ]);
    const consent = await open(app, { linkToken: token }, guardian);
    expect(refusedAs(await signOpened(app, cast, consent.id, consent.code, guardian))).toEqual([]);
    expect(refusedAs(await begin(app, { signatoryId: own }, guardian))).toEqual([
      'REQUEST_NOT_FOUND',
    ]);
    expect(await signed(cast, 2, enterprise.administrator)).toEqual([]);
    const minor = await open(app, { signatoryId: own }, student);
    expect(refusedAs(await signOpened(app, cast, minor.id, minor.code, student))).toEqual([]);
    expect(await stateOf(app, cast.id)).toBe('PARTIALLY_SIGNED');
    expect(await signed(cast, 3, college.administrator)).toEqual([]);
    expect(await stateOf(app, cast.id)).toBe('SIGNED');

    const { rows } = await app.database.pool.query(
      `select party_position, account_id, signatory_id from agreement_signatures
       where agreement_id = $1 and party_position = 1 order by signed_at, id`,
      [cast.id],
    );
    expect(rows).toEqual([
      { party_position: 1, account_id: guardian.account.id, signatory_id: guarding },
      { party_position: 1, account_id: student.account.id, signatory_id: own },
    ]);
    app.clock.set('2026-12-01T00:02:00+08:00');
    expect(await advance()).toBe(1);
    expect(await seen(app, cast.id, guardian)).toMatchObject({ state: 'EFFECTIVE' });
  });

  it('are both needed: without the guardian nobody else goes on', async () => {
    const cast = await threeParties(app, { person: MINOR, asked: GUARDED });
    expect(await signed(cast, 2, cast.enterprise.administrator)).toEqual([]);
    const [own = ''] = await turnsOf(app, cast.id, 'SIGNATORY', 1);
    expect(refusedAs(await begin(app, { signatoryId: own }, cast.student))).toEqual([
      'AGREEMENT_NOT_YOUR_TURN',
    ]);
    expect(await signed(cast, 3, cast.college.administrator)).toEqual(['AGREEMENT_NOT_YOUR_TURN']);
    app.clock.set('2026-12-01T00:02:00+08:00');
    expect(await advance()).toBe(0);
    expect(await stateOf(app, cast.id)).toBe('PARTIALLY_SIGNED');
    expect(await signedPositions(app, cast.id)).toEqual([2]);
  });
});
