import type { Kysely } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import type { Region, RegionLevel } from './region.model.js';

const LEVELS: readonly RegionLevel[] = ['PROVINCE', 'PREFECTURE', 'COUNTY', 'STREET'];

interface HeldCode {
  readonly code: string;
  readonly name: string;
  /** The region that had the code, and the one it leads to now. */
  readonly ownerId: string;
  readonly leadsTo: string;
}

/** All regions with their codes. A code of a dissolved region leads to the region that took over. */
export async function readRegions(sql: Kysely<DB>): Promise<Region[]> {
  const regions = await sql.selectFrom('regions').selectAll().orderBy('sort').execute();
  const codes = await readCodes(sql);
  const owned = Map.groupBy(codes, (held) => held.ownerId);
  const leading = Map.groupBy(lastHolders(codes), (held) => held.leadsTo);
  return regions.map((row): Region => {
    const code = owned.get(row.id)?.[0]?.code;
    if (code === undefined) throw new Error(`Region ${row.key} never had a code`);
    const former = (leading.get(row.id) ?? []).filter((held) => held.code !== code);
    return {
      id: row.id,
      code,
      name: row.name,
      displayName: row.display_name,
      fullName: row.full_name,
      pinyin: row.pinyin,
      pinyinInitials: row.pinyin_initials,
      level: LEVELS[row.level - 1] ?? 'STREET',
      kind: enumName(row.kind),
      parentId: row.parent_id,
      formerCodes: former.map((held) => held.code),
      formerNames: former.map((held) => held.name).filter((name) => name !== row.name),
      isCurrent: row.is_current,
    };
  });
}

/** Codes in force first, then the last to end. */
async function readCodes(sql: Kysely<DB>): Promise<HeldCode[]> {
  const rows = await sql
    .selectFrom('region_codes')
    .select(['code', 'name', 'region_id', 'successor_region_id'])
    .orderBy('valid_to', (order) => order.desc().nullsFirst())
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    ownerId: row.region_id,
    leadsTo: row.successor_region_id ?? row.region_id,
  }));
}

/** Of a code that several regions have had, the last holder alone. */
function lastHolders(codes: readonly HeldCode[]): HeldCode[] {
  const taken = new Set<string>();
  return codes.filter((held) => !taken.has(held.code) && taken.add(held.code));
}
