import {
  graduationYears,
  isPlausibleYear,
  isSameName,
  isStudentNumber,
  normaliseName,
  normaliseNumber,
} from './affiliation.rules.js';

describe('student numbers', () => {
  it.each([
    [' 2024 0101 ', '20240101'],
    ['ｊｄ２４０１', 'JD2401'],
    ['jd-24/01', 'JD-24/01'],
  ])('compare %j as %j', (typed, stored) => {
    expect(normaliseNumber(typed)).toBe(stored);
    expect(isStudentNumber(stored)).toBe(true);
  });

  it.each(['', '1', '-2024', '2024#1', '学号1', 'A'.repeat(31)])('do not look like %j', (text) => {
    expect(isStudentNumber(text)).toBe(false);
  });
});

describe('names', () => {
  it.each([
    ['艾力·买买提', '艾力•买买提', true],
    ['艾力·买买提', '艾力买买提', true],
    ['王 芳', '王芳', true],
    ['Anna Li', 'ANNA  LI', true],
    ['王芳', '王方', false],
    ['', '', false],
    [' ', '·', false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(isSameName(a, b)).toBe(same);
  });

  it('are kept with single spaces and folded width', () => {
    expect(normaliseName(' Ａnna \u3000 Li ')).toBe('Anna Li');
  });
});

describe('graduation years', () => {
  it('lie ten years back to eight years ahead', () => {
    expect(graduationYears('2026-11-22')).toEqual({ min: 2016, max: 2034 });
    expect([2015, 2016, 2034, 2035, 2026.5].map((y) => isPlausibleYear(y, '2026-11-22'))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});
