import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import {
  AffiliationFieldsResolver,
  ViewerAffiliationsResolver,
} from './affiliation/affiliation-fields.resolver.js';
import { AffiliationSteps } from './affiliation/affiliation-steps.service.js';
import { AffiliationHistoryLoader } from './affiliation/affiliation.loader.js';
import { AffiliationReader } from './affiliation/affiliation.reader.js';
import { AffiliationRepository } from './affiliation/affiliation.repository.js';
import { AffiliationResolver } from './affiliation/affiliation.resolver.js';
import { AffiliationsPersonalData } from './affiliation/affiliations-personal-data.js';
import { ClaimService } from './affiliation/claim.service.js';
import { StudentDecisions } from './affiliation/student-decisions.service.js';
import { RosterFile } from './roster/roster-file.js';
import { RosterImportReader } from './roster/roster-import.reader.js';
import { RosterImportRepository } from './roster/roster-import.repository.js';
import { RosterImportResolver } from './roster/roster-import.resolver.js';
import { RosterImportService } from './roster/roster-import.service.js';
import { RosterRepository } from './roster/roster.repository.js';

/** Who studies where: the rosters of colleges, and which person of the platform a student of a roster is. */
@Module({
  imports: [IdentityModule, OrganisationsModule, ReferenceDataModule],
  providers: [
    AffiliationFieldsResolver,
    AffiliationHistoryLoader,
    AffiliationReader,
    AffiliationRepository,
    AffiliationResolver,
    AffiliationsPersonalData,
    AffiliationSteps,
    ClaimService,
    RosterFile,
    RosterImportReader,
    RosterImportRepository,
    RosterImportResolver,
    RosterImportService,
    RosterRepository,
    StudentDecisions,
    ViewerAffiliationsResolver,
  ],
  exports: [AffiliationReader],
})
export class AffiliationsModule {}
