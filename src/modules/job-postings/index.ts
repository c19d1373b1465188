export { JobPostingsModule } from './job-postings.module.js';
export { JOB_POSTING_MANAGE, JOB_POSTING_REVIEW } from './job-postings.permissions.js';
export {
  AudienceRule,
  EngagementType,
  JobPostingCloseCause,
  JobPostingPublication,
  JobPostingState,
  PayPeriod,
  RequirementKind,
} from './posting/job-posting.enums.js';
export { JobPosting, JobPostingConnection, PayRange } from './posting/job-posting.model.js';
export { JobPostingLoader } from './posting/job-posting.loader.js';
export { JobPostingReader, type PostingVersion } from './posting/job-posting.reader.js';
export {
  DOCUMENT_BATCH,
  type JobPostingDocument,
  type JobPostingMatchFeatures,
  type PostingSlice,
} from './posting/posting-documents.js';
export { openWhere } from './posting/job-posting.policy.js';
export { OpenPostings } from './posting/open-postings.reader.js';
export type {
  OpenPostingConditions,
  OpenPostingIds,
  OpenPostingOrder,
} from './posting/open-postings.query.js';
export { JobPostingAudiences, type Audience } from './audience/job-posting-audiences.service.js';
export { JobPostingSeats } from './seats/job-posting-seats.service.js';
export { QuestionReader } from './question/question.reader.js';
export { ReportReader } from './report/report.reader.js';
export { PostingImportReader } from './import/posting-import.reader.js';
export * from './posting/job-posting.events.js';
export { jobPostingJsonLd, type JsonLdContext } from './posting/json-ld.js';
export { derivedColumns } from './posting/job-posting.rules.js';
export { WORDING_EDITION } from './wording/wording-rules.data.js';
