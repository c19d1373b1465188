import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { PortfolioReader } from './portfolio/portfolio.reader.js';
import { ProfileEntriesReader } from './profile/profile-entries.reader.js';
import { ProfileEntriesRepository } from './profile/profile-entries.repository.js';
import { ProfileReader } from './profile/profile.reader.js';
import { ProfileRepository } from './profile/profile.repository.js';
import { ProfileRowReader } from './profile/profile-row.reader.js';
import { ProfileSnapshots } from './profile/profile-snapshots.js';

/** Job seekers: what they say of themselves, what they look for, and who may see it. */
@Module({
  imports: [IdentityModule, OrganisationsModule, ReferenceDataModule],
  providers: [
    PortfolioReader,
    ProfileEntriesReader,
    ProfileEntriesRepository,
    ProfileReader,
    ProfileRepository,
    ProfileRowReader,
    ProfileSnapshots,
  ],
  exports: [ProfileReader],
})
export class ProfilesModule {}
