import pg from 'pg';

const { builtins } = pg.types;
const FIRST_OWN_TYPE = 16_384;
/** Array types by number; `pg` names only the scalar ones. */
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const NUMERIC_ARRAY = 1231;
const TEXT_ARRAY = 1009;

type Parser = (text: string) => unknown;
type Nested = string | null | Nested[];

/** The driver's types name no arrays, its parsers know them. */
const driverParser = (oid: number): Parser => pg.types.getTypeParser(oid) as Parser;

const asText: Parser = (text) => text;
const textArray = driverParser(TEXT_ARRAY) as (text: string) => Nested[];
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
]);

/** Arrays of our enums have numbers nobody knows beforehand; no enum label begins with a brace. */
const ownType: Parser = (text) => (text.startsWith('{') ? textArray(text) : text);

/** How the rows of `uow.sql` are read, the same inside a unit of work and outside. */
export const sqlTypes = {
  getTypeParser: (oid: number): Parser =>
    parsers.get(oid) ?? (oid >= FIRST_OWN_TYPE ? ownType : driverParser(oid)),
};
