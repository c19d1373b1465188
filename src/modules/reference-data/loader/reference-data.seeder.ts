import { Injectable } from '@nestjs/common';
import { CompiledQuery } from 'kysely';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { SeedsData, type SeedProgress, type Seeder } from '../../../core/seeding/index.js';
import { ReferenceCache } from '../tables/reference-cache.js';
import { loadCodeTables, outdatedCodeTables, type RunSql } from './load-code-tables.js';

/** Loads the code tables of the copied files, once per edition. */
@Injectable()
@SeedsData()
export class ReferenceDataSeeder implements Seeder {
  readonly name = 'code tables';
  readonly kind = 'reference';
  readonly order = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly cache: ReferenceCache,
  ) {}

  async needed(): Promise<boolean> {
    return (await outdatedCodeTables(this.sql)).length > 0;
  }

  async run(progress: SeedProgress): Promise<void> {
    const loaded = await this.uow.run(() => loadCodeTables(this.sql, this.clock.now()));
    progress(loaded.join(', '));
    await this.cache.refresh();
  }

  private readonly sql: RunSql = async (statement, parameters) => {
    const query = CompiledQuery.raw(statement, [...parameters]);
    return (await this.uow.sql.executeQuery<Record<string, unknown>>(query)).rows;
  };
}
