import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { Ids } from '../src/core/clock/index.js';
import { UnitOfWork } from '../src/core/database/index.js';
import { Outbox, type EventDefinition } from '../src/core/events/index.js';
import {
  applicantOnboarded,
  applicationSubmitted,
  applicationViewed,
  offerAccepted,
  offerMade,
} from '../src/modules/applications/index.js';
import { createAccount, type TestAccount } from '../test/factories/account.factory.js';
import { createOrganisation } from '../test/factories/organisation.factory.js';
import { clearBacklog, openPlatform, report, round } from './support/platform.js';

const EVENTS = 5_000;
const EMPLOYERS = 20;
const APPLICANTS = 100;
/** Share of the notices after which the worker is killed. */
const KILL_AT = [0.1, 0.25, 0.4, 0.55, 0.7];
const LIMIT_MS = 15 * 60_000;
const WORKER = resolve(import.meta.dirname, '../dist/worker.js');

interface Kind {
  readonly event: EventDefinition<Fact>;
  readonly kind: string;
  readonly to: 'employer' | 'applicant';
}

type Fact = Record<
  'applicationId' | 'jobPostingId' | 'organisationId' | 'accountId' | 'offerId',
  string
>;

/** Events of different kinds, each to one side. Their payloads are a part of `Fact`. */
const KINDS = [
  { event: applicationSubmitted, kind: 'APPLICATION_RECEIVED', to: 'employer' },
  { event: applicationViewed, kind: 'APPLICATION_VIEWED', to: 'applicant' },
  { event: offerMade, kind: 'OFFER_MADE', to: 'applicant' },
  { event: offerAccepted, kind: 'OFFER_ACCEPTED', to: 'employer' },
  { event: applicantOnboarded, kind: 'APPLICANT_ONBOARDED', to: 'applicant' },
] as unknown as readonly Kind[];

// A burst of events; the worker that tells people of them is killed in the middle, again and again. Each event has an
// application of its own, so that every single notice can be compared with what it should be.
const app = await openPlatform();
const context = {
  get: <T>(token: abstract new (...args: never[]) => T): T => app.get(token, { strict: false }),
};
const uow = context.get(UnitOfWork);
const outbox = context.get(Outbox);
const ids = context.get(Ids);

await uow.db.$executeRaw`truncate organisations cascade`;
await clearBacklog(app);
const people = (count: number): Promise<TestAccount[]> =>
  Promise.all(Array.from({ length: count }, () => createAccount(context as never)));
const applicants = await people(APPLICANTS);
const employers = [];
for (let made = 0; made < EMPLOYERS; made += 1) {
  const [first, second, viewer] = await people(3);
  if (!first || !second || !viewer) throw new Error('Nobody was made');
  const organisation = await createOrganisation(context, {
    members: [
      { account: first, role: 'ADMINISTRATOR' },
      { account: second, role: 'OFFICER' },
      { account: viewer, role: 'VIEWER' },
    ],
  });
  employers.push({ id: organisation.id, told: [first, second] });
}

const expected = new Set<string>();
const entries = new Map<Kind, Fact[]>();
for (let n = 0; n < EVENTS; n += 1) {
  const kind = KINDS[n % KINDS.length];
  const employer = employers[n % EMPLOYERS];
  const applicant = applicants[n % APPLICANTS];
  if (!kind || !employer || !applicant) throw new Error('Nothing to tell');
  const fact = {
    applicationId: ids.next(),
    jobPostingId: ids.next(),
    organisationId: employer.id,
    accountId: applicant.account.id,
    offerId: ids.next(),
  };
  entries.set(kind, [...(entries.get(kind) ?? []), fact]);
  for (const { account } of kind.to === 'employer' ? employer.told : [applicant])
    expected.add(`${fact.applicationId} ${account.id} ${kind.kind}`);
}

const accountIds = [...applicants, ...employers.flatMap(({ told }) => told)].map(
  ({ account }) => account.id,
);
const count = async (query: ReturnType<typeof sql<{ count: number }>>): Promise<number> =>
  (await query.execute(uow.sql)).rows[0]?.count ?? 0;
const written = (): Promise<number> =>
  count(sql`select count(*)::int from notifications where account_id = any(${accountIds}::uuid[])`);
const unfinished = (): Promise<number> =>
  count(sql`select ((select count(*) from outbox_events where sent_at is null)
    + (select count(*) from outbox_deliveries where done_at is null)
    + (select count(*) from notification_deliveries where state = 'pending'))::int as count`);

async function startWorker(): Promise<ChildProcess> {
  const child = fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [message] = (await once(child, 'message')) as [{ kind: string; message?: string }];
  if (message.kind !== 'ready') throw new Error(message.message ?? 'The worker did not start');
  return child;
}

const startedAt = performance.now();
const inTime = (): void => {
  if (performance.now() - startedAt > LIMIT_MS) throw new Error('It takes too long');
};
await uow.run(async () => {
  for (const [{ event }, facts] of entries)
    await outbox.recordMany(
      event,
      facts.map((payload) => ({ payload })),
    );
});

let worker = await startWorker();
let kills = 0;
for (const share of KILL_AT) {
  while ((await written()) < expected.size * share) {
    inTime();
    await pause(50);
  }
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  kills += 1;
  worker = await startWorker();
}
while ((await written()) < expected.size || (await unfinished()) > 0) {
  if (performance.now() - startedAt > LIMIT_MS) break;
  await pause(200);
}
const seconds = (performance.now() - startedAt) / 1_000;
worker.kill('SIGTERM');
await once(worker, 'exit');

const { rows } = await sql<{ notice: string }>`
  select concat_ws(' ', params->>'applicationId', account_id, kind) as notice
  from notifications where account_id = any(${accountIds}::uuid[])`.execute(uow.sql);
const found = new Set(rows.map(({ notice }) => notice));
const lost = [...expected].filter((notice) => !found.has(notice)).length;
const unexpected = [...found].filter((notice) => !expected.has(notice)).length;
const duplicates = rows.length - found.size;
const mails = await count(sql`
  select count(*)::int from notification_deliveries d join notifications n on n.id = d.notification_id
  where d.state = 'sent' and n.account_id = any(${accountIds}::uuid[])`);
report({
  bench: 'notifications',
  events: EVENTS,
  notifications: rows.length,
  expected: expected.size,
  duplicates,
  lost,
  unexpected,
  mails,
  seconds: round(seconds),
  kills,
});
await app.close();
if (lost + duplicates + unexpected > 0) process.exitCode = 1;
