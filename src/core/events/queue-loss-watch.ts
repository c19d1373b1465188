import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { UnitOfWork } from '../database/index.js';
import { TaskStore } from '../tasks/index.js';
import { ListenerRegistry } from './listener-registry.js';
import { OutboxRepository } from './outbox.repository.js';

const FACT = 'queue-store';
const MARKER = 'gongqiao:store-marker';
const HOUR_MS = 3_600_000;
/** The longest a task may be put off, so nothing older can still have been waiting. */
const AFTER_LOSS_MS = 24 * HOUR_MS;
/** Redis' default snapshots may be an hour old when it comes back. */
const AFTER_RESTART_MS = 2 * HOUR_MS;

/**
 * Tasks that listeners made live in the queue store alone. When that store was wiped, swapped or restarted since the
 * last look, their deliveries are opened again: listeners are idempotent, so this costs delay and no effect.
 */
@Injectable()
export class QueueLossWatch {
  private readonly logger = new Logger('Outbox');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: TaskStore,
    private readonly repository: OutboxRepository,
    private readonly listeners: ListenerRegistry,
  ) {}

  async check(): Promise<void> {
    const current = await this.identity();
    await this.unitOfWork.run(async () => {
      const before = await this.exchange(current);
      if (before === null || before === current) return;
      const isWiped = before.split('/', 1)[0] !== current.split('/', 1)[0];
      const count = await this.repository.reopenDone(
        this.listeners.notAtomic(),
        isWiped ? AFTER_LOSS_MS : AFTER_RESTART_MS,
      );
      this.logger.error({
        message: isWiped
          ? 'ALARM: the queue store lost its tasks; their events are delivered again'
          : 'The queue store was restarted; late events are delivered again',
        count,
      });
    });
  }

  /** `<store>/<run of its server>`; PostgreSQL needs no second part, it keeps what it acknowledged. */
  private async identity(): Promise<string> {
    const redis = this.store.redis();
    if (!redis) return 'postgresql/';
    await redis.set(MARKER, randomUUID(), 'NX');
    const marker = await redis.get(MARKER);
    return `${marker ?? 'none'}/${await runId(redis)}`;
  }

  /** Stores the identity and returns the one before; null at the very first look. One of several relays wins. */
  private async exchange(current: string): Promise<string | null> {
    const { sql } = this.unitOfWork;
    const row = await sql
      .selectFrom('installation_facts')
      .select('value')
      .where('name', '=', FACT)
      .forUpdate()
      .executeTakeFirst();
    if (!row) {
      await sql
        .insertInto('installation_facts')
        .values({ name: FACT, value: current })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return null;
    }
    if (row.value !== current) {
      await sql
        .updateTable('installation_facts')
        .set({ value: current })
        .where('name', '=', FACT)
        .execute();
    }
    return row.value;
  }
}

async function runId(redis: Redis): Promise<string> {
  const facts = await redis.info('server');
  return /^run_id:(\w+)/m.exec(facts)?.[1] ?? 'unknown';
}
