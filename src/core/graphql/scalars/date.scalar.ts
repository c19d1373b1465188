import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  if (!CALENDAR_DAY.test(text) || text.startsWith('0000')) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

function parse(value: unknown): string {
  if (typeof value !== 'string' || !isCalendarDay(value)) {
    throw new GraphQLError('Date must be a calendar day that exists, as YYYY-MM-DD');
  }
  return value;
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day in China, as YYYY-MM-DD.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  /** Day columns arrive as a Date at midnight UTC. */
  serialize: (value) => parse(value instanceof Date ? value.toISOString().slice(0, 10) : value),
});
