import type { INestApplicationContext, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApplication } from '../../src/core/http/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { Seeding } from '../../src/core/seeding/index.js';
import { PostingImportService } from '../../src/modules/job-postings/import/posting-import.service.js';
import { SearchRebuild } from '../../src/modules/search/index.js';
import { corpusFiles } from './corpus.js';

/** The whole application in this process, on the servers the bench was given, with the code tables loaded. */
export async function openPlatform(): Promise<NestFastifyApplication & { url(): Promise<string> }> {
  const { AppModule } = await import('../../src/app.module.js');
  const app = await createHttpApplication(AppModule as Type, { logger: ['fatal', 'error'] });
  await app.init();
  await app.get(Seeding, { strict: false }).run(() => undefined);
  const url = async (): Promise<string> => {
    await app.listen(0, '127.0.0.1');
    return (await app.getUrl()).replace('[::1]', '127.0.0.1');
  };
  // The application is a proxy that ignores assignments.
  return Object.defineProperty(app, 'url', { value: url, configurable: true }) as typeof app & {
    url: typeof url;
  };
}

/** The whole corpus in the database and in the index; postings that are there already are not written again. */
export async function withCorpus(app: INestApplicationContext, bench: string): Promise<number> {
  await importCorpus(app, bench);
  await app.get(SearchRebuild, { strict: false }).rebuild();
  await clearBacklog(app);
  return (await countPostings(app)).rows;
}

/** The whole corpus in the database alone. */
export async function importCorpus(app: INestApplicationContext, bench: string): Promise<void> {
  const imports = app.get(PostingImportService, { strict: false });
  for (const { format, path } of corpusFiles(bench)) {
    await imports.run({ format, path, isDryRun: false });
  }
}

/** Forgets events and tasks of what was written before: a bench measures its own work, not what others left to do. */
export async function clearBacklog(app: INestApplicationContext): Promise<void> {
  const { db } = app.get(UnitOfWork, { strict: false });
  await db.$executeRaw`truncate outbox_events cascade`;
  await db.$executeRaw`do $$
    declare tables text;
    begin
      select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables
      from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%';
      if tables is not null then execute 'truncate ' || tables || ' cascade'; end if;
    end $$`;
}

export async function countPostings(app: INestApplicationContext): Promise<{ rows: number }> {
  const { count } = await app
    .get(UnitOfWork, { strict: false })
    .sql.selectFrom('job_postings')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  return { rows: Number(count) };
}

/** One line of JSON, the outcome of a bench. */
export function report(figures: Readonly<Record<string, string | number | boolean>>): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** The value below which the given share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
