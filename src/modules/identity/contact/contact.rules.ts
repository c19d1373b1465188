import { domainToASCII } from 'node:url';

export type ContactKind = 'PHONE' | 'EMAIL';

/** A phone number (E.164) or mail address (lower case, ASCII domain) in its one written form. */
export interface Contact {
  readonly kind: ContactKind;
  readonly value: string;
}

const MOBILE = /^1[3-9]\d{9}$/;
const LOCAL_PART = /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}$/u;
const DOMAIN =
  /^(?=.{4,189}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;
const MAX_RAW_LENGTH = 320;

/** Reads what a person typed as a contact; null when it is neither a mobile number nor a mail address. */
export function parseContact(raw: string): Contact | null {
  if (raw.length > MAX_RAW_LENGTH || !raw.isWellFormed()) return null;
  const text = raw.normalize('NFKC').trim();
  return text.includes('@') ? parseEmail(text) : parsePhone(text);
}

/** Mobile numbers of mainland China, with or without country code and separators, as `+86…`. */
function parsePhone(text: string): Contact | null {
  if (!/^[+\d\s().-]+$/.test(text)) return null;
  const digits = text.replaceAll(/[\s().-]/g, '');
  const [, national] = /^(?:\+86|0086|86)?(\d{11})$/.exec(digits) ?? [];
  return national !== undefined && MOBILE.test(national)
    ? { kind: 'PHONE', value: `+86${national}` }
    : null;
}

function parseEmail(text: string): Contact | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at).toLowerCase();
  const domain = domainToASCII(text.slice(at + 1)).toLowerCase();
  if (!LOCAL_PART.test(local) || /^\.|\.\.|\.$/.test(local) || !DOMAIN.test(domain)) return null;
  const value = `${local}@${domain}`;
  return value.length <= 254 ? { kind: 'EMAIL', value } : null;
}

/** The text whose blind index finds the contact: the kind stands in it, so no two kinds can meet. */
export function indexText(contact: Contact): string {
  return `${contact.kind}:${contact.value}`;
}
