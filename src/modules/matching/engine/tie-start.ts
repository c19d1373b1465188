/** Where a person's ties begin: the same for the same person and market, spread over people (FNV-1a). */
export function tieStart(profileId: string, size: number): number {
  let hash = 0x811c9dc5;
  for (const character of profileId) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return size === 0 ? 0 : (hash >>> 0) % size;
}
