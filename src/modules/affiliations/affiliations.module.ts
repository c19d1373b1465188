import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { AffiliationReader } from './affiliation/affiliation.reader.js';
import { AffiliationRepository } from './affiliation/affiliation.repository.js';

/** Who studies where: the rosters of colleges, and which person of the platform a student of a roster is. */
@Module({
  imports: [IdentityModule, OrganisationsModule, ReferenceDataModule],
  providers: [AffiliationReader, AffiliationRepository],
  exports: [AffiliationReader],
})
export class AffiliationsModule {}
