// Builds the portal: types of the operations, the browser's code, the server's renderer, compressed copies, and what is where.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Kilobytes of JavaScript, compressed, that the first page may load (1 kB = 1000 bytes). */
const SCRIPT_BUDGET_KB = 260;
const WEB = import.meta.dirname;
const CLIENT = join(WEB, 'dist/client');
const ANTD_FRAME = 'src/shared/ui/antd-frame.tsx';

await import('./codegen.mjs');
const configFile = join(WEB, 'vite.config.mjs');
const portal = (options) => build({ configFile, logLevel: 'warn', build: options });
// Once to see which modules every page needs and which antd's frame, and again with those in a file each: a slow link pays
// for each file.
const { output } = await portal({ write: false });
const everywhere = modulesOf(output.find(({ isEntry }) => isEntry));
const framed = modulesOf(output.find(({ facadeModuleId }) => facadeModuleId?.endsWith(ANTD_FRAME)));
const groups = [
  { name: 'first-page', test: (id) => everywhere.has(id), priority: 2 },
  { name: 'antd-frame', test: (id) => framed.has(id), priority: 1 },
];
await portal({ rolldownOptions: { output: { codeSplitting: { groups } } } });
await portal({ ssr: true });

for (const file of globSync('**/*.{js,css,svg}', { cwd: CLIENT })) {
  const path = join(CLIENT, file);
  const content = readFileSync(path);
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}

const manifest = JSON.parse(readFileSync(join(CLIENT, '.vite/manifest.json'), 'utf8'));
const entry = manifest['src/app/entry-client.tsx'];
const preloads = [...new Set(importsOf(entry))].map(({ file }) => file);
const css = [entry, ...importsOf(entry)].flatMap((chunk) => chunk.css ?? []);
const kilobytes =
  [entry.file, ...preloads].reduce(
    (sum, file) => sum + readFileSync(join(CLIENT, `${file}.br`)).length,
    0,
  ) / 1000;
if (kilobytes > SCRIPT_BUDGET_KB) {
  console.error(
    `The first page would load ${kilobytes.toFixed(1)} kB of JavaScript; ${SCRIPT_BUDGET_KB} kB is the limit.`,
  );
  process.exit(1);
}
writeFileSync(
  join(WEB, 'dist/assets.json'),
  JSON.stringify({
    script: `/${entry.file}`,
    preloads: preloads.map((file) => `/${file}`),
    pages: pagePreloads((await import('./dist/server/entry-server.js')).pages),
    css: [...new Set(css)].map((file) => readFileSync(join(CLIENT, file), 'utf8')).join('\n'),
    /** For the bench and for people: what the first page costs. */
    scriptKilobytes: Math.round(kilobytes * 10) / 10,
  }),
);
console.log(`Portal: ${kilobytes.toFixed(1)} kB of JavaScript for the first page`);

function importsOf(chunk) {
  return (chunk.imports ?? []).flatMap((name) => [manifest[name], ...importsOf(manifest[name])]);
}

/** Modules of a file and of all that it loads at once. */
function modulesOf(file) {
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const seen = new Set();
  const modules = new Set();
  const add = (chunk) => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    for (const id of chunk.moduleIds) modules.add(id);
    for (const name of chunk.imports) add(chunks.get(name));
  };
  add(file);
  return modules;
}

/** The files of each page besides those of the first one, so that a document can ask for them early. */
function pagePreloads(routes) {
  const first = new Set([entry.file, ...preloads]);
  const frame = Object.values(manifest).find(({ name }) => name === 'antd-frame');
  return Object.fromEntries(
    routes.map(({ path, file, isRendered }) => {
      const page = manifest[file];
      if (page === undefined) throw new Error(`No file was found for the page ${path}`);
      const own = withImports(page);
      // What the server renders is read before any of antd has come.
      if (isRendered && own.includes(frame.file))
        throw new Error(`${path} is rendered by the server and loads antd: use lazyWithAntd`);
      const files = new Set(isRendered ? own : [...withImports(frame), ...own]);
      return [path, [...files].filter((name) => !first.has(name)).map((name) => `/${name}`)];
    }),
  );
}

function withImports(chunk) {
  return [chunk, ...importsOf(chunk)].map(({ file }) => file);
}
