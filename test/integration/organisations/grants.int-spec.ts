import { sql } from 'kysely';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { MemberReader } from '../../../src/modules/organisations/member/member.reader.js';
import { createAccount } from '../../factories/account.factory.js';
import { createOrganisation, newCreditCode } from '../../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

const ORGANISATIONS = 1_500;

describe('what an account may do for whom', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await app.database.truncateAll();
  });
  afterAll(() => app.close());

  it('is read by key, also when the planner expects that everybody belongs everywhere', async () => {
    const everywhere = await createAccount(app);
    const members = [{ account: everywhere, role: 'ADMINISTRATOR' as const }];
    const { id } = await createOrganisation(app, { members });
    const codes = Array.from({ length: ORGANISATIONS }, newCreditCode);
    const uow = app.get(UnitOfWork);
    const db = uow.sql;
    await uow.run(async () => {
      await sql`insert into organisations
        select (jsonb_populate_record(o, jsonb_build_object(
          'id', gen_random_uuid(), 'unified_social_credit_code', code))).*
        from organisations o, unnest(${codes}::text[]) code where o.id = ${id}`.execute(db);
      await sql`insert into organisation_members
        select (jsonb_populate_record(m, jsonb_build_object(
          'id', gen_random_uuid(), 'organisation_id', o.id))).*
        from organisation_members m, organisations o where o.id <> ${id}`.execute(db);
    });
    await sql`analyze organisations, organisation_members`.execute(db);
    const recruiter = await createAccount(app);
    const own = await createOrganisation(app, {
      members: [{ account: recruiter, role: 'ADMINISTRATOR' }],
    });

    const reader = app.get(MemberReader);
    const grants = reader.grantsOf(sql.ref('live.id'));
    const plan = await sql`explain (costs off)
      with live as materialized (select id from accounts where id = ${recruiter.account.id})
      select ${grants} from live`.execute(db);

    expect(JSON.stringify(plan.rows)).not.toContain('Seq Scan on organisations');
    expect(await reader.grantsFor(recruiter.account.id)).toEqual([
      {
        organisationId: own.id,
        organisationKind: 'ENTERPRISE',
        role: 'ADMINISTRATOR',
        isInGoodStanding: true,
        regionId: own.regionId,
      },
    ]);
    expect(await reader.grantsFor(everywhere.account.id)).toHaveLength(ORGANISATIONS + 1);
  });
});
