import { Module } from '@nestjs/common';
import { AffiliationsModule } from '../affiliations/index.js';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { AudienceFieldsResolver } from './audience/audience-fields.resolver.js';
import { AudienceLoader } from './audience/audience.loader.js';
import { AudienceRepository } from './audience/audience.repository.js';
import { ConfirmedCollegesLoader } from './audience/confirmed-colleges.loader.js';
import { JobPostingAudiences } from './audience/job-posting-audiences.service.js';
import { BookmarkReader } from './bookmark/bookmark.reader.js';
import { BookmarkRepository } from './bookmark/bookmark.repository.js';
import { BookmarkResolver } from './bookmark/bookmark.resolver.js';
import { BookmarkService } from './bookmark/bookmark.service.js';
import { BookmarkedLoader } from './bookmark/bookmarked.loader.js';
import { CompanyImportReader } from './company-import/company-import.reader.js';
import { CompanyImportRepository } from './company-import/company-import.repository.js';
import { CompanyImportResolver } from './company-import/company-import.resolver.js';
import { CompanyImportService } from './company-import/company-import.service.js';
import { TemplateFile } from './company-import/template-file.js';
import { TemplateImportService } from './company-import/template-import.service.js';
import { TemplateController } from './company-import/template.controller.js';
import { ImportPostingsCommand, UndoImportCommand } from './import/import-postings.command.js';
import { PostingImportReader } from './import/posting-import.reader.js';
import { PostingImportRepository } from './import/posting-import.repository.js';
import { PostingImportService } from './import/posting-import.service.js';
import { JobPostingsPersonalData } from './job-postings-personal-data.js';
import { ClaimedPostings } from './posting/claimed-postings.js';
import { FormerPostingReader } from './posting/former-posting.reader.js';
import { FormerPostingResolver } from './posting/former-posting.resolver.js';
import { HistoryLoader } from './posting/history.loader.js';
import { JobPostingLoader } from './posting/job-posting.loader.js';
import { JobPostingProcessor } from './posting/job-posting.processor.js';
import { JobPostingReader } from './posting/job-posting.reader.js';
import { JobPostingRepository } from './posting/job-posting.repository.js';
import { JobPostingResolver } from './posting/job-posting.resolver.js';
import { OpenPostings } from './posting/open-postings.reader.js';
import { PostingActionsResolver } from './posting/posting-actions.resolver.js';
import { PostingClockRepository } from './posting/posting-clock.repository.js';
import { PostingClockService } from './posting/posting-clock.service.js';
import { PostingContentService } from './posting/posting-content.service.js';
import { PostingDiscardService } from './posting/posting-discard.service.js';
import { PostingDraftsService } from './posting/posting-drafts.service.js';
import { PostingFieldsResolver } from './posting/posting-fields.resolver.js';
import { PostingRunningService } from './posting/posting-running.service.js';
import { PostingSteps } from './posting/posting-steps.service.js';
import { PostingSubmissionService } from './posting/posting-submission.service.js';
import { PostingViewers } from './posting/posting-viewers.js';
import { QuestionReader } from './question/question.reader.js';
import { QuestionRepository } from './question/question.repository.js';
import { QuestionResolver } from './question/question.resolver.js';
import { QuestionService } from './question/question.service.js';
import { ReportHandlingService } from './report/report-handling.service.js';
import { ReportReader } from './report/report.reader.js';
import { ReportRepository } from './report/report.repository.js';
import { ReportResolver } from './report/report.resolver.js';
import { ReportService } from './report/report.service.js';
import { RequirementLoader } from './requirement/requirement.loader.js';
import { LatestReviewLoader } from './review/job-posting-review.loader.js';
import { JobPostingReviewReader } from './review/job-posting-review.reader.js';
import { JobPostingReviewRepository } from './review/job-posting-review.repository.js';
import { JobPostingReviewResolver } from './review/job-posting-review.resolver.js';
import { JobPostingReviewService } from './review/job-posting-review.service.js';
import { JobPostingSeats } from './seats/job-posting-seats.service.js';
import { SeatsRepository } from './seats/seats.repository.js';
import { WordingResolver } from './wording/wording.resolver.js';

/** Postings of work: writing and publishing them, who may see them, their seats, and those taken over from elsewhere. */
@Module({
  imports: [AffiliationsModule, IdentityModule, OrganisationsModule, ReferenceDataModule],
  controllers: [TemplateController],
  providers: [
    AudienceFieldsResolver,
    AudienceLoader,
    AudienceRepository,
    BookmarkReader,
    BookmarkRepository,
    BookmarkResolver,
    BookmarkService,
    BookmarkedLoader,
    ClaimedPostings,
    CompanyImportReader,
    CompanyImportRepository,
    CompanyImportResolver,
    CompanyImportService,
    ConfirmedCollegesLoader,
    FormerPostingReader,
    FormerPostingResolver,
    HistoryLoader,
    ImportPostingsCommand,
    JobPostingAudiences,
    JobPostingLoader,
    JobPostingProcessor,
    JobPostingReader,
    OpenPostings,
    JobPostingRepository,
    JobPostingResolver,
    JobPostingReviewReader,
    JobPostingReviewRepository,
    JobPostingReviewResolver,
    JobPostingReviewService,
    JobPostingSeats,
    JobPostingsPersonalData,
    LatestReviewLoader,
    PostingActionsResolver,
    PostingClockRepository,
    PostingClockService,
    PostingContentService,
    PostingDiscardService,
    PostingDraftsService,
    PostingFieldsResolver,
    PostingImportReader,
    PostingImportRepository,
    PostingImportService,
    PostingRunningService,
    PostingSteps,
    PostingSubmissionService,
    PostingViewers,
    QuestionReader,
    QuestionRepository,
    QuestionResolver,
    QuestionService,
    ReportHandlingService,
    ReportReader,
    ReportRepository,
    ReportResolver,
    ReportService,
    RequirementLoader,
    SeatsRepository,
    TemplateFile,
    TemplateImportService,
    UndoImportCommand,
    WordingResolver,
  ],
  exports: [
    JobPostingAudiences,
    JobPostingLoader,
    JobPostingReader,
    OpenPostings,
    JobPostingSeats,
    PostingImportReader,
    QuestionReader,
    ReportReader,
  ],
})
export class JobPostingsModule {}
