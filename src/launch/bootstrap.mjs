// First process of `npm start`, `npm test`, `npm run cli`, `bench`, `faults` and `eval`. Plain Node
// without dependencies: it makes sure that what the lockfile names is installed and what is compiled is current,
// then hands over to the Node 24 that came with the dependencies.
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  contentHash,
  forgetInstalled,
  missingPackages,
  rememberInstalled,
} from './lock-comparison.mjs';
import { findNode, isNodeSupported } from './node-binary.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const COMMANDS = {
  start: { entry: 'dist/launch/start.js', sources: ['src'], portal: true },
  test: { entry: 'dist/launch/test.js', sources: ['src/launch', 'src/core/config'], portal: true },
  cli: { entry: 'dist/launch/cli.js', sources: ['src'] },
  bench: { entry: 'dist/launch/bench.js', sources: ['src'], portal: true },
  faults: { entry: 'dist/launch/faults.js', sources: ['src'] },
  eval: { entry: 'dist/launch/eval.js', sources: ['src'] },
};
const STALE_LOCK_MS = 120_000;

function say(text) {
  process.stderr.write(`${text}\n`);
}

function refuse(text) {
  say(text);
  process.exit(1);
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function install() {
  const withDev = process.env.NODE_ENV !== 'production';
  const missing = missingPackages(root, { withDev });
  if (missing.length === 0) return;
  const what = missing.length > 3 ? `${missing.length} packages` : missing.join(', ');
  say(`Installing what is missing (${what}): npm ci … this takes a minute or two the first time`);
  const started = Date.now();
  forgetInstalled(root);
  // Warnings would speak of the Node that installs, not of the one that runs afterwards.
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const flags = ['ci', ...quiet, withDev ? '--include=dev' : '--omit=dev'];
  const npm = process.env.npm_execpath;
  const result =
    npm !== undefined && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...flags], { cwd: root, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', flags, {
          cwd: root,
          stdio: ['ignore', 2, 2],
          shell: process.platform === 'win32',
        });
  if (result.status !== 0) {
    refuse(
      'npm ci failed (see above). Check the network or the npm registry setting, then run it again.',
    );
  }
  rememberInstalled(root, { withDev });
  say(`Installed in ${seconds(started)}`);
}

/** Runs a build step alone: several commands may start in one checkout at once. */
async function withBuildLock(work) {
  const lock = join(root, 'node_modules', '.gongqiao-build');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > STALE_LOCK_MS) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function stepWhenChanged({ name, stamp, hash, output, run }) {
  const isCurrent = () =>
    existsSync(join(root, output)) &&
    existsSync(join(root, stamp)) &&
    readFileSync(join(root, stamp), 'utf8') === hash;
  if (isCurrent()) return undefined;
  return withBuildLock(() => {
    if (isCurrent()) return;
    const started = Date.now();
    rmSync(join(root, stamp), { force: true });
    const result = run();
    if (result.status !== 0) refuse(`${name} failed:\n${result.stdout}${result.stderr}`);
    mkdirSync(dirname(join(root, stamp)), { recursive: true });
    writeFileSync(join(root, stamp), hash);
    say(`${name} … ${seconds(started)}`);
  });
}

function runProgram(node, script, args) {
  return spawnSync(node, [join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: environmentFor(node),
  });
}

/** Programs started from here find the same Node first, as they do under npm. */
function environmentFor(node) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
  // Compiled code is kept between runs: most of a start is reading the libraries.
  const cache = process.env.NODE_COMPILE_CACHE ?? join(root, '.data', 'compile-cache');
  return { ...process.env, PATH: path.join(delimiter), NODE_COMPILE_CACHE: cache };
}

async function build(node, command) {
  if (existsSync(join(root, 'prisma', 'schema', 'main.prisma'))) {
    await stepWhenChanged({
      name: 'Database client',
      stamp: 'src/generated/.sources',
      output: 'src/generated/prisma/client.ts',
      hash: contentHash(root, ['prisma/schema', '.config/prisma.ts']),
      run: () => runProgram(node, 'node_modules/prisma/build/index.js', ['generate']),
    });
  }
  const { sources, entry, portal } = COMMANDS[command];
  if (portal) {
    await stepWhenChanged({
      name: 'Portal',
      stamp: 'web/dist/.sources',
      output: 'web/dist/assets.json',
      hash: contentHash(
        root,
        ['web', 'schema.graphql', 'package-lock.json'],
        (file) => !/^web\/(dist|node_modules|src\/graphql\/generated)(\/|$)/.test(file),
      ),
      run: () => runProgram(node, 'web/build.mjs', []),
    });
  }
  await stepWhenChanged({
    name: 'Compiled',
    stamp: `dist/.sources-${sources.join('-').replaceAll('/', '_')}`,
    output: entry,
    hash: contentHash(root, [...sources, '.swcrc'], (file) => !/spec\.ts$/.test(file)),
    run: () => compile(node, sources),
  });
}

function compile(node, sources) {
  const flags = [
    '--out-dir',
    'dist',
    '--strip-leading-paths',
    '--copy-files',
    '--ignore',
    '**/*spec.ts,**/*.mjs',
    '--quiet',
  ];
  const result = runProgram(node, 'node_modules/@swc/cli/bin/swc.js', [...sources, ...flags]);
  if (result.status === 0 && sources[0] === 'src') removeOrphans();
  return result;
}

/** No compiled file outlives its source. Other commands may be running from here, so nothing else is touched. */
function removeOrphans() {
  const outputs = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true });
  for (const entry of outputs.filter((output) => output.isFile() && output.name.endsWith('.js'))) {
    const file = join(entry.parentPath, entry.name);
    const source = join(root, 'src', relative(join(root, 'dist'), file));
    if (!existsSync(source.replace(/\.js$/, '.ts')) && !existsSync(source)) rmSync(file);
  }
}

/** Runs the real program under Node 24; signals and the exit code pass through. */
function handOver(node, command, args) {
  const child = spawn(
    node,
    ['--enable-source-maps', join(root, COMMANDS[command].entry), ...args],
    {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...environmentFor(node), GONGQIAO_ROOT: root },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  // npm may be killed without a word; then nobody is left who could ask us to stop.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 1000).unref();
  child.on('error', (error) => refuse(`Cannot start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

async function main() {
  const [command = '', ...args] = process.argv.slice(2);
  if (!Object.hasOwn(COMMANDS, command)) {
    refuse(`Unknown command "${command}"; there are: ${Object.keys(COMMANDS).join(', ')}`);
  }
  if (!isNodeSupported(process.versions.node)) {
    refuse(
      `Node ${process.versions.node} is too old: install Node 20.19 or newer from https://nodejs.org`,
    );
  }
  install();
  const node = findNode(root);
  if (node === null) {
    refuse(
      `There is no bundled Node 24 for ${process.platform}-${process.arch}: install Node 24 from https://nodejs.org and run it again.`,
    );
  }
  await build(node, command);
  handOver(node, command, args);
}

await main();
