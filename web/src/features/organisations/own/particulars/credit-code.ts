const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3 to the power of the position, modulo 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

export const CREDIT_CODE_LENGTH = 18;

/** The code as the registry writes it: spaces, small and full-width characters come from pasting. */
export function normaliseCreditCode(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
}

/** What is wrong with a typed code; null when nothing is. GB 32100-2015. */
export function creditCodeProblem(code: string): 'codeForm' | 'codeDigit' | null {
  if (!FORM.test(code)) return 'codeForm';
  const sum = WEIGHTS.reduce(
    (total, weight, i) => total + weight * ALPHABET.indexOf(code.charAt(i)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31) === code.charAt(17) ? null : 'codeDigit';
}
