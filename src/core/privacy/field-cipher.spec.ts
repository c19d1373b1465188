import fc from 'fast-check';
import { FieldCipher, UnreadableFieldError } from './field-cipher.js';

const OLD = { id: 'k1', key: Buffer.alloc(32, 1) };
const NEW = { id: 'k2', key: Buffer.alloc(32, 2) };
const cipher = new FieldCipher([OLD], 'index secret');
const rotated = new FieldCipher([NEW, OLD], 'index secret');

describe('FieldCipher', () => {
  it('opens what it sealed, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(cipher.decrypt(cipher.encrypt(text, 'accounts.phone'), 'accounts.phone')).toBe(text);
      }),
    );
  });

  it('never seals the same text to the same value and never shows it', () => {
    const sealed = Array.from({ length: 50 }, () =>
      cipher.encrypt('13812341234', 'accounts.phone'),
    );
    expect(new Set(sealed).size).toBe(50);
    expect(sealed.filter((value) => value.includes('1381234'))).toEqual([]);
    expect(sealed[0]).toMatch(/^v1\.k1\.[\w-]+$/);
  });

  it('does not open a value moved to another column', () => {
    const sealed = cipher.encrypt('13812341234', 'accounts.phone');
    expect(() => cipher.decrypt(sealed, 'accounts.email')).toThrow(UnreadableFieldError);
  });

  it('does not open a value with any single bit changed', () => {
    const sealed = cipher.encrypt('张三', 'people.name');
    const body = Buffer.from(sealed.slice('v1.k1.'.length), 'base64url');
    for (let bit = 0; bit < body.length * 8; bit += 1) {
      const forged = Buffer.from(body);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => cipher.decrypt(`v1.k1.${forged.toString('base64url')}`, 'people.name')).toThrow(
        UnreadableFieldError,
      );
    }
  });

  it('does not open a value relabelled with another key id of the ring', () => {
    const sealed = cipher.encrypt('text', 'a.b').replace('v1.k1.', 'v1.k2.');
    expect(() => rotated.decrypt(sealed, 'a.b')).toThrow(UnreadableFieldError);
  });

  it.each(['', 'plain', 'v1.k1', 'v1..abc', 'v2.k1.abcd', 'v1.k1.abcd', 'v1.k9.AAAA', 'v1.k1.a.b'])(
    'refuses %j as a sealed value',
    (text) => {
      expect(() => cipher.decrypt(text, 'a.b')).toThrow(UnreadableFieldError);
    },
  );

  it('still opens values of an older key after a new one was put in front, and says they need rotation', () => {
    const old = cipher.encrypt('13812341234', 'accounts.phone');
    expect(rotated.decrypt(old, 'accounts.phone')).toBe('13812341234');
    expect(rotated.needsRotation(old)).toBe(true);
    const fresh = rotated.rotate(old, 'accounts.phone');
    expect(fresh.startsWith('v1.k2.')).toBe(true);
    expect(rotated.needsRotation(fresh)).toBe(false);
    expect(rotated.rotate(fresh, 'accounts.phone')).toBe(fresh);
    expect(rotated.decrypt(fresh, 'accounts.phone')).toBe('13812341234');
    expect(() => cipher.decrypt(fresh, 'accounts.phone')).toThrow(UnreadableFieldError);
  });

  it('refuses an empty key ring', () => {
    expect(() => new FieldCipher([], 'index secret')).toThrow('at least one key');
  });

  it('keeps the blind index when a sealing key is added, and separates purposes', () => {
    const index = cipher.blindIndex('accounts.phone', '13812341234');
    expect(rotated.blindIndex('accounts.phone', '13812341234')).toBe(index);
    expect(cipher.blindIndex('accounts.phone', '13812341235')).not.toBe(index);
    expect(cipher.blindIndex('people.phone', '13812341234')).not.toBe(index);
    expect(index).toMatch(/^[\w-]{43}$/);
    const other = new FieldCipher([OLD], 'another index secret');
    expect(other.blindIndex('accounts.phone', '13812341234')).not.toBe(index);
  });
});
