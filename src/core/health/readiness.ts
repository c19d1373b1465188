import { createConnection } from 'node:net';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { AppConfig } from '../config/index.js';
import { UnitOfWork } from '../database/index.js';
import { ProcessState } from './process-state.js';

export type CheckResult = 'up' | 'down' | 'unused';

export interface ReadinessReport {
  readonly status: 'ready' | 'degraded' | 'unready';
  readonly checks: Readonly<Record<'postgres' | 'meilisearch' | 'redis', CheckResult>>;
  /** What works less well now, in words. */
  readonly degraded: readonly string[];
}

const TIMEOUT_MS = 2000;
/** Probes of several balancers at once ask the servers once. */
const KEPT_MS = 1000;

const DEGRADED = {
  meilisearch: 'search answers from PostgreSQL',
  redis: 'background tasks wait',
} as const;

/**
 * Whether requests should be sent here. Only PostgreSQL decides: without search or queue the platform works
 * less well, and taking every process out of service would make that an outage.
 */
@Injectable()
export class Readiness {
  private kept: { readonly until: number; readonly report: Promise<ReadinessReport> } | null = null;

  constructor(
    private readonly config: AppConfig,
    private readonly uow: UnitOfWork,
    private readonly state: ProcessState,
  ) {}

  async report(): Promise<ReadinessReport> {
    const now = performance.now();
    if (this.kept === null || this.kept.until < now) {
      this.kept = { until: now + KEPT_MS, report: this.look() };
    }
    const report = await this.kept.report;
    return this.state.isStopping ? { ...report, status: 'unready' } : report;
  }

  private async look(): Promise<ReadinessReport> {
    const [postgres, meilisearch, redis] = await Promise.all([
      this.postgres(),
      this.meilisearch(),
      this.redis(),
    ]);
    const checks = { postgres, meilisearch, redis };
    const degraded = (['meilisearch', 'redis'] as const)
      .filter((name) => checks[name] === 'down')
      .map((name) => DEGRADED[name]);
    const status = postgres === 'down' ? 'unready' : degraded.length > 0 ? 'degraded' : 'ready';
    return { status, checks, degraded };
  }

  private postgres(): Promise<CheckResult> {
    return outcome(sql`select 1`.execute(this.uow.sql));
  }

  private meilisearch(): Promise<CheckResult> {
    const url = new URL('/health', this.config.env.MEILI_URL);
    const asked = fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).then(async (response) => {
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`Meilisearch answered ${String(response.status)}`);
    });
    return outcome(asked);
  }

  private redis(): Promise<CheckResult> {
    const { REDIS_URL } = this.config.env;
    if (REDIS_URL === undefined) return Promise.resolve('unused');
    const { hostname, port } = new URL(REDIS_URL);
    return outcome(reach(hostname, Number(port || 6379)));
  }
}

/** Any failure and any delay count as "down": the probe needs no more, the log has the reason. */
async function outcome(work: Promise<unknown>): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CheckResult>((resolve) => {
    timer = setTimeout(() => {
      resolve('down');
    }, TIMEOUT_MS);
  });
  const done = work.then(
    (): CheckResult => 'up',
    (): CheckResult => 'down',
  );
  const result = await Promise.race([done, late]);
  clearTimeout(timer);
  return result;
}

function reach(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port, timeout: TIMEOUT_MS });
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('timeout', () => {
      socket.destroy(new Error('timeout'));
    });
    socket.once('error', reject);
  });
}
