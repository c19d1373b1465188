import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type pg from 'pg';
import { contentHash } from '../../../src/modules/agreements/index.js';
import { creditCodeCheckDigit } from '../../../src/modules/organisations/index.js';
import { databaseUrl, withClient } from '../../support/migrated-template.js';

const FOLDER = resolve(import.meta.dirname, '../../../prisma/migrations');
const FIRST = '20261122221000_agreement_negotiation_states';
const LAST = '20261122221100_agreements_with_parties';
const SERVER = process.env.TEST_DATABASE_URL ?? '';
const SIGNED_HASH = 'a'.repeat(64);
const TERMS = '甲方“提供”\t实习岗位\\乙方\n组织学生；\u2028𠮷先生。';

/** All migrations from one name up to another, both included. */
async function migrate(client: pg.Client, from: string, to: string): Promise<void> {
  const names = (await readdir(FOLDER)).filter((name) => name >= from && name <= to).sort();
  for (const name of names.filter((each) => !each.endsWith('.toml')))
    await client.query(await readFile(resolve(FOLDER, name, 'migration.sql'), 'utf8'));
}

const [college, enterprise, account] = [randomUUID(), randomUUID(), randomUUID()];

const codeOf = (body: string): string => body + creditCodeCheckDigit(body);

async function addOld(client: pg.Client, state: string, hash: string | null): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into agreements (id, agreement_number, form, college_id, enterprise_id, drafter_id, state, title, terms,
       promised_students, starts_on, ends_on, content_hash, effective_at)
     values ($1, $2, 'order_class', $3, $4, $4, $5::agreement_state, '订单"班', $6, 40, '2026-01-01', '2027-01-01', $7,
       case when $5 = 'effective' then now() end)`,
    [id, `XQ-2026-${state}-${String(hash === null)}`, college, enterprise, state, TERMS, hash],
  );
  return id;
}

async function addOldSignature(client: pg.Client, id: string, party: string): Promise<void> {
  await client.query(
    `insert into agreement_signatures (agreement_id, organisation_id, account_id, content_hash, signed_at)
     values ($1, $2, $3, $4, now())`,
    [id, party, account, SIGNED_HASH],
  );
}

describe('agreements of the time before parties, versions and signatories', () => {
  it('come over whole: every deferred rule holds for them, and drafts hash as the API hashes', async () => {
    const name = `gongqiao_test_carry_${randomBytes(6).toString('hex')}`;
    await withClient(SERVER, (admin) => admin.query(`CREATE DATABASE "${name}"`));
    try {
      await withClient(databaseUrl(SERVER, name), carryOver);
    } finally {
      await withClient(SERVER, (admin) => admin.query(`DROP DATABASE "${name}" WITH (FORCE)`));
    }
  }, 60_000);
});

async function carryOver(client: pg.Client): Promise<void> {
  await migrate(client, '', FIRST);
  await client.query(`set session_replication_role = replica`);
  for (const [id, kind, title, code] of [
    [college, 'college', '苏州"学院"', codeOf('12320500MA1000001')],
    [enterprise, 'enterprise', '莱克\\电气', codeOf('91320500MA1000002')],
  ])
    await client.query(
      `insert into organisations (id, kind, name, name_pinyin, search_text, unified_social_credit_code, region_id, account_class)
       values ($1, $2::organisation_kind, $3, '', '', $4, gen_random_uuid(), 'own_hiring')`,
      [id, kind, title, code],
    );
  await client.query(`insert into accounts (id, display_name) values ($1, '吴雨桐')`, [account]);
  await client.query(`set session_replication_role = origin`);
  const ids = {
    draft: await addOld(client, 'draft', null),
    returned: await addOld(client, 'draft', SIGNED_HASH),
    waiting: await addOld(client, 'awaiting_signatures', SIGNED_HASH),
    partly: await addOld(client, 'partially_signed', SIGNED_HASH),
    effective: await addOld(client, 'effective', SIGNED_HASH),
    cancelled: await addOld(client, 'cancelled', null),
  };
  await addOldSignature(client, ids.partly, enterprise);
  for (const party of [college, enterprise]) await addOldSignature(client, ids.effective, party);

  await migrate(client, LAST, LAST);

  const { rows } = await client.query<Record<string, unknown>>(
    `select a.id, a.content_hash, a.signing_round, a.shared_at is not null as shared, agreement_fault(a.id) as fault,
       v.content_hash as text_hash, v.hash_format, a.agreement_number, c.body,
       (select string_agg(s.state::text, ' ' order by s.party_position) from agreement_signatories s
        where s.agreement_id = a.id) as turns
     from agreements a join agreement_versions v on v.agreement_id = a.id join agreement_clauses c on c.agreement_id = a.id`,
  );
  expect(rows.length).toBe(6);
  const of = (id: string) => rows.find((row) => row.id === id);
  const hashOf = (id: string) =>
    contentHash({
      agreementNumber: String(of(id)?.agreement_number),
      kind: 'SCHOOL_ENTERPRISE',
      form: 'ORDER_CLASS',
      title: '订单"班',
      startsOn: '2026-01-01',
      endsOn: '2027-01-01',
      promisedStudents: 40,
      parties: [
        { role: 'COLLEGE', organisationId: college, accountId: null, name: '苏州"学院"' },
        { role: 'ENTERPRISE', organisationId: enterprise, accountId: null, name: '莱克\\电气' },
      ],
      clauses: [{ heading: '', body: TERMS }],
      annexes: [],
    });
  const unsigned = { fault: null, body: TERMS };
  for (const [id, expected] of [
    [ids.draft, { content_hash: null, signing_round: 0, shared: false, turns: 'pending pending' }],
    [
      ids.returned,
      { content_hash: null, signing_round: 1, shared: true, turns: 'pending pending' },
    ],
  ] as const)
    expect(of(id)).toMatchObject({
      ...unsigned,
      ...expected,
      text_hash: hashOf(id),
      hash_format: 2,
    });
  for (const [id, turns] of [
    [ids.waiting, 'ready ready'],
    [ids.partly, 'ready signed'],
    [ids.effective, 'signed signed'],
  ] as const)
    expect(of(id)).toMatchObject({
      ...unsigned,
      turns,
      shared: true,
      signing_round: 1,
      content_hash: SIGNED_HASH,
      text_hash: SIGNED_HASH,
      hash_format: 1,
    });
  expect(of(ids.cancelled)).toMatchObject({ ...unsigned, shared: false, turns: 'void void' });
}
