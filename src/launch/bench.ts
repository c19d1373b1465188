import { loadEnv, withoutServers } from '../core/config/index.js';
import { benchProgram } from './bench-program.js';
import { describeFailure } from './launch-error.js';
import { migrateDatabase } from './migrate-database.js';
import { runForeground } from './run-foreground.js';
import { bringServers } from './servers.js';

/** `npm run bench -- NAME`: runs bench/NAME.ts from its source on servers of its own. */
async function main(args: readonly string[]): Promise<number> {
  const program = benchProgram('bench', ['bench'], args);
  const servers = bringServers({
    env: loadEnv(withoutServers()),
    raw: process.env,
    dir: '.data/bench',
    database: 'gongqiao_bench',
  });
  try {
    const addresses = await servers.env;
    if (servers.isDatabaseEmbedded) await migrateDatabase(addresses.DATABASE_URL);
    return await runForeground(program, { ...process.env, ...addresses });
  } finally {
    await servers.release();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
} finally {
  if (process.connected) process.disconnect();
}
