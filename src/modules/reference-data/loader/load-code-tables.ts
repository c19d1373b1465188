import type { CodeTable, TableRow } from './code-table.js';
import { codeTables } from './code-tables.js';
import { overridePinyin } from './pinyin.js';
import { SeedFiles } from './seed-files.js';

/** Sends one statement, within the caller's transaction. */
export type RunSql = (
  statement: string,
  parameters: readonly unknown[],
) => Promise<readonly Record<string, unknown>[]>;

interface Outdated {
  readonly table: CodeTable;
  readonly checksum: string;
}

/** Tables whose files differ from what was loaded. One statement; the files are read and hashed in milliseconds. */
export async function outdatedCodeTables(
  sql: RunSql,
  files: SeedFiles = new SeedFiles(),
): Promise<Outdated[]> {
  const editions = await sql('select name, checksum from code_table_editions', []);
  const loaded = new Map(editions.map((edition) => [edition.name, edition.checksum]));
  const tables = await Promise.all(
    codeTables.map(async (table) => ({ table, checksum: await files.checksum(table.files) })),
  );
  return tables.filter(({ table, checksum }) => loaded.get(table.table) !== checksum);
}

/**
 * Brings the code tables to the editions of the files; does nothing where they hold them already. Call it in a
 * transaction: the lock makes a second process wait and then find nothing to do. Returns the names of what it loaded.
 */
export async function loadCodeTables(
  sql: RunSql,
  now: Date,
  files: SeedFiles = new SeedFiles(),
): Promise<string[]> {
  await sql(`select pg_advisory_xact_lock(hashtext('code-tables'))`, []);
  const outdated = await outdatedCodeTables(sql, files);
  if (outdated.length === 0) return [];
  overridePinyin(await files.rows('pinyin-overrides.csv', ['text', 'pinyin']));
  for (const { table, checksum } of outdated) {
    const rows = await table.rows(files);
    await writeRows(sql, table, rows);
    await sql(
      `insert into code_table_editions (name, edition, source, checksum, row_count, loaded_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (name) do update set edition = excluded.edition, source = excluded.source,
         checksum = excluded.checksum, row_count = excluded.row_count, loaded_at = excluded.loaded_at`,
      [table.table, table.edition, table.source, checksum, rows.length, now],
    );
  }
  return outdated.map(({ table }) => table.table);
}

/** One statement for all rows: the table's own column types read the JSON. */
async function writeRows(
  sql: RunSql,
  { table, key, keepsDropped }: CodeTable,
  rows: readonly TableRow[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const updates = columns.filter((column) => !key.includes(column));
  await sql(
    keepsDropped
      ? `update ${table} set is_current = false where is_current`
      : `delete from ${table}`,
    [],
  );
  await sql(
    `insert into ${table} (${columns.join()})
     select ${columns.join()} from jsonb_populate_recordset(null::${table}, $1::jsonb)
     on conflict (${key.join()}) do update set
       ${updates.map((column) => `${column} = excluded.${column}`).join()}`,
    [JSON.stringify(rows)],
  );
}
