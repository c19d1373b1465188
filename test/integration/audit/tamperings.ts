import type pg from 'pg';
import { entryHash } from '../../../src/core/audit/audit-chain.js';

/** One tampering by the owner of the database, and what must be said of it. */
export type Tampering = (pick: (from: number, to: number) => number) => Promise<string>;

const columns = [
  [`action`, `action || 'x'`],
  [`actor_kind`, `'SYSTEM' || action`],
  [`actor_id`, `gen_random_uuid()`],
  [`subject_type`, `NULL`],
  [`subject_id`, `gen_random_uuid()`],
  [`detail`, `detail || '{"number": 12345678901234567890}'`],
  [`detail`, `jsonb_set(detail, '{codes}', '{"0": "A", "1": "B"}')`],
  [`request_id`, `request_id || ' '`],
  [`occurred_at`, `occurred_at - interval '1 millisecond'`],
  [`sealed_at`, `sealed_at + interval '1 millisecond'`],
  [`hash`, `md5(hash) || md5(id::text)`],
  [`previous_hash`, `md5(hash) || md5(id::text)`],
  [`id`, `gen_random_uuid()`],
] as const;

type Owner = (statement: string, values?: unknown[]) => Promise<void>;

/** Ways to tamper with a chain of `count` entries; three of the eight are edits of a random column. */
export function tamperings(asOwner: Owner, pool: pg.Pool, count: number): readonly Tampering[] {
  const edit: Tampering = async (pick) => {
    const [column, value] = columns[pick(0, columns.length - 1)] ?? ['action', `'x'`];
    const at = pick(1, count);
    await asOwner(`UPDATE audit_entries SET ${column} = ${value} WHERE sequence = $1`, [at]);
    return `CHANGED ${String(at)}`;
  };
  const remove: Tampering = async (pick) => {
    const at = pick(1, count - 1);
    await asOwner('DELETE FROM audit_entries WHERE sequence = $1', [at]);
    return `MISSING ${String(at)}`;
  };
  const reorder: Tampering = async (pick) => {
    const first = pick(1, count - 1);
    const second = pick(first + 1, count);
    await asOwner('ALTER TABLE audit_entries DROP CONSTRAINT IF EXISTS uq_audit_entries_sequence');
    await asOwner('DROP INDEX IF EXISTS uq_audit_entries_sequence');
    await asOwner(
      'UPDATE audit_entries SET sequence = CASE sequence WHEN $1 THEN $2::bigint ELSE $1::bigint END WHERE sequence IN ($1, $2)',
      [first, second],
    );
    return `CHANGED ${String(first)}`;
  };
  const truncate: Tampering = async (pick) => {
    const from = pick(1, count);
    await asOwner('DELETE FROM audit_entries WHERE sequence >= $1', [from]);
    return `NOT_AS_PUBLISHED ${String(from)}`;
  };
  const unseal: Tampering = async (pick) => {
    const at = pick(1, count - 1);
    await asOwner(
      'UPDATE audit_entries SET sequence = NULL, hash = NULL, sealed_at = NULL WHERE sequence = $1',
      [at],
    );
    return `MISSING ${String(at)}`;
  };
  /** The clever one: changes an entry and calculates every hash after it anew. */
  const rewrite: Tampering = async (pick) => {
    const from = pick(1, count);
    await asOwner(`UPDATE audit_entries SET action = 'forged' WHERE sequence = $1`, [from]);
    const { rows } = await pool.query<
      Record<string, string> & { occurred_at: Date; sealed_at: Date }
    >('SELECT *, detail::text AS detail_text FROM audit_entries ORDER BY sequence');
    let previousHash = '0'.repeat(64);
    for (const row of rows) {
      const hash = entryHash(previousHash, {
        id: row.id ?? '',
        action: row.action ?? '',
        actorKind: row.actor_kind ?? '',
        actorId: row.actor_id ?? null,
        subjectType: row.subject_type ?? null,
        subjectId: row.subject_id ?? null,
        detail: row.detail_text ?? '',
        requestId: row.request_id ?? '',
        occurredAt: row.occurred_at,
        sealedAt: row.sealed_at,
        sequence: BigInt(row.sequence ?? 0),
      });
      await asOwner('UPDATE audit_entries SET previous_hash = $2, hash = $3 WHERE id = $1', [
        row.id,
        previousHash,
        hash,
      ]);
      previousHash = hash;
    }
    return `NOT_AS_PUBLISHED ${String(count)}`;
  };
  return [edit, edit, edit, remove, reorder, truncate, unseal, rewrite];
}
