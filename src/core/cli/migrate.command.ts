import { fileURLToPath } from 'node:url';
import { loadEnv } from '../config/index.js';
import { applyMigrations, MigrationError } from '../migrations/index.js';
import type { CliCommand } from './cli-command.js';

/** From src/core/cli as from dist/core/cli the migrations are three folders up. */
export const MIGRATIONS_FOLDER = fileURLToPath(
  new URL('../../../prisma/migrations', import.meta.url),
);

export const migrateCommand: CliCommand = {
  name: 'migrate',
  description: 'Bring the database to the newest migration.',
  async run(_input, output) {
    const { DATABASE_URL: databaseUrl } = loadEnv();
    try {
      const applied = await applyMigrations({
        databaseUrl,
        folder: MIGRATIONS_FOLDER,
        onApply: (name) => {
          output.note(`Applying ${name}`);
        },
      });
      output.line(`${String(applied.length)} migration(s) applied`);
      return 0;
    } catch (error) {
      if (!(error instanceof MigrationError)) throw error;
      output.note(error.message);
      return 1;
    }
  },
};
