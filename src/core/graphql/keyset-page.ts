import {
  sql,
  type Expression,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely';
import { inputErrors } from '../errors/index.js';
import { MAX_PAGE_SIZE, type Connection, type PageArgs } from './connection.js';
import {
  decodeCursor,
  encodeCursor,
  type KeyType,
  type KeyValue,
  type OrderKey,
} from './cursor.js';

export interface KeysetOptions<Row, T> {
  readonly args: Pick<PageArgs, 'first' | 'after'>;
  /** The order of the list, ending with a unique column. */
  readonly orderBy: readonly OrderKey[];
  readonly map: (row: Row) => T;
  /** Counts the whole list; called only when `totalCount` was asked for. */
  readonly count?: () => Promise<number>;
}

/**
 * Reads one page of a list by keyset: the rows after the cursor in the given order, one more than asked for to know
 * whether others follow. One statement, whose cost does not grow with the page number when an index has the order.
 */
export async function keysetPage<DB, TB extends keyof DB, Row extends object, T>(
  query: SelectQueryBuilder<DB, TB, Row>,
  { args, orderBy, map, count }: KeysetOptions<Row, T>,
): Promise<Connection<T>> {
  if (!Number.isInteger(args.first) || args.first < 1 || args.first > MAX_PAGE_SIZE) {
    throw inputErrors.OUT_OF_RANGE({ field: ['first'], params: { min: 1, max: MAX_PAGE_SIZE } });
  }
  const after = args.after ?? null;
  let page: SelectQueryBuilder<DB, TB, Row> = query;
  if (after !== null) page = page.where(isAfter(orderBy, decodeCursor(orderBy, after)));
  for (const key of orderBy) page = page.orderBy(ordering(key));
  const rows = await page
    .select(orderBy.map((key, i) => keyText(key).as(keyAlias(i))))
    .limit(rowLimit(args.first + 1))
    .execute();

  const edges = rows.slice(0, args.first).map((row) => ({
    cursor: encodeCursor(orderBy, keyValues(row as Row, orderBy)),
    node: map(row as Row),
  }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: rows.length > args.first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: count ?? null,
  };
}

/** How many rows a query would give that neither groups nor limits them. */
export async function countRows<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
): Promise<number> {
  const { total } = await query
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('total'))
    .$castTo<{ readonly total: number }>()
    .executeTakeFirstOrThrow();
  return total;
}

/** Sizes that pages usually have, and one more row to know whether others follow. */
const USUAL_LIMITS = new Set([6, 11, 21, 51, MAX_PAGE_SIZE + 1]);

/** A usual limit stands in the statement itself: of a parameter PostgreSQL expects a tenth of the table, each time anew. */
function rowLimit(rows: number): number | RawBuilder<number> {
  return USUAL_LIMITS.has(rows) ? sql.lit(rows) : rows;
}

const keyAlias = (i: number): string => `keyset_${i}`;

const SQL_TYPES: Record<KeyType, RawBuilder<unknown>> = {
  timestamptz: sql`timestamptz`,
  text: sql`text`,
  int: sql`int4`,
  bigint: sql`int8`,
  numeric: sql`numeric`,
  uuid: sql`uuid`,
  date: sql`date`,
};

/** The sort value as text that reads back to exactly the same value, whatever the session's settings. */
function keyText(key: OrderKey): RawBuilder<string | null> {
  const column = sql.ref(key.column);
  if (key.type === 'timestamptz')
    return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  if (key.type === 'date') return sql`to_char(${column}, 'YYYY-MM-DD')`;
  return sql`${column}::text`;
}

function keyValues(row: object, orderBy: readonly OrderKey[]): KeyValue[] {
  const values = row as Record<string, KeyValue | undefined>;
  return orderBy.map((key, i) => {
    const value = values[keyAlias(i)] ?? null;
    if (value === null && !key.nullable)
      throw new Error(`Column ${key.column} orders a list and holds NULL: declare it nullable`);
    return value;
  });
}

function ordering(key: OrderKey): RawBuilder<unknown> {
  const direction = key.direction === 'desc' ? sql`desc` : sql`asc`;
  const nulls = key.nullable ? sql` nulls last` : sql``;
  return sql`${sql.ref(key.column)} ${direction}${nulls}`;
}

function typed(key: OrderKey, value: string): RawBuilder<unknown> {
  return sql`${value}::text::${SQL_TYPES[key.type]}`;
}

/** Rows that come after the position. */
function isAfter(orderBy: readonly OrderKey[], values: readonly KeyValue[]): Expression<SqlBool> {
  const [head] = orderBy;
  const uniform = orderBy.every((key) => key.direction === head?.direction && !key.nullable);
  if (head && uniform) {
    // A row comparison is the one form that PostgreSQL turns into a single index range.
    const columns = sql.join(orderBy.map((key) => sql.ref(key.column)));
    const position = sql.join(orderBy.map((key, i) => typed(key, values[i] ?? '')));
    const operator = head.direction === 'desc' ? sql`<` : sql`>`;
    return sql<SqlBool>`(${columns}) ${operator} (${position})`;
  }
  return afterFrom(0, orderBy, values);
}

function afterFrom(
  i: number,
  orderBy: readonly OrderKey[],
  values: readonly KeyValue[],
): RawBuilder<SqlBool> {
  const key = orderBy[i];
  if (!key) return sql<SqlBool>`false`;
  const column = sql.ref(key.column);
  const value = values[i] ?? null;
  const rest = afterFrom(i + 1, orderBy, values);
  if (value === null) return sql<SqlBool>`(${column} is null and ${rest})`;
  const operator = key.direction === 'desc' ? sql`<` : sql`>`;
  const position = typed(key, value);
  const beyond = sql<SqlBool>`${column} ${operator} ${position} or (${column} = ${position} and ${rest})`;
  if (key.nullable) return sql<SqlBool>`(${column} is null or ${beyond})`;
  // The first conjunct says nothing new; it gives the index a bound to start from.
  return sql<SqlBool>`(${column} ${operator}= ${position} and (${beyond}))`;
}
