import { expect, it } from 'vitest';
import { inTurns } from './in-turns.js';

function* busy(ms: number): Generator<undefined, string> {
  const endsAt = performance.now() + ms;
  while (performance.now() < endsAt) yield;
  return 'done';
}

const always = (): Promise<boolean> => Promise.resolve(true);

it('lets the process do its other work and says meanwhile that it goes on', async () => {
  let turns = 0;
  let signs = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  const sign = (): Promise<boolean> => {
    signs += 1;
    return Promise.resolve(true);
  };
  expect(await inTurns(busy(600), { sign, signMs: 100 })).toBe('done');
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(3);
  expect(signs).toBeGreaterThanOrEqual(2);
});

it('says nothing of work that is soon done', async () => {
  let signs = 0;
  const sign = (): Promise<boolean> => {
    signs += 1;
    return Promise.resolve(true);
  };
  expect(await inTurns(busy(0), { sign })).toBe('done');
  expect(signs).toBe(0);
});

it('ends when nobody waits for it any more', async () => {
  const sign = (): Promise<boolean> => Promise.resolve(false);
  expect(await inTurns(busy(60_000), { sign, signMs: 0 })).toBeNull();
});

it('ends when it is told to', async () => {
  const told = AbortSignal.timeout(100);
  await expect(inTurns(busy(60_000), { sign: always, signal: told })).rejects.toThrow('timeout');
});
