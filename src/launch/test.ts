import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { describeFailure } from './launch-error.js';
import { inRoot, ROOT } from './paths.js';
import { newMasterKey } from './services/embedded-meilisearch.js';
import { leaseServices, type ServicesLease } from './services/services-client.js';
import { readState, writeState } from './services/state-file.js';

const TEST_DIR = inRoot('.data', 'test');
/** Long enough that the next `npm test` of someone at work finds the servers still up. */
const LINGER_MS = 30_000;

const countsShape = z.object({
  passed: z.number().int(),
  failed: z.number().int(),
  skipped: z.number().int(),
});
type Counts = z.output<typeof countsShape>;

interface Run {
  readonly children: Set<ReturnType<typeof spawn>>;
  isStopped: boolean;
}

async function main(args: readonly string[]): Promise<number> {
  const run: Run = { children: new Set(), isStopped: false };
  stopOnSignals(run);
  const counts: Counts[] = [];
  if (args.length === 0) counts.push(...(await staticChecks(run)));
  const lease = await testServices();
  try {
    if (!run.isStopped) counts.push(await specs(run, lease, args));
  } finally {
    await lease?.release();
  }
  const total = counts.reduce(add, { passed: 0, failed: 0, skipped: 0 });
  process.stdout.write(
    `\n${String(total.passed)} passed, ${String(total.failed)} failed, ${String(total.skipped)} skipped\n`,
  );
  return total.failed > 0 || run.isStopped ? 1 : 0;
}

function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** Servers of this run: those named by the environment, else embedded ones shared by all runs here. */
async function testServices(): Promise<ServicesLease | null> {
  if (process.env.TEST_DATABASE_URL !== undefined && process.env.TEST_MEILI_URL !== undefined) {
    return null;
  }
  const since = Date.now();
  const lease = await leaseServices({
    dir: TEST_DIR,
    database: 'gongqiao_test',
    isVolatile: true,
    lingerMs: LINGER_MS,
    needs: ['postgres', 'meilisearch'],
    searchKey: testSearchKey(),
  });
  process.stderr.write(
    `PostgreSQL and Meilisearch for tests … ${((Date.now() - since) / 1000).toFixed(1)} s\n`,
  );
  return lease;
}

function testSearchKey(): string {
  const file = join(TEST_DIR, 'search-key.json');
  const shape = z.object({ key: z.string().min(16) });
  const kept = readState(file, shape);
  if (kept !== null) return kept.key;
  const key = newMasterKey();
  writeState(file, { key });
  return key;
}

/** A check that counts as one test: its name, the program, and what it is told. */
type Check = readonly [name: string, script: string, ...args: string[]];

const ESLINT = 'node_modules/eslint/bin/eslint.js';
const TSC = 'node_modules/typescript/bin/tsc';
const LINTED = ['--config', '.config/eslint.config.js'];
/** Two lanes that take about as long, a core each. */
const STATIC_CHECKS: readonly (readonly Check[])[] = [
  [
    ['Lint', ESLINT, ...LINTED, '.', '--ignore-pattern', 'web/**'],
    ['Types', TSC, '--noEmit', '--incremental', '--tsBuildInfoFile', inRoot('.data', 'tsc-cache')],
  ],
  [
    ['Portal lint', ESLINT, ...LINTED, 'web'],
    ['Formatting', 'node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'],
    ['Portal types', TSC, '--noEmit', '--project', 'web'],
  ],
];

async function staticChecks(run: Run): Promise<readonly Counts[]> {
  const lanes = STATIC_CHECKS.map(async (checks) => {
    const counts: Counts[] = [];
    for (const each of checks) counts.push(await check(run, each));
    return counts;
  });
  return (await Promise.all(lanes)).flat();
}

async function check(run: Run, [name, script, ...args]: Check): Promise<Counts> {
  if (run.isStopped) return { passed: 0, failed: 0, skipped: 1 };
  const since = Date.now();
  const { code, output } = await node(run, [inRoot(script), ...args], {}, 'pipe');
  const outcome = code === 0 ? 'passed' : 'FAILED';
  process.stdout.write(
    `${output}${name}: ${outcome} (${((Date.now() - since) / 1000).toFixed(1)} s)\n`,
  );
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function specs(
  run: Run,
  lease: ServicesLease | null,
  args: readonly string[],
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'gongqiao-test-'));
  const countsFile = join(folder, 'counts.json');
  try {
    const { code } = await node(
      run,
      [
        inRoot('node_modules/vitest/vitest.mjs'),
        'run',
        '--config',
        inRoot('.config/vitest.config.mjs'),
        ...args,
      ],
      {
        NODE_ENV: 'test',
        GONGQIAO_TEST_COUNTS: countsFile,
        ...(lease?.databaseUrl == null ? {} : { TEST_DATABASE_URL: lease.databaseUrl }),
        ...(lease?.searchUrl == null ? {} : { TEST_MEILI_URL: lease.searchUrl }),
        ...(lease?.searchKey == null ? {} : { TEST_MEILI_KEY: lease.searchKey }),
      },
    );
    const counts = readState(countsFile, countsShape) ?? { passed: 0, failed: 1, skipped: 0 };
    // The runner can fail without a failing test, for example when no file matches a path.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Ended {
  readonly code: number;
  /** What it printed, when that was kept. */
  readonly output: string;
}

function node(
  run: Run,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  output: 'inherit' | 'pipe' = 'inherit',
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['inherit', output, output],
      env: { ...process.env, ...env },
    });
    run.children.add(child);
    const kept: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => kept.push(chunk));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      run.children.delete(child);
      resolve({ code: code ?? 1, output: Buffer.concat(kept).toString() });
    });
  });
}

/** Ctrl-C ends what is running; a killed parent (its channel closes) does the same. */
function stopOnSignals(run: Run): void {
  const stop = (): void => {
    run.isStopped = true;
    for (const child of run.children) child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.stdout.write('\n0 passed, 1 failed, 0 skipped\n');
  process.exitCode = 1;
} finally {
  // The channel to the first process would keep this one alive.
  if (process.connected) process.disconnect();
}
