import { seekerFeatures, type SeekerFeatures } from './match-features.js';

const NOTHING: ReadonlySet<string> = new Set();

/** People who differ in nothing the engine knows. */
export interface Group {
  readonly key: string;
  readonly person: SeekerFeatures;
  readonly without: ReadonlySet<string>;
}

/** People with the same wishes are common (a class, a batch); what they are scored is worked out once. */
export function groupsOf(
  people: readonly SeekerFeatures[],
  without: ReadonlyMap<string, ReadonlySet<string>> | undefined,
): { groups: Int32Array; of: Group[] } {
  const of: Group[] = [];
  const byKey = new Map<string, number>();
  const groups = Int32Array.from(people, (each) => {
    const person = seekerFeatures(each);
    const dismissed = without?.get(person.profileId) ?? NOTHING;
    const key = JSON.stringify({ ...person, profileId: [...dismissed].sort() });
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, of.length);
    of.push({ key, person, without: dismissed });
    return of.length - 1;
  });
  return { groups, of };
}
