import { applyMigrations, MigrationError } from '../core/migrations/index.js';
import { LaunchError } from './launch-error.js';
import { inRoot } from './paths.js';

/** Brings the database to this version and says how many migrations that took. */
export async function migrateDatabase(databaseUrl: string): Promise<number> {
  try {
    const folder = inRoot('prisma', 'migrations');
    return (await applyMigrations({ databaseUrl, folder })).length;
  } catch (error) {
    if (error instanceof MigrationError) throw new LaunchError(error.message, { cause: error });
    throw error;
  }
}
