import pg from 'pg';

export interface RecordedStatement {
  readonly text: string;
  readonly values: unknown[];
}

/** The statements this process sends to PostgreSQL while `work` runs, with their values. */
export async function recordStatements(work: () => Promise<unknown>): Promise<RecordedStatement[]> {
  const recorded: RecordedStatement[] = [];
  const send = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
  const listening = function (this: pg.Client, ...args: unknown[]): unknown {
    const [config, given] = args as [string | pg.QueryConfig<unknown[]>, unknown];
    const text = typeof config === 'string' ? config : config.text;
    const own = typeof config === 'string' ? undefined : config.values;
    const values: unknown[] = own ?? (Array.isArray(given) ? given : []);
    recorded.push({ text, values: [...values] });
    return send.apply(this, args);
  };
  Reflect.set(pg.Client.prototype, 'query', listening);
  try {
    await work();
  } finally {
    Reflect.set(pg.Client.prototype, 'query', send);
  }
  return recorded;
}
