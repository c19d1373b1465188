import { UnitOfWork } from '../../src/core/database/index.js';
import { Outbox } from '../../src/core/events/index.js';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { accountClosed } from '../../src/modules/identity/index.js';
import { memberRemoved, standingChanged } from '../../src/modules/organisations/index.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  chainOf,
  codesOf,
  threeParties,
  type ThreeParties,
} from './agreements-three-parties.support.js';
import { begin, signFor, stateOf, toldOf, turnOf } from './agreements.support.js';
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

const GROWN_UP = { birthDate: '2003-05-20' };
const SIDE_BY_SIDE = [1, 2, 3].map((partyPosition) => ({
  partyPosition,
  role: 'SIGNATORY' as const,
  step: 1,
}));
const UNAVAILABLE = ['AGREEMENT_PARTY_UNAVAILABLE'];

/** The standing as the bureau changes it, and what it tells. */
async function standing(organisationId: string, to: 'VERIFIED' | 'SUSPENDED'): Promise<void> {
  const previous = to === 'VERIFIED' ? 'SUSPENDED' : 'VERIFIED';
  await app.database.pool.query(
    `update organisations set standing = lower($2)::organisation_standing where id = $1`,
    [organisationId, to],
  );
  await app.get(UnitOfWork).run(async () => {
    const told = { organisationId, standing: to, previous } as const;
    await app
      .get(Outbox)
      .record(standingChanged, told, { type: 'organisation', id: organisationId });
  });
  await app.settle();
}

async function close(accountId: string): Promise<void> {
  await app.database.pool.query(
    `update accounts set state = 'closed', closed_at = now(), display_name = '', password_hash = null,
       birth_date_sealed = null where id = $1`,
    [accountId],
  );
  await app.get(UnitOfWork).run(async () => {
    await app.get(Outbox).record(accountClosed, { accountId }, { type: 'account', id: accountId });
  });
  await app.settle();
}

const signed = async (cast: ThreeParties, position: number, as: Parameters<typeof signFor>[3]) =>
  (await signFor(app, cast, position, as)).userErrors.map(({ code }) => code);

describe('a party that is suspended while the text is being signed', () => {
  it('holds the signing up, loses nothing, and the others are told', async () => {
    const cast = await threeParties(app, { person: GROWN_UP, asked: SIDE_BY_SIDE });
    expect(await signed(cast, 1, cast.student)).toEqual([]);
    await standing(cast.college.id, 'SUSPENDED');
    const before = await chainOf(app, cast.id);
    expect(before.at(-1)).toBe('PARTY_SUSPENDED');
    expect(await signed(cast, 2, cast.enterprise.administrator)).toEqual(UNAVAILABLE);
    expect(await stateOf(app, cast.id)).toBe('PARTIALLY_SIGNED');
    expect(await toldOf(app)).toContain('agreementPartySuspended');
    await standing(cast.college.id, 'VERIFIED');
    expect((await chainOf(app, cast.id)).slice(before.length)).toEqual([
      ...UNAVAILABLE,
      'PARTY_RESTORED',
    ]);
    expect(await signed(cast, 2, cast.enterprise.administrator)).toEqual([]);
    expect(await signed(cast, 3, cast.college.administrator)).toEqual([]);
    expect(await stateOf(app, cast.id)).toBe('SIGNED');
  });
});

describe('a person who closes the account while the text is being signed', () => {
  it('ends it with a reason, and what was signed stays', async () => {
    const cast = await threeParties(app, { person: GROWN_UP, asked: SIDE_BY_SIDE });
    expect(await signed(cast, 2, cast.enterprise.administrator)).toEqual([]);
    await close(cast.student.account.id);
    expect((await chainOf(app, cast.id)).slice(-2)).toEqual(['PARTY_GONE', 'LAPSED']);
    expect(await stateOf(app, cast.id)).toBe('CANCELLED');
    expect(await toldOf(app)).toContain('agreementCancelled');
    const { rows } = await app.database.pool.query(
      `select count(*)::int as n from agreement_signatures where voided_at is null`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('somebody named to sign who leaves the organisation', () => {
  it('is refused by name, and the organisation is told once to name another', async () => {
    const cast = await threeParties(app);
    const { recruiter, administrator, id: organisationId } = cast.enterprise;
    const signatoryId = await turnOf(app, cast.id, 2);
    const accountId = recruiter.account.id;
    await codesOf(app, 'reassignAgreementTurn', { signatoryId, accountId }, administrator);
    await app.database.pool.query(
      `update organisation_members set ended_at = joined_at, end_cause = 'left' where account_id = $1`,
      [accountId],
    );
    for (let times = 0; times < 2; times += 1) {
      await app.get(UnitOfWork).run(async () => {
        const told = { organisationId, accountId, cause: 'LEFT' } as const;
        const subject = { type: 'organisation', id: organisationId };
        await app.get(Outbox).record(memberRemoved, told, subject);
      });
      await app.settle();
    }
    expect(await chainOf(app, cast.id)).toEqual([
      ...['DRAFTED', 'PROPOSED', 'REASSIGNED', 'SIGNATORY_LEFT'],
    ]);
    expect((await toldOf(app)).filter((name) => name === 'agreementSignatoryLeft').length).toBe(1);
    const refused = await begin(app, { signatoryId }, recruiter);
    expect(refused.userErrors.map(({ code }) => code)).toEqual(['AGREEMENT_SIGNATORY_LEFT']);
    await codesOf(app, 'reassignAgreementTurn', { signatoryId, accountId: null }, administrator);
    expect((await begin(app, { signatoryId }, administrator)).userErrors).toEqual([]);
  });
});
