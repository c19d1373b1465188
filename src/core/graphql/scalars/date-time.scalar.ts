import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isCalendarDay } from './date.scalar.js';

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** An instant written as RFC 3339 with an offset, or null; days that do not exist are refused, not rolled over. */
export function parseInstant(text: string): Date | null {
  const day = RFC_3339.exec(text)?.[1];
  if (day === undefined || !isCalendarDay(day)) return null;
  const instant = new Date(text.toUpperCase());
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function parse(value: unknown): Date {
  const instant = typeof value === 'string' ? parseInstant(value) : null;
  if (!instant) {
    throw new GraphQLError(
      'DateTime must be an RFC 3339 date and time with an offset, such as 2026-11-22T09:30:00+08:00',
    );
  }
  return instant;
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'An instant as RFC 3339 date and time with an offset, such as 2026-11-22T09:30:00+08:00; answered in UTC.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  serialize(value) {
    const instant = value instanceof Date ? value : parse(value);
    if (Number.isNaN(instant.getTime())) throw new GraphQLError('DateTime holds no instant');
    return instant.toISOString();
  },
});
