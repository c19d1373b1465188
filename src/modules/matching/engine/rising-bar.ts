import { LEAST_SCORE } from './match-score.rules.js';
import { MOST_POINTS } from './score-weights.js';

/** The least score that may still be among the `most` best of all that passed. */
export class RisingBar {
  least = LEAST_SCORE;
  private readonly tally = new Int32Array(MOST_POINTS + 2);
  /** Scores above the bar that passed. */
  private above = 0;
  private most = Infinity;

  /** Begins anew. */
  lower(most: number): void {
    this.least = LEAST_SCORE;
    this.above = 0;
    this.most = most;
    this.tally.fill(0);
  }

  pass(score: number): void {
    const { tally, most } = this;
    if (most === Infinity || score <= this.least) return;
    tally[score] = (tally[score] ?? 0) + 1;
    this.above += 1;
    while (this.above >= most) {
      this.least += 1;
      this.above -= tally[this.least] ?? 0;
    }
  }
}
