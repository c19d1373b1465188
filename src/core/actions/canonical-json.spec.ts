import { canonicalJson } from './canonical-json.js';

describe('canonicalJson', () => {
  it('is the same for the same value whatever the order of its keys', () => {
    expect(canonicalJson({ b: 1, a: { d: [1, { y: 1, x: 2 }], c: null } })).toBe(
      '{"a":{"c":null,"d":[1,{"x":2,"y":1}]},"b":1}',
    );
    expect(canonicalJson({ a: { c: null, d: [1, { x: 2, y: 1 }] }, b: 1 })).toBe(
      '{"a":{"c":null,"d":[1,{"x":2,"y":1}]},"b":1}',
    );
  });

  it('takes an absent and an undefined key as alike, and null as a value', () => {
    expect(canonicalJson({ a: undefined })).toBe('{}');
    expect(canonicalJson({ a: null })).toBe('{"a":null}');
  });

  it('tells values of different types apart', () => {
    const all = [
      1,
      '1',
      1n,
      true,
      'true',
      null,
      'null',
      [],
      {},
      [1],
      new Date(0),
      new Date(0).toISOString(),
    ];
    expect(new Set(all.map((value) => canonicalJson({ value }))).size).toBe(all.length);
  });

  it('reads instances and objects without a prototype like plain ones', () => {
    class Input {
      a = 1;
    }
    expect(canonicalJson(new Input())).toBe('{"a":1}');
    expect(canonicalJson(Object.assign(Object.create(null) as object, { a: 1 }))).toBe('{"a":1}');
  });

  it.each([
    ['a function', () => 1],
    ['NaN', Number.NaN],
    ['a map', new Map([[1, 2]])],
    ['bytes', Buffer.from('a')],
    ['a symbol', Symbol('a')],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });
});
