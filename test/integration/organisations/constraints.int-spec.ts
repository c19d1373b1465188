import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { REGION, regionId } from '../../factories/reference-data.factory.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const DEMO_CODES = ['91320506DEM0000016', '52320500DEM000002K', '12320500DEM000003T'];

describe('the tables of organisations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(() => database.truncateAll());
  afterAll(() => database.drop());

  const query = (text: string, values: unknown[] = []) => database.pool.query(text, values);

  async function account(): Promise<string> {
    const id = randomUUID();
    await query(`insert into accounts (id, display_name) values ($1, 'x')`, [id]);
    return id;
  }

  async function insertOrganisation(
    client: Pick<PoolClient, 'query'>,
    columns: object = {},
  ): Promise<string> {
    const id = randomUUID();
    const row = {
      id,
      kind: 'enterprise',
      name: '甲公司',
      name_pinyin: 'jiagongsi',
      search_text: '甲公司',
      unified_social_credit_code: DEMO_CODES[0],
      region_id: regionId(REGION.wuzhong),
      account_class: 'own_hiring',
      ...columns,
    };
    const names = Object.keys(row);
    const places = names.map((_, i) => `$${i + 1}`).join(', ');
    await client.query(
      `insert into organisations (${names.join(', ')}) values (${places})`,
      Object.values(row),
    );
    return id;
  }

  const insertMember = (
    client: Pick<PoolClient, 'query'>,
    organisationId: string,
    accountId: string,
    role = 'administrator',
  ) =>
    client.query(
      `insert into organisation_members (id, organisation_id, account_id, role, joined_at) values ($1, $2, $3, $4, now())`,
      [randomUUID(), organisationId, accountId, role],
    );

  async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  const organisationWith = (administrators: readonly string[], columns: object = {}) =>
    inTransaction(async (client) => {
      const id = await insertOrganisation(client, columns);
      for (const administrator of administrators) await insertMember(client, id, administrator);
      return id;
    });

  const endMember = (
    client: Pick<PoolClient, 'query'>,
    organisationId: string,
    accountId: string,
  ) =>
    client.query(
      `update organisation_members set ended_at = now(), end_cause = 'removed' where organisation_id = $1 and account_id = $2`,
      [organisationId, accountId],
    );

  it.each(DEMO_CODES)('take the code %s', async (code) => {
    await organisationWith([await account()], { unified_social_credit_code: code });
    const { rowCount } = await query('select from organisations');
    expect(rowCount).toBe(1);
  });

  it.each([
    '91320506DEM0000017',
    '91320506DEM000001',
    '9132050ODEM0000016',
    '91320506dem0000016',
    '',
  ])('refuse the code %j', async (code) => {
    await expect(
      organisationWith([await account()], { unified_social_credit_code: code }),
    ).rejects.toMatchObject({ code: '23514', constraint: 'ck_organisations_credit_code' });
  });

  it.each([
    [
      'an agency without a licence',
      { account_class: 'operating_agency' },
      'ck_organisations_licence',
    ],
    ['verified without an end', { standing: 'verified' }, 'ck_organisations_verified'],
    [
      'unverified with an end',
      { verified_at: new Date(), verified_until: new Date() },
      'ck_organisations_verified',
    ],
    [
      'an intake upside down',
      { annual_graduate_intake_min: 3, annual_graduate_intake_max: 2 },
      'ck_organisations_intake',
    ],
    ['a name of one character', { name: ' 甲 ' }, 'ck_organisations_name'],
  ])('refuse %s', async (_, columns, constraint) => {
    await expect(organisationWith([await account()], columns)).rejects.toMatchObject({
      constraint,
    });
  });

  it('refuse an organisation that nobody administers', async () => {
    await expect(organisationWith([])).rejects.toMatchObject({
      code: '23514',
      constraint: 'ck_organisations_administrator',
    });
    const officer = await account();
    await expect(
      inTransaction(async (client) => {
        await insertMember(client, await insertOrganisation(client), officer, 'officer');
      }),
    ).rejects.toMatchObject({ constraint: 'ck_organisations_administrator' });
    expect((await query('select from organisations')).rowCount).toBe(0);
  });

  it.each([
    [
      'ended',
      `update organisation_members set ended_at = now(), end_cause = 'left' where organisation_id = $1`,
    ],
    [
      'given another role',
      `update organisation_members set role = 'viewer' where organisation_id = $1`,
    ],
    ['deleted', `delete from organisation_members where organisation_id = $1`],
  ])('refuse to have the last administrator %s', async (_, statement) => {
    const id = await organisationWith([await account()]);
    await expect(query(statement, [id])).rejects.toMatchObject({
      constraint: 'ck_organisations_administrator',
    });
  });

  it('let one transaction hand the role over in either order', async () => {
    const [first, second] = [await account(), await account()];
    const id = await organisationWith([first]);
    await inTransaction(async (client) => {
      await endMember(client, id, first);
      await insertMember(client, id, second);
    });
    const { rows } = await query(
      `select account_id from organisation_members where organisation_id = $1 and ended_at is null`,
      [id],
    );
    expect(rows).toEqual([{ account_id: second }]);
  });

  it('keep one of two administrators who are taken away in two transactions at once', async () => {
    const [first, second] = [await account(), await account()];
    const id = await organisationWith([first, second]);
    const clients = [await database.pool.connect(), await database.pool.connect()] as const;
    try {
      for (const client of clients) await client.query('begin');
      await endMember(clients[0], id, first);
      await endMember(clients[1], id, second);
      const ends = await Promise.allSettled(clients.map((client) => client.query('commit')));
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    } finally {
      for (const client of clients) client.release();
    }
    const { rowCount } = await query(
      `select from organisation_members where organisation_id = $1 and ended_at is null`,
      [id],
    );
    expect(rowCount).toBe(1);
  });

  it('let an organisation go with everything that is its own', async () => {
    const id = await organisationWith([await account()]);
    await query('delete from organisations where id = $1', [id]);
    expect((await query('select from organisation_members')).rowCount).toBe(0);
  });

  it('refuse a second open membership and take one after the first has ended', async () => {
    const [administrator, member] = [await account(), await account()];
    const id = await organisationWith([administrator]);
    await insertMember(database.pool, id, member, 'viewer');
    await expect(insertMember(database.pool, id, member, 'officer')).rejects.toMatchObject({
      constraint: 'uq_organisation_members_open',
    });
    await endMember(database.pool, id, member);
    await insertMember(database.pool, id, member, 'officer');
    expect((await query('select from organisation_members')).rowCount).toBe(3);
  });

  describe('of verifications', () => {
    const NOW = '2026-11-22T10:00:00+08:00';

    async function insertVerification(columns: object): Promise<void> {
      const submitter = await account();
      const row: Record<string, unknown> = {
        id: randomUUID(),
        state: 'submitted',
        requirements_edition: '2026-01',
        submitted_by: submitter,
        submitted_at: NOW,
        due_on: '2026-11-27',
        ...columns,
      };
      row['organisation_id'] ??= await organisationWith([submitter]);
      const names = Object.keys(row);
      await query(
        `insert into organisation_verifications (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
        Object.values(row),
      );
    }

    it.each([
      ['in review with nobody', { state: 'in_review' }, 'ck_organisation_verifications_claim'],
      [
        'decided by nobody',
        { state: 'approved', valid_until: '2027-01-01' },
        'ck_organisation_verifications_decision',
      ],
      [
        'due before it was handed in',
        { due_on: '2026-11-21' },
        'ck_organisation_verifications_due',
      ],
    ])('refuse one %s', async (_, columns, constraint) => {
      await expect(insertVerification(columns)).rejects.toMatchObject({ constraint });
    });

    it('refuse a refusal without a reason, an approval beyond six months and an appeal decided by the same officer', async () => {
      const officer = await account();
      const organisation = await organisationWith([officer]);
      const decided = { organisation_id: organisation, decided_by: officer, decided_at: NOW };
      await expect(insertVerification({ ...decided, state: 'refused' })).rejects.toMatchObject({
        constraint: 'ck_organisation_verifications_refusal',
      });
      await expect(
        insertVerification({
          ...decided,
          state: 'approved',
          valid_until: '2027-05-22T10:00:01+08:00',
        }),
      ).rejects.toMatchObject({ constraint: 'ck_organisation_verifications_validity' });
      await expect(
        insertVerification({
          ...decided,
          state: 'appeal_refused',
          refusal_reason: 'other',
          refusal_text: 'x',
          appeal_text: 'y',
          appealed_at: NOW,
          appeal_answer: 'z',
          appeal_decided_by: officer,
          appeal_decided_at: NOW,
        }),
      ).rejects.toMatchObject({ constraint: 'ck_organisation_verifications_appeal_officer' });
      expect((await query('select from organisation_verifications')).rowCount).toBe(0);
    });

    it('refuse a second one that is open, and take it once the first is closed', async () => {
      const id = await organisationWith([await account()]);
      await insertVerification({ organisation_id: id });
      await expect(insertVerification({ organisation_id: id })).rejects.toMatchObject({
        constraint: 'uq_organisation_verifications_open',
      });
      await query(`update organisation_verifications set state = 'withdrawn'`);
      await insertVerification({ organisation_id: id });
      expect((await query('select from organisation_verifications')).rowCount).toBe(2);
    });
  });
});
