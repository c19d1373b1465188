const MAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;
/** Phone numbers, citizen numbers, bank cards: any long run of digits, with the separators people use. */
const LONG_NUMBER = /(?<![\w-])\+?\d(?:[ -]?\d){6,}[\dXx]?(?![\w-])/g;
/** What databases quote when a rule is broken: `Key (email)=(someone@example.org)`. */
const QUOTED_KEY = /\)=\([^)]*\)/g;
const CREDENTIALS_IN_ADDRESS = /(\w+:\/\/[^:@/\s]*):[^@/\s]*@/g;
const MAX_LENGTH = 2000;

/** Takes out of a text what may be about a person or open a door; the last net, not the first. */
export function scrub(text: string): string {
  const scrubbed = text
    .replaceAll(CREDENTIALS_IN_ADDRESS, '$1:***@')
    .replaceAll(QUOTED_KEY, ')=(***)')
    .replaceAll(MAIL, '***')
    .replaceAll(LONG_NUMBER, '***');
  return scrubbed.length > MAX_LENGTH ? `${scrubbed.slice(0, MAX_LENGTH)}…` : scrubbed;
}
