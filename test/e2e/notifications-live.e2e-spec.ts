import { Ids } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { LiveSignals } from '../../src/core/live/index.js';
import { NotificationsModule } from '../../src/modules/notifications/index.js';
import { NotificationRepository } from '../../src/modules/notifications/notification.repository.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { LiveClient } from './notifications.support.js';

let app: TestApp;
/** Another API process of the same installation. */
let other: TestApp;
const clients: LiveClient[] = [];

beforeAll(async () => {
  app = await createTestApp({ modules: [NotificationsModule], quiet: true });
  other = await createTestApp({
    modules: [NotificationsModule],
    database: app.database,
    quiet: true,
  });
});
beforeEach(async () => {
  await app.database.truncateAll();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await until(async () => (await places()) === 0);
});
afterAll(async () => {
  await other.close();
  await app.close();
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('Waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Places that are held; those of a dead process run out by themselves. */
async function places(): Promise<number> {
  const { rows } = await app.database.pool.query<{ places: number }>(
    'select count(*)::int as places from notification_streams where expires_at > now()',
  );
  return rows[0]?.places ?? -1;
}

async function connect(
  to: TestApp,
  as: Parameters<typeof LiveClient.connect>[1],
  lastEventId?: string,
  after?: string,
): Promise<LiveClient> {
  const client = await LiveClient.connect(to, as, lastEventId, after);
  clients.push(client);
  return client;
}

/** A notice as a worker would write it; its id. */
async function tell({ account }: TestAccount): Promise<string> {
  const repository = app.get(NotificationRepository);
  const eventId = app.get(Ids).next();
  await app.get(UnitOfWork).run(async () => {
    const entry = { accountId: account.id, kind: 'OFFER_LAPSED' as const, params: {} };
    const { accountIds } = await repository.insert(eventId, [entry]);
    await repository.signal(accountIds);
  });
  const { rows } = await app.database.pool.query<{ id: string }>(
    'select id from notifications where event_id = $1',
    [eventId],
  );
  return rows[0]?.id ?? '';
}

const idsIn = (client: LiveClient): (string | null)[] =>
  client.events.filter(({ event }) => event === 'notification').map(({ id }) => id);

/** Ended by the server, within seconds. */
const ends = (client: LiveClient, timeoutMs?: number): Promise<void> =>
  client.until(() => !client.isOpen, timeoutMs);

describe('live notices', () => {
  it('reach their receiver at once, on every process, and nobody else', async () => {
    const [person, stranger] = [await createAccount(app), await createAccount(app)];
    const here = await connect(app, person);
    const there = await connect(other, person);
    const elsewhere = await connect(other, stranger);
    expect(here.status).toBe(200);
    expect(here.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(here.headers['cache-control']).toBe('no-store, no-transform');
    expect(other.get(LiveSignals).isListening).toBe(true);
    const before = performance.now();
    const id = await tell(person);
    await here.until(() => here.events.length === 1);
    await there.until(() => there.events.length === 1);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(here.events).toEqual(there.events);
    expect(here.events[0]).toEqual({
      event: 'notification',
      id,
      data: {
        id,
        kind: 'OFFER_LAPSED',
        title: 'Offer lapsed',
        body: 'The offer for “a posting” was not answered in time.',
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
        target: null,
      },
    });
    expect(elsewhere.events).toEqual([]);
  });

  it('begin with what comes from now on, or after the last one the client has', async () => {
    const person = await createAccount(app);
    const [, second, third] = [await tell(person), await tell(person), await tell(person)];
    const anew = await connect(app, person);
    const resumed = await connect(other, person, second);
    await resumed.until(() => resumed.events.length === 1);
    const fourth = await tell(person);
    await anew.until(() => anew.events.length === 1);
    await resumed.until(() => resumed.events.length === 2);
    expect(idsIn(anew)).toEqual([fourth]);
    expect(idsIn(resumed)).toEqual([third, fourth]);
  });

  it('begin where the data of the page ends, also with no notice yet', async () => {
    const person = await createAccount(app);
    for (const round of [1, 2]) {
      const { data } = await app.gql('{ me { notificationCursor } }', {}, { as: person });
      const cursor = data.me.notificationCursor as string;
      // The page is on its way; its live connection does not stand yet.
      const between = await tell(person);
      const client = await connect(round % 2 ? app : other, person, undefined, cursor);
      await client.until(() => client.events.length === 1);
      const live = await tell(person);
      await client.until(() => client.events.length === 2);
      expect(idsIn(client)).toEqual([between, live]);
      client.close();
      // The browser comes back to the same address by itself, and says what it has.
      const again = await connect(app, person, between, cursor);
      await again.until(() => again.events.length === 1);
      expect(idsIn(again)).toEqual([live]);
    }
  });

  it.each(['3', '-1', '0x1', '9'.repeat(18), '9'.repeat(40)])(
    'ask for a fresh start after the cursor %s, which was never given',
    async (cursor) => {
      const person = await createAccount(app);
      await tell(person);
      const client = await connect(app, person, undefined, cursor);
      await client.until(() => client.events.length === 1);
      expect(client.events).toEqual([{ event: 'reset', id: null, data: {} }]);
      const next = await tell(person);
      await client.until(() => client.events.length === 2);
      expect(idsIn(client)).toEqual([next]);
    },
  );

  it('lose and repeat nothing while the client comes and goes', async () => {
    const person = await createAccount(app);
    const written: string[] = [await tell(person)];
    const seen: (string | null)[] = [written[0] ?? ''];
    const count = 61;
    const writing = (async () => {
      while (written.length < count) {
        written.push(await tell(person));
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    for (let round = 0; seen.length < count; round += 1) {
      const client = await connect(round % 2 ? app : other, person, seen.at(-1) ?? '');
      expect(client.status).toBe(200);
      await client.until(() => client.events.length > 0);
      client.close();
      seen.push(...idsIn(client));
    }
    await writing;
    expect(seen).toEqual(written);
  });

  it('replay many, in their order', async () => {
    const person = await createAccount(app);
    const first = await tell(person);
    await app.database.pool.query(
      `insert into notifications (id, event_id, account_id, kind, params, position, created_at)
       select gen_random_uuid(), gen_random_uuid(), $1, 'OFFER_LAPSED', '{}', n, now() from generate_series(2, 240) as n`,
      [person.account.id],
    );
    const { rows } = await app.database.pool.query<{ id: string }>(
      'select id from notifications where position > 1 order by position',
    );
    const client = await connect(app, person, first);
    await client.until(() => client.events.length === 239);
    expect(idsIn(client)).toEqual(rows.map(({ id }) => id));
  });

  it.each(['7', 'x'.repeat(300), '0199d0c4-0000-7000-8000-00000000dead'])(
    'ask for a fresh start after %s, which is none of the receiver’s',
    async (last) => {
      const [person, stranger] = [await createAccount(app), await createAccount(app)];
      await tell(person);
      const foreign = await tell(stranger);
      for (const id of [last, foreign]) {
        const client = await connect(app, person, id);
        await client.until(() => client.events.length === 1);
        expect(client.events).toEqual([{ event: 'reset', id: null, data: {} }]);
        client.close();
      }
    },
  );

  it('are refused to who is not signed in', async () => {
    expect((await connect(app, null)).status).toBe(401);
    const forged = await connect(app, { headers: { authorization: 'Bearer gqs_forged' } });
    expect(forged.status).toBe(401);
  });

  it('go to the portal by its cookie, on requests of its own pages only', async () => {
    const { token } = await createAccount(app, { channel: 'PORTAL' });
    const cookie = `__Host-session=${token}`;
    const own = await connect(app, { headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    expect(own.status).toBe(200);
    const crossSite = await connect(app, { headers: { cookie, 'sec-fetch-site': 'cross-site' } });
    expect(crossSite.status).toBe(401);
  });

  it('end when the session is revoked, before anything more is sent', async () => {
    const person = await createAccount(app);
    const client = await connect(app, person);
    await app.database.pool.query('update sessions set revoked_at = now() where id = $1', [
      person.sessionId,
    ]);
    await tell(person);
    await ends(client);
    expect(client.events).toEqual([]);
  });

  it('are five at a time, over all processes; a place given back is free at once', async () => {
    const [person, stranger] = [await createAccount(app), await createAccount(app)];
    const open: LiveClient[] = [];
    for (let made = 0; made < 5; made += 1)
      open.push(await connect(made % 2 ? app : other, person));
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await connect(app, person)).status).toBe(429);
    expect((await connect(other, person)).status).toBe(429);
    expect((await connect(app, stranger)).status).toBe(200);
    open[2]?.close();
    await until(async () => (await places()) === 5);
    expect((await connect(other, person)).status).toBe(200);
  });

  it('take over the places of a process that died', async () => {
    const person = await createAccount(app);
    await app.database.pool.query(
      `insert into notification_streams (account_id, slot, holder_id, expires_at)
       select $1, slot, gen_random_uuid(), now() - interval '1 second' * (slot - 3) from generate_series(1, 5) as slot`,
      [person.account.id],
    );
    // Places 4 and 5 are over, the third ends about now.
    const first = await connect(app, person);
    const second = await connect(app, person);
    expect([first.status, second.status]).toEqual([200, 200]);
  });

  it('never give one place to two', async () => {
    const person = await createAccount(app);
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, n) => connect(n % 2 ? app : other, person)),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('go on when the connection that listens is cut', async () => {
    const person = await createAccount(app);
    const client = await connect(app, person);
    const cut = await app.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like 'listen %'`,
    );
    expect(cut.rowCount).toBeGreaterThanOrEqual(1);
    const id = await tell(person);
    await client.until(() => client.events.length === 1);
    expect(idsIn(client)).toEqual([id]);
    await until(async () => Promise.resolve(app.get(LiveSignals).isListening));
    const next = await tell(person);
    await client.until(() => client.events.length === 2);
    expect(idsIn(client)).toEqual([id, next]);
  }, 40_000);

  it('beat every twenty seconds, keep their place, and end with a session that is over', async () => {
    const [person, leaver] = [await createAccount(app), await createAccount(app)];
    const [client, left] = [await connect(app, person), await connect(app, leaver)];
    const begun = performance.now();
    await app.database.pool.query('update sessions set revoked_at = now() where id = $1', [
      leaver.sessionId,
    ]);
    await client.until(() => client.heartbeats === 1, 30_000);
    expect(performance.now() - begun).toBeGreaterThan(18_000);
    await ends(left);
    expect(client.isOpen).toBe(true);
    expect(await places()).toBe(1);
  }, 60_000);

  it('end when the process stops', async () => {
    const person = await createAccount(app);
    const third = await createTestApp({
      modules: [NotificationsModule],
      database: app.database,
      quiet: true,
    });
    const client = await connect(third, person);
    expect(await places()).toBe(1);
    await third.close();
    await ends(client);
    expect(await places()).toBe(0);
  });
});
