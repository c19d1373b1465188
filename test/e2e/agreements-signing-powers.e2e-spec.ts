import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  delegate,
  open,
  recordsOf,
  refusedAs,
  signedPositions,
  signOpened,
} from './agreements-signing.support.js';
import {
  chainOf,
  codesOf,
  threeParties,
  type ThreeParties,
} from './agreements-three-parties.support.js';
import { begin, signFor, stateOf, turnOf } from './agreements.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;
let cast: ThreeParties;
let turn: string;
/** Signs in place of the enterprise’s administrator. */
let attorney: TestAccount;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  cast = await threeParties(app);
  turn = await turnOf(app, cast.id, 2);
  attorney = await createAccount(app);
});
afterAll(() => app.close());

const empower = (): Promise<string[]> =>
  delegate(app, turn, attorney.account.id, cast.enterprise.administrator);
/** The power that was given last. */
async function powerId(): Promise<string> {
  const { rows } = await app.database.pool.query<{ id: string }>(
    `select id from agreement_delegations where agreement_id = $1 order by id desc limit 1`,
    [cast.id],
  );
  return rows[0]?.id ?? '';
}
const revoke = (delegationId: string, as: As = cast.enterprise.administrator): Promise<string[]> =>
  codesOf(app, 'revokeAgreementDelegation', { delegationId }, as);

describe('a power of attorney that was taken back', () => {
  it('signs nothing that was opened with it before, and changes nothing', async () => {
    expect(await empower()).toEqual([]);
    const { id, code } = await open(app, { signatoryId: turn }, attorney);
    expect(await revoke(await powerId())).toEqual([]);
    const before = await recordsOf(app, cast.id);
    expect(refusedAs(await signOpened(app, cast, id, code, attorney))).toEqual([
      'AGREEMENT_DELEGATION_OVER',
    ]);
    expect(await recordsOf(app, cast.id)).toEqual(before);
    expect((await chainOf(app, cast.id)).slice(-2)).toEqual([
      'DELEGATION_REVOKED',
      'AGREEMENT_DELEGATION_OVER',
    ]);
  });

  it('opens nothing either, and leaves the turn to whose it was', async () => {
    await empower();
    await revoke(await powerId());
    expect(refusedAs(await begin(app, { signatoryId: turn }, attorney))).toEqual([
      'REQUEST_NOT_FOUND',
    ]);
    expect(await signFor(app, cast, 2, cast.enterprise.administrator)).toMatchObject({
      userErrors: [],
    });
    expect(await signedPositions(app, cast.id)).toEqual([2]);
  });

  it('is over for whoever holds another one as well: what it opened is opened anew', async () => {
    await empower();
    const first = await powerId();
    const { id, code } = await open(app, { signatoryId: turn }, attorney);
    await empower();
    const second = await powerId();
    await revoke(first);
    expect(refusedAs(await signOpened(app, cast, id, code, attorney))).toEqual([
      'AGREEMENT_DELEGATION_OVER',
    ]);
    app.clock.advance({ minutes: 2 });
    const anew = await open(app, { signatoryId: turn }, attorney);
    expect(refusedAs(await signOpened(app, cast, anew.id, anew.code, attorney))).toEqual([]);
    const { rows } = await app.database.pool.query(
      `select account_id, delegation_id from agreement_signatures where agreement_id = $1`,
      [cast.id],
    );
    expect(rows).toEqual([{ account_id: attorney.account.id, delegation_id: second }]);
  });

  it('does not turn into an own right of somebody who works there', async () => {
    attorney = cast.enterprise.recruiter;
    await empower();
    const { id, code } = await open(app, { signatoryId: turn }, attorney);
    await revoke(await powerId());
    expect(refusedAs(await signOpened(app, cast, id, code, attorney))).toEqual([
      'AGREEMENT_DELEGATION_OVER',
    ]);
    expect(await stateOf(app, cast.id)).toBe('AWAITING_SIGNATURES');
  });

  it('is taken back once, however often that is asked', async () => {
    await empower();
    const power = await powerId();
    expect(await revoke(power)).toEqual([]);
    expect(await revoke(power)).toEqual([]);
    const told = (await chainOf(app, cast.id)).filter((kind) => kind === 'DELEGATION_REVOKED');
    expect(told).toEqual(['DELEGATION_REVOKED']);
  });

  it('is taken back by whoever gave it, and by nobody else', async () => {
    await empower();
    const power = await powerId();
    for (const as of [attorney, cast.college.administrator, cast.student, await createAccount(app)])
      expect(await revoke(power, as)).toEqual(['REQUEST_NOT_FOUND']);
    const { id, code } = await open(app, { signatoryId: turn }, attorney);
    expect(refusedAs(await signOpened(app, cast, id, code, attorney))).toEqual([]);
    expect(await signedPositions(app, cast.id)).toEqual([2]);
  });

  it('is kept apart from the signature of the same instant: either one or the other comes first', async () => {
    await empower();
    const power = await powerId();
    const { id, code } = await open(app, { signatoryId: turn }, attorney);
    const [signed] = await Promise.all([signOpened(app, cast, id, code, attorney), revoke(power)]);
    const refused = refusedAs(signed);
    if (refused.length > 0) expect(refused).toEqual(['AGREEMENT_DELEGATION_OVER']);
    expect(await signedPositions(app, cast.id)).toEqual(refused.length > 0 ? [] : [2]);
  });
});
