import { LEAST_SCORE } from './match-score.rules.js';
import { MOST_POINTS } from './score-weights.js';

/** The least score that may still be among the `most` best of all that passed. */
export class RisingBar {
  least = LEAST_SCORE;
  private readonly tally: Int32Array | null;
  /** Scores above the bar that passed. */
  private above = 0;

  constructor(private readonly most: number) {
    this.tally = most === Infinity ? null : new Int32Array(MOST_POINTS + 2);
  }

  pass(score: number): void {
    const { tally } = this;
    if (!tally || score <= this.least) return;
    tally[score] = (tally[score] ?? 0) + 1;
    this.above += 1;
    while (this.above >= this.most) {
      this.least += 1;
      this.above -= tally[this.least] ?? 0;
    }
  }
}
