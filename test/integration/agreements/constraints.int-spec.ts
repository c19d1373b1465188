import { sqlState } from '../../../src/core/database/index.js';
import { AgreementReader, AgreementsModule } from '../../../src/modules/agreements/index.js';
import { createAgreement, type TestAgreement } from '../../factories/agreement.factory.js';
import { createOrganisation } from '../../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

const WHOLE = '23514 ck_agreements_whole_signatures';
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
  /** Signs in the place of a party as its turn has it, with changes. */
  const sign = async (organisationId: string, changes: Record<string, unknown> = {}) => {
    const signer = { account_id: agreement.college.administrator.account.id, ...changes };
    const { rows } = await app.database.pool.query<{ id: string; party_position: number }>(
      `select s.id, s.party_position from agreement_signatories s
       join agreement_parties p on p.agreement_id = s.agreement_id and p.position = s.party_position
       where s.agreement_id = $1 and p.organisation_id = $2`,
      [agreement.id, organisationId],
    );
    const [turn] = rows;
    const signature = {
      signatory_id: turn?.id,
      party_position: turn?.party_position,
      organisation_id: organisationId,
      content_hash: agreement.contentHash,
      signing_round: 1,
      version_number: 1,
      ...signer,
    };
    return attempt(
      `with turn as (update agreement_signatories set state = 'signed', account_id = $1 where id = $2)
       insert into agreement_signatures (id, agreement_id, signatory_id, party_position, organisation_id, account_id,
         content_hash, signing_round, version_number, signed_at)
       values (gen_random_uuid(), $3, $4, $5, $6, $7, $8, $9, $10, now())`,
      [
        signature.account_id,
        turn?.id,
        agreement.id,
        signature.signatory_id,
        signature.party_position,
        signature.organisation_id,
        signature.account_id,
        signature.content_hash,
        signature.signing_round,
        signature.version_number,
      ],
    );
  };
  const assign = (organisationId: string, accountId: string) =>
    app.database.pool.query(
      `update agreement_signatories s set account_id = $3 from agreement_parties p
       where s.agreement_id = $1 and p.agreement_id = $1 and p.position = s.party_position and p.organisation_id = $2`,
      [agreement.id, organisationId, accountId],
    );

  beforeEach(async () => {
    agreement = await createAgreement(app, { state: 'AWAITING_SIGNATURES' });
    await assign(agreement.college.id, agreement.college.administrator.account.id);
  });

  it('one of another text, round or version, by another, or for another party, is refused', async () => {
    const { college, enterprise } = agreement;
    const stranger = await createOrganisation(app);
    for (const changes of [
      { content_hash: '0'.repeat(64) },
      { signing_round: 2 },
      { version_number: 2 },
      { organisation_id: enterprise.id },
      { organisation_id: stranger.id },
      { organisation_id: null },
      { party_position: 2 },
    ])
      expect(await sign(college.id, changes)).toBe('23514');
    // The turn of the enterprise is nobody's yet.
    expect(await sign(enterprise.id)).toBe('23514');
    expect(await sign(college.id)).toBe('done');
  });

  it('a turn is used once, and what was signed never changes or goes', async () => {
    await sign(agreement.college.id);
    expect(await sign(agreement.college.id)).toBe('23505 uq_agreement_signatures_signatory');
    const { id } = agreement;
    for (const [change, refusal] of [
      [`update agreement_signatures set signed_at = now() where agreement_id = $1`, '23001'],
      [`update agreement_signatures set voided_at = now() where agreement_id = $1`, WHOLE],
      [`delete from agreement_signatures where agreement_id = $1`, '23001'],
      [`update agreement_signatories set state = 'ready' where agreement_id = $1`, WHOLE],
    ] as const)
      expect(await attempt(change, [id])).toBe(refusal);
  });

  it('nothing takes effect without the signature of each party', async () => {
    await sign(agreement.college.id);
    const effect = `update agreements set state = 'effective', effective_at = now() where id = $1`;
    expect(await attempt(effect, [agreement.id])).toBe('23514 ck_agreements_whole_unsigned');
    await assign(agreement.enterprise.id, agreement.college.administrator.account.id);
    expect(await sign(agreement.enterprise.id)).toBe('done');
    expect(await attempt(effect, [agreement.id])).toBe('done');
    const unsign = `update agreement_signatures set voided_at = now() where agreement_id = $1`;
    expect(await attempt(unsign, [agreement.id])).toBe('23001');
  });

  it('nobody signs before those of an earlier step', async () => {
    await app.database.pool.query(
      `update agreement_signatories set step = 2, state = 'pending' where agreement_id = $1 and party_position = 1`,
      [agreement.id],
    );
    expect(await sign(agreement.college.id)).toBe('23514');
  });
});

describe('the database keeps agreements whole', () => {
  it.each([
    ['ck_agreements_whole_drafter', `drafter_id = gen_random_uuid()`],
    ['ck_agreements_whole_parties', `party_count = 3`],
    ['ck_agreements_whole_text', `title = 'another'`],
    ['ck_agreements_whole_text', `ends_on = ends_on + 1`],
    ['ck_agreements_whole_text', `content_hash = repeat('0', 64)`],
    ['ck_agreements_whole_text', `version_number = 2`],
    ['ck_agreements_dates', `starts_on = ends_on + 1`],
    ['ck_agreements_students', `promised_students = 0`],
    ['ck_agreements_party_count', `party_count = 1`],
    ['ck_agreements_content_hash', `content_hash = null`],
    ['ck_agreements_open_text', `state = 'draft'`],
    ['ck_agreements_effective', `effective_at = null`],
  ])('%s: %s', async (constraint, change) => {
    const { id } = await createAgreement(app);
    expect(await attempt(`update agreements set ${change} where id = $1`, [id])).toBe(
      `23514 ${constraint}`,
    );
  });

  it.each([
    ['23001', `update agreement_versions set title = 'another' where agreement_id = $1`],
    ['23001', `update agreement_clauses set body = 'another' where agreement_id = $1`],
    ['23001', `update agreement_parties set name = 'another' where agreement_id = $1`],
    ['23001', `delete from agreement_versions where agreement_id = $1`],
    ['23001', `delete from agreement_clauses where agreement_id = $1`],
    ['23001', `delete from agreement_parties where agreement_id = $1`],
    [
      '23001',
      `insert into agreement_clauses (agreement_id, version_number, position, clause_key, heading, body)
       values ($1, 1, 2, gen_random_uuid(), '', 'one more')`,
    ],
    [
      '23001',
      `insert into agreement_parties (agreement_id, position, role, organisation_id, name)
       select $1, 3, 'STUDENT', id, 'one more' from organisations limit 1`,
    ],
    [
      '23505 pk_agreement_parties',
      `insert into agreement_parties (agreement_id, position, role, organisation_id, name)
       select $1, 2, 'STUDENT', id, 'one more' from organisations limit 1`,
    ],
  ])('what it says and between whom stays: %s by %s', async (refusal, change) => {
    const { id } = await createAgreement(app, { state: 'DRAFT' });
    expect(await attempt(change, [id])).toBe(refusal);
  });

  it('a party is an organisation or a person, not both and not neither', async () => {
    const { id } = await createAgreement(app, { state: 'DRAFT' });
    for (const account of ['null', `(select id from accounts limit 1)`]) {
      const organisation = account === 'null' ? 'null' : `(select id from organisations limit 1)`;
      const party = `insert into agreement_parties (agreement_id, position, role, organisation_id, account_id, name)
        values ($1, 1, 'STUDENT', ${organisation}, ${account}, '')`;
      expect(await attempt(party, [id])).toBe('23514 ck_agreement_parties_one');
    }
  });

  it('it goes as a whole', async () => {
    const { id } = await createAgreement(app);
    expect(await attempt(`delete from agreements where id = $1`, [id])).toBe('done');
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

  it('names the parties to whoever has to tell them', async () => {
    const { id, college, enterprise } = await createAgreement(app);
    const reader = app.get(AgreementReader);
    expect(
      (await reader.partiesOf(id))?.map(({ position, role, organisationId, accountId }) => [
        position,
        role,
        organisationId,
        accountId,
      ]),
    ).toEqual([
      [1, 'COLLEGE', college.id, null],
      [2, 'ENTERPRISE', enterprise.id, null],
    ]);
    expect(await reader.partiesOf(college.id)).toBeNull();
    const partners = { collegeId: college.id, enterpriseId: enterprise.id };
    expect(await reader.partnersOf(id)).toEqual(partners);
  });
});
