/** A word without its text (FNV-1a, 32 bits): what is learned from postings keeps none of it. */
export function hashKey(word: string): string {
  let hash = 0x811c9dc5;
  for (const character of word) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return `k${(hash >>> 0).toString(36)}`;
}
