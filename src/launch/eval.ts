import { benchProgram } from './bench-program.js';
import { describeFailure } from './launch-error.js';
import { runForeground } from './run-foreground.js';
import { runOnServers } from './run-on-servers.js';

const FOLDER = ['bench', 'eval'];
/** What is evaluated there; the others need no servers. */
const ON_SERVERS = ['search'];

// `npm run eval -- NAME`: runs bench/eval/NAME.ts.
if (ON_SERVERS.includes(process.argv[2] ?? '')) {
  await runOnServers('eval', FOLDER);
} else {
  try {
    const program = benchProgram('eval', FOLDER, process.argv.slice(2));
    process.exitCode = await runForeground(program, process.env);
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  } finally {
    if (process.connected) process.disconnect();
  }
}
