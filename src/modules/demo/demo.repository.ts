import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../core/database/index.js';
import type { DemoRow } from './generator/demo-rows.js';

const BATCH = 500;
/** The database lets nobody take evidence out, not even of a demo agreement. */
const NEVER_REMOVED: readonly string[] = ['agreement_events'];

/** A column that refers to records of another table, as the database's own catalogue says it. */
export interface Reference {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
  /** Whether the record goes with the one it refers to; if not, it keeps that one from being removed. */
  readonly cascades: boolean;
}

/** Writes and removes whole records of any table, and keeps the register of what is demo. */
@Injectable()
export class DemoRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async fact(name: string): Promise<string | null> {
    const facts = this.uow.sql.selectFrom('installation_facts').select('value');
    return (await facts.where('name', '=', name).executeTakeFirst())?.value ?? null;
  }

  async putFact(name: string, value: string): Promise<void> {
    await this.uow.sql
      .insertInto('installation_facts')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
  }

  async hasRecords(): Promise<boolean> {
    const found = this.uow.sql.selectFrom('demo_records').select('record_id').limit(1);
    return (await found.executeTakeFirst()) !== undefined;
  }

  /** Writes rows under the names of their columns and registers those that have an id of their own and can be removed. */
  async insert(table: string, rows: readonly DemoRow[]): Promise<void> {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const list = sql.join(columns.map((column) => sql.ref(column)));
    for (let start = 0; start < rows.length; start += BATCH) {
      const json = JSON.stringify(rows.slice(start, start + BATCH));
      await sql`
        insert into ${sql.table(table)} (${list})
        select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::text::jsonb)
      `.execute(this.uow.sql);
    }
    if (columns.includes('id') && !NEVER_REMOVED.includes(table))
      await this.register(
        table,
        rows.map(({ id }) => id as string),
      );
  }

  async register(table: string, ids: readonly string[]): Promise<void> {
    await sql`
      insert into demo_records (table_name, record_id)
      select ${table}::text, id from unnest(${[...ids]}::uuid[]) as id
    `.execute(this.uow.sql);
  }

  async registered(): Promise<Map<string, string[]>> {
    const rows = await this.uow.sql
      .selectFrom('demo_records')
      .select([
        'table_name',
        sql<string[]>`array_agg(record_id::text order by record_id)`.as('ids'),
      ])
      .groupBy('table_name')
      .execute();
    return new Map(rows.map(({ table_name: table, ids }) => [table, ids]));
  }

  async forget(): Promise<void> {
    await this.uow.sql.deleteFrom('demo_records').execute();
  }

  /** All references between tables that have ids; those that are merely emptied (set null) bind nothing. */
  async references(): Promise<Reference[]> {
    const { rows } = await sql<Reference>`
      select child.relname as child, referring.attname as "column", parent.relname as parent,
             foreign_key.confdeltype = 'c' as cascades
      from pg_constraint foreign_key
      join pg_class child on child.oid = foreign_key.conrelid
      join pg_class parent on parent.oid = foreign_key.confrelid
      join pg_attribute referring on referring.attrelid = child.oid and referring.attnum = foreign_key.conkey[1]
      join pg_attribute referred on referred.attrelid = parent.oid and referred.attnum = foreign_key.confkey[1]
      where foreign_key.contype = 'f' and foreign_key.connamespace = 'public'::regnamespace
        and foreign_key.confdeltype <> 'n' and cardinality(foreign_key.conkey) = 1
        and referred.attname = 'id' and referred.atttypid = 'uuid'::regtype
        and exists (select 1 from pg_attribute own
                    where own.attrelid = child.oid and own.attname = 'id' and own.atttypid = 'uuid'::regtype)
      order by 1, 2
    `.execute(this.uow.sql);
    return rows;
  }

  async referring({ child, column }: Reference, ids: readonly string[]): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(child)} where ${sql.ref(column)} = any(${[...ids]}::uuid[])
    `.execute(this.uow.sql);
    return rows.map(({ id }) => id);
  }

  async remove(table: string, ids: readonly string[]): Promise<void> {
    await sql`delete from ${sql.table(table)} where id = any(${[...ids]}::uuid[])`.execute(
      this.uow.sql,
    );
  }
}
