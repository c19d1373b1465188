import { AgreementClock } from '../../src/modules/agreements/agreement/agreement-clock.service.js';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { signFor, stateOf } from './agreements.support.js';
import { codesOf, threeParties, type ThreeParties } from './agreements-three-parties.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;
let agreement: ThreeParties;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  agreement = await threeParties(app, { kind: 'TRIPARTITE_INTERNSHIP' });
});
afterAll(() => app.close());

async function signAll(): Promise<string[]> {
  const answers: string[] = [];
  for (const [position, as] of [
    [1, agreement.student],
    [2, agreement.enterprise.administrator],
    [3, agreement.college.administrator],
  ] as const) {
    const { userErrors } = await signFor(app, agreement, position, as);
    answers.push(...userErrors.map(({ code }) => code));
  }
  return answers;
}

const advance = (): Promise<number> => app.get(AgreementClock).run(new AbortController().signal);

const setPlace = (state: 'left' | 'confirmed'): Promise<unknown> =>
  app.database.pool.query(
    `update affiliations set state = $1::affiliation_state, left_at = case when $1 = 'left' then now() end
     where account_id = $2`,
    [state, agreement.student.account.id],
  );

async function lastEvents(id: string): Promise<unknown[]> {
  const { rows } = await app.database.pool.query<{ kind: string; rule: string | null }>(
    `select kind, detail::jsonb ->> 'rule' as rule from agreement_events
     where agreement_id = $1 order by sequence desc limit 2`,
    [id],
  );
  return rows.reverse();
}

/** As if the text had always named an earlier first day. */
async function movedBeforeItsSignatures(id: string): Promise<void> {
  const client = await app.database.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(
      `update agreement_versions set starts_on = '2026-01-01' where agreement_id = $1`,
      [id],
    );
    await client.query('set local session_replication_role = origin');
    await client.query(`update agreements set starts_on = '2026-01-01' where id = $1`, [id]);
    await client.query('commit');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function eventsTold(): Promise<Record<string, number>> {
  const { rows } = await app.database.pool.query<{ name: string; count: number }>(
    `select name, count(*)::int as count from outbox_events group by name`,
  );
  const count = (name: string): number =>
    rows.find((row) => row.name === `agreements.${name}`)?.count ?? 0;
  return {
    agreementHeldUp: count('agreementHeldUp'),
    agreementTookEffect: count('agreementTookEffect'),
  };
}

describe('the first day of an internship', () => {
  it('does not take effect while it breaks a rule on its first day, says so once, and does on the day it keeps them', async () => {
    expect(await signAll()).toEqual([]);
    await setPlace('left');
    app.clock.set(new Date('2026-11-30T16:02:00Z'));

    await advance();
    await advance();

    expect(await stateOf(app, agreement.id)).toBe('SUSPENDED');
    expect(await lastEvents(agreement.id)).toEqual([
      { kind: 'COMPLETED', rule: null },
      { kind: 'SUSPENDED', rule: 'NO_STUDENT' },
    ]);
    const { data } = await app.gql(
      `query ($id: ID!) { agreement(id: $id) {
         suspension { partyPosition reason } viewerCan { resume } internshipFindings { code } } }`,
      { id: agreement.id },
      { as: agreement.college.administrator },
    );
    expect(data.agreement).toEqual({
      suspension: { partyPosition: null, reason: 'NO_STUDENT' },
      viewerCan: { resume: false },
      internshipFindings: [{ code: 'NO_STUDENT' }],
    });
    const input = { agreementId: agreement.id };
    expect(await codesOf(app, 'resumeAgreement', input, agreement.college.administrator)).toEqual([
      'AGREEMENT_HELD_UP',
    ]);
    expect(await eventsTold()).toEqual({ agreementHeldUp: 1, agreementTookEffect: 0 });

    await setPlace('confirmed');
    app.clock.set(new Date('2026-12-02T16:02:00Z'));
    await advance();

    expect(await stateOf(app, agreement.id)).toBe('EFFECTIVE');
    const { rows } = await app.database.pool.query(
      `select effective_at, suspended_at, suspend_reason from agreements where id = $1`,
      [agreement.id],
    );
    expect(rows).toEqual([
      {
        effective_at: new Date('2026-12-02T16:02:00Z'),
        suspended_at: null,
        suspend_reason: null,
      },
    ]);
    expect(await eventsTold()).toEqual({ agreementHeldUp: 1, agreementTookEffect: 1 });
  });

  it('expires when it was held up to its last day', async () => {
    await signAll();
    await setPlace('left');
    app.clock.set(new Date('2026-11-30T16:02:00Z'));
    await advance();
    app.clock.set(new Date('2027-11-30T16:02:00Z'));
    await advance();

    expect(await stateOf(app, agreement.id)).toBe('EXPIRED');
  });

  it('is kept from breaking the rules by the database as well', async () => {
    const broken = app.database.pool.query(
      `update agreement_internship_checks set study_year = 1 where agreement_id = $1`,
      [agreement.id],
    );
    await expect(broken).rejects.toThrow('ck_agreement_internship_checks_study_year');
    expect(await signAll()).toEqual([]);
    const unchecked = app.database.pool.query(
      `with gone as (delete from agreement_internship_checks where agreement_id = $1)
       update agreements set updated_at = now() where id = $1`,
      [agreement.id],
    );
    await expect(unchecked).rejects.toMatchObject({
      constraint: 'ck_agreements_internship_checked',
    });
    const unlike = app.database.pool.query(
      `update agreement_internship_checks set has_night_work = true, allows_night_work = true where agreement_id = $1`,
      [agreement.id],
    );
    await expect(unlike).rejects.toMatchObject({
      constraint: 'ck_agreement_internship_checks_text',
    });
    const byAgency = app.database.pool.query(
      `update agreement_internship_checks set has_intermediary = true where agreement_id = $1`,
      [agreement.id],
    );
    await expect(byAgency).rejects.toMatchObject({
      constraint: 'ck_agreement_internship_checks_intermediary',
    });
    const unheld = app.database.pool.query(
      `update agreements set state = 'effective', effective_at = '2026-12-01' where id = $1`,
      [agreement.id],
    );
    await expect(unheld).rejects.toMatchObject({
      constraint: 'ck_agreements_internship_checked_at_start',
    });
    await expect(movedBeforeItsSignatures(agreement.id)).rejects.toMatchObject({
      constraint: 'ck_agreements_internship_signed_before',
    });
  });
});
