import {
  ConfigError,
  configMarkdown,
  configTable,
  loadEnv,
  withoutServers,
} from '../config/index.js';
import type { CliCommand } from './cli-command.js';
import { textTable } from './text-table.js';

export const checkConfigCommand: CliCommand = {
  name: 'check-config',
  description: 'Print every setting with its source, and all that is wrong; secrets are not shown.',
  options: [{ flags: '--markdown', description: 'Print the table of the README instead.' }],
  async run({ options }, output) {
    if (options.markdown === true) {
      output.line(configMarkdown());
      return 0;
    }
    const header = ['SETTING', 'SOURCE', 'VALUE', 'MEANING'];
    const rows = configTable().map((row) => [row.name, row.source, row.value, row.description]);
    for (const line of textTable([header, ...rows])) output.line(line);
    try {
      loadEnv(withoutServers());
      output.line('\nThe configuration is right.');
      return 0;
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      output.note(`\n${error.message}`);
      return 1;
    }
  },
};
