import { loadEnv, withoutServers } from '../core/config/index.js';
import { benchProgram } from './bench-program.js';
import { describeFailure } from './launch-error.js';
import { migrateDatabase } from './migrate-database.js';
import { runForeground } from './run-foreground.js';
import { bringServers } from './servers.js';

/** Runs a program of `folder` from its source, on servers of its own; its exit code becomes ours. */
export async function runOnServers(command: string, folder: readonly string[]): Promise<void> {
  try {
    process.exitCode = await run(benchProgram(command, folder, process.argv.slice(2)));
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  } finally {
    if (process.connected) process.disconnect();
  }
}

async function run(program: readonly string[]): Promise<number> {
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
