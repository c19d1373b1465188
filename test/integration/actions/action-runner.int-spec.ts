import type { INestApplicationContext } from '@nestjs/common';
import { sql } from 'kysely';
import { ActionRunner, ActionsModule } from '../../../src/core/actions/index.js';
import { purgeIdempotencyKeys } from '../../../src/core/actions/actions.tasks.js';
import { AuditModule } from '../../../src/core/audit/index.js';
import { ANONYMOUS, type Actor } from '../../../src/core/auth/index.js';
import { runInContext, systemContext } from '../../../src/core/context/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { DomainError, requestErrors } from '../../../src/core/errors/index.js';
import { TaskQueue, TaskWorkers } from '../../../src/core/tasks/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createCoreApp, until } from '../tasks/core-app.js';

const id = (n: number): string => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const account = (n: number): Actor => ({ ...ANONYMOUS, kind: 'ACCOUNT', accountId: id(n) });

describe('ActionRunner', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let actions: ActionRunner;
  let unitOfWork: UnitOfWork;
  let runs = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query('create table bookings (number int not null)');
    app = await createCoreApp({ databaseUrl: database.url, modules: [AuditModule, ActionsModule] });
    actions = app.get(ActionRunner);
    unitOfWork = app.get(UnitOfWork);
  });

  beforeEach(async () => {
    runs = 0;
    await database.pool.query('delete from idempotency_keys; delete from bookings');
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** Books, slowly enough that rivals meet. */
  const book = async (): Promise<{ bookingId: string; seatId: string }> => {
    runs += 1;
    await sql`insert into bookings (number) values (${runs})`.execute(unitOfWork.sql);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { bookingId: id(100 + runs), seatId: id(200) };
  };
  const run = (input: object, actor = account(1), name = 'bookSeat') =>
    actions.run(actor, name, input, book);
  const count = async (table: string): Promise<number> =>
    (await database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]
      ?.n ?? -1;
  const refusal = async (work: Promise<unknown>) => {
    const error: unknown = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    return error instanceof DomainError ? { code: error.code, field: error.field } : error;
  };
  const reused = { code: 'REQUEST_IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] };

  it('acts each time without a key', async () => {
    expect(await run({ seats: 1 })).toEqual({ bookingId: id(101), seatId: id(200) });
    expect(await run({ seats: 1, idempotencyKey: null })).toEqual({
      bookingId: id(102),
      seatId: id(200),
    });
    expect(await count('idempotency_keys')).toBe(0);
  });

  it('acts once for five callers at once and answers all of them alike', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        run({ idempotencyKey: 'k1', seats: 1, place: { a: 1, b: 2 } }),
      ),
    );
    expect(answers).toEqual(Array.from({ length: 5 }, () => answers[0]));
    expect(answers[0]).toEqual({ bookingId: id(101), seatId: id(200) });
    expect(await run({ place: { b: 2, a: 1 }, seats: 1, idempotencyKey: 'k1' })).toEqual(
      answers[0],
    );
    expect([runs, await count('bookings'), await count('idempotency_keys')]).toEqual([1, 1, 1]);
  });

  it('refuses the key for another input or another action and changes nothing', async () => {
    await run({ idempotencyKey: 'k1', seats: 1 });
    expect(await refusal(run({ idempotencyKey: 'k1', seats: 2 }))).toEqual(reused);
    expect(
      await refusal(run({ idempotencyKey: 'k1', seats: 1 }, account(1), 'cancelSeat')),
    ).toEqual(reused);
    expect([runs, await count('bookings')]).toEqual([1, 1]);
  });

  it('keeps the keys of different people apart', async () => {
    const key = { type: ANONYMOUS.kind, idempotencyKey: 'k1' };
    const apiKey: Actor = { ...ANONYMOUS, kind: 'API_KEY', apiKeyId: id(1) };
    const anonymousAt = (clientAddress: string) =>
      runInContext({ ...systemContext('r'), clientAddress }, () => run(key, ANONYMOUS));
    await run(key);
    await run(key, account(2));
    await run(key, apiKey);
    await anonymousAt('192.0.2.1');
    await anonymousAt('192.0.2.2');
    expect(runs).toBe(5);
    await anonymousAt('192.0.2.1');
    await run(key, apiKey);
    expect(runs).toBe(5);
    const { rows } = await database.pool.query<{ actor_key: string }>(
      'select actor_key from idempotency_keys',
    );
    expect(rows.filter((row) => row.actor_key.includes('192.0.2'))).toEqual([]);
  });

  it('leaves no key behind an action that failed, so that it can be tried again', async () => {
    const fail = actions.run(account(1), 'bookSeat', { idempotencyKey: 'k1' }, async () => {
      await book();
      throw requestErrors.STALE();
    });
    expect(await refusal(fail)).toEqual({ code: 'REQUEST_STALE', field: null });
    expect([await count('bookings'), await count('idempotency_keys')]).toEqual([0, 0]);
    await run({ idempotencyKey: 'k1' });
    expect(await count('bookings')).toBe(1);
  });

  it('lets a waiting caller act when the first one fails', async () => {
    const first = actions.run(account(1), 'bookSeat', { idempotencyKey: 'k1' }, async () => {
      await book();
      throw requestErrors.STALE();
    });
    await until('the first one acts', () => runs === 1);
    const second = run({ idempotencyKey: 'k1' });
    expect(await refusal(first)).toEqual({ code: 'REQUEST_STALE', field: null });
    expect((await second).bookingId).toMatch(/^0198a000/);
    expect(await count('bookings')).toBe(1);
  });

  it.each([
    ['', 'INPUT_REQUIRED'],
    ['x'.repeat(129), 'INPUT_TOO_LONG'],
    ['a b', 'INPUT_MALFORMED'],
    ['a\u0000', 'INPUT_MALFORMED'],
  ])('refuses the key %j', async (idempotencyKey, code) => {
    expect(await refusal(run({ idempotencyKey }))).toEqual({ code, field: ['idempotencyKey'] });
    expect(runs).toBe(0);
  });

  it('appends one audit entry per act, in the name of the actor, about what the answer names', async () => {
    const since = await count('audit_entries');
    await run({ idempotencyKey: 'k1' }, account(3));
    await run({ idempotencyKey: 'k1' }, account(3));
    await actions.run(account(3), 'renameSeat', {}, () => Promise.resolve(id(7)));
    await refusal(
      actions.run(account(3), 'renameSeat', {}, () => Promise.reject(requestErrors.STALE())),
    );
    const { rows } = await database.pool.query(
      `select action, actor_kind, actor_id, subject_type, subject_id, detail from audit_entries
       order by id offset ${since}`,
    );
    const actor = { actor_kind: 'ACCOUNT', actor_id: id(3) };
    expect(rows).toEqual([
      {
        ...actor,
        action: 'bookSeat',
        subject_type: 'booking',
        subject_id: id(101),
        detail: { bookingId: id(101), seatId: id(200) },
      },
      { ...actor, action: 'renameSeat', subject_type: null, subject_id: id(7), detail: {} },
    ]);
  });

  it('forgets keys after seven days', async () => {
    await run({ idempotencyKey: 'old' });
    await run({ idempotencyKey: 'new' });
    await database.pool.query(
      `update idempotency_keys set created_at = now() - interval '169 hours' where key = 'old'`,
    );
    await app.get(TaskQueue).enqueue(purgeIdempotencyKeys, {});
    expect(await app.get(TaskWorkers).drain()).toEqual({ runs: 1, failures: [] });
    const { rows } = await database.pool.query('select key from idempotency_keys');
    expect(rows).toEqual([{ key: 'new' }]);
  });
});
