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
