#!/usr/bin/env node
/**
 * Prisma's schema engine without its native program: the same engine as WebAssembly, spoken to as the
 * Prisma command line speaks to the native one. Named by PRISMA_SCHEMA_ENGINE_BINARY in .config/prisma.ts,
 * so that `prisma migrate …` works where the host of the native engines cannot be reached.
 *
 *   schema-engine.mjs --datasource '{"url":"…"}' cli can-connect-to-database | create-database
 *   schema-engine.mjs [--datamodels FILE]… [--datasource '{"url":"…"}']      JSON-RPC, one message a line
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const CHAR_OID = 18;
const NAME_OID = 19;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
});
const url = values.datasource ? (JSON.parse(values.datasource).url ?? '') : '';

/** Fields, never the connection string: the adapter would let it win over the shadow database's name. */
function connectionFields() {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url });
  return { host, port, user, password, database, ssl };
}

/** Bridges what the adapter leaves out for the engine; runtime queries never need any of it. */
function bridge(adapter, dispose = () => adapter.dispose()) {
  const pool = adapter.underlyingDriver();
  // Dropping the shadow database ends its idle connections; the pool reports each as an error.
  pool.on('error', () => {});
  return Object.assign(Object.create(adapter), {
    queryRaw: (query) => bridgedQuery(adapter, query),
    executeRaw: (query) => adapter.executeRaw(query),
    startTransaction: (isolation) => adapter.startTransaction(isolation),
    getConnectionInfo: () => adapter.getConnectionInfo(),
    // The adapter splits at every ";", which tears function bodies and strings apart.
    executeScript: (script) =>
      pool.query(script).then(
        () => undefined,
        (error) => adapter.onError(error),
      ),
    dispose,
  });
}

/** PostgreSQL's internal "char" is unknown to the adapter: asked for as "name", handed on as a character. */
async function bridgedQuery(adapter, query) {
  const isChar = [];
  const pool = adapter.underlyingDriver();
  const seeing = Object.create(adapter, {
    client: {
      value: {
        query: async (statement) => {
          const result = await pool.query(statement);
          result.fields.forEach((field, index) => {
            isChar[index] = field.dataTypeID === CHAR_OID;
            if (isChar[index]) field.dataTypeID = NAME_OID;
          });
          return result;
        },
      },
    },
  });
  const result = await seeing.queryRaw(query);
  result.columnTypes = result.columnTypes.map((type, index) =>
    isChar[index] ? ColumnTypeEnum.Character : type,
  );
  return result;
}

function adapterFactory() {
  const fields = connectionFields();
  const plain = new PrismaPg(fields);
  return {
    provider: plain.provider,
    adapterName: plain.adapterName,
    connect: async () => bridge(await plain.connect()),
    connectToShadowDb: async () => {
      const database = `prisma_migrate_shadow_db_${globalThis.crypto.randomUUID()}`;
      await administer(fields.database, `CREATE DATABASE "${database}"`);
      const shadow = await new PrismaPg({ ...fields, database }).connect();
      return bridge(shadow, async () => {
        await shadow.dispose();
        await administer(fields.database, `DROP DATABASE "${database}" WITH (FORCE)`);
      });
    },
  };
}

async function administer(database, statement) {
  const client = new pg.Client({ ...connectionFields(), database });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const CONNECTION_CODES = {
  '28P01': 'P1000',
  28000: 'P1010',
  '3D000': 'P1003',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
  ETIMEDOUT: 'P1002',
};

async function runCommand(command) {
  try {
    const { database } = connectionFields();
    if (command === 'create-database') {
      await administer('postgres', `CREATE DATABASE ${pg.escapeIdentifier(database)}`);
    } else {
      await administer(database, 'SELECT 1');
    }
    return 0;
  } catch (error) {
    const message = error.message || `Cannot reach the database server (${error.code})`;
    const fields = { message, error_code: CONNECTION_CODES[error.code] ?? 'P1011' };
    const line = { level: 'ERROR', target: 'schema_engine::logger', fields };
    // The command line ignores the first line and parses every other one.
    process.stderr.write(`schema engine\n${JSON.stringify(line)}`);
    return 1;
  }
}

/** Between two datamodels there is nothing to ask a server but its version, so none has to run. */
function offlineFactory() {
  const result = {
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 18', 180000]],
  };
  const refuse = () => Promise.reject(new Error('This comparison needs no database'));
  const offline = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    queryRaw: () => Promise.resolve(result),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: () => Promise.resolve(),
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  };
  return { ...offline, connect: () => Promise.resolve(offline), connectToShadowDb: refuse };
}

const needsServer = ({ method, params }) =>
  method !== 'diff' ||
  [params.from, params.to].some(({ tag }) => tag !== 'empty' && tag !== 'schemaDatamodel');

let panicMessage = '';
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panicMessage = message) };

let engine;

async function startEngine(request) {
  const factory = needsServer(request) ? adapterFactory() : offlineFactory();
  const { SchemaEngine } = await import('@prisma/schema-engine-wasm');
  const datamodels = (values.datamodels ?? []).map((path) => [path, readFileSync(path, 'utf8')]);
  return SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

const send = (message) =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

async function answer(request) {
  const { id, method, params } = request;
  try {
    engine ??= await startEngine(request);
    const call = method === 'getDatabaseVersion' ? 'version' : method;
    if (typeof engine[call] !== 'function') throw new Error(`Unknown method ${method}`);
    const result = (await engine[call](params)) ?? null;
    if (method === 'diff' && result.stdout) {
      send({ id: `print-${id}`, method: 'print', params: { content: result.stdout } });
    }
    send({ id, result });
  } catch (error) {
    send({ id, error: { code: 4466, message: 'The schema engine failed', data: describe(error) } });
  }
}

/** The engine's errors carry their fields; an error of the adapter is found again by its number. */
function describe(error) {
  const message = panicMessage || error?.message || String(error);
  return {
    is_panic: panicMessage !== '' || error instanceof globalThis.WebAssembly.RuntimeError,
    message,
    error_code: error?.code ?? null,
    meta: error?.meta ?? null,
    error: { message },
  };
}

if (positionals[0] === 'cli') {
  process.exitCode = await runCommand(positionals[1]);
} else {
  // One at a time and in order: each call may change what the next one reads.
  let last = Promise.resolve();
  createInterface({ input: process.stdin, crlfDelay: Infinity })
    .on('line', (line) => {
      const request = JSON.parse(line);
      if (request.method) last = last.then(() => answer(request));
    })
    .on('close', () => void last.then(() => process.exit(0)));
}
