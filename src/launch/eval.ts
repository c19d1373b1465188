import { benchProgram } from './bench-program.js';
import { describeFailure } from './launch-error.js';
import { runForeground } from './run-foreground.js';

// `npm run eval -- NAME`: runs bench/eval/NAME.ts. Evaluations need no servers.
try {
  const program = benchProgram('eval', ['bench', 'eval'], process.argv.slice(2));
  process.exitCode = await runForeground(program, process.env);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
} finally {
  if (process.connected) process.disconnect();
}
