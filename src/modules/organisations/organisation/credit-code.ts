const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3 to the power of the position, modulo 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The code as the registry writes it: full-width and lower-case characters and spaces between groups are typing habits. */
export function normaliseCreditCode(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
}

/** Whether the text has the form of a unified social credit code, apart from its check digit. */
export function hasCreditCodeForm(code: string): boolean {
  return FORM.test(code);
}

/** The check digit of GB 32100-2015 for the first 17 characters of a code. */
export function creditCodeCheckDigit(body: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, i) => total + weight * ALPHABET.indexOf(body.charAt(i)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Whether the normalised text is a unified social credit code, check digit included. */
export function isCreditCode(code: string): boolean {
  return hasCreditCodeForm(code) && creditCodeCheckDigit(code) === code.charAt(17);
}
