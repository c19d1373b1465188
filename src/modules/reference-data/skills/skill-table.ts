import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hashKey } from './hash-key.js';
import { skillKey } from './skill-key.js';

/** Credit of a skill that is held; of one akin to a skill held up to half as much. */
export const HELD = 8;

/** Fewer postings than this leave no trace in the table. */
const LEAST_POSTINGS = 20;
/** Skills asked for together less often (cosine of the two) are not akin. */
const LEAST_KINSHIP = 0.25;
const MOST_KIN = 6;

const tableSchema = z.object({
  version: z.int().min(1),
  postingCount: z.int().min(0),
  /** Of a skill that is asked for by fewer than `LEAST_POSTINGS`. */
  unknown: z.int().min(1),
  /** By the key of the skill. */
  rarities: z.record(z.string(), z.int().min(1)),
  /** Of the skills akin to one: their credit when that one is held, out of `HELD`. */
  kin: z.record(
    z.string(),
    z.record(
      z.string(),
      z
        .int()
        .min(1)
        .max(HELD / 2),
    ),
  ),
});

/** How much each skill says and which are asked for together: a version of data, made by `matching fit`. */
export type SkillTable = z.infer<typeof tableSchema>;

const TABLE = tableSchema.parse(
  JSON.parse(readFileSync(new URL('skill-table.json', import.meta.url), 'utf8')),
);

/** A skill by its name: what it is compared by, and the more the rarer it is. */
export interface SkillFacts {
  readonly key: string;
  readonly rarity: number;
}

/** Skills looked up lately: postings ask for the same ones. */
const lately = new Map<string, SkillFacts>();
const LATELY = 20_000;

export function skillFacts(name: string): SkillFacts {
  const known = lately.get(name);
  if (known) return known;
  if (lately.size >= LATELY) lately.clear();
  const key = hashKey(skillKey(name));
  const facts = { key, rarity: TABLE.rarities[key] ?? TABLE.unknown };
  lately.set(name, facts);
  return facts;
}

/** The skills that are asked for together with one, the most often first: their credit, out of `HELD`, by key. */
export function kinOf(key: string): ReadonlyMap<string, number> {
  return new Map(Object.entries(TABLE.kin[key] ?? {}).sort(([, a], [, b]) => b - a));
}

/** The table that the skills of postings give. */
export function fitSkillTable(postings: Iterable<readonly string[]>, version: number): SkillTable {
  const counts = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  let postingCount = 0;
  for (const skills of postings) {
    postingCount += 1;
    const keys = [...new Set(skills.map((name) => skillFacts(name).key))];
    for (const key of keys) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      const together = pairs.get(key) ?? new Map<string, number>();
      pairs.set(key, together);
      for (const other of keys) {
        if (other !== key) together.set(other, (together.get(other) ?? 0) + 1);
      }
    }
  }
  const common = [...counts].filter(([, count]) => count >= LEAST_POSTINGS);
  common.sort(([a], [b]) => (a < b ? -1 : 1));
  const kin = common.map(([key, count]) => {
    const akin = [...(pairs.get(key) ?? [])]
      .filter(([, together]) => together >= LEAST_POSTINGS)
      .map(([other, together]): [string, number] => [
        other,
        together / Math.sqrt(count * (counts.get(other) ?? 1)),
      ])
      .filter(([, cosine]) => cosine >= LEAST_KINSHIP)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MOST_KIN);
    return [
      key,
      Object.fromEntries(akin.map(([other, cosine]) => [other, creditOf(cosine)])),
    ] as const;
  });
  return {
    version,
    postingCount,
    unknown: rarityOf(LEAST_POSTINGS / 2, postingCount),
    rarities: Object.fromEntries(
      common.map(([key, count]) => [key, rarityOf(count, postingCount)]),
    ),
    kin: Object.fromEntries(kin.filter(([, akin]) => Object.keys(akin).length > 0)),
  };
}

/** Inverse document frequency in whole numbers. */
function rarityOf(count: number, of: number): number {
  return Math.max(1, Math.round(2 * Math.log(1 + of / Math.max(1, count))));
}

function creditOf(cosine: number): number {
  return Math.max(1, Math.round(HELD * Math.min(0.5, cosine / 2)));
}
