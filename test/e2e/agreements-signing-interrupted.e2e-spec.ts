import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  open,
  recordsOf,
  refusedAs,
  signedPositions,
  signOpened,
  type Opened,
} from './agreements-signing.support.js';
import {
  chainOf,
  codesOf,
  linkTo,
  threeParties,
  type ThreeParties,
} from './agreements-three-parties.support.js';
import { SIGN, signFor, stateOf, turnOf } from './agreements.support.js';
import { keyed } from './applications.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;
let platform: TestAccount;
let cast: ThreeParties;

const SIDE_BY_SIDE = [1, 2, 3].map((partyPosition) => ({
  partyPosition,
  role: 'SIGNATORY' as const,
  step: 1,
}));

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  platform = await createAccount(app, { isAdministrator: true });
  cast = await threeParties(app, { asked: SIDE_BY_SIDE });
});
afterAll(() => app.close());

async function setAccount(to: 'disabled' | 'enabled', { account }: TestAccount): Promise<void> {
  const { id: accountId } = account;
  const refused =
    to === 'disabled'
      ? await codesOf(app, 'disableAccount', { accountId, reason: '冒用他人身份' }, platform)
      : await codesOf(app, 'enableAccount', { accountId }, platform);
  expect(refused).toEqual([]);
  await app.settle();
}
async function memberOf(organisationId: string, { account }: TestAccount): Promise<string> {
  const { rows } = await app.database.pool.query<{ id: string }>(
    `select id from organisation_members where organisation_id = $1 and account_id = $2`,
    [organisationId, account.id],
  );
  return rows[0]?.id ?? '';
}
const openTurn = async (position: number, as: As): Promise<Opened> =>
  open(app, { signatoryId: await turnOf(app, cast.id, position) }, as);
const sign = async ({ id, code }: Opened, as: As): Promise<string[]> =>
  refusedAs(await signOpened(app, cast, id, code, as));
/** What the API answers to somebody it does not know: no payload at all. */
async function errorOf({ id, code }: Opened, as: As): Promise<unknown> {
  const { id: agreementId, contentHash } = cast;
  const given = { agreementId, signingSessionId: id, contentHash, isConfirmed: true, code };
  const { errors } = await app.gql(SIGN, { input: keyed(given) }, { as });
  return errors?.[0]?.extensions?.['code'];
}

describe('somebody whose account is shut while the text is open to be signed', () => {
  it('is known no more, and nothing changes', async () => {
    const as = cast.enterprise.administrator;
    const opened = await openTurn(2, as);
    const [before, chain] = [await recordsOf(app, cast.id), await chainOf(app, cast.id)];
    await setAccount('disabled', as);
    expect(await errorOf(opened, as)).toBe('UNAUTHENTICATED');
    expect(await recordsOf(app, cast.id)).toEqual(before);
    expect(await chainOf(app, cast.id)).toEqual(chain);
    await setAccount('enabled', as);
    expect(await errorOf(opened, as)).toBe('UNAUTHENTICATED');
    expect(await stateOf(app, cast.id)).toBe('AWAITING_SIGNATURES');
  });

  it('holds the others up as a party, until the account is opened again', async () => {
    const as = cast.college.administrator;
    const opened = await openTurn(3, as);
    const own = await openTurn(1, cast.student);
    await setAccount('disabled', cast.student);
    const before = await recordsOf(app, cast.id);
    expect(await errorOf(own, cast.student)).toBe('UNAUTHENTICATED');
    expect(await sign(opened, as)).toEqual(['AGREEMENT_PARTY_UNAVAILABLE']);
    expect(await recordsOf(app, cast.id)).toEqual(before);
    expect((await chainOf(app, cast.id)).slice(-2)).toEqual([
      'PARTY_SUSPENDED',
      'AGREEMENT_PARTY_UNAVAILABLE',
    ]);
    await setAccount('enabled', cast.student);
    expect(await sign(opened, as)).toEqual([]);
    expect(await signedPositions(app, cast.id)).toEqual([3]);
  });
});

describe('somebody who leaves the organisation while the text is open to be signed', () => {
  const LEAVINGS = {
    'is removed': async (leaver: TestAccount) => {
      const { id, administrator } = cast.enterprise;
      const memberId = await memberOf(id, leaver);
      return codesOf(app, 'removeMember', { memberId }, administrator);
    },
    'leaves by himself': async (leaver: TestAccount) =>
      codesOf(app, 'leaveOrganisation', { organisationId: cast.enterprise.id }, leaver),
    'may only look from then on': async (leaver: TestAccount) => {
      const { id, administrator } = cast.enterprise;
      const input = { memberId: await memberOf(id, leaver), role: 'VIEWER' };
      return codesOf(app, 'changeMemberRole', input, administrator);
    },
  };
  let leaver: TestAccount;

  beforeEach(async () => {
    leaver = cast.enterprise.recruiter;
    const { id, administrator } = cast.enterprise;
    const input = { memberId: await memberOf(id, leaver), role: 'ADMINISTRATOR' };
    expect(await codesOf(app, 'changeMemberRole', input, administrator)).toEqual([]);
  });

  it.each(
    Object.entries(LEAVINGS).flatMap(([how, leave]) =>
      (['turn', 'link'] as const).map((by) => [how, by, leave] as const),
    ),
  )('%s, opened by the %s: is refused by name, and nothing changes', async (_how, by, leave) => {
    const signatoryId = await turnOf(app, cast.id, 2);
    const { token } = await linkTo(app, cast.id, signatoryId, cast.enterprise.administrator);
    const opened = await open(app, by === 'turn' ? { signatoryId } : { linkToken: token }, leaver);
    expect(await leave(leaver)).toEqual([]);
    await app.settle();
    const [before, chain] = [await recordsOf(app, cast.id), await chainOf(app, cast.id)];
    expect(await sign(opened, leaver)).toEqual(['AGREEMENT_SIGNATORY_LEFT']);
    expect(await recordsOf(app, cast.id)).toEqual(before);
    expect(await chainOf(app, cast.id)).toEqual([...chain, 'AGREEMENT_SIGNATORY_LEFT']);
    const signed = await signFor(app, cast, 2, cast.enterprise.administrator);
    expect(refusedAs(signed)).toEqual([]);
    expect(await signedPositions(app, cast.id)).toEqual([2]);
  });

  it('is told of nothing of the kind when a colleague was named, or signed, in the meantime', async () => {
    const opened = await openTurn(2, leaver);
    const { administrator } = cast.enterprise;
    const input = {
      signatoryId: await turnOf(app, cast.id, 2),
      accountId: administrator.account.id,
    };
    expect(await codesOf(app, 'reassignAgreementTurn', input, administrator)).toEqual([]);
    expect(await sign(opened, leaver)).toEqual(['AGREEMENT_NOT_YOUR_TURN']);
    expect(refusedAs(await signFor(app, cast, 2, administrator))).toEqual([]);
    expect(await sign(opened, leaver)).toEqual(['AGREEMENT_ALREADY_SIGNED']);
    expect(await signedPositions(app, cast.id)).toEqual([2]);
  });
});
