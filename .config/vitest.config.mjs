import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BrowserFirst } from './vitest-order.mjs';

const root = resolve(import.meta.dirname, '..');
const specs = await Array.fromAsync(
  glob('{src,test}/**/*.{spec,int-spec,e2e-spec,browser-spec,fault-spec}.ts', { cwd: root }),
);

/**
 * Specs share two processes, so that the platform is loaded twice and not once a file. What declares tasks, permissions
 * or schema types of its own, or counts those declared, would meet those of other specs: it gets a process for itself.
 */
const DECLARES =
  /define(Task|Permission)\(|@(ObjectType|InputType|Resolver)\(|\/sample-|Task(Workers|Registry)/;
const isOwnProcess = (spec) => DECLARES.test(readFileSync(resolve(root, spec), 'utf8'));

const project = (name, isolate, include) => ({ extends: true, test: { name, isolate, include } });

export default defineConfig({
  root,
  // Node and Vite choose different files of this package, and a schema takes types of one copy only.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    projects: [
      project(
        'shared',
        false,
        specs.filter((spec) => !isOwnProcess(spec)),
      ),
      project('own', true, specs.filter(isOwnProcess)),
    ],
    globals: true,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    slowTestThreshold: 5_000,
    // What a busy machine made fail gets one more try and is named at the end; a counterexample does not.
    retry: { count: 1, condition: /^(?!Property failed)/ },
    sequence: { sequencer: BrowserFirst },
    reporters: [['default', { summary: false }], resolve(import.meta.dirname, 'vitest-count.mjs')],
  },
});
