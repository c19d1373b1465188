import { fileURLToPath } from 'node:url';
import { loadEnv, withoutServers } from '../core/config/index.js';
import { describeFailure } from './launch-error.js';
import { migrateDatabase } from './migrate-database.js';
import { runForeground } from './run-foreground.js';
import { bringServers } from './servers.js';

/** Commands that work without a database. */
const WITHOUT_SERVERS = new Set(['check-config', 'print-schema', 'help', '--help', '-h']);

/** `npm run cli`: joins the servers of a running `npm start`, or brings them up for this one command. */
async function main(argv: readonly string[]): Promise<number> {
  const script = fileURLToPath(new URL('../cli.js', import.meta.url));
  const program = ['--enable-source-maps', script, ...argv];
  const [first = '--help'] = argv;
  if (WITHOUT_SERVERS.has(first) || argv.includes('--help') || argv.includes('-h')) {
    return runForeground(program, process.env);
  }
  const servers = bringServers({ env: loadEnv(withoutServers()), raw: process.env });
  try {
    const addresses = await servers.env;
    // A database that the environment names is migrated when its owner says so.
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
