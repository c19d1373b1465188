import { SearchUnavailable } from './search-engine.errors.js';

export interface BreakerOptions {
  /** A call unanswered for so long is doubted: the engine is asked whether it lives. */
  readonly doubtAfterMs: number;
  /** How long it may take to say so before it counts as dead. */
  readonly probeMs: number;
  /** How long a dead engine is left alone before it is asked again. */
  readonly restMs: number;
}

export const BREAKER_DEFAULTS: BreakerOptions = { doubtAfterMs: 80, probeMs: 120, restMs: 3_000 };

/**
 * Keeps a dead engine from costing every request its time-out. The first call that meets it gives up in under 300 ms;
 * the following ones are refused at once, and only probes in the background, never a person's request, find out whether
 * it is back. A busy engine is told from a dead one by its health answer or by any other answer that came meanwhile.
 */
export class Breaker {
  private isRefusing = false;
  private probeAgainAt = 0;
  private lastAnswerAt = 0;
  private probing: Promise<boolean> | null = null;

  constructor(
    private readonly probe: (signal: AbortSignal) => Promise<void>,
    private readonly options: BreakerOptions = BREAKER_DEFAULTS,
  ) {}

  get isOpen(): boolean {
    return this.isRefusing;
  }

  /** Runs `call`; `isSilence` tells which of its errors mean that nobody answered. */
  async run<T>(
    call: (signal: AbortSignal) => Promise<T>,
    isSilence: (error: unknown) => boolean,
  ): Promise<T> {
    if (this.isRefusing) {
      if (performance.now() >= this.probeAgainAt) void this.check();
      throw new SearchUnavailable('The search engine did not answer a moment ago');
    }
    const abort = new AbortController();
    const watched = { isSettled: false };
    void this.watch(watched, abort);
    try {
      return await this.heard(call(abort.signal), isSilence);
    } catch (error) {
      if (!isSilence(error) && !abort.signal.aborted) throw error;
      // A reused connection may have been closed under the call: if the engine lives, the call deserves a second try.
      if (!abort.signal.aborted && (await this.check())) {
        return await this.heard(call(abort.signal), isSilence);
      }
      throw new SearchUnavailable('The search engine does not answer', { cause: error });
    } finally {
      watched.isSettled = true;
    }
  }

  /** Asks the engine whether it lives, once for all who want to know. */
  check(): Promise<boolean> {
    this.probing ??= this.askWhetherAlive().finally(() => {
      this.probing = null;
    });
    return this.probing;
  }

  private async heard<T>(call: Promise<T>, isSilence: (error: unknown) => boolean): Promise<T> {
    try {
      const answer = await call;
      this.lastAnswerAt = performance.now();
      return answer;
    } catch (error) {
      if (!isSilence(error)) this.lastAnswerAt = performance.now();
      throw error;
    }
  }

  private async watch(watched: { isSettled: boolean }, abort: AbortController): Promise<void> {
    let since = performance.now();
    while (!watched.isSettled) {
      await awake(this.options.doubtAfterMs);
      if (watched.isSettled) return;
      if (this.lastAnswerAt > since) since = this.lastAnswerAt;
      else if (!(await this.check())) {
        abort.abort();
        return;
      }
    }
  }

  private async askWhetherAlive(): Promise<boolean> {
    const began = performance.now();
    const probe = this.probe(AbortSignal.timeout(this.options.restMs)).then(
      () => {
        // Also a late answer counts: it ends the refusing of an engine that was only very busy.
        this.isRefusing = false;
        this.lastAnswerAt = performance.now();
        return true;
      },
      () => false,
    );
    const answer = await Promise.race([probe, awake(this.options.probeMs)]);
    if (answer === true) return true;
    if (answer !== false && this.lastAnswerAt > began) return true;
    this.isRefusing = true;
    this.probeAgainAt = performance.now() + this.options.restMs;
    return false;
  }
}

const TICK_MS = 20;

/**
 * Waits in small steps. When our own process is busy it cannot hear answers that have long arrived; each step then takes
 * longer, so the wait stretches with it and does not blame the engine.
 */
async function awake(ms: number): Promise<void> {
  for (let ticks = Math.ceil(ms / TICK_MS); ticks > 0; ticks -= 1) {
    await new Promise((resolve) => setTimeout(resolve, TICK_MS).unref());
  }
}
