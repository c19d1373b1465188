import { sqlState } from '../../../src/core/database/index.js';
import { AgreementReader, AgreementsModule } from '../../../src/modules/agreements/index.js';
import { createAgreement, type TestAgreement } from '../../factories/agreement.factory.js';
import { createOrganisation } from '../../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

const NOW = '2026-11-23T10:00:00+08:00';
let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
  app.clock.set(NOW);
});
afterAll(() => app.close());

/** SQLSTATE and constraint, or `done`. */
async function attempt(query: string, values: readonly unknown[]): Promise<string> {
  try {
    await app.database.pool.query(query, [...values]);
    return 'done';
  } catch (error) {
    const { constraint = '' } = error as { constraint?: string };
    return [sqlState(error), constraint].filter(Boolean).join(' ');
  }
}

describe('the database keeps signatures honest', () => {
  let agreement: TestAgreement;
  const sign = (hash: string, organisationId: string) =>
    attempt(
      `insert into agreement_signatures (agreement_id, organisation_id, account_id, content_hash, signed_at)
       values ($1, $2, $3, $4, now())`,
      [agreement.id, organisationId, agreement.college.administrator.account.id, hash],
    );

  beforeEach(async () => {
    agreement = await createAgreement(app, { state: 'AWAITING_SIGNATURES' });
  });

  it('a signature of another text, or by somebody who is no party, is refused', async () => {
    const stranger = await createOrganisation(app);
    expect(await sign('0'.repeat(64), agreement.college.id)).toBe('23514');
    expect(await sign(agreement.contentHash, stranger.id)).toBe('23514');
    expect(await sign(agreement.contentHash, agreement.college.id)).toBe('done');
  });

  it('a party signs once, and what it signed never changes', async () => {
    await sign(agreement.contentHash, agreement.college.id);
    expect(await sign(agreement.contentHash, agreement.college.id)).toBe(
      '23505 pk_agreement_signatures',
    );
    const forge = `update agreement_signatures set signed_at = now() where agreement_id = $1`;
    expect(await attempt(forge, [agreement.id])).toBe('23001');
  });
});

describe('the database keeps agreements whole', () => {
  it.each([
    ['ck_agreements_parties', `drafter_id = gen_random_uuid()`],
    ['ck_agreements_dates', `starts_on = ends_on + 1`],
    ['ck_agreements_students', `promised_students = 0`],
    ['ck_agreements_content_hash', `content_hash = null`],
    ['ck_agreements_effective', `effective_at = null`],
  ])('%s', async (constraint, change) => {
    const { id } = await createAgreement(app);
    expect(await attempt(`update agreements set ${change} where id = $1`, [id])).toBe(
      `23514 ${constraint}`,
    );
  });

  it('a number is given once', async () => {
    const [{ id }, other] = [await createAgreement(app), await createAgreement(app)];
    const copy = `update agreements set agreement_number =
      (select agreement_number from agreements where id = $2) where id = $1`;
    expect(await attempt(copy, [id, other.id])).toBe('23505 uq_agreements_number');
  });
});

describe('in force', () => {
  it('is what is signed and within its term that day, also before the clock writes it down', async () => {
    const { college, enterprise } = await createAgreement(app, {
      state: 'SIGNED',
      startsOn: '2026-11-24',
      endsOn: '2026-11-25',
    });
    await createAgreement(app, { college, enterprise, state: 'PARTIALLY_SIGNED' });
    await createAgreement(app, { enterprise, state: 'TERMINATED' });
    const reader = app.get(AgreementReader);
    const onDay = async (day: string) => {
      app.clock.set(`${day}T10:00:00+08:00`);
      return [
        await reader.effectiveBetween(college.id, enterprise.id),
        await reader.partnerCollegeIds(enterprise.id),
      ];
    };
    expect(await onDay('2026-11-23')).toEqual([false, []]);
    expect(await onDay('2026-11-24')).toEqual([true, [college.id]]);
    expect(await onDay('2026-11-25')).toEqual([true, [college.id]]);
    expect(await onDay('2026-11-26')).toEqual([false, []]);
    app.clock.set(NOW);
  });

  it('names both parties to whoever has to tell them', async () => {
    const { id, college, enterprise } = await createAgreement(app);
    const parties = { collegeId: college.id, enterpriseId: enterprise.id };
    expect(await app.get(AgreementReader).partiesOf(id)).toEqual(parties);
    expect(await app.get(AgreementReader).partiesOf(college.id)).toBeNull();
  });
});
