import { latinText, plainText, readings } from './search-text.js';

describe('plainText', () => {
  it.each([
    ['浒墅关经开区（镇）', '浒墅关经开区镇'],
    ['  Ａ１ b', 'a1b'],
    ["Xi'an", 'xian'],
    ['6-18-01', '6-18-01'],
  ])('folds %s', (text, folded) => {
    expect(plainText(text)).toBe(folded);
  });
});

describe('latinText', () => {
  it.each([
    ['lüe yang', 'lveyang'],
    ['lueyang', 'lveyang'],
    ['nüzhuang', 'nvzhuang'],
    ['lu he', 'luhe'],
  ])('writes %s as it is compared', (text, folded) => {
    expect(latinText(text)).toBe(folded);
  });
});

describe('readings', () => {
  it('reads traditional characters as simplified ones', () => {
    expect(readings('蘇州工業園區')).toEqual(['蘇州工業園區', '苏州工业园区']);
  });

  it('reads words of Taiwan as those of the mainland after the plain conversion', () => {
    expect(readings('軟體')).toEqual(['軟體', '软体', '软件']);
  });

  it('keeps what was typed first, because 乾县 is a name and 干县 is none', () => {
    expect(readings('乾县')[0]).toBe('乾县');
  });

  it('leaves Latin text and codes alone', () => {
    expect(readings('SZ 320506')).toEqual(['sz320506']);
  });
});
