import { ANONYMOUS } from '../auth/index.js';
import { runInContext, systemContext, type RequestContext } from '../context/index.js';
import { BatchLoader, GroupLoader } from './loaders.js';

class NameLoader extends BatchLoader<string, string> {
  readonly batches: string[][] = [];

  protected override async batch(keys: readonly string[]): Promise<Map<string, string>> {
    this.batches.push([...keys]);
    return new Map(keys.filter((k) => k !== 'gone').map((k) => [k, k.toUpperCase()]));
  }
}

class LettersLoader extends GroupLoader<string, string> {
  protected override async batch(keys: readonly string[]): Promise<Map<string, string[]>> {
    return new Map(keys.filter((k) => k !== 'none').map((k) => [k, [...k]]));
  }
}

const request = (requestId: string): RequestContext => ({
  requestId,
  locale: 'en',
  clientAddress: null,
  userAgent: null,
  actor: ANONYMOUS,
});

describe('BatchLoader', () => {
  it('asks once for all keys of a tick and answers each', async () => {
    const loader = new NameLoader();
    await runInContext(request('r1'), async () => {
      expect(await Promise.all(['a', 'b', 'gone', 'a'].map((k) => loader.load(k)))).toEqual([
        'A',
        'B',
        null,
        'A',
      ]);
      expect(await loader.loadMany(['b', 'gone', 'a'])).toEqual(['B', 'A']);
    });
    expect(loader.batches).toEqual([['a', 'b', 'gone']]);
  });

  it('never answers one request with what another has read', async () => {
    const loader = new NameLoader();
    await runInContext(request('r1'), () => loader.load('a'));
    await runInContext(request('r2'), () => loader.load('a'));
    expect(loader.batches).toEqual([['a'], ['a']]);
  });

  it('reads anew outside a request and after clear', async () => {
    const loader = new NameLoader();
    await loader.load('a');
    await loader.load('a');
    await runInContext(systemContext('task'), async () => {
      await loader.load('b');
      await loader.load('b');
    });
    await runInContext(request('r1'), async () => {
      await loader.load('c');
      loader.clear('c');
      await loader.load('c');
    });
    expect(loader.batches).toEqual([['a'], ['a'], ['b'], ['b'], ['c'], ['c']]);
  });
});

describe('GroupLoader', () => {
  it('gives each key its rows and an empty list where there are none', async () => {
    const loader = new LettersLoader();
    const groups = await runInContext(request('r1'), () =>
      Promise.all(['ab', 'none'].map((k) => loader.load(k))),
    );
    expect(groups).toEqual([['a', 'b'], []]);
  });
});
