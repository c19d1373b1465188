import { existsSync, readdirSync } from 'node:fs';
import { describeFailure, LaunchError } from './launch-error.js';
import { inRoot } from './paths.js';
import { runForeground } from './run-foreground.js';

/** `npm run eval -- NAME`: runs bench/eval/NAME.ts from its source. Evaluations need no servers. */
async function main([name, ...rest]: readonly string[]): Promise<number> {
  const script = inRoot('bench', 'eval', `${name ?? ''}.ts`);
  if (name === undefined || !/^[\w-]+$/.test(name) || !existsSync(script)) {
    throw new LaunchError(`Which one? npm run eval -- ${evalNames().join(' | ')}`);
  }
  const hooks = inRoot('src', 'launch', 'typescript-hooks.mjs');
  const program = ['--enable-source-maps', '--import', hooks, script, ...rest];
  return runForeground(program, process.env);
}

function evalNames(): readonly string[] {
  return readdirSync(inRoot('bench', 'eval'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
} finally {
  if (process.connected) process.disconnect();
}
