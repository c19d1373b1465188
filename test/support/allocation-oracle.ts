import type {
  AllocationInput,
  AllocationPerson,
  AllocationPosting,
} from '../../src/modules/matching/allocation/allocation-market.js';

/** A posting for each person, by person id; null for none. */
export type Matching = ReadonlyMap<string, string | null>;

/**
 * Every feasible matching of a small market, by trying all. What else is here follows the definitions in the slowest way
 * there is; `lots` are the person ids, luckiest first.
 */
export function feasibleMatchings(input: AllocationInput): Matching[] {
  let partial: [string, string | null][][] = [[]];
  for (const person of input.people) {
    partial = partial.flatMap((pairs) =>
      [null, ...listOf(input, person)].map((posting): [string, string | null][] => [
        ...pairs,
        [person.id, posting],
      ]),
    );
  }
  return partial
    .map((pairs) => new Map(pairs))
    .filter((matching) =>
      input.postings.every((posting) => fits(posting, heldBy(input, matching, posting))),
    );
}

export function isStable(
  input: AllocationInput,
  matching: Matching,
  lots: readonly string[],
): boolean {
  return blockingPairs(input, matching, lots).length === 0;
}

/**
 * Pairs that would rather have each other: the posting, offered its people and this one, keeps this one when it
 * chooses the best set it may hold.
 */
export function blockingPairs(
  input: AllocationInput,
  matching: Matching,
  lots: readonly string[],
): [string, string][] {
  return input.people.flatMap((person) => {
    const list = listOf(input, person);
    const own = matching.get(person.id) ?? null;
    const better = own === null ? list : list.slice(0, list.indexOf(own));
    return better
      .filter((postingId) => {
        const posting = input.postings.find(({ id }) => id === postingId);
        if (!posting) return false;
        const offered = [...heldBy(input, matching, posting), person];
        return chosen(posting, offered, lots).includes(person);
      })
      .map((postingId): [string, string] => [person.id, postingId]);
  });
}

export function totalOf(input: AllocationInput, matching: Matching): number {
  return input.people.reduce((sum, person) => {
    const postingId = matching.get(person.id) ?? null;
    return sum + (person.wishes.find((wish) => wish.postingId === postingId)?.weight ?? 0);
  }, 0);
}

/** Place of what a person got in the own list; after the last for nothing. */
export function placeOf(input: AllocationInput, person: AllocationPerson, m: Matching): number {
  const list = listOf(input, person);
  const own = m.get(person.id) ?? null;
  return own === null ? list.length : list.indexOf(own);
}

/** Postings wished for that take part, each once. */
function listOf(input: AllocationInput, person: AllocationPerson): string[] {
  const open = input.postings.filter(({ isOpen }) => isOpen).map(({ id }) => id);
  return [...new Set(person.wishes.map(({ postingId }) => postingId))].filter((id) =>
    open.includes(id),
  );
}

function heldBy(
  input: AllocationInput,
  matching: Matching,
  posting: AllocationPosting,
): AllocationPerson[] {
  return input.people.filter(({ id }) => matching.get(id) === posting.id);
}

function fits(posting: AllocationPosting, people: readonly AllocationPerson[]): boolean {
  return (
    people.length <= posting.seats &&
    posting.quotas.every(
      ({ group, maximum }) => people.filter((each) => each.group === group).length <= maximum,
    )
  );
}

/** The best set: people in the order of the posting, each taken when it still fits. */
function chosen(
  posting: AllocationPosting,
  people: readonly AllocationPerson[],
  lots: readonly string[],
): AllocationPerson[] {
  const priority = (person: AllocationPerson): number =>
    person.wishes.find(({ postingId }) => postingId === posting.id)?.priority ?? 0;
  const inOrder = [...people].sort(
    (a, b) => priority(b) - priority(a) || lots.indexOf(a.id) - lots.indexOf(b.id),
  );
  const taken: AllocationPerson[] = [];
  for (const person of inOrder) if (fits(posting, [...taken, person])) taken.push(person);
  return taken;
}
