import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { referenceErrors } from '../reference.errors.js';
import { ReferenceRepository } from './reference.repository.js';
import { ReferenceTables } from './reference-tables.js';

/** How soon a running process works with an edition that another process has loaded. */
const REFRESH_EVERY_MS = 60_000;

/**
 * The code tables in the memory of this process. PostgreSQL is the truth: the checksums of the editions say whether
 * what is here still holds, and are compared once a minute.
 */
@Injectable()
export class ReferenceCache implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ReferenceCache.name);
  private loaded: Promise<ReferenceTables> | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly repository: ReferenceRepository) {}

  /** Loads ahead of the first request; where that is too early, the first use loads. */
  async onApplicationBootstrap(): Promise<void> {
    await this.tryToRefresh();
    this.timer = setInterval(() => void this.tryToRefresh(), REFRESH_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  tables(): Promise<ReferenceTables> {
    this.loaded ??= this.load();
    return this.loaded;
  }

  /** Loads the tables anew when their editions have changed. */
  async refresh(): Promise<void> {
    const before = this.loaded;
    if (!before) {
      await this.tables();
      return;
    }
    const [tables, editions] = [await before, await this.repository.editions()];
    if (sameEditions(tables, editions)) return;
    const fresh = await this.build();
    if (this.loaded === before) this.loaded = Promise.resolve(fresh);
  }

  private load(): Promise<ReferenceTables> {
    const loading = this.build();
    loading.catch(() => {
      // The failure reaches whoever awaits it; the next use tries again.
      if (this.loaded === loading) this.loaded = null;
    });
    return loading;
  }

  private async build(): Promise<ReferenceTables> {
    const rows = await this.repository.rows();
    if (rows.editions.length === 0) throw referenceErrors.NOT_LOADED();
    return new ReferenceTables(rows);
  }

  private async tryToRefresh(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      this.logger.warn(`The code tables could not be read; the next use tries again: ${reason}`);
    }
  }
}

type Checksums = readonly { readonly name: string; readonly checksum: string }[];

function sameEditions(tables: ReferenceTables, editions: Checksums): boolean {
  return (
    tables.editions.length === editions.length &&
    tables.editions.every(
      (edition, index) =>
        edition.name === editions[index]?.name && edition.checksum === editions[index].checksum,
    )
  );
}
