import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { MatchingModule } from '../matching/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { SearchModule } from '../search/index.js';
import { DemoRemoval } from './demo-removal.service.js';
import { DemoRemoveCommand } from './demo-remove.command.js';
import { DemoRepository } from './demo.repository.js';
import { DemoSeeder } from './demo.seeder.js';
import { MainJobCommand } from './main-job/main-job.command.js';
import { MainJobReader } from './main-job/main-job.reader.js';
import { MainJob } from './main-job/main-job.service.js';
import { MarketCommands } from './main-job/market-commands.js';

@Module({
  imports: [ReferenceDataModule, IdentityModule, MatchingModule, SearchModule],
  providers: [
    DemoRepository,
    DemoSeeder,
    DemoRemoval,
    DemoRemoveCommand,
    MainJob,
    MainJobReader,
    MarketCommands,
    MainJobCommand,
  ],
})
export class DemoModule {}
