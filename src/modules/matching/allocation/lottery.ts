import { createHash } from 'node:crypto';

/**
 * The lottery number of a person: the first twelve hexadecimal digits of SHA-256 over the seed, a line feed and the id.
 * The lower number goes first. Whoever knows the published seed and an id can work it out with `sha256sum`.
 */
export function lotteryNumber(seed: string, personId: string): string {
  return createHash('sha256').update(`${seed}\n${personId}`).digest('hex').slice(0, 12);
}

/** The ids in the order of their lottery numbers; the same number twice is settled by the id. */
export function drawLots(seed: string, personIds: readonly string[]): string[] {
  return personIds
    .map((id) => ({ id, number: Number.parseInt(lotteryNumber(seed, id), 16) }))
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** A small seeded generator of whole numbers below a bound, for samples (mulberry32). */
export function seededDraws(seed: string): (bound: number) => number {
  let state = Number.parseInt(lotteryNumber(seed, 'draws').slice(0, 8), 16) | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * bound);
  };
}
