export { JobPostingsModule } from './job-postings.module.js';
export * from './posting/job-posting.events.js';
