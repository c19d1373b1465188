import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { PersonalDataSource, type JsonValue } from './personal-data-source.js';

/** All personal data of an account, whichever modules keep it. */
@Injectable()
export class PersonalData {
  constructor(private readonly discovery: DiscoveryService) {}

  /** One document with a part per source, in the order of their names. */
  async exportFor(accountId: string): Promise<Readonly<Record<string, JsonValue>>> {
    const parts: Record<string, JsonValue> = {};
    for (const source of this.sources()) parts[source.part] = await source.exportFor(accountId);
    return parts;
  }

  /** Erases the account's personal data everywhere; all or nothing when called inside a unit of work. */
  async eraseFor(accountId: string): Promise<void> {
    for (const source of this.sources()) await source.eraseFor(accountId);
  }

  private sources(): readonly PersonalDataSource[] {
    const found = this.discovery
      .getProviders()
      .map((provider): unknown => provider.instance)
      .filter((instance) => instance instanceof PersonalDataSource);
    const sources = [...new Set(found)].sort((a, b) => a.part.localeCompare(b.part));
    const parts = new Set(sources.map((source) => source.part));
    if (parts.size < sources.length) throw new Error('Two personal data sources share a part name');
    return sources;
  }
}
