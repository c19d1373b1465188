export { ActivitiesModule } from './activities.module.js';
export { JobFairReader } from './job-fair/job-fair.reader.js';
export { JobFair } from './job-fair/job-fair.model.js';
export {
  jobFairCancelled,
  jobFairInvited,
  jobFairMoved,
  type JobFairEventPayload,
} from './job-fair/job-fair.events.js';
