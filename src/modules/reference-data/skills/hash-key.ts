/** A word as a number (FNV-1a, 32 bits). */
export function hash(word: string): number {
  let number = 0x811c9dc5;
  for (const character of word) {
    number = Math.imul(number ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return number;
}

/** A word without its text: what is learned from postings keeps none of it. */
export function hashKey(word: string): string {
  return `k${(hash(word) >>> 0).toString(36)}`;
}
