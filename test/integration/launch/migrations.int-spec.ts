import { randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { applyMigrations } from '../../../src/core/migrations/index.js';
import { ROOT } from './launched.js';

describe('applying migrations', () => {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `gongqiao_migrations_${randomBytes(6).toString('hex')}`;
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  let folder: string;
  let client: pg.Client;

  async function onServer(text: string): Promise<void> {
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(text);
    await admin.end();
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gongqiao-migrations-'));
    await onServer(`create database "${name}"`);
    client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await onServer(`drop database "${name}" with (force)`);
    rmSync(folder, { recursive: true });
  });

  const write = (migration: string, sql: string): void => {
    mkdirSync(join(folder, migration), { recursive: true });
    writeFileSync(join(folder, migration, 'migration.sql'), sql);
  };
  const journal = async (): Promise<string[]> =>
    (
      await client.query<{ migration_name: string }>(
        'select migration_name from _prisma_migrations where finished_at is not null order by started_at, migration_name',
      )
    ).rows.map((row) => row.migration_name);

  it('applies what is missing in order, once', async () => {
    write('20260102_second', 'insert into kept values (2);');
    write('20260101_first', 'create table kept (value int primary key);');
    expect(await applyMigrations({ databaseUrl, folder })).toEqual([
      '20260101_first',
      '20260102_second',
    ]);
    expect(await applyMigrations({ databaseUrl, folder })).toEqual([]);
    expect(await journal()).toEqual(['20260101_first', '20260102_second']);
  });

  it('applies each once although several processes start at once', async () => {
    write('20260101_first', 'create table kept (value int primary key);');
    const runs = await Promise.all([1, 2, 3].map(() => applyMigrations({ databaseUrl, folder })));
    expect(runs.flat()).toEqual(['20260101_first']);
  });

  it('leaves nothing of a migration that fails, and can be run again when it is mended', async () => {
    write('20260101_first', 'create table kept (value int primary key);');
    write('20260102_second', 'insert into kept values (1); insert into kept values (1);');
    await expect(applyMigrations({ databaseUrl, folder })).rejects.toThrow(
      'The migration 20260102_second failed and was undone: duplicate key value violates unique constraint "kept_pkey"',
    );
    expect(await journal()).toEqual(['20260101_first']);
    expect((await client.query('select * from kept')).rows).toEqual([]);
    write('20260102_second', 'insert into kept values (1);');
    expect(await applyMigrations({ databaseUrl, folder })).toEqual(['20260102_second']);
  });

  it('refuses a migration that was changed after it had been applied', async () => {
    write('20260101_first', 'create table kept (value int primary key);');
    await applyMigrations({ databaseUrl, folder });
    write('20260101_first', 'create table kept (value bigint primary key);');
    await expect(applyMigrations({ databaseUrl, folder })).rejects.toThrow(
      'The migration 20260101_first was changed after it had been applied to this database.',
    );
  });

  it('refuses a database of a newer version', async () => {
    write('20260101_first', 'create table kept (value int primary key);');
    await applyMigrations({ databaseUrl, folder });
    rmSync(join(folder, '20260101_first'), { recursive: true });
    await expect(applyMigrations({ databaseUrl, folder })).rejects.toThrow('newer version');
  });

  it('leaves a journal that Prisma itself takes for its own', async () => {
    await applyMigrations({ databaseUrl, folder: join(ROOT, 'prisma', 'migrations') });
    const run = promisify(execFile);
    const { stdout } = await run(
      process.execPath,
      [join(ROOT, 'node_modules/prisma/build/index.js'), 'migrate', 'status'],
      { cwd: ROOT, env: { ...process.env, DATABASE_URL: databaseUrl } },
    );
    expect(stdout).toContain('Database schema is up to date!');
  }, 60_000);
});
