import fc from 'fast-check';
import { creditCodeCheckDigit, isCreditCode, normaliseCreditCode } from './credit-code.js';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

describe('unified social credit code', () => {
  it.each([
    ['91350100M000100Y4', '3'],
    ['11320000MB151840X', 'J'],
    ['91320506DEM000001', '6'],
    ['52320500DEM000002', 'K'],
    ['12320500DEM000003', 'T'],
  ])('gives %s the check digit %s', (body, digit) => {
    expect(creditCodeCheckDigit(body)).toBe(digit);
    expect(isCreditCode(body + digit)).toBe(true);
  });

  it.each([
    ['another check digit', '91350100M000100Y44'],
    ['two neighbours swapped', '91350100M00010Y043'],
    ['17 characters', '91350100M000100Y4'],
    ['19 characters', '91350100M000100Y433'],
    ['a letter the alphabet leaves out', '9135010OM000100Y43'],
    ['a letter in the division', '91A50100M000100Y43'],
    ['nothing', ''],
  ])('refuses %s', (_, code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it.each([
    ['lower case', '91350100m000100y43'],
    ['full width', '９１３５０１００Ｍ０００１００Ｙ４３'],
    ['groups with spaces', ' 913501 00M0 0010 0Y43 '],
    ['groups with hyphens', '91350100-M000100Y4-3'],
  ])('reads %s', (_, typed) => {
    expect(normaliseCreditCode(typed)).toBe('91350100M000100Y43');
  });

  it('notices every single wrong character', () => {
    const valid = '91350100M000100Y43';
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...ALPHABET), (at, character) => {
        fc.pre(valid.charAt(at) !== character);
        expect(isCreditCode(valid.slice(0, at) + character + valid.slice(at + 1))).toBe(false);
      }),
    );
  });
});
