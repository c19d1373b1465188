import { sql } from 'kysely';
import type { INestApplicationContext } from '@nestjs/common';
import { Clock, Ids } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { creditCodeCheckDigit } from '../../src/modules/organisations/organisation/credit-code.js';
import { searchable } from '../../src/modules/organisations/organisation/organisation.rules.js';
import { ReferenceReader } from '../../src/modules/reference-data/index.js';
import { createAccount } from '../../test/factories/account.factory.js';
import { REGION, regionId } from '../../test/factories/reference-data.factory.js';

const BATCH = 500;
const DAY_MS = 86_400_000;
const CODES = '91320506BNC';
const TRADES = [
  '精密制造',
  '电子科技',
  '生物医药',
  '物流',
  '软件',
  '机械设备',
  '新材料',
  '餐饮管理',
];
const PLACES = ['苏州', '吴中', '相城', '昆山', '常熟', '张家港', '太仓'];

/** At least so many verified organisations with an administrator; those there already are not made again. */
export async function withOrganisations(
  app: INestApplicationContext,
  count: number,
): Promise<number> {
  const uow = app.get(UnitOfWork, { strict: false });
  const { there } = await uow.sql
    .selectFrom('organisations')
    .select(sql<number>`count(*)::int`.as('there'))
    .where('unified_social_credit_code', 'like', `${CODES}%`)
    .executeTakeFirstOrThrow();
  if (there >= count) return there;
  const ids = app.get(Ids, { strict: false });
  const now = app.get(Clock, { strict: false }).now();
  const regions = await app
    .get(ReferenceReader, { strict: false })
    .regionIdsWithin(regionId(REGION.suzhou));
  const industries = await uow.sql
    .selectFrom('industries')
    .select('code')
    .orderBy('code')
    .limit(300)
    .execute();
  const { account } = await createAccount({
    get: <T>(token: abstract new (...args: never[]) => T): T => app.get(token, { strict: false }),
  });

  const organisation = (n: number) => {
    const name = `${PLACES[n % PLACES.length] ?? ''}${TRADES[n % TRADES.length] ?? ''}第${n}有限公司`;
    const { namePinyin, searchText } = searchable(name);
    const body = CODES + String(n).padStart(6, '0');
    return {
      id: ids.next(),
      kind: 'enterprise' as const,
      name,
      name_pinyin: namePinyin,
      search_text: searchText,
      unified_social_credit_code: body + creditCodeCheckDigit(body),
      region_id: regions[n % regions.length] ?? '',
      industry_code: industries[n % industries.length]?.code ?? null,
      address: `江苏省苏州市吴中区东吴北路${n}号`,
      size_band: 'from_100_to_499' as const,
      website: `https://www.example.org/${n}`,
      account_class: 'own_hiring' as const,
      registered_by: account.id,
      standing: 'verified' as const,
      verified_at: new Date(now.getTime() - 30 * DAY_MS),
      verified_until: new Date(now.getTime() + 300 * DAY_MS),
      created_at: now,
      updated_at: now,
    };
  };
  for (let from = there; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) =>
      organisation(from + i),
    );
    await uow.run(async () => {
      await uow.sql.insertInto('organisations').values(rows).execute();
      await uow.sql
        .insertInto('organisation_members')
        .values(
          rows.map(({ id }) => ({
            id: ids.next(),
            organisation_id: id,
            account_id: account.id,
            role: 'administrator' as const,
            joined_at: now,
          })),
        )
        .execute();
    });
  }
  await sql`analyze organisations, organisation_members`.execute(uow.sql);
  return count;
}
