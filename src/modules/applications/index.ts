export { ApplicationsModule } from './applications.module.js';
export { APPLICATION_DECIDE, APPLICATION_READ } from './applications.permissions.js';
export type { AnswerRecord } from './answer-record/answer-record.model.js';
export { AnswerRecordReader } from './answer-record/answer-record.reader.js';
export { Application } from './application/application.model.js';
export { ApplicationReader } from './application/application.reader.js';
export {
  applicantNotStarted,
  applicantOnboarded,
  applicationClosed,
  applicationShortlisted,
  applicationSubmitted,
  applicationViewed,
  noteShared,
  type ApplicationFact,
} from './application/application.events.js';
export {
  interviewCancelled,
  interviewConfirmed,
  interviewDeclined,
  interviewMoved,
  interviewProposed,
} from './interview/interview.events.js';
export { InterviewReader } from './interview/interview.reader.js';
export { offerAccepted, offerDeclined, offerMade } from './offer/offer.events.js';
