import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../clock/index.js';
import { AppConfig } from '../config/index.js';
import { createPool } from '../database/index.js';
import { requestErrors } from '../errors/index.js';
import { FieldCipher } from '../privacy/index.js';

export interface RateLimit {
  /** Tries allowed in any stretch of `perSeconds`, at most 1,000: each is remembered. */
  readonly points: number;
  readonly perSeconds: number;
}

const MAX_POINTS = 1_000;
const CONNECTIONS = 2;

/** Adds a try if fewer than `points` lie within the last stretch; the row lock makes rivals take turns. */
const CONSUME = `
  INSERT INTO rate_limits AS held (bucket, key_hash, window_end, hits)
  VALUES ($1, $2, to_timestamp(($3::bigint + $4::bigint) / 1000.0), ARRAY[$3::bigint])
  ON CONFLICT (bucket, key_hash) DO UPDATE SET
    hits = ARRAY(SELECT hit FROM unnest(held.hits) AS hit WHERE hit > $3::bigint - $4::bigint) || $3::bigint,
    window_end = greatest(held.window_end, excluded.window_end)
  WHERE (SELECT count(*) FROM unnest(held.hits) AS hit WHERE hit > $3::bigint - $4::bigint) < $5
  RETURNING 1`;

const HITS = `SELECT hits::text[] AS hits FROM rate_limits WHERE bucket = $1 AND key_hash = $2`;

const PURGE = `
  DELETE FROM rate_limits WHERE (bucket, key_hash) IN (
    SELECT bucket, key_hash FROM rate_limits WHERE window_end < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)`;

/**
 * Counts tries in PostgreSQL, so that all processes share one count. The window slides: there is no edge at which twice
 * as many get through. Tries are counted on connections of their own, outside any unit of work, so that an action that
 * is refused and rolled back still counts. Keys are kept as keyed hashes. A crash of the server empties the counts.
 */
@Injectable()
export class RateLimiter implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(
    config: AppConfig,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {
    // Not the shared pool: transactions that all wait for a second connection there would wait for ever.
    this.pool = createPool({ connectionString: config.env.DATABASE_URL, size: CONNECTIONS });
    const logger = new Logger(RateLimiter.name);
    this.pool.on('error', (error) => {
      logger.warn(`An idle database connection broke: ${error.message}`);
    });
  }

  /** Counts one try of `key` (an account, a contact, an address); throws `RATE_LIMITED` when there were too many. */
  async consume(bucket: string, key: string, { points, perSeconds }: RateLimit): Promise<void> {
    if (!Number.isInteger(points) || points < 1 || points > MAX_POINTS || perSeconds <= 0) {
      throw new RangeError(`Rate limit of ${bucket} must be 1 to ${String(MAX_POINTS)} points`);
    }
    const keyHash = this.cipher.blindIndex(`rate-limit/${bucket}`, key);
    const now = this.clock.now().getTime();
    const stretchMs = Math.round(perSeconds * 1_000);
    const { rowCount } = await this.pool.query(CONSUME, [bucket, keyHash, now, stretchMs, points]);
    if (rowCount === 1) return;
    const seconds = await this.secondsToWait(bucket, keyHash, now, stretchMs, points);
    throw requestErrors.RATE_LIMITED({ params: { seconds } });
  }

  /** Forgets up to `batch` keys whose tries all lie back far enough; returns how many. */
  async purge(batch: number): Promise<number> {
    const { rowCount } = await this.pool.query(PURGE, [this.clock.now(), batch]);
    return rowCount ?? 0;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async secondsToWait(
    bucket: string,
    keyHash: string,
    now: number,
    stretchMs: number,
    points: number,
  ): Promise<number> {
    const { rows } = await this.pool.query<{ hits: string[] }>(HITS, [bucket, keyHash]);
    const counted = (rows[0]?.hits ?? []).map(Number).filter((hit) => hit > now - stretchMs);
    // The next try is free when so many have grown old that fewer than `points` are left.
    const freeing = counted.sort((a, b) => a - b)[counted.length - points] ?? now;
    return Math.max(1, Math.ceil((freeing + stretchMs - now) / 1_000));
  }
}
