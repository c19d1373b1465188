import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppConfig } from '../../../src/core/config/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { ProcessState, Readiness } from '../../../src/core/health/index.js';
import { ReferenceDataModule } from '../../../src/modules/reference-data/index.js';
import { createTestApp, type TestApp } from '../../support/app.js';

describe('health', () => {
  let app: TestApp;
  beforeAll(async () => (app = await createTestApp({ modules: [ReferenceDataModule] })));
  afterAll(() => app.close());

  const answer = async (path: string): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${await app.url()}${path}`);
    return { status: response.status, body: await response.json() };
  };
  const readiness = (change: Partial<AppConfig['env']>): Readiness =>
    new Readiness(
      new AppConfig({ ...app.get(AppConfig).env, ...change }),
      app.get(UnitOfWork),
      new ProcessState(),
    );

  it('is live and ready with its servers up, for anyone who asks', async () => {
    expect(await answer('/health/live')).toEqual({ status: 200, body: { status: 'live' } });
    expect(await answer('/health/ready')).toEqual({
      status: 200,
      body: {
        status: 'ready',
        checks: { postgres: 'up', meilisearch: 'up', redis: 'unused' },
        degraded: [],
      },
    });
  });

  it('stays ready without search and queue, and says what works less well', async () => {
    const report = await readiness({
      MEILI_URL: 'http://127.0.0.1:9',
      REDIS_URL: 'redis://127.0.0.1:9',
    }).report();
    expect(report).toEqual({
      status: 'degraded',
      checks: { postgres: 'up', meilisearch: 'down', redis: 'down' },
      degraded: ['search answers from PostgreSQL', 'background tasks wait'],
    });
  });

  it('takes a search engine that accepts and never answers for down', async () => {
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const report = await readiness({ MEILI_URL: `http://127.0.0.1:${String(port)}` }).report();
    silent.closeAllConnections();
    silent.close();
    expect(report.checks.meilisearch).toBe('down');
    expect(report.status).toBe('degraded');
  });

  it('is not ready when it is told to stop, but live', async () => {
    app.get(ProcessState).beginStopping();
    expect(await answer('/health/ready')).toMatchObject({
      status: 503,
      body: { status: 'unready', checks: { postgres: 'up' } },
    });
    expect((await answer('/health/live')).status).toBe(200);
  });

  it('is not ready without PostgreSQL, but live', async () => {
    const lonely = await createTestApp({
      modules: [ReferenceDataModule],
      quiet: true,
      env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/nothing' },
    });
    try {
      const ready = await fetch(`${await lonely.url()}/health/ready`);
      expect(ready.status).toBe(503);
      expect(await ready.json()).toMatchObject({ status: 'unready', checks: { postgres: 'down' } });
      expect((await fetch(`${await lonely.url()}/health/live`)).status).toBe(200);
    } finally {
      await lonely.close();
    }
  });
});
