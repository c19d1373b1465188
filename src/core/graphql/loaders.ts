import DataLoader from 'dataloader';
import { requestContext, type RequestContext } from '../context/index.js';

type Key = string | number;

/** One DataLoader per request context; the provider itself is a singleton and holds no answers. */
class PerRequest<K extends Key, V> {
  private readonly loaders = new WeakMap<RequestContext, DataLoader<K, V>>();

  constructor(private readonly batch: (keys: readonly K[]) => Promise<V[]>) {}

  get current(): DataLoader<K, V> {
    const context = requestContext();
    let loader = this.loaders.get(context);
    if (!loader) {
      // Only a request is short enough to remember answers; tasks and commands read anew.
      const cache = context.actor.kind !== 'SYSTEM' && context.requestId !== 'none';
      loader = new DataLoader<K, V>(this.batch, { cache, maxBatchSize: 1000 });
      this.loaders.set(context, loader);
    }
    return loader;
  }
}

/** Loads single rows by key, all keys asked for in the same tick by one statement. Missing keys give null. */
export abstract class BatchLoader<K extends Key, V> {
  private readonly loaders = new PerRequest<K, V | null>(async (keys) => {
    const found = await this.batch(keys);
    return keys.map((key) => found.get(key) ?? null);
  });

  /** Reads the rows of all keys in one statement. */
  protected abstract batch(keys: readonly K[]): Promise<Map<K, V>>;

  load(key: K): Promise<V | null> {
    return this.loaders.current.load(key);
  }

  /** The rows of the keys in their order; missing ones are left out. */
  async loadMany(keys: readonly K[]): Promise<V[]> {
    const rows = await Promise.all(keys.map((key) => this.load(key)));
    return rows.filter((row) => row !== null);
  }

  /** Forgets an answer of this request, after a write to its row. */
  clear(key: K): void {
    this.loaders.current.clear(key);
  }
}

/** Loads the rows that belong to a key, all keys by one statement. A key without rows gives an empty list. */
export abstract class GroupLoader<K extends Key, V> {
  private readonly loaders = new PerRequest<K, readonly V[]>(async (keys) => {
    const found = await this.batch(keys);
    return keys.map((key) => found.get(key) ?? []);
  });

  /** Reads the rows of all keys in one statement; `groupBy` puts them together. */
  protected abstract batch(keys: readonly K[]): Promise<Map<K, readonly V[]>>;

  async load(key: K): Promise<V[]> {
    return [...(await this.loaders.current.load(key))];
  }

  clear(key: K): void {
    this.loaders.current.clear(key);
  }
}
