import { Module } from '@nestjs/common';
import { ReferenceDataModule } from '../reference-data/index.js';
import { StatisticsReader } from './statistics.reader.js';
import { StatisticsResolver } from './statistics.resolver.js';
import { StatisticsService } from './statistics.service.js';

@Module({
  imports: [ReferenceDataModule],
  providers: [StatisticsReader, StatisticsService, StatisticsResolver],
})
export class StatisticsModule {}
