import { deepStrictEqual } from 'node:assert';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { UnitOfWork } from '../src/core/database/index.js';
import { MemberRepository } from '../src/modules/organisations/member/member.repository.js';
import { createAccount } from '../test/factories/account.factory.js';
import { startServer } from './support/child-server.js';
import { keepAliveClient, throughput, type Target } from './support/http-load.js';
import { withOrganisations } from './support/many-organisations.js';
import {
  organisationsRequest,
  PAGE_SIZE,
  type OrganisationsAnswer,
} from './support/organisations-query.js';
import { openPlatform, percentile, report, round, timed } from './support/platform.js';
import { recordStatements } from './support/recorded-statements.js';

const LAST_PAGE = 500;
const ORGANISATIONS = (LAST_PAGE + 20) * PAGE_SIZE;
const WARM_UP = 1_000;
const SAMPLES = 1_000;
const PAGE_SAMPLES = 500;
const SLICES = 5;
const SLICE = { seconds: 3, connections: 16 };
const IDLE_MS = 5_000;

// A list of 20 organisations with their relations for somebody signed in, from the API as it runs in production, in a
// process of its own. Against it: bare Apollo on Fastify with the same answer in memory, the same SQL through `pg`
// alone, and a stock Nest + Apollo + Fastify server with the same answer, which reads the rows by the same SQL
// (`stock`) or has them in memory and asks no database (`memory`). All sides take turns.
const app = await openPlatform();
const organisations = await withOrganisations(app, ORGANISATIONS);
const token = await recruiter(app);
const headers = { authorization: `Bearer ${token}` };
const request = organisationsRequest();

const inject = () =>
  (app as unknown as NestFastifyApplication).inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...headers, 'content-type': 'application/json' },
    payload: request,
  });
await inject();
const statements = await recordStatements(inject);
const { data } = JSON.parse((await inject()).body) as { data: OrganisationsAnswer };
await app.close();

const api = await startServer(resolve(import.meta.dirname, '../dist/main.js'), {
  compiled: true,
  env: productionSettings(),
});
await pause(IDLE_MS);
const idleMemoryMb = api.memoryMb();
const bare = await startServer(resolve(import.meta.dirname, 'support/bare-server.ts'), { data });
const stockScript = resolve(import.meta.dirname, 'support/stock-server.ts');
const stock = await startServer(stockScript, { data: { answer: data, statements } });
const memory = await startServer(stockScript, { data: { answer: data } });
const postgres = new pg.Client({ connectionString: process.env.DATABASE_URL });
await postgres.connect();
const client = keepAliveClient();

const sides = {
  api: { url: api.url, headers, body: request },
  bare: { url: bare.url, body: request },
  stock: { url: stock.url, body: request },
  memory: { url: memory.url, body: request },
} satisfies Record<string, Target>;
const rawSql = async (): Promise<void> => {
  for (const { text, values } of statements) await postgres.query(text, values);
};

try {
  for (const target of Object.values(sides)) {
    const answer = JSON.parse(await client.post(target)) as { data: OrganisationsAnswer };
    deepStrictEqual(answer.data, data, `${target.url} answers something else`);
    for (let i = 0; i < WARM_UP; i++) await client.post(target);
  }
  for (let i = 0; i < WARM_UP; i++) await rawSql();

  const ms = { api: [] as number[], bare: [] as number[], sql: [] as number[] };
  for (let i = 0; i < SAMPLES; i++) {
    ms.api.push(await timed(() => client.post(sides.api)));
    ms.bare.push(await timed(() => client.post(sides.bare)));
    ms.sql.push(await timed(rawSql));
  }

  const last = { ...sides.api, body: organisationsRequest(await cursorOfPage(LAST_PAGE)) };
  const pages = { first: [] as number[], last: [] as number[] };
  for (let i = 0; i < PAGE_SAMPLES; i++) {
    pages.first.push(await timed(() => client.post(sides.api)));
    pages.last.push(await timed(() => client.post(last)));
  }

  const perSecond = { api: [] as number[], stock: [] as number[], memory: [] as number[] };
  for (let i = 0; i < SLICES; i++) {
    perSecond.api.push(await throughput(sides.api, SLICE));
    perSecond.stock.push(await throughput(sides.stock, SLICE));
    perSecond.memory.push(await throughput(sides.memory, SLICE));
  }

  const p50Ms = percentile(ms.api, 0.5);
  const floorMs = percentile(ms.bare, 0.5) + percentile(ms.sql, 0.5);
  const [page1Ms, page500Ms] = [percentile(pages.first, 0.5), percentile(pages.last, 0.5)];
  const [reqPerSec, stockReqPerSec, memoryReqPerSec] = [
    percentile(perSecond.api, 0.5),
    percentile(perSecond.stock, 0.5),
    percentile(perSecond.memory, 0.5),
  ];
  report({
    bench: 'api',
    organisations,
    p50Ms,
    floorMs: round(floorMs),
    ratio: round(p50Ms / floorMs),
    bareApolloMs: percentile(ms.bare, 0.5),
    rawSqlMs: percentile(ms.sql, 0.5),
    statements: statements.length,
    reqPerSec: Math.round(reqPerSec),
    stockReqPerSec: Math.round(stockReqPerSec),
    throughputRatio: round(reqPerSec / stockReqPerSec),
    stockInMemoryReqPerSec: Math.round(memoryReqPerSec),
    inMemoryRatio: round(reqPerSec / memoryReqPerSec),
    page1Ms,
    page500Ms,
    pageRatio: round(page500Ms / page1Ms),
    ...(idleMemoryMb !== null && { idleMemoryMb }),
  });
} finally {
  client.close();
  await postgres.end();
  await Promise.all([api, bare, stock, memory].map((server) => server.stop()));
}

/** Signed in, and at work for one of the organisations. */
async function recruiter(context: INestApplicationContext): Promise<string> {
  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    context.get(type, { strict: false });
  const viewer = await createAccount({ get });
  const employer = await get(UnitOfWork)
    .sql.selectFrom('organisations')
    .select('id')
    .orderBy('unified_social_credit_code', 'desc')
    .executeTakeFirstOrThrow();
  await get(UnitOfWork).run(() =>
    get(MemberRepository)
      .insert(employer.id, viewer.account.id, 'OFFICER')
      .then(() => undefined),
  );
  return viewer.token;
}

/** The cursor before the page, found as a reader would: page after page. */
async function cursorOfPage(page: number): Promise<string> {
  let after: string | null = null;
  for (let read = 1; read < page; read++) {
    const body = organisationsRequest(after);
    const answer = JSON.parse(await client.post({ ...sides.api, body })) as {
      data: OrganisationsAnswer;
    };
    after = answer.data.organisations.pageInfo.endCursor;
  }
  if (after === null) throw new Error(`There is no page ${page}`);
  return after;
}

function productionSettings(): Record<string, string> {
  const secret = (): string => randomBytes(48).toString('base64url');
  return {
    HOST: '127.0.0.1',
    PORT: '0',
    APP_ORIGIN: 'https://jobs.example.org',
    SESSION_SECRET: secret(),
    FIELD_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    BLIND_INDEX_KEY: secret(),
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'Gongqiao <no-reply@jobs.example.org>',
    OPERATOR_NAME: 'Employment Service of the Bench',
    OPERATOR_CONTACT: 'service@jobs.example.org',
    DEMO: 'false',
    LOG_LEVEL: 'info',
  };
}
