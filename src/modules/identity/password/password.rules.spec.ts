import { DomainError } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { givenPassword, isContact, newPassword, normalisePassword } from './password.rules.js';

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('newPassword', () => {
  it.each([
    ['river-stone-lamp', 'accepted'],
    ['九江口大桥2026', 'accepted'],
    ['𠮷野家一二三四五', 'accepted'],
    ['x7'.repeat(64).replace('x7x7', 'Qz9!'), 'accepted'],
    ['short7!', 'INPUT_TOO_SHORT'],
    ['', 'INPUT_REQUIRED'],
    ['长桥一二三四五', 'INPUT_TOO_SHORT'],
    ['aB3$'.repeat(33), 'INPUT_TOO_LONG'],
    ['good\u0000password', 'INPUT_CONTROL_CHARACTERS'],
    ['broken\ud800surrogate', 'INPUT_MALFORMED'],
    ['password123', 'PASSWORD_COMMON'],
    ['PassWord123', 'PASSWORD_COMMON'],
    ['ｐａｓｓｗｏｒｄ１２３', 'PASSWORD_COMMON'],
    ['aaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['112211221122', 'PASSWORD_COMMON'],
    ['87654321', 'PASSWORD_COMMON'],
    ['19991231', 'PASSWORD_COMMON'],
    ['qwertyuio', 'PASSWORD_COMMON'],
    ['lkjhgfdsa', 'PASSWORD_COMMON'],
  ])('answers %j with %s', (password, code) => {
    expect(codeOf(() => parseInput(newPassword(), password))).toBe(code);
  });

  it('takes the same password from half-width and full-width keyboards', () => {
    expect(normalisePassword('ｒｉｖｅｒ－ｓｔｏｎｅ')).toBe('river-stone');
  });
});

describe('givenPassword', () => {
  it('takes anything a password could be and nothing endless', () => {
    expect(codeOf(() => parseInput(givenPassword(), 'x'))).toBe('accepted');
    expect(codeOf(() => parseInput(givenPassword(), 'x'.repeat(512)))).toBe('accepted');
    expect(codeOf(() => parseInput(givenPassword(), 'x'.repeat(513)))).toBe('INPUT_TOO_LONG');
    expect(codeOf(() => parseInput(givenPassword(), ''))).toBe('INPUT_REQUIRED');
  });
});

describe('isContact', () => {
  const phone = { kind: 'PHONE', value: '+8613812341234' } as const;
  const email = { kind: 'EMAIL', value: 'anna.lee@example.org' } as const;

  it.each(['+8613812341234', '8613812341234', '13812341234', 'ANNA.lee@example.org', 'anna.lee'])(
    'recognises %s as a contact',
    (password) => {
      expect(isContact(password, [phone, email])).toBe(true);
    },
  );

  it('lets other passwords pass', () => {
    expect(isContact('river-stone-lamp', [phone, email])).toBe(false);
    expect(isContact('13812341234x', [phone, email])).toBe(false);
  });
});
