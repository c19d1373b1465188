export { checkConfigCommand } from './check-config.command.js';
export {
  Command,
  type CliArgument,
  type CliCommand,
  type CliInput,
  type CliOption,
  type CliOutput,
} from './cli-command.js';
export { CliCommands } from './cli-commands.js';
export { CliModule } from './cli.module.js';
export { runCommandLine } from './command-line.js';
export { migrateCommand, MIGRATIONS_FOLDER } from './migrate.command.js';
export { textTable } from './text-table.js';
