export type AuditValue = string | number | boolean | null | readonly string[];

/** Ids, codes, numbers, days: no spaces, no `@`, and no mobile numbers. */
const CODE = /^(?!\+?(86)?1\d{10}$)[\p{L}\p{N}_.:/+#-]{0,200}$/u;
const MAX_DETAIL_KEYS = 30;

/** Throws when a detail that is kept for ever says more than ids and codes. */
export function refusePersonalData(detail: Readonly<Record<string, AuditValue>>): void {
  const entries = Object.entries(detail);
  const isWrong = entries.some(([, value]) =>
    [value].flat().some((part) => typeof part === 'string' && !CODE.test(part)),
  );
  if (isWrong || entries.length > MAX_DETAIL_KEYS) {
    throw new TypeError('The detail of an entry that is kept for ever holds ids and codes only');
  }
}
