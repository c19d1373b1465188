import { setTimeout as sleep } from 'node:timers/promises';
import { Breaker } from './breaker.js';
import { SearchUnavailable } from './search-engine.errors.js';

const OPTIONS = { doubtAfterMs: 40, probeMs: 40, restMs: 100 };
const isDead = (error: unknown): boolean => error instanceof TypeError;

/** An engine that can be told to live, to die (refuse) or to hang (never answer). */
class Engine {
  state: 'alive' | 'dead' | 'silent' = 'alive';
  callCount = 0;
  probeCount = 0;

  readonly probe = async (signal: AbortSignal): Promise<void> => {
    this.probeCount += 1;
    await this.answer(0, signal);
  };

  readonly call =
    (workMs: number) =>
    async (signal: AbortSignal): Promise<string> => {
      this.callCount += 1;
      await this.answer(workMs, signal);
      return 'answer';
    };

  private async answer(workMs: number, signal: AbortSignal): Promise<void> {
    if (this.state === 'dead') throw new TypeError('connection refused');
    await sleep(this.state === 'silent' ? 60_000 : workMs, undefined, { signal });
  }
}

describe('Breaker', () => {
  it('lets a slow answer of a living engine through', async () => {
    const engine = new Engine();
    const breaker = new Breaker(engine.probe, OPTIONS);
    expect(await breaker.run(engine.call(200), isDead)).toBe('answer');
    expect(engine.callCount).toBe(1);
    expect(breaker.isOpen).toBe(false);
  });

  it('gives a silent engine up after doubt and probe, then refuses at once without asking it', async () => {
    const engine = new Engine();
    engine.state = 'silent';
    const breaker = new Breaker(engine.probe, OPTIONS);
    const began = performance.now();
    await expect(breaker.run(engine.call(0), isDead)).rejects.toThrow(SearchUnavailable);
    expect(performance.now() - began).toBeLessThan(2_000);
    for (let i = 0; i < 20; i += 1) {
      await expect(breaker.run(engine.call(0), isDead)).rejects.toThrow(SearchUnavailable);
    }
    expect(engine.callCount).toBe(1);
  });

  it('tries once more when a call broke but the engine lives', async () => {
    const engine = new Engine();
    const breaker = new Breaker(engine.probe, OPTIONS);
    let broken = 0;
    const answer = await breaker.run((signal) => {
      broken += 1;
      return broken === 1
        ? Promise.reject(new TypeError('other side closed'))
        : engine.call(0)(signal);
    }, isDead);
    expect(answer).toBe('answer');
    expect(broken).toBe(2);
    expect(breaker.isOpen).toBe(false);
  });

  it('does not doubt an engine that answers others meanwhile, although its health answer is late', async () => {
    const engine = new Engine();
    const breaker = new Breaker(
      (signal) => sleep(80, undefined, { signal }).then(() => undefined),
      OPTIONS,
    );
    const slow = breaker.run(engine.call(150), isDead);
    for (let i = 0; i < 15; i += 1) {
      await sleep(10);
      await breaker.run(engine.call(0), isDead);
    }
    expect(await slow).toBe('answer');
    expect(breaker.isOpen).toBe(false);
  });

  it('takes a late health answer as a sign of life', async () => {
    const engine = new Engine();
    const breaker = new Breaker(
      (signal) => sleep(80, undefined, { signal }).then(() => undefined),
      OPTIONS,
    );
    await expect(breaker.run(engine.call(500), isDead)).rejects.toThrow(SearchUnavailable);
    expect(breaker.isOpen).toBe(true);
    await sleep(60);
    expect(await breaker.run(engine.call(0), isDead)).toBe('answer');
  });

  it('does not blame the engine for a stall of our own process', async () => {
    const engine = new Engine();
    const breaker = new Breaker(engine.probe, OPTIONS);
    const answer = breaker.run(engine.call(5), isDead);
    const until = performance.now() + 300;
    while (performance.now() < until);
    expect(await answer).toBe('answer');
    expect(breaker.isOpen).toBe(false);
  });

  it('finds out by itself that the engine is back', async () => {
    const engine = new Engine();
    engine.state = 'dead';
    const breaker = new Breaker(engine.probe, OPTIONS);
    await expect(breaker.run(engine.call(0), isDead)).rejects.toThrow(SearchUnavailable);
    engine.state = 'alive';
    await sleep(OPTIONS.restMs + 10);
    await expect(breaker.run(engine.call(0), isDead)).rejects.toThrow(SearchUnavailable);
    await sleep(20);
    expect(await breaker.run(engine.call(0), isDead)).toBe('answer');
    expect(engine.callCount).toBe(2);
  });

  it('passes on errors that do not mean death and stays closed', async () => {
    const engine = new Engine();
    const breaker = new Breaker(engine.probe, OPTIONS);
    await expect(
      breaker.run(() => Promise.reject(new RangeError('bad filter')), isDead),
    ).rejects.toThrow(RangeError);
    expect(breaker.isOpen).toBe(false);
    expect(engine.probeCount).toBe(0);
  });
});
