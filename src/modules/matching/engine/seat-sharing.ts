/** A person and a posting by their positions, with their score. */
export interface ScoredPair {
  readonly person: number;
  readonly posting: number;
  readonly score: number;
}

/** Shares postings out over people, round by round, never beyond a posting's quota or a person's limit. */
export class SeatSharing {
  readonly lists: readonly ScoredPair[][];
  /** 1 for a posting that is proposed to as many people as it may be. */
  readonly isExhausted: Uint8Array;
  private readonly used: Int32Array;

  constructor(
    peopleCount: number,
    private readonly quotas: Int32Array,
    private readonly limit: number,
  ) {
    this.lists = Array.from({ length: peopleCount }, () => []);
    this.used = new Int32Array(quotas.length);
    this.isExhausted = Uint8Array.from(quotas, (quota) => (quota > 0 ? 0 : 1));
  }

  isShort(person: number): boolean {
    return (this.lists[person]?.length ?? 0) < this.limit;
  }

  /**
   * Takes pairs from the highest score down and drops a pair whose posting is exhausted or whose person's list is
   * full. Ties go to the person with the fewer proposals so far, then to the earlier posting, then person.
   */
  share(wishes: readonly (readonly ScoredPair[])[]): void {
    const byScore = new Map<number, ScoredPair[]>();
    for (const pair of wishes.flat()) {
      const level = byScore.get(pair.score);
      if (level) level.push(pair);
      else byScore.set(pair.score, [pair]);
    }
    for (const score of [...byScore.keys()].sort((a, b) => b - a)) {
      for (const pair of this.inTurn(byScore.get(score) ?? [])) this.take(pair);
    }
  }

  /** Puts a pair on its person's list. */
  take(pair: ScoredPair): void {
    if (!this.isShort(pair.person) || this.isExhausted[pair.posting] === 1) return;
    this.lists[pair.person]?.push(pair);
    this.used[pair.posting] = (this.used[pair.posting] ?? 0) + 1;
    if ((this.used[pair.posting] ?? 0) >= (this.quotas[pair.posting] ?? 0)) {
      this.isExhausted[pair.posting] = 1;
    }
  }

  private inTurn(level: readonly ScoredPair[]): ScoredPair[] {
    const had = (pair: ScoredPair): number => this.lists[pair.person]?.length ?? 0;
    return [...level].sort(
      (a, b) => had(a) - had(b) || a.posting - b.posting || a.person - b.person,
    );
  }
}
