import { Module } from '@nestjs/common';
import { CollegeReader } from './colleges/college.reader.js';
import { CollegeResolver } from './colleges/college.resolver.js';
import { CodeTableEditionResolver } from './editions/code-table-edition.resolver.js';
import { IndustryResolver } from './industries/industry.resolver.js';
import { LevelResolver } from './levels/level.resolver.js';
import { ReferenceDataSeeder } from './loader/reference-data.seeder.js';
import { MajorResolver } from './majors/major.resolver.js';
import { OccupationResolver } from './occupations/occupation.resolver.js';
import { ReferenceReader } from './reference.reader.js';
import { RegionResolver } from './regions/region.resolver.js';
import { ReferenceCache } from './tables/reference-cache.js';
import { ReferenceRepository } from './tables/reference.repository.js';

@Module({
  providers: [
    ReferenceRepository,
    ReferenceCache,
    ReferenceReader,
    ReferenceDataSeeder,
    CollegeReader,
    RegionResolver,
    OccupationResolver,
    IndustryResolver,
    MajorResolver,
    CollegeResolver,
    LevelResolver,
    CodeTableEditionResolver,
  ],
  exports: [ReferenceReader],
})
export class ReferenceDataModule {}
