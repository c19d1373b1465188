// Types of the operations in `src/**/*.graphql`, one file each below `src/graphql/generated`, checked against the schema.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { Kind, parse, print, visit } from 'graphql';

const WEB = import.meta.dirname;
const OUTPUT = join(WEB, 'src/graphql/generated');
const schema = parse(readFileSync(join(WEB, '../schema.graphql'), 'utf8'));
const config = {
  skipTypename: true,
  immutableTypes: true,
  useTypeImports: true,
  scalars: Object.fromEntries(
    ['DateTime', 'Date', 'Decimal', 'RegionCode', 'UnifiedSocialCreditCode'].map((name) => [
      name,
      'string',
    ]),
  ),
};

const read = (file) => parse(readFileSync(join(WEB, file), 'utf8'));
const files = globSync('src/**/*.graphql', { cwd: WEB }).sort();
const isShared = (file) => file.endsWith('.fragment.graphql');
/** Fragments that operations of several files use. */
const shared = fragmentsIn(files.filter(isShared).flatMap((file) => read(file).definitions));

const written = new Set();
for (const file of files) {
  if (isShared(file)) continue;
  const own = read(file);
  const document = { ...own, definitions: [...own.definitions, ...used(own, shared)] };
  const types = await codegen({
    schema,
    documents: [{ location: file, document }],
    filename: file,
    plugins: [{ types: {} }],
    pluginMap: { types: operationTypes },
    config,
  });
  const output = join(OUTPUT, file.replace(/^src\//, '').replace(/\.graphql$/, '.ts'));
  const text = `import type { Operation } from '@/shared/graphql/operation';\n\n${types}\n${operations(document)}`;
  written.add(output);
  mkdirSync(dirname(output), { recursive: true });
  if (!existsSync(output) || readFileSync(output, 'utf8') !== text) writeFileSync(output, text);
}
for (const file of globSync('**/*.ts', { cwd: OUTPUT }))
  if (!written.has(join(OUTPUT, file))) rmSync(join(OUTPUT, file));

/** One constant for each operation: its name, its text with the fragments it uses, and its types. */
function operations(document) {
  const fragments = fragmentsIn(document.definitions);
  return document.definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const name = operation.name.value;
      const type = `${name}${operation.operation === 'query' ? 'Query' : 'Mutation'}`;
      const text = [operation, ...used(operation, fragments)].map((part) => print(part)).join('\n');
      const value = JSON.stringify({
        name,
        text: text.replaceAll(/\s+/g, ' '),
        ...(takesKey(operation) ? { takesKey: true } : {}),
      });
      return `export const ${name}: Operation<${type}, ${type}Variables> = ${value};\n`;
    })
    .join('\n');
}

/** Whether the action is protected against being done twice by a key in its input. */
function takesKey(operation) {
  const input = operation.variableDefinitions?.find(
    ({ variable }) => variable.name.value === 'input',
  );
  const name = input?.type.kind === Kind.NON_NULL_TYPE ? input.type.type.name?.value : undefined;
  const type = schema.definitions.find(
    (definition) =>
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && definition.name.value === name,
  );
  return type?.fields?.some((field) => field.name.value === 'idempotencyKey') ?? false;
}

function fragmentsIn(definitions) {
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The fragments a definition or document spreads, and those they spread themselves. */
function used(node, fragments, found = new Map()) {
  visit(node, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (fragment === undefined || found.has(name.value)) return;
      found.set(name.value, fragment);
      used(fragment, fragments, found);
    },
  });
  return found.values();
}
