import { Module } from '@nestjs/common';
import { AffiliationsModule } from '../affiliations/index.js';
import { IdentityModule } from '../identity/index.js';
import { JobPostingsModule } from '../job-postings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ProfilesModule } from '../profiles/index.js';
import { AnswerRecordLoader } from './answer-record/answer-record.loader.js';
import { AnswerRecordReader } from './answer-record/answer-record.reader.js';
import { AnswerRecordResolver } from './answer-record/answer-record.resolver.js';
import { ApplicationClosing } from './application/application-closing.service.js';
import { ApplicationDecisionsService } from './application/application-decisions.service.js';
import { ApplicationExport } from './application/application-export.service.js';
import { ApplicationFieldsResolver } from './application/application-fields.resolver.js';
import { ApplicationSteps } from './application/application-steps.service.js';
import { ApplicationListener } from './application/application.listener.js';
import {
  ApplicationHistoryLoader,
  InterviewLoader,
  NoteLoader,
  OfferLoader,
} from './application/application.loaders.js';
import { ApplicationReader } from './application/application.reader.js';
import { ApplicationRepository } from './application/application.repository.js';
import { ApplicationResolver } from './application/application.resolver.js';
import { ApplicationService } from './application/application.service.js';
import { ApplicationsPersonalData } from './applications-personal-data.js';
import { ApplicationsProcessor } from './applications.processor.js';
import { InterviewReader } from './interview/interview.reader.js';
import { InterviewRepository } from './interview/interview.repository.js';
import { InterviewResolver } from './interview/interview.resolver.js';
import { InterviewService } from './interview/interview.service.js';
import { NoteRepository } from './note/note.repository.js';
import { NoteResolver } from './note/note.resolver.js';
import { NoteService } from './note/note.service.js';
import { OfferAnswersService } from './offer/offer-answers.service.js';
import { OfferRepository } from './offer/offer.repository.js';
import { OfferResolver } from './offer/offer.resolver.js';
import { OfferService } from './offer/offer.service.js';
import { StudentOutcomeLoader } from './student-outcome/student-outcome.loader.js';
import { StudentOutcomeReader } from './student-outcome/student-outcome.reader.js';
import { StudentOutcomeResolver } from './student-outcome/student-outcome.resolver.js';

@Module({
  imports: [
    IdentityModule,
    OrganisationsModule,
    AffiliationsModule,
    ProfilesModule,
    JobPostingsModule,
  ],
  providers: [
    ApplicationRepository,
    ApplicationReader,
    AnswerRecordReader,
    AnswerRecordLoader,
    AnswerRecordResolver,
    ApplicationSteps,
    ApplicationService,
    ApplicationDecisionsService,
    ApplicationClosing,
    ApplicationExport,
    ApplicationListener,
    ApplicationHistoryLoader,
    ApplicationFieldsResolver,
    ApplicationResolver,
    ApplicationsPersonalData,
    ApplicationsProcessor,
    InterviewReader,
    InterviewRepository,
    InterviewLoader,
    InterviewService,
    InterviewResolver,
    OfferRepository,
    OfferLoader,
    OfferService,
    OfferAnswersService,
    OfferResolver,
    NoteRepository,
    NoteLoader,
    NoteService,
    NoteResolver,
    StudentOutcomeReader,
    StudentOutcomeLoader,
    StudentOutcomeResolver,
  ],
  exports: [ApplicationReader, AnswerRecordReader, InterviewReader],
})
export class ApplicationsModule {}
