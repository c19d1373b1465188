import { employerQuota } from './match-score.rules.js';

/** A person and a posting by their positions, with their score. */
export interface ScoredPair {
  readonly person: number;
  readonly posting: number;
  readonly score: number;
}

export interface SharingRules {
  readonly peopleCount: number;
  /** People each posting is proposed to at most. */
  readonly quotas: Int32Array;
  /** Postings a person is shown at most. */
  readonly limit: number;
  /** Whose each posting is, by number; -1 where it is not known. */
  readonly employers?: Int32Array | undefined;
}

const UNKNOWN = -1;

/** Shares postings out over people, round by round, never beyond a posting's quota or a person's limit. */
export class SeatSharing {
  readonly lists: readonly ScoredPair[][];
  /** 1 for a posting that is proposed to as many people as it may be. */
  readonly isExhausted: Uint8Array;
  private readonly used: Int32Array;

  private readonly quotas: Int32Array;
  private readonly limit: number;
  private mostOfOne: number;

  constructor(private readonly rules: SharingRules) {
    this.quotas = rules.quotas;
    this.limit = rules.limit;
    this.mostOfOne = employerQuota(rules.limit);
    this.lists = Array.from({ length: rules.peopleCount }, () => []);
    this.used = new Int32Array(rules.quotas.length);
    this.isExhausted = Uint8Array.from(rules.quotas, (quota) => (quota > 0 ? 0 : 1));
  }

  /** Of its arrays, all of which have a number for each posting. */
  get byteLength(): number {
    const { quotas, used, isExhausted, rules } = this;
    const ofEmployers = rules.employers?.byteLength ?? 0;
    return quotas.byteLength + used.byteLength + isExhausted.byteLength + ofEmployers;
  }

  /** From now on one employer may fill a list: nothing of others fits any more. */
  liftEmployerQuota(): void {
    this.mostOfOne = this.limit;
  }

  /** Whether the person's list has as many postings of this one's employer as it may. */
  isOfFullEmployer(person: number, posting: number): boolean {
    const { employers } = this.rules;
    const employer = employers?.[posting] ?? UNKNOWN;
    if (employer === UNKNOWN) return false;
    let count = 0;
    for (const listed of this.lists[person] ?? []) {
      if (employers?.[listed.posting] === employer) count += 1;
    }
    return count >= this.mostOfOne;
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
    if (this.isOfFullEmployer(pair.person, pair.posting)) return;
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
