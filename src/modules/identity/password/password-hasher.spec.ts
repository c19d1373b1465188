import { AppConfig } from '../../../core/config/index.js';
import { DomainError } from '../../../core/errors/index.js';
import { PasswordHasher } from './password-hasher.js';

function hasherWith(places: number): PasswordHasher {
  return new PasswordHasher(
    new AppConfig({ PASSWORD_HASH_CONCURRENCY: places } as AppConfig['env']),
  );
}

describe('PasswordHasher', () => {
  it('hashes with argon2id, 19 MiB, two passes, and a salt of its own each time', async () => {
    const hasher = hasherWith(2);
    const [one, two] = await Promise.all([hasher.hash('river-stone'), hasher.hash('river-stone')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
    expect(await hasher.verify(one, 'river-stone')).toBe(true);
    expect(await hasher.verify(one, 'river-stonf')).toBe(false);
  });

  it('never fits where there is no hash, and takes as long to say so', async () => {
    const hasher = hasherWith(1);
    const hash = await hasher.hash('river-stone');
    // The quickest of many, in turn: what else the machine does can only make one slower.
    let [known, unknown] = [Infinity, Infinity];
    const timeOf = async (against: string | null): Promise<number> => {
      const start = performance.now();
      expect(await hasher.verify(against, 'another-guess')).toBe(false);
      return performance.now() - start;
    };
    for (let i = 0; i < 25; i += 1) {
      known = Math.min(known, await timeOf(hash));
      unknown = Math.min(unknown, await timeOf(null));
    }
    const ratio = unknown / known;
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });

  it('lets 32 wait for each place and refuses the rest at once, then works on', async () => {
    const hasher = hasherWith(1);
    const flood = Array.from({ length: 40 }, () =>
      hasher.verify(null, 'guess').catch((error: unknown) => {
        if (error instanceof DomainError) return error.code;
        throw error;
      }),
    );
    const answers = await Promise.all(flood);
    expect(answers.filter((answer) => answer === false)).toHaveLength(33);
    expect(answers.filter((answer) => answer === 'REQUEST_UNAVAILABLE')).toHaveLength(7);
    expect(await hasher.verify(await hasher.hash('river-stone'), 'river-stone')).toBe(true);
  });
});
