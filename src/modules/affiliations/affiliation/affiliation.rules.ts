/** Years around today in which a student of a roster may graduate. */
const YEARS_BACK = 10;
const YEARS_AHEAD = 8;

export function graduationYears(today: string): { readonly min: number; readonly max: number } {
  const year = Number(today.slice(0, 4));
  return { min: year - YEARS_BACK, max: year + YEARS_AHEAD };
}

export function isPlausibleYear(year: number, today: string): boolean {
  const { min, max } = graduationYears(today);
  return Number.isInteger(year) && year >= min && year <= max;
}

/** Student numbers compare without width, case and spaces. */
export function normaliseNumber(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();
}

export function isStudentNumber(number: string): boolean {
  return /^[A-Z0-9][A-Z0-9./_-]{1,29}$/.test(number);
}

/** A name as it is stored: single spaces, full-width letters folded. */
export function normaliseName(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
}

/** Whether two writings name one person: the middle dot of ethnic names is written in five ways, spaces come and go. */
export function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b) && nameKey(a) !== '';
}

function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s·•・‧.．]/g, '');
}
