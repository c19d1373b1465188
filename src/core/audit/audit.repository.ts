import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../database/index.js';
import { GENESIS, type ChainHead, type SealedEntry } from './audit-chain.js';

export type NewEntry = Pick<
  SealedEntry,
  | 'id'
  | 'action'
  | 'actorKind'
  | 'actorId'
  | 'subjectType'
  | 'subjectId'
  | 'detail'
  | 'requestId'
  | 'occurredAt'
>;

/** One sealer at a time in the whole installation. */
const SEALER_LOCK = 7_140_281_101n;

/** What was done, as it was written. */
const COLUMNS = [
  'id',
  'action',
  'actor_kind as actorKind',
  'actor_id as actorId',
  'subject_type as subjectType',
  'subject_id as subjectId',
  sql<string>`detail::text`.as('detail'),
  'request_id as requestId',
  'occurred_at as occurredAt',
] as const;

/** The only user of audit_entries. */
@Injectable()
export class AuditRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(entry: NewEntry): Promise<void> {
    await this.uow.sql
      .insertInto('audit_entries')
      .values({
        id: entry.id,
        action: entry.action,
        actor_kind: entry.actorKind,
        actor_id: entry.actorId,
        subject_type: entry.subjectType,
        subject_id: entry.subjectId,
        detail: entry.detail,
        request_id: entry.requestId,
        occurred_at: entry.occurredAt,
      })
      .execute();
  }

  /** Whether this transaction is now the only sealer; the lock goes with the transaction. */
  async claimSealing(): Promise<boolean> {
    const { rows } = await sql<{ isMine: boolean }>`
      SELECT pg_try_advisory_xact_lock(${SEALER_LOCK}) AS "isMine"`.execute(this.uow.sql);
    return rows[0]?.isMine === true;
  }

  async head(): Promise<ChainHead> {
    const row = await this.uow.sql
      .selectFrom('audit_entries')
      .select(['sequence', 'hash'])
      .where('sequence', 'is not', null)
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    const { sequence = null, hash = null } = row ?? {};
    return sequence === null || hash === null ? GENESIS : { sequence, hash };
  }

  async unsealed(limit: number): Promise<readonly NewEntry[]> {
    const rows = await this.uow.sql
      .selectFrom('audit_entries')
      .select(COLUMNS)
      .where('sequence', 'is', null)
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows;
  }

  async seal(entries: readonly SealedEntry[]): Promise<void> {
    const ids = entries.map((entry) => entry.id);
    const sequences = entries.map((entry) => entry.sequence.toString());
    const previous = entries.map((entry) => entry.previousHash);
    const hashes = entries.map((entry) => entry.hash);
    await sql`
      UPDATE audit_entries AS entry
      SET sequence = seal.sequence, previous_hash = seal.previous_hash, hash = seal.hash,
          sealed_at = ${entries[0]?.sealedAt}
      FROM unnest(${ids}::uuid[], ${sequences}::bigint[], ${previous}::text[], ${hashes}::text[])
        AS seal (id, sequence, previous_hash, hash)
      WHERE entry.id = seal.id`.execute(this.uow.sql);
  }

  /** Sealed entries after a number, in order, as far as they can be compared. */
  async sealedAfter(sequence: bigint, limit: number): Promise<readonly SealedEntry[]> {
    const rows = await this.uow.sql
      .selectFrom('audit_entries')
      .select([
        ...COLUMNS,
        'sequence',
        'previous_hash as previousHash',
        'hash',
        'sealed_at as sealedAt',
      ])
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      ...row,
      sequence: row.sequence ?? 0n,
      previousHash: row.previousHash ?? '',
      hash: row.hash ?? '',
      sealedAt: row.sealedAt ?? new Date(0),
    }));
  }

  /** Entries that were written before an instant and still have no place in the chain. */
  async countUnsealedBefore(instant: Date): Promise<number> {
    const row = await this.uow.sql
      .selectFrom('audit_entries')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('sequence', 'is', null)
      .where('occurred_at', '<', instant)
      .executeTakeFirst();
    return row?.count ?? 0;
  }
}
