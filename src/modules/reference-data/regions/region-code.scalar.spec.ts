import { Kind } from 'graphql';
import { RegionCodeScalar } from './region-code.scalar.js';

describe('RegionCodeScalar', () => {
  it.each(['320506', '320506001'])('takes %s', (code) => {
    expect(RegionCodeScalar.parseValue(code)).toBe(code);
    expect(RegionCodeScalar.parseLiteral({ kind: Kind.STRING, value: code }, {})).toBe(code);
    expect(RegionCodeScalar.serialize(code)).toBe(code);
  });

  it.each(['', '3205', '32050a', '3205061', ' 320506', '320506\n', '３２０５０６', 320506, null])(
    'refuses %j',
    (code) => {
      expect(() => RegionCodeScalar.parseValue(code)).toThrow('RegionCode must be a string');
    },
  );

  it('refuses a number written into the query', () => {
    expect(() => RegionCodeScalar.parseLiteral({ kind: Kind.INT, value: '320506' }, {})).toThrow(
      'RegionCode must be a string',
    );
  });
});
