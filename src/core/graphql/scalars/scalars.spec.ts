import { Kind, type ValueNode } from 'graphql';
import { DateScalar } from './date.scalar.js';
import { DateTimeScalar } from './date-time.scalar.js';
import { DecimalScalar } from './decimal.scalar.js';

const literal = (value: string): ValueNode => ({ kind: Kind.STRING, value });

describe('DateTime', () => {
  it.each([
    ['2026-11-22T09:30:00+08:00', '2026-11-22T01:30:00.000Z'],
    ['2026-11-22T01:30:00Z', '2026-11-22T01:30:00.000Z'],
    ['2026-11-22t01:30:00.5z', '2026-11-22T01:30:00.500Z'],
    ['2028-02-29T23:59:59.999-23:59', '2028-03-01T23:58:59.999Z'],
  ])('reads %s', (text, utc) => {
    expect(DateTimeScalar.parseValue(text).toISOString()).toBe(utc);
    expect(DateTimeScalar.parseLiteral(literal(text)).toISOString()).toBe(utc);
  });

  it.each([
    'garbage',
    '',
    '2026-11-22',
    '2026-11-22T09:30:00',
    '2026-02-30T00:00:00Z',
    '2027-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T09:60:00Z',
    '2026-11-22T09:30:60Z',
    '2026-11-22T09:30:00+24:00',
    '2026-11-22 09:30:00Z',
    '+012026-11-22T09:30:00Z',
    1795310000000,
    null,
    {},
  ])('refuses %j', (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow('DateTime must be an RFC 3339');
  });

  it('refuses a number literal', () => {
    expect(() => DateTimeScalar.parseLiteral({ kind: Kind.INT, value: '5' })).toThrow('RFC 3339');
  });

  it('writes UTC and refuses an invalid Date', () => {
    expect(DateTimeScalar.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(DateTimeScalar.serialize('1970-01-01T08:00:00+08:00')).toBe('1970-01-01T00:00:00.000Z');
    expect(() => DateTimeScalar.serialize(new Date('x'))).toThrow('holds no instant');
  });
});

describe('Date', () => {
  it('reads and writes a day that exists', () => {
    expect(DateScalar.parseValue('2028-02-29')).toBe('2028-02-29');
    expect(DateScalar.serialize(new Date('2026-11-22T00:00:00Z'))).toBe('2026-11-22');
  });

  it.each(['2026-02-30', '2027-02-29', '2026-2-3', '0000-01-01', '2026-11-22T00:00:00Z', 20261122])(
    'refuses %j',
    (value) => {
      expect(() => DateScalar.parseValue(value)).toThrow('Date must be a calendar day');
    },
  );
});

describe('Decimal', () => {
  it.each(['0', '-1', '4500.50', '999999999999999999.99999999'])('reads %s as it is', (value) => {
    expect(DecimalScalar.parseValue(value)).toBe(value);
  });

  it.each(['', '.5', '1.', '1e3', '١', '1,000', 'NaN', '1234567890123456789', 4.5, null])(
    'refuses %j',
    (value) => {
      expect(() => DecimalScalar.parseValue(value)).toThrow('Decimal must be a string');
    },
  );

  it('writes whole numbers and decimal objects, never floats', () => {
    expect(DecimalScalar.serialize(12n)).toBe('12');
    expect(DecimalScalar.serialize({ toFixed: () => '0.0000001' })).toBe('0.0000001');
    expect(() => DecimalScalar.serialize(0.1)).toThrow('cannot be written');
  });
});
