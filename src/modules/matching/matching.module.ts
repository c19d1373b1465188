import { Module } from '@nestjs/common';
import { AffiliationsModule } from '../affiliations/index.js';
import { ApplicationsModule } from '../applications/index.js';
import { JobPostingsModule } from '../job-postings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ProfilesModule } from '../profiles/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { AllocationFollowUpRepository } from './allocation-run/allocation-follow-up.repository.js';
import { AllocationFollowUpService } from './allocation-run/allocation-follow-up.service.js';
import { AllocationPeopleReader } from './allocation-run/allocation-people.reader.js';
import { AllocationPostingReader } from './allocation-run/allocation-posting.reader.js';
import { AllocationPostingResolver } from './allocation-run/allocation-posting.resolver.js';
import { AllocationRunListener } from './allocation-run/allocation-run.listener.js';
import { AllocationSeatsService } from './allocation-run/allocation-seats.service.js';
import { AllocationRunMarket } from './allocation-run/allocation-run-market.service.js';
import { AllocationRunPeopleReader } from './allocation-run/allocation-run-people.reader.js';
import { AllocationRunProcessor } from './allocation-run/allocation-run.processor.js';
import { AllocationRunReader } from './allocation-run/allocation-run.reader.js';
import { AllocationRunRepository } from './allocation-run/allocation-run.repository.js';
import {
  AllocationAssignmentResolver,
  AllocationRunResolver,
} from './allocation-run/allocation-run.resolver.js';
import { AllocationRunService } from './allocation-run/allocation-run.service.js';
import { AllocationRunWork } from './allocation-run/allocation-run-work.service.js';
import { DismissalReader } from './dismissal/dismissal.reader.js';
import { DismissalRepository } from './dismissal/dismissal.repository.js';
import { DismissalResolver } from './dismissal/dismissal.resolver.js';
import { DismissalService } from './dismissal/dismissal.service.js';
import { OutcomeSource } from './fit/outcome-source.js';
import { OutcomeReader } from './fit/outcome.reader.js';
import { PostingSource } from './fit/posting-source.js';
import { CandidateCheck } from './invitation/candidate-check.service.js';
import { InvitationHistory } from './invitation/invitation-history.js';
import { InvitationLoader } from './invitation/invitation.loader.js';
import { InvitationReader } from './invitation/invitation.reader.js';
import { InvitationRepository } from './invitation/invitation.repository.js';
import {
  InvitationResolver,
  PostingInvitationResolver,
  ProfileInvitationResolver,
} from './invitation/invitation.resolver.js';
import { InvitationService } from './invitation/invitation.service.js';
import { ListWriter } from './list-writer.js';
import { MatchMarket } from './match-market.js';
import { MatchPeople } from './match-people.js';
import { MatchRunListing } from './match-run/match-run-listing.service.js';
import { MatchRunProcessor } from './match-run/match-run.processor.js';
import { MatchRunReader } from './match-run/match-run.reader.js';
import { MatchRunRepository } from './match-run/match-run.repository.js';
import { MatchRunService } from './match-run/match-run.service.js';
import { MatchRunWork } from './match-run/match-run-work.service.js';
import { MatchOutlookResolver } from './match-outlook.resolver.js';
import { MatchOutlookService } from './match-outlook.service.js';
import { MatchWarmUp } from './match-warm-up.js';
import { MatchWords } from './match-words.js';
import { MatchCommand } from './matching.commands.js';
import { MatchingFitCommand } from './matching-fit.command.js';
import { MatchingListener } from './matching.listener.js';
import { MatchingPersonalData } from './matching-personal-data.js';
import { MatchingProcessor } from './matching.processor.js';
import { RecommendationResolver } from './matching.resolver.js';
import { MatchingService } from './matching.service.js';
import { RecommendationFilters } from './recommendation-filters.js';
import { RecommendationReader } from './recommendation.reader.js';
import { RecommendationRepository } from './recommendation.repository.js';
import { RecommendationService } from './recommendation.service.js';

@Module({
  imports: [
    ReferenceDataModule,
    OrganisationsModule,
    AffiliationsModule,
    ProfilesModule,
    JobPostingsModule,
    ApplicationsModule,
  ],
  providers: [
    MatchMarket,
    MatchPeople,
    MatchWarmUp,
    MatchWords,
    MatchingService,
    RecommendationRepository,
    RecommendationReader,
    RecommendationService,
    RecommendationResolver,
    RecommendationFilters,
    DismissalRepository,
    DismissalReader,
    DismissalService,
    DismissalResolver,
    MatchOutlookService,
    MatchOutlookResolver,
    MatchingListener,
    MatchingProcessor,
    ListWriter,
    MatchRunRepository,
    MatchRunReader,
    MatchRunWork,
    MatchRunListing,
    MatchRunService,
    MatchRunProcessor,
    MatchingPersonalData,
    MatchCommand,
    MatchingFitCommand,
    PostingSource,
    OutcomeReader,
    OutcomeSource,
    InvitationRepository,
    InvitationReader,
    InvitationLoader,
    InvitationHistory,
    CandidateCheck,
    InvitationService,
    InvitationResolver,
    ProfileInvitationResolver,
    PostingInvitationResolver,
    AllocationRunRepository,
    AllocationRunReader,
    AllocationRunService,
    AllocationSeatsService,
    AllocationRunPeopleReader,
    AllocationRunMarket,
    AllocationRunWork,
    AllocationRunResolver,
    AllocationAssignmentResolver,
    AllocationPostingReader,
    AllocationPeopleReader,
    AllocationFollowUpRepository,
    AllocationFollowUpService,
    AllocationPostingResolver,
    AllocationRunListener,
    AllocationRunProcessor,
  ],
  exports: [RecommendationReader],
})
export class MatchingModule {}
