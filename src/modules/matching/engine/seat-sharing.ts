/** A person and a posting by their positions, with their score. */
export interface ScoredPair {
  readonly person: number;
  readonly posting: number;
  readonly score: number;
}

/**
 * Shares postings out: pairs are taken from the highest score down; a pair is dropped when the posting is
 * already proposed to its quota of people or the person's list is full. Ties go to the person with the fewer
 * proposals so far, then to the earlier posting, so the outcome does not depend on the order of the people.
 */
export function shareOutSeats(
  wishes: readonly (readonly ScoredPair[])[],
  quotas: Int32Array,
  limit: number,
): ScoredPair[][] {
  const lists: ScoredPair[][] = wishes.map(() => []);
  const used = new Int32Array(quotas.length);
  const byScore = new Map<number, ScoredPair[]>();
  for (const pair of wishes.flat()) {
    const level = byScore.get(pair.score);
    if (level) level.push(pair);
    else byScore.set(pair.score, [pair]);
  }
  for (const score of [...byScore.keys()].sort((a, b) => b - a)) {
    const level = byScore.get(score) ?? [];
    level.sort(
      (a, b) =>
        (lists[a.person]?.length ?? 0) - (lists[b.person]?.length ?? 0) ||
        a.posting - b.posting ||
        a.person - b.person,
    );
    for (const pair of level) {
      const list = lists[pair.person];
      const taken = used[pair.posting] ?? 0;
      if (!list || list.length >= limit || taken >= (quotas[pair.posting] ?? 0)) continue;
      list.push(pair);
      used[pair.posting] = taken + 1;
    }
  }
  return lists;
}
