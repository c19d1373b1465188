import { existsSync, readdirSync } from 'node:fs';
import { loadEnv, withoutServers } from '../core/config/index.js';
import { describeFailure, LaunchError } from './launch-error.js';
import { migrateDatabase } from './migrate-database.js';
import { inRoot } from './paths.js';
import { runForeground } from './run-foreground.js';
import { bringServers } from './servers.js';

/** `npm run bench -- NAME`: runs bench/NAME.ts from its source on servers of its own. */
async function main([name, ...rest]: readonly string[]): Promise<number> {
  const script = inRoot('bench', `${name ?? ''}.ts`);
  if (name === undefined || !/^[\w-]+$/.test(name) || !existsSync(script)) {
    throw new LaunchError(`Which one? npm run bench -- ${benchNames().join(' | ')}`);
  }
  const servers = bringServers({
    env: loadEnv(withoutServers()),
    raw: process.env,
    dir: '.data/bench',
    database: 'gongqiao_bench',
  });
  try {
    const hooks = inRoot('src', 'launch', 'typescript-hooks.mjs');
    const program = ['--enable-source-maps', '--import', hooks, script, ...rest];
    const addresses = await servers.env;
    if (servers.isDatabaseEmbedded) await migrateDatabase(addresses.DATABASE_URL);
    return await runForeground(program, { ...process.env, ...addresses });
  } finally {
    await servers.release();
  }
}

function benchNames(): readonly string[] {
  return readdirSync(inRoot('bench'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
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
