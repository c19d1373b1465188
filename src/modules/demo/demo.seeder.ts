import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/index.js';
import { UnitOfWork } from '../../core/database/index.js';
import {
  OffersDemoLogIns,
  SeedsData,
  type DemoLogIn,
  type DemoLogInSource,
  type SeedProgress,
  type Seeder,
} from '../../core/seeding/index.js';
import { TaskQueue } from '../../core/tasks/index.js';
import { sealAgreement } from '../agreements/index.js';
import { AccountProvisioning, parseContact } from '../identity/index.js';
import { matchEverybody } from '../matching/index.js';
import { ReferenceReader } from '../reference-data/index.js';
import { rebuildCandidates, rebuildIndex } from '../search/index.js';
import { DEMO_PASSWORD, DEMO_PLAYERS } from './demo-log-ins.js';
import { DemoRepository } from './demo.repository.js';
import type { DemoPlayers } from './generator/demo-world.js';
import { generateDemo } from './generator/generate.js';

/** The instant all demo dates are counted from; it stays when the data are removed, so that they are not loaded again. */
export const FIRST_START = 'demo.firstStart';

/** Loads the demo data at the first start in demo mode, all of them or none. */
@SeedsData()
@OffersDemoLogIns()
@Injectable()
export class DemoSeeder implements Seeder, DemoLogInSource {
  readonly name = 'demo data';
  readonly kind = 'demo';
  readonly order = 100;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly demo: DemoRepository,
    private readonly accounts: AccountProvisioning,
    private readonly reference: ReferenceReader,
    private readonly clock: Clock,
    private readonly tasks: TaskQueue,
  ) {}

  async needed(): Promise<boolean> {
    return (await this.demo.fact(FIRST_START)) === null;
  }

  async run(progress: SeedProgress): Promise<void> {
    const start = this.clock.now();
    const passwordHash = await this.accounts.hash(DEMO_PASSWORD);
    const tables = await this.reference.tables();
    const signed = await this.uow.run(async () => {
      const players = await this.makePlayers(passwordHash);
      const rows = generateDemo({ start, players, tables });
      for (const table of rows.filled) {
        progress(`${rows.of(table).length} ${table.replaceAll('_', ' ')}`);
        await this.demo.insert(table, rows.of(table));
      }
      await this.demo.putFact(FIRST_START, start.toISOString());
      return rows.of('agreement_events').filter(({ kind }) => kind === 'COMPLETED');
    });
    for (const { agreement_id } of signed) {
      const agreementId = agreement_id as string;
      await this.tasks.enqueue(sealAgreement, { agreementId }, { deduplicationId: agreementId });
    }
    await this.tasks.enqueue(rebuildIndex, {}, { deduplicationId: 'demo-data' });
    await this.tasks.enqueue(rebuildCandidates, {}, { deduplicationId: 'demo-data' });
    await this.tasks.enqueue(matchEverybody, { again: true }, { deduplicationId: 'demo-data' });
  }

  async demoLogIns(): Promise<readonly DemoLogIn[]> {
    if (!(await this.demo.hasRecords())) return [];
    return DEMO_PLAYERS.map(({ role, identifier }) => ({
      role,
      identifier,
      password: DEMO_PASSWORD,
    }));
  }

  private async makePlayers(passwordHash: string): Promise<DemoPlayers> {
    const made: Partial<Record<keyof DemoPlayers, string>> = {};
    for (const { part, displayName, identifier } of DEMO_PLAYERS) {
      const contact = parseContact(identifier);
      if (!contact) throw new Error(`${identifier} is no contact`);
      const { accountId } = await this.accounts.create({
        contact,
        displayName,
        passwordHash,
        isAdministrator: part === 'administrator',
        hasConsented: true,
        reason: 'demo',
      });
      made[part] = accountId;
    }
    await this.demo.register('accounts', Object.values(made));
    return made as DemoPlayers;
  }
}
