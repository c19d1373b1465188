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
    const [config, values] = args as [string | pg.QueryConfig, unknown];
    const { text, values: own } = typeof config === 'string' ? { text: config } : config;
    recorded.push({ text, values: [...(own ?? (Array.isArray(values) ? values : []))] });
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
