import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { PersonalData } from './personal-data.js';
import { PersonalDataSource, type JsonValue } from './personal-data-source.js';

const erased: string[] = [];

@Injectable()
class Profiles extends PersonalDataSource {
  readonly part = 'profile';
  async exportFor(accountId: string): Promise<JsonValue> {
    return { of: accountId };
  }
  async eraseFor(accountId: string): Promise<void> {
    erased.push(`profile ${accountId}`);
  }
}

@Injectable()
class Accounts extends PersonalDataSource {
  readonly part = 'account';
  async exportFor(): Promise<JsonValue> {
    return null;
  }
  async eraseFor(accountId: string): Promise<void> {
    erased.push(`account ${accountId}`);
  }
}

@Injectable()
class Twin extends Accounts {}

async function withProviders<T>(
  providers: (new () => object)[],
  work: (data: PersonalData) => Promise<T>,
): Promise<T> {
  @Module({ providers })
  class Feature {}
  @Module({ imports: [DiscoveryModule, Feature], providers: [PersonalData] })
  class Root {}
  const context = await NestFactory.createApplicationContext(Root, { logger: false });
  try {
    return await work(context.get(PersonalData));
  } finally {
    await context.close();
  }
}

describe('PersonalData', () => {
  it('puts the parts of all modules into one document', async () => {
    const document = await withProviders([Profiles, Accounts], (data) => data.exportFor('a1'));
    expect(Object.entries(document)).toEqual([
      ['account', null],
      ['profile', { of: 'a1' }],
    ]);
  });

  it('erases in all modules', async () => {
    await withProviders([Profiles, Accounts], (data) => data.eraseFor('a1'));
    expect(erased).toEqual(['account a1', 'profile a1']);
  });

  it('refuses two sources of one name, of which one would be lost', async () => {
    const exported = withProviders([Accounts, Twin], (data) => data.exportFor('a1'));
    await expect(exported).rejects.toThrow('Two personal data sources share a part name');
  });
});
