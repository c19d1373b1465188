import pg from 'pg';
import { codeTables } from '../../src/modules/reference-data/loader/code-tables.js';
import { loadCodeTables } from '../../src/modules/reference-data/loader/load-code-tables.js';
import { SeedFiles } from '../../src/modules/reference-data/loader/seed-files.js';

/** Tables that hold the code lists; emptying a database between tests should leave them alone. */
export const REFERENCE_TABLES: readonly string[] = [
  'code_table_editions',
  ...codeTables.map(({ table }) => table),
];

/** Fills the code tables of a migrated database; returns the names of the tables it had to load. */
export async function loadReferenceData(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    const loaded = await loadCodeTables(async (statement, parameters) => {
      const result = await client.query<Record<string, unknown>>(statement, [...parameters]);
      return result.rows;
    }, new Date());
    await client.query('commit');
    return loaded;
  } finally {
    await client.end();
  }
}

/** Changes whenever other rows would be loaded. */
export async function referenceDataChecksum(): Promise<string> {
  const files = new SeedFiles();
  const sums = await Promise.all(codeTables.map((table) => files.checksum(table.files)));
  return sums.join();
}
