import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { AppConfig } from '../config/index.js';
import {
  OffersDemoLogIns,
  SeedsData,
  type DemoLogIn,
  type DemoLogInSource,
  type SeedProgress,
  type Seeder,
} from './seeder.js';

/** Finds the seeders that modules contribute and runs those that are needed, in their order. */
@Injectable()
export class Seeding {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly config: AppConfig,
  ) {}

  /** Names of the seeders that ran. */
  async run(progress: SeedProgress): Promise<readonly string[]> {
    const done: string[] = [];
    for (const seeder of this.seeders()) {
      if (!(await seeder.needed())) continue;
      progress(seeder.name);
      await seeder.run((text) => {
        progress(`${seeder.name}: ${text}`);
      });
      done.push(seeder.name);
    }
    return done;
  }

  async demoLogIns(): Promise<readonly DemoLogIn[]> {
    if (!this.config.env.DEMO) return [];
    const sources = this.contributions<DemoLogInSource>(OffersDemoLogIns.KEY);
    return (await Promise.all(sources.map((source) => source.demoLogIns()))).flat();
  }

  private seeders(): readonly Seeder[] {
    return this.contributions<Seeder>(SeedsData.KEY)
      .filter(({ kind }) => kind === 'reference' || this.config.env.DEMO)
      .sort((a, b) => kindRank(a) - kindRank(b) || a.order - b.order);
  }

  private contributions<T>(metadataKey: string): T[] {
    return this.discovery
      .getProviders({ metadataKey })
      .map(({ instance }) => instance as T | null)
      .filter((instance) => instance !== null);
  }
}

/** Demo data refer to code tables, never the other way round. */
function kindRank({ kind }: Seeder): number {
  return kind === 'reference' ? 0 : 1;
}
