/**
 * Shortens personal values to what a reader without the right to see them may see. Each keeps just enough to recognise
 * a value one already knows, and never fails: what has an unexpected form is hidden whole.
 */
export const mask = {
  /** `13812341234` → `138****1234`, with or without a country code. */
  phone(phone: string): string {
    const prefix = /^\+\d{1,3}(?=\d{11}$)/.exec(phone)?.[0] ?? '';
    const number = phone.slice(prefix.length);
    if (!/^\d{7,15}$/.test(number)) return HIDDEN;
    return number.length === 11
      ? `${prefix}${number.slice(0, 3)}****${number.slice(7)}`
      : `${prefix}${'*'.repeat(number.length - 2)}${number.slice(-2)}`;
  },

  /** `anna@x.cn` → `a***@x.cn`; the number of stars does not tell the length. */
  email(email: string): string {
    const at = email.lastIndexOf('@');
    const [first] = email;
    return at < 1 || first === undefined ? HIDDEN : `${first}***${email.slice(at)}`;
  },

  /** `张三` → `张*`, `张小三` → `张**`; Latin names keep their first letter. */
  name(name: string): string {
    const [first, ...rest] = name.trim();
    if (first === undefined) return '';
    return rest.length === 0 ? '*' : `${first}${'*'.repeat(Math.min(rest.length, 3))}`;
  },

  /** `203.0.113.7` → `203.0.113.*`, `2001:db8:1:2::7` → `2001:db8:1:*`: which network, not which machine. */
  address(address: string): string {
    const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)?.[1];
    if (v4 !== undefined) return `${v4}.*`;
    const groups = address.split(':');
    const known = groups.slice(0, 3).filter((group) => /^[0-9a-f]{1,4}$/i.test(group));
    return groups.length > 3 && known.length === 3 ? `${known.join(':')}:*` : HIDDEN;
  },

  /** Identity card number: the first and the last character. */
  idNumber(idNumber: string): string {
    return /^\d{17}[\dXx]$/.test(idNumber)
      ? `${idNumber.slice(0, 1)}${'*'.repeat(16)}${idNumber.slice(-1)}`
      : HIDDEN;
  },
} as const;

const HIDDEN = '****';
