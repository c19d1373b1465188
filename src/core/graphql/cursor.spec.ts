import { DomainError } from '../errors/index.js';
import { decodeCursor, encodeCursor, type OrderKey } from './cursor.js';

const newestFirst: OrderKey[] = [
  { column: 'postings.published_at', direction: 'desc', type: 'timestamptz', nullable: true },
  { column: 'postings.id', direction: 'desc', type: 'uuid' },
];
const ID = '0199d0c4-0000-7000-8000-000000000001';

function refusal(order: OrderKey[], cursor: string): [string, readonly string[] | null] {
  try {
    decodeCursor(order, cursor);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.field];
  }
  throw new Error('The cursor was accepted');
}

function forged(values: unknown[]): string {
  const [digest] = JSON.parse(
    Buffer.from(encodeCursor(newestFirst, []), 'base64url').toString(),
  ) as [string];
  return Buffer.from(JSON.stringify([digest, ...values])).toString('base64url');
}

describe('cursor', () => {
  it('reads back what it was made of, NULL included', () => {
    const values = ['2026-11-22T01:02:03.123456Z', ID];
    expect(decodeCursor(newestFirst, encodeCursor(newestFirst, values))).toEqual(values);
    expect(decodeCursor(newestFirst, encodeCursor(newestFirst, [null, ID]))).toEqual([null, ID]);
  });

  it('is refused by a list with another order', () => {
    const oldestFirst = newestFirst.map((key) => ({ ...key, direction: 'asc' as const }));
    const cursor = encodeCursor(oldestFirst, [null, ID]);
    expect(refusal(newestFirst, cursor)).toEqual(['PAGE_CURSOR_OF_ANOTHER_LIST', ['after']]);
  });

  it.each([
    ['an empty text', ''],
    ['no base64', '%%%'],
    ['no JSON', 'AAAA'],
    ['another JSON', Buffer.from('{"a":1}').toString('base64url')],
    ['too few values', forged([ID])],
    ['too many values', forged([null, ID, ID])],
    ['an impossible instant', forged(['2026-02-30T00:00:00Z', ID])],
    ['SQL in place of an id', forged([null, `${ID}' or 1=1`])],
    ['NULL where none can be', forged([null, null])],
    ['a number in place of a text', forged([null, 5])],
    ['a cursor of a megabyte', 'A'.repeat(1_000_000)],
  ])('refuses %s', (_, cursor) => {
    expect(refusal(newestFirst, cursor)).toEqual(['PAGE_CURSOR_MALFORMED', ['after']]);
  });

  it.each([
    ['int', '2147483648'],
    ['bigint', '9223372036854775808'],
    ['numeric', '1e400'],
    ['date', '2026-02-30'],
    ['text', 'a\u0000'],
  ] as const)('refuses a value outside the range of %s', (type, value) => {
    const order: OrderKey[] = [{ column: 't.c', direction: 'asc', type }];
    expect(refusal(order, encodeCursor(order, [value]))[0]).toBe('PAGE_CURSOR_MALFORMED');
  });
});
