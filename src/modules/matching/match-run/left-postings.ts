import type { Candidates } from '../engine/candidates.js';
import type { ListMaking } from '../engine/list-making.js';
import type { Excluded, MatchEngine } from '../engine/match-engine.js';
import type { SeekerFeatures } from '../engine/match-features.js';
import type { EdgeMarket } from './edge-market.js';

/** Postings that may still be put on lists in the making, when it is asked for. */
export class LeftPostings {
  /** 1 for the others, by the engine's positions. */
  private readonly isOut: Uint8Array;
  private readonly byEmployer = new Map<string, number[]>();

  constructor(
    private readonly engine: MatchEngine,
    market: EdgeMarket,
    private readonly making: ListMaking,
  ) {
    this.isOut = new Uint8Array(engine.size);
    for (let at = 0; at < engine.size; at++) {
      const { jobPostingId, employer } = engine.posting(at);
      const position = market.positionOf(jobPostingId);
      if (position === null || making.isExhausted[position] === 1) this.isOut[at] = 1;
      if (employer === null) continue;
      const known = this.byEmployer.get(employer);
      if (known) known.push(at);
      else this.byEmployer.set(employer, [at]);
    }
  }

  /** The best of them for the person at a position of the market, those of employers that fill the list left out. */
  best(person: SeekerFeatures, at: number, count: number, without?: Excluded): Candidates {
    const { isOut, engine } = this;
    const marked = this.making
      .fullEmployers(at)
      .flatMap((employer) => this.byEmployer.get(employer) ?? [])
      .filter((posting) => isOut[posting] === 0);
    // Marked for this person alone.
    for (const posting of marked) isOut[posting] = 1;
    const best = engine.best(person, count, { without, isOut });
    for (const posting of marked) isOut[posting] = 0;
    return best;
  }
}
