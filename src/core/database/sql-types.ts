import pg from 'pg';

const { builtins } = pg.types;
const FIRST_OWN_TYPE = 16_384;
/** Array types by number; `pg` names only the scalar ones. */
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const NUMERIC_ARRAY = 1231;
const TEXT_ARRAY = 1009;
const UUID_ARRAY = 2951;

type Parser = (text: string) => unknown;
type Nested = string | null | Nested[];

/** The driver's types name no arrays, its parsers know them. */
const driverParser = (oid: number): Parser => pg.types.getTypeParser(oid) as Parser;

const asText: Parser = (text) => text;
const anyTextArray = driverParser(TEXT_ARRAY) as (text: string) => Nested[];
/** Ids, codes and labels: one level, nothing quoted. Missing entries are written NULL without quotes. */
const PLAIN_ARRAY = /^\{[^{}"\\]+\}$/;

/** Reads arrays of ids, which come with most rows, without the driver's parser of the general case. */
function textArray(text: string): Nested[] {
  if (text === '{}') return [];
  if (!PLAIN_ARRAY.test(text) || /null/i.test(text)) return anyTextArray(text);
  return text.slice(1, -1).split(',');
}

/** `2026-02-28 23:59:59.999+00`: what PostgreSQL writes for a connection whose time zone is UTC. */
const UTC_INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?\+00$/;
const anyInstant = driverParser(builtins.TIMESTAMPTZ);
const instant: Parser = (text) =>
  UTC_INSTANT.test(text)
    ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
    : anyInstant(text);
const arrayOf =
  (element: Parser): Parser =>
  (text) =>
    textArray(text).map(function read(entry): unknown {
      if (entry === null) return null;
      return Array.isArray(entry) ? entry.map(read) : element(entry);
    });

/** What differs from the driver's own reading: nothing loses digits, a calendar day stays a calendar day. */
const parsers = new Map<number, Parser>([
  [builtins.INT8, BigInt],
  [INT8_ARRAY, arrayOf(BigInt)],
  [builtins.NUMERIC, asText],
  [NUMERIC_ARRAY, arrayOf(asText)],
  [builtins.DATE, asText],
  [DATE_ARRAY, arrayOf(asText)],
  [builtins.INTERVAL, asText],
  [builtins.TIMESTAMPTZ, instant],
  [TEXT_ARRAY, textArray],
  [UUID_ARRAY, textArray],
]);

/** Arrays of our enums have numbers nobody knows beforehand; no enum label begins with a brace. */
const ownType: Parser = (text) => (text.startsWith('{') ? textArray(text) : text);

/** How the rows of `uow.sql` are read, the same inside a unit of work and outside. */
export const sqlTypes = {
  getTypeParser: (oid: number): Parser =>
    parsers.get(oid) ?? (oid >= FIRST_OWN_TYPE ? ownType : driverParser(oid)),
};
