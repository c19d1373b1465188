import { StatementNames } from './statement-names.js';

const ask = (names: StatementNames, text: string, times: number): (string | undefined)[] =>
  Array.from({ length: times }, () => names.nameOf(text));

describe('StatementNames', () => {
  it('names a statement that came five times before, and always the same', () => {
    const names = new StatementNames();
    const [name, ...others] = ask(names, 'select 1', 7).reverse();
    expect(name).toMatch(/^[\w-]{43}$/);
    expect(others).toEqual([name, ...Array<undefined>(5).fill(undefined)]);
    expect(ask(names, 'select 2', 6).at(-1)).not.toBe(name);
    expect(ask(new StatementNames(), 'select 1', 6).at(-1)).toBe(name);
  });

  it('keeps no more than three hundred', () => {
    const names = new StatementNames();
    for (let n = 0; n < 300; n++) ask(names, `select ${n}`, 6);
    expect(names.nameOf('select 299')).toBeDefined();
    expect(ask(names, 'select 300', 20).at(-1)).toBeUndefined();
  });

  it('forgets what it counted and did not meet for long', () => {
    const names = new StatementNames();
    ask(names, 'select often', 5);
    for (let n = 0; n < 2_000; n++) names.nameOf(`select ${n}`);
    expect(names.nameOf('select often')).toBeUndefined();
  });

  it('leaves very long ones and those given up alone', () => {
    const names = new StatementNames();
    expect(ask(names, 'x'.repeat(10_001), 20).at(-1)).toBeUndefined();
    ask(names, 'select 1', 6);
    names.giveUp('select 1');
    expect(ask(names, 'select 1', 20).at(-1)).toBeUndefined();
  });
});
