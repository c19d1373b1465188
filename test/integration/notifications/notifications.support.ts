import { SYSTEM, type Actor } from '../../../src/core/auth/index.js';
import { runInContext, systemContext } from '../../../src/core/context/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { Outbox, type EventDefinition } from '../../../src/core/events/index.js';
import type { TestAccount } from '../../factories/account.factory.js';
import type { TestApp } from '../../support/app.js';

/** Records an event as if the account had caused it; nobody unless said. */
export async function record<Payload extends object>(
  app: Pick<TestApp, 'get'>,
  event: EventDefinition<Payload>,
  payload: Payload,
  by?: TestAccount,
): Promise<void> {
  const actor: Actor = by
    ? { ...SYSTEM, kind: 'ACCOUNT', accountId: by.account.id, sessionId: by.sessionId }
    : SYSTEM;
  await runInContext({ ...systemContext('spec'), actor }, () =>
    app.get(UnitOfWork).run(() => app.get(Outbox).record(event, payload)),
  );
}

/** The same, and everything that follows from it. */
export async function happened<Payload extends object>(
  app: Pick<TestApp, 'get' | 'settle'>,
  event: EventDefinition<Payload>,
  payload: Payload,
  by?: TestAccount,
): Promise<void> {
  await record(app, event, payload, by);
  await app.settle();
}

export interface StoredNotice {
  readonly account_id: string;
  readonly kind: string;
  readonly params: Record<string, unknown>;
  readonly position: string;
  readonly read_at: Date | null;
}

export async function notices(app: Pick<TestApp, 'database'>): Promise<StoredNotice[]> {
  const { rows } = await app.database.pool.query<StoredNotice>(
    'select account_id, kind, params, position, read_at from notifications order by created_at, id',
  );
  return rows;
}

/** Receivers of all notices, in a fixed order. */
export async function receivers(app: Pick<TestApp, 'database'>): Promise<string[]> {
  return (await notices(app)).map((row) => row.account_id).sort();
}

/** How each mail ended, in a fixed order. */
export async function deliveries(app: Pick<TestApp, 'database'>): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ state: string; failure: string | null }>(
    'select state, failure from notification_deliveries order by state, failure',
  );
  return rows.map(({ state, failure }) => (failure === null ? state : `${state} ${failure}`));
}

export const idsOf = (...people: readonly TestAccount[]): string[] =>
  people.map(({ account }) => account.id).sort();
