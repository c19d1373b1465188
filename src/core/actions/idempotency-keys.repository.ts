import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../auth/index.js';
import { requestContext } from '../context/index.js';
import { UnitOfWork } from '../database/index.js';

export interface KeyClaim {
  readonly actorKey: string;
  readonly key: string;
  readonly action: string;
  readonly inputHash: string;
}

export interface StoredAnswer {
  readonly action: string;
  readonly inputHash: string;
  readonly answer: unknown;
}

/** The only user of idempotency_keys. */
@Injectable()
export class IdempotencyKeysRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes the key for this unit of work; null means it is ours. When another call holds it, the insert waits for that
   * call to end: if it committed, this is what it answered; if it rolled back, the key is ours after all.
   */
  async claim({ actorKey, key, action, inputHash }: KeyClaim): Promise<StoredAnswer | null> {
    const inserted = await this.unitOfWork.sql
      .insertInto('idempotency_keys')
      .values({ actor_key: actorKey, key, action, input_hash: inputHash })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst();
    if (inserted) return null;
    return this.unitOfWork.sql
      .selectFrom('idempotency_keys')
      .select(['action', 'input_hash as inputHash', 'answer'])
      .where('actor_key', '=', actorKey)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
  }

  async storeAnswer({ actorKey, key }: KeyClaim, answer: unknown): Promise<void> {
    await this.unitOfWork.sql
      .updateTable('idempotency_keys')
      .set({ answer: JSON.stringify(answer) })
      .where('actor_key', '=', actorKey)
      .where('key', '=', key)
      .execute();
  }

  /** Removes keys older than that, at most `limit`; how many. */
  async purge(days: number, limit: number): Promise<number> {
    const { numAffectedRows } = await sql`
      delete from idempotency_keys where (actor_key, key) in (
        select actor_key, key from idempotency_keys
        where created_at < now() - make_interval(days => ${days})
        order by created_at limit ${limit}
      )
    `.execute(this.unitOfWork.sql);
    return Number(numAffectedRows ?? 0n);
  }
}

/**
 * Whose key it is: two people who choose the same key do not meet. Someone not signed in is told apart by the network
 * address, of which only a hash is kept.
 */
export function actorKeyOf(actor: Actor): string {
  switch (actor.kind) {
    case 'ACCOUNT':
      return `account-${actor.accountId ?? ''}`;
    case 'API_KEY':
      return `api-key-${actor.apiKeyId ?? ''}`;
    case 'SYSTEM':
      return 'system';
    case 'ANONYMOUS': {
      const scope = requestContext().clientAddress ?? '';
      return `anonymous-${createHash('sha256').update(scope).digest('base64url').slice(0, 22)}`;
    }
  }
}
