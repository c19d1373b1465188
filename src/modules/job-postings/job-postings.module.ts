import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { AudienceRepository } from './audience/audience.repository.js';
import { ConfirmedCollegesLoader } from './audience/confirmed-colleges.loader.js';
import { JobPostingAudiences } from './audience/job-posting-audiences.service.js';
import { ImportPostingsCommand, UndoImportCommand } from './import/import-postings.command.js';
import { PostingImportReader } from './import/posting-import.reader.js';
import { PostingImportRepository } from './import/posting-import.repository.js';
import { PostingImportService } from './import/posting-import.service.js';
import { JobPostingLoader } from './posting/job-posting.loader.js';
import { JobPostingReader } from './posting/job-posting.reader.js';
import { JobPostingRepository } from './posting/job-posting.repository.js';
import { JobPostingResolver } from './posting/job-posting.resolver.js';
import { PostingSteps } from './posting/posting-steps.service.js';
import { PostingViewers } from './posting/posting-viewers.js';
import { JobPostingReviewRepository } from './review/job-posting-review.repository.js';
import { JobPostingSeats } from './seats/job-posting-seats.service.js';
import { SeatsRepository } from './seats/seats.repository.js';

/** Postings of work: writing and publishing them, who may see them, their seats, and those taken over from elsewhere. */
@Module({
  imports: [IdentityModule, OrganisationsModule, ReferenceDataModule],
  providers: [
    AudienceRepository,
    ConfirmedCollegesLoader,
    ImportPostingsCommand,
    JobPostingAudiences,
    JobPostingLoader,
    JobPostingReader,
    JobPostingRepository,
    JobPostingResolver,
    JobPostingReviewRepository,
    JobPostingSeats,
    PostingImportReader,
    PostingImportRepository,
    PostingImportService,
    PostingSteps,
    PostingViewers,
    SeatsRepository,
    UndoImportCommand,
  ],
  exports: [
    JobPostingAudiences,
    JobPostingLoader,
    JobPostingReader,
    JobPostingSeats,
    PostingImportReader,
  ],
})
export class JobPostingsModule {}
