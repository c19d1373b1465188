import { HELD, kinOf, skillFacts } from '../../reference-data/index.js';

/** What a person is credited with, by hashed key: skills held, and those that are asked for together with them. */
export class SkillCredits {
  private readonly credits = new Map<string, number>();

  constructor(skills: readonly string[]) {
    const held = skills.map((name) => skillFacts(name).key);
    for (const key of held) {
      for (const [akin, credit] of kinOf(key)) {
        this.credits.set(akin, Math.max(credit, this.credits.get(akin) ?? 0));
      }
    }
    for (const key of held) this.credits.set(key, HELD);
  }

  get isUnknown(): boolean {
    return this.credits.size === 0;
  }

  /** Out of `HELD`, by the key of the skill. */
  of(key: string): number {
    return this.credits.get(key) ?? 0;
  }

  [Symbol.iterator](): Iterator<[key: string, credit: number]> {
    return this.credits.entries();
  }
}

const known = new WeakMap<readonly string[], SkillCredits>();

/** The credits of a person's skills; a person is compared with many postings. */
export function creditsOf(skills: readonly string[]): SkillCredits {
  const credits = known.get(skills) ?? new SkillCredits(skills);
  known.set(skills, credits);
  return credits;
}
