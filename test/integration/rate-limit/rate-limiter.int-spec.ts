import { AppConfig, type Env } from '../../../src/core/config/index.js';
import type { Clock } from '../../../src/core/clock/index.js';
import { DomainError } from '../../../src/core/errors/index.js';
import { FieldCipher } from '../../../src/core/privacy/index.js';
import { RateLimiter } from '../../../src/core/rate-limit/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { TestClock } from '../../support/test-clock.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';

const LIMIT = { points: 10, perSeconds: 60 };
let database: TestDatabase;
const clock = new TestClock();
const limiters: RateLimiter[] = [];

function createLimiter(): RateLimiter {
  const env: Pick<Env, 'DATABASE_URL'> = { DATABASE_URL: database.url };
  const cipher = new FieldCipher([{ id: 'k1', key: Buffer.alloc(32, 7) }], 'index secret');
  const limiter = new RateLimiter(new AppConfig(env as Env), cipher, clock satisfies Clock);
  limiters.push(limiter);
  return limiter;
}

/** `ok`, or the seconds the caller is told to wait. */
async function tryOnce(limiter: RateLimiter, key: string, limit = LIMIT): Promise<string> {
  try {
    await limiter.consume('spec.try', key, limit);
    return 'ok';
  } catch (error) {
    if (error instanceof DomainError && error.code === 'REQUEST_RATE_LIMITED') {
      return `${String(error.params.seconds)} s`;
    }
    throw error;
  }
}

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => {
  clock.set('2026-03-02T08:00:00Z');
});
afterAll(async () => {
  await Promise.all(limiters.map((limiter) => limiter.onApplicationShutdown()));
  await database.drop();
});

describe('RateLimiter', () => {
  it('lets exactly as many through as allowed, from 50 parallel calls of two processes', async () => {
    const [one, two] = [createLimiter(), createLimiter()];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => tryOnce(n % 2 === 0 ? one : two, 'parallel')),
    );
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(10);
    expect(new Set(answers.filter((answer) => answer !== 'ok'))).toEqual(new Set(['60 s']));
  });

  it('slides: in no stretch of a minute do more get through than allowed', async () => {
    const limiter = createLimiter();
    const passed: number[] = [];
    for (let second = 0; second < 200; second += 4) {
      clock.set(new Date(Date.parse('2026-03-02T09:00:00Z') + second * 1_000));
      if ((await tryOnce(limiter, 'slide')) === 'ok') passed.push(second);
    }
    const inStretch = passed.map(
      (from) => passed.filter((at) => at >= from && at < from + 60).length,
    );
    expect(Math.max(...inStretch)).toBe(10);
    expect(passed.slice(0, 11)).toEqual([0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 60]);
  });

  it('says how long to wait, and keeps its word', async () => {
    const limiter = createLimiter();
    const limit = { points: 2, perSeconds: 30 };
    expect(await tryOnce(limiter, 'wait', limit)).toBe('ok');
    clock.advance({ seconds: 10 });
    expect(await tryOnce(limiter, 'wait', limit)).toBe('ok');
    clock.advance({ seconds: 5 });
    expect(await tryOnce(limiter, 'wait', limit)).toBe('15 s');
    clock.advance({ seconds: 14 });
    expect(await tryOnce(limiter, 'wait', limit)).toBe('1 s');
    clock.advance({ seconds: 1 });
    expect(await tryOnce(limiter, 'wait', limit)).toBe('ok');
    expect(await tryOnce(limiter, 'wait', limit)).toBe('10 s');
  });

  it('counts each key and each bucket alone', async () => {
    const limiter = createLimiter();
    const limit = { points: 1, perSeconds: 60 };
    expect(await tryOnce(limiter, 'one', limit)).toBe('ok');
    expect(await tryOnce(limiter, 'two', limit)).toBe('ok');
    await limiter.consume('spec.other', 'one', limit);
    expect(await tryOnce(limiter, 'one', limit)).toBe('60 s');
  });

  it('counts a try whose unit of work rolls back', async () => {
    const limiter = createLimiter();
    const work = createUnitOfWork(database.url, 2);
    const limit = { points: 1, perSeconds: 60 };
    await expect(
      work.uow.run(async () => {
        await limiter.consume('spec.try', 'rolled back', limit);
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await tryOnce(limiter, 'rolled back', limit)).toBe('60 s');
    await work.close();
  });

  it('keeps no key in clear and forgets those whose time is over', async () => {
    const limiter = createLimiter();
    await database.pool.query('TRUNCATE rate_limits');
    await limiter.consume('spec.purge', '13812341234', LIMIT);
    clock.advance({ seconds: 30 });
    await limiter.consume('spec.purge', '13899999999', LIMIT);
    const { rows } = await database.pool.query<{ row: string }>(
      'SELECT rate_limits::text AS row FROM rate_limits',
    );
    expect(rows.filter(({ row }) => row.includes('138'))).toEqual([]);
    clock.advance({ seconds: 31 });
    expect(await limiter.purge(100)).toBe(1);
    expect(await limiter.purge(100)).toBe(0);
  });

  it.each([0, 1_001, 1.5])('refuses a limit of %d points', async (points) => {
    await expect(
      createLimiter().consume('spec.try', 'x', { points, perSeconds: 60 }),
    ).rejects.toThrow(RangeError);
  });
});
