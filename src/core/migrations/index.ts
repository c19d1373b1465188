export {
  applyMigrations,
  MigrationError,
  readMigrations,
  type ApplyOptions,
  type Migration,
} from './apply-migrations.js';
