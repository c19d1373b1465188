import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient } from './api-client.js';
import { PlayFailed } from './play-failed.js';

const POLL_MS = 250;
const PATIENCE_MS = 60_000;

/** Where the play tells what happened. */
export interface PlayOutput {
  line(text: string): void;
}

/** The stage: the address of the market, and the clock of the telling. */
export class Play {
  readonly anyone: ApiClient;
  /** Tells the names and codes of this performance from those of others. */
  readonly run = Date.now().toString(36).slice(-6).toUpperCase();
  readonly startedAt = new Date();
  private readonly since = performance.now();
  private steps = 0;

  constructor(
    url: string,
    private readonly output: PlayOutput,
  ) {
    this.anyone = new ApiClient(url);
  }

  /** One part of the play, told with its outcome and its seconds; what it throws ends the play. */
  async step<T>(
    title: string,
    act: () => Promise<T>,
    told: (outcome: T) => string = () => '',
  ): Promise<T> {
    this.steps += 1;
    const number = this.steps.toString().padStart(2, ' ');
    const since = performance.now();
    try {
      const outcome = await act();
      const words = told(outcome);
      this.output.line(
        `${number}. ${title}${words === '' ? '' : `: ${words}`} (${secondsSince(since)} s)`,
      );
      return outcome;
    } catch (error) {
      this.output.line(`${number}. ${title}: DID NOT HAPPEN (${secondsSince(since)} s)`);
      throw error;
    }
  }

  /** Asks until the answer is there; what happens in the worker takes its moment. */
  async eventually<T>(
    what: string,
    probe: () => Promise<T | null>,
    patienceMs = PATIENCE_MS,
  ): Promise<T> {
    const until = performance.now() + patienceMs;
    for (;;) {
      const found = await probe();
      if (found !== null) return found;
      if (performance.now() > until)
        throw new PlayFailed(
          `this did not happen within ${(patienceMs / 1000).toString()} s: ${what}`,
        );
      await pause(POLL_MS);
    }
  }

  get seconds(): string {
    return secondsSince(this.since);
  }
}

export function secondsSince(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
