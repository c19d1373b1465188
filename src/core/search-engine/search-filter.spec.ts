import fc from 'fast-check';
import { filter, FilterError } from './search-filter.js';

describe('filter', () => {
  it('quotes values and joins conditions', () => {
    const built = filter.all(
      filter.equals('regionCode', '320500'),
      null,
      filter.any(
        filter.oneOf('employmentType', ['FULL_TIME', 'PART_TIME']),
        filter.absent('payMaxFen'),
      ),
      filter.not(filter.below('payMaxFen', 800_000)),
    );
    expect(built?.expression).toBe(
      '(regionCode = "320500" AND (employmentType IN ["FULL_TIME", "PART_TIME"] OR payMaxFen NOT EXISTS) AND NOT (payMaxFen < 800000))',
    );
    expect(built?.conjuncts()).toEqual([
      'regionCode = "320500"',
      '(employmentType IN ["FULL_TIME", "PART_TIME"] OR payMaxFen NOT EXISTS)',
      'NOT (payMaxFen < 800000)',
    ]);
  });

  it('is null when no condition is left, and the condition itself when one is', () => {
    expect(filter.all(null, undefined)).toBeNull();
    expect(filter.any()).toBeNull();
    expect(filter.all(filter.equals('a', true))?.expression).toBe('a = true');
  });

  it('keeps an alternative inside one member, so a guard beside it cannot be widened', () => {
    const either = filter.any(filter.equals('a', '1'), filter.equals('a', '2'));
    expect(either?.conjuncts()).toEqual(['(a = "1" OR a = "2")']);
  });

  it.each([
    ['a quote', 'x" OR isPublic = false OR a = "'],
    ['a closing backslash', 'x\\'],
    ['a space', 'full time'],
    ['a line break', 'x\ny'],
    ['nothing', ''],
    ['469 bytes', 'a'.repeat(469)],
    ['469 bytes in 157 characters', `${'苏'.repeat(156)}a`],
  ])('refuses a value with %s', (_, value) => {
    expect(() => filter.equals('a', value)).toThrow(FilterError);
    expect(() => filter.oneOf('a', ['ok', value])).toThrow(FilterError);
  });

  it('takes a value of exactly 468 bytes', () => {
    expect(filter.equals('a', '苏'.repeat(156)).expression).toHaveLength(162);
  });

  it.each(['a b', '', 'a = 1 OR b', '1a', '_geo("', 'a.'])('refuses %j as an attribute', (name) => {
    expect(() => filter.equals(name, '1')).toThrow(FilterError);
    expect(() => filter.present(name)).toThrow(FilterError);
  });

  it('refuses numbers that are none', () => {
    expect(() => filter.atLeast('a', Number.NaN)).toThrow(FilterError);
    expect(() => filter.atMost('a', Infinity)).toThrow(FilterError);
  });

  it('lets no text out that could end its quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (value) => {
        let expression: string;
        try {
          expression = filter.equals('a', value).expression;
        } catch (error) {
          expect(error).toBeInstanceOf(FilterError);
          return;
        }
        expect(expression).toBe(`a = "${value}"`);
        expect(value).not.toMatch(/["\\\s]/);
      }),
      { numRuns: 2_000 },
    );
  });
});
