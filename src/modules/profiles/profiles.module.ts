import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { CandidateReader } from './candidate/candidate.reader.js';
import { ImportSeekersCommand, UndoSeekersCommand } from './import/import-seekers.command.js';
import { SeekerImportRepository } from './import/seeker-import.repository.js';
import { SeekerImportService } from './import/seeker-import.service.js';
import {
  JsonResumeResolver,
  ProfileJsonResumeResolver,
} from './json-resume/json-resume.resolver.js';
import { JsonResumeService } from './json-resume/json-resume.service.js';
import { PortfolioReader } from './portfolio/portfolio.reader.js';
import { PortfolioRepository } from './portfolio/portfolio.repository.js';
import {
  PortfolioFileFieldsResolver,
  PortfolioResolver,
  ProfilePortfolioResolver,
} from './portfolio/portfolio.resolver.js';
import { PortfolioService } from './portfolio/portfolio.service.js';
import { HiddenEmployersReader } from './profile/hidden-employers.reader.js';
import { JobSeekerListReader } from './profile/job-seeker-list.reader.js';
import { OwnProfile } from './profile/own-profile.service.js';
import { ProfileEntriesReader } from './profile/profile-entries.reader.js';
import { ProfileEntriesRepository } from './profile/profile-entries.repository.js';
import { ProfileEntriesResolver } from './profile/profile-entries.resolver.js';
import { ProfileEntriesService } from './profile/profile-entries.service.js';
import { ProfileEntryChecks } from './profile/profile-entry-checks.js';
import {
  JobIntentionFieldsResolver,
  ProfileCertificateFieldsResolver,
  ProfileEducationFieldsResolver,
  ProfileExperienceFieldsResolver,
} from './profile/profile-entry-fields.resolver.js';
import { ProfileFieldsResolver } from './profile/profile-fields.resolver.js';
import {
  CertificateLoader,
  EducationLoader,
  ExperienceLoader,
  HiddenEmployersLoader,
  IntentionLoader,
  SkillLoader,
} from './profile/profile.loader.js';
import { ProfileReader } from './profile/profile.reader.js';
import { ProfileRepository } from './profile/profile.repository.js';
import { ProfileResolver, ViewerProfileResolver } from './profile/profile.resolver.js';
import { ProfileRowReader } from './profile/profile-row.reader.js';
import { ProfileSectionsResolver } from './profile/profile-sections.resolver.js';
import { ProfileService } from './profile/profile.service.js';
import { ProfileSnapshots } from './profile/profile-snapshots.js';
import { ProfilesPersonalData } from './profile/profiles-personal-data.js';

/** Job seekers: what they say of themselves, what they look for, and who may see it. */
@Module({
  imports: [IdentityModule, OrganisationsModule, ReferenceDataModule],
  providers: [
    CandidateReader,
    CertificateLoader,
    EducationLoader,
    ExperienceLoader,
    HiddenEmployersLoader,
    HiddenEmployersReader,
    ImportSeekersCommand,
    IntentionLoader,
    JobIntentionFieldsResolver,
    JobSeekerListReader,
    JsonResumeResolver,
    JsonResumeService,
    OwnProfile,
    PortfolioFileFieldsResolver,
    PortfolioReader,
    PortfolioRepository,
    PortfolioResolver,
    PortfolioService,
    ProfileCertificateFieldsResolver,
    ProfileEducationFieldsResolver,
    ProfileEntriesReader,
    ProfileEntriesRepository,
    ProfileEntriesResolver,
    ProfileEntriesService,
    ProfileEntryChecks,
    ProfileExperienceFieldsResolver,
    ProfileFieldsResolver,
    ProfileJsonResumeResolver,
    ProfilePortfolioResolver,
    ProfileReader,
    ProfileRepository,
    ProfileResolver,
    ProfileRowReader,
    ProfileSectionsResolver,
    ProfileService,
    ProfileSnapshots,
    ProfilesPersonalData,
    SeekerImportRepository,
    SeekerImportService,
    SkillLoader,
    UndoSeekersCommand,
    ViewerProfileResolver,
  ],
  exports: [CandidateReader, ProfileReader],
})
export class ProfilesModule {}
