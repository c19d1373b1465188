import type { Source } from './source-tree.js';

/** Modules may import downwards only; those of one tier in one direction, written in both of their READMEs. */
export const TIERS: Readonly<Record<string, number>> = {
  'reference-data': 0,
  identity: 0,
  organisations: 1,
  affiliations: 2,
  'job-postings': 2,
  profiles: 2,
  'labour-bases': 2,
  skills: 2,
  stations: 2,
  applications: 3,
  agreements: 3,
  transfers: 3,
  activities: 3,
  contests: 3,
  matching: 4,
  subsidies: 4,
  assistance: 4,
  search: 5,
  notifications: 5,
  statistics: 5,
  awards: 5,
  demo: 6,
};

/** Tier 5 only listens: nobody imports it, except what plays the whole market (tier 6). */
const LISTENING_TIER = 5;
const MAX_LINES = 400;
const MAX_DEPENDENCIES = 8;
/** Roles of files that are pure: no framework, no database client at run time. */
const PURE = /\.(machine|rules|events|errors)\.ts$/;

export type Rule = (
  sources: readonly Source[],
  readmes: (module: string) => string | null,
) => string[];

const moduleOf = (path: string): string | null =>
  /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null;
const isSpec = (path: string): boolean => path.endsWith('spec.ts');

/** One entry per rule, so that a report names the rule that was broken. */
export const RULES: Readonly<Record<string, Rule>> = {
  'core imports no module': (sources) =>
    eachImport(
      sources,
      ({ path }, target) => path.startsWith('src/core/') && moduleOf(target) !== null,
    ),

  'a module is entered through its index': (sources) =>
    eachImport(sources, ({ path }, target) => {
      const [from, to] = [moduleOf(path), moduleOf(target)];
      return (
        to !== null &&
        from !== to &&
        path.startsWith('src/') &&
        target !== `src/modules/${to}/index.ts`
      );
    }),

  'modules enter the core through its folders': (sources) =>
    eachImport(
      sources,
      ({ path }, target) =>
        moduleOf(path) !== null &&
        /^src\/core\/[^/]+\/.+/.test(target) &&
        !/^src\/core\/[^/]+\/index\.ts$/.test(target),
    ),

  'every module has a tier': (sources) => {
    const modules = new Set(
      sources.map(({ path }) => moduleOf(path)).filter((name) => name !== null),
    );
    return [...modules]
      .filter((name) => TIERS[name] === undefined)
      .map((name) => `src/modules/${name}`);
  },

  'imports point down the tiers': (sources) =>
    eachImport(sources, ({ path }, target) => {
      const [from, to] = [moduleOf(path), moduleOf(target)];
      if (from === null || to === null || from === to) return false;
      const [own, other] = [TIERS[from] ?? -1, TIERS[to] ?? 99];
      return other > own || (other === LISTENING_TIER && own === LISTENING_TIER);
    }),

  'an import within a tier is written in both READMEs': (sources, readmes) =>
    eachImport(sources, ({ path }, target) => {
      const [from, to] = [moduleOf(path), moduleOf(target)];
      if (from === null || to === null || from === to || TIERS[from] !== TIERS[to]) return false;
      return !readmes(from)?.includes(to) || !readmes(to)?.includes(from);
    }),

  'modules form no cycle': (sources) => {
    const graph = new Map<string, Set<string>>();
    for (const { path, imports } of sources) {
      const from = moduleOf(path);
      if (from === null || isSpec(path)) continue;
      for (const { target } of imports) {
        const to = target === null ? null : moduleOf(target);
        if (to !== null && to !== from) graph.set(from, (graph.get(from) ?? new Set()).add(to));
      }
    }
    return cycles(graph);
  },

  'files form no cycle': (sources) => {
    const graph = new Map<string, Set<string>>();
    for (const { path, imports } of sources)
      graph.set(
        path,
        new Set(
          imports
            .filter((i) => !i.isTypeOnly)
            .flatMap(({ target }) => (target === null ? [] : [target])),
        ),
      );
    return cycles(graph);
  },

  'a file has at most 400 lines': (sources) =>
    sources
      .filter(({ lines }) => lines > MAX_LINES)
      .map(({ path, lines }) => `${path} has ${lines}`),

  'a constructor takes at most 8 dependencies': (sources) =>
    sources.flatMap(({ path, constructorSizes }) =>
      constructorSizes
        .filter(({ size }) => size > MAX_DEPENDENCIES)
        .map(({ name, size }) => `${path}: ${name} takes ${size}`),
    ),

  'only core/tasks knows the queue library': (sources) =>
    eachPackage(
      sources,
      ({ path }, name) => name === 'bullmq' && !path.startsWith('src/core/tasks/'),
    ),

  'only the configuration and the launcher read the environment': (sources) =>
    sources
      .filter(({ path, readsEnvironment }) => readsEnvironment && !isSpec(path))
      .filter(({ path }) => path.startsWith('src/') && !/^src\/(core\/config|launch)\//.test(path))
      .map(({ path }) => path),

  'only repositories, readers, their loaders and seeders reach the database': (sources) =>
    sources
      .filter(({ path, usesDatabase }) => usesDatabase && moduleOf(path) !== null && !isSpec(path))
      .filter(({ path }) => !/\.(repository|reader|loader|seeder)\.ts$/.test(path))
      .map(({ path }) => path),

  'resolvers, processors and listeners leave the database to others': (sources) =>
    eachImport(
      sources.map((source) => ({
        ...source,
        imports: source.imports.filter((i) => !i.isTypeOnly),
      })),
      ({ path }, target) =>
        moduleOf(path) !== null &&
        /\.(resolver|processor|listener)\.ts$/.test(path) &&
        /\.repository\.ts$/.test(target),
    ),

  'a module keeps its repositories to itself': (sources) =>
    eachImport(
      sources,
      ({ path }, target) =>
        /^src\/modules\/[^/]+\/index\.ts$/.test(path) && /\.repository\.ts$/.test(target),
    ),

  'machines, rules, events and errors are pure': (sources) =>
    sources
      .filter(({ path }) => PURE.test(path) && path.startsWith('src/modules/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter(
            (i) =>
              !i.isTypeOnly &&
              (/^@nestjs\//.test(i.specifier) ||
                /generated\/prisma\/(?!enums\.js)/.test(i.specifier)),
          )
          .map((i) => `${path} imports ${i.specifier}`),
      ),

  'nothing is referenced before it exists': (sources) =>
    sources
      .filter(({ usesForwardRef }) => usesForwardRef)
      .map(({ path }) => `${path} uses forwardRef`),
};

function eachImport(
  sources: readonly Source[],
  isWrong: (source: Source, target: string) => boolean,
): string[] {
  return sources
    .filter(({ path }) => !isSpec(path))
    .flatMap((source) =>
      source.imports
        .filter(({ target }) => target !== null && isWrong(source, target))
        .map(({ specifier }) => `${source.path} imports ${specifier}`),
    );
}

function eachPackage(
  sources: readonly Source[],
  isWrong: (source: Source, name: string) => boolean,
): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter(({ target, specifier }) => target === null && isWrong(source, specifier))
      .map(({ specifier }) => `${source.path} imports ${specifier}`),
  );
}

/** Every cycle once, as `a → b → a` (Tarjan's components, each shown by one way around). */
function cycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[] = [];

  function connect(node: string): void {
    index.set(node, index.size);
    low.set(node, index.get(node) ?? 0);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) {
        connect(next);
        low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
      } else if (stack.includes(next))
        low.set(node, Math.min(low.get(node) ?? 0, index.get(next) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const component = stack.splice(stack.indexOf(node));
    if (component.length > 1 || graph.get(node)?.has(node)) found.push(wayAround(node, component));
  }

  function wayAround(start: string, component: readonly string[]): string {
    const seen = new Set<string>();
    const path: string[] = [];
    const walk = (node: string): boolean => {
      path.push(node);
      seen.add(node);
      for (const next of graph.get(node) ?? []) {
        if (next === start) return true;
        if (component.includes(next) && !seen.has(next) && walk(next)) return true;
      }
      path.pop();
      return false;
    };
    walk(start);
    return [...path, start].join(' → ');
  }

  for (const node of graph.keys()) if (!index.has(node)) connect(node);
  return found;
}
