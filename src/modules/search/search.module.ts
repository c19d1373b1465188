import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/index.js';
import { JobPostingsModule } from '../job-postings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ProfilesModule } from '../profiles/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { CandidateFinder } from './candidates/candidate-finder.service.js';
import { AskedCandidatesReader } from './candidates/candidate-conditions.service.js';
import { CandidateIndexer } from './candidates/candidate-indexer.service.js';
import { CandidateListener } from './candidates/candidate.listener.js';
import { CandidateProcessor } from './candidates/candidate.processor.js';
import { CandidateRebuild } from './candidates/candidate-rebuild.service.js';
import { CandidateSearch } from './candidates/candidate-search.service.js';
import { CandidateSearchResolver } from './candidates/candidate-search.resolver.js';
import { CandidateSource } from './candidates/candidate-source.js';
import { PostingFinder } from './posting-finder.service.js';
import { JobPostingSearch } from './job-posting-search.service.js';
import { OccupationNames } from './query/occupation-names.service.js';
import { SearchConditions } from './query/search-conditions.js';
import { SearchFacets } from './search-facets.js';
import { SearchSuggestions } from './search-suggestions.service.js';
import { SearchOffers } from './search-offers.service.js';
import { SearchHelp } from './search-help.service.js';
import { PostingSource } from './indexing/posting-source.js';
import { SearchIndexer } from './indexing/search-indexer.service.js';
import { SearchRebuild } from './indexing/search-rebuild.service.js';
import { ReindexCommand } from './indexing/search.commands.js';
import { SearchListener } from './indexing/search.listener.js';
import { SearchProcessor } from './indexing/search.processor.js';
import { LearnWordsCommand } from './meaning/learn-words.command.js';
import { LearntTexts } from './meaning/learnt-texts.js';
import { AnswerRates } from './ranking/answer-rates.service.js';
import { SearchResolver } from './search.resolver.js';
import { SimilarFinder } from './similar-finder.service.js';
import { WordCutter } from './text/word-cutter.js';

@Module({
  imports: [
    ReferenceDataModule,
    OrganisationsModule,
    ProfilesModule,
    JobPostingsModule,
    ApplicationsModule,
  ],
  providers: [
    SearchConditions,
    OccupationNames,
    SearchFacets,
    PostingSource,
    SearchIndexer,
    SearchRebuild,
    WordCutter,
    AnswerRates,
    PostingFinder,
    SimilarFinder,
    SearchHelp,
    SearchOffers,
    SearchSuggestions,
    JobPostingSearch,
    SearchListener,
    SearchProcessor,
    SearchResolver,
    ReindexCommand,
    LearntTexts,
    LearnWordsCommand,
    CandidateSource,
    CandidateIndexer,
    CandidateRebuild,
    AskedCandidatesReader,
    CandidateFinder,
    CandidateSearch,
    CandidateListener,
    CandidateProcessor,
    CandidateSearchResolver,
  ],
})
export class SearchModule {}
