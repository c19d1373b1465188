export { ProfilesModule } from './profiles.module.js';
export { JOB_SEEKER_SEARCH } from './profiles.permissions.js';
export { ProfileStep, ProfileVisibility, SkillProficiency } from './profile/profile.enums.js';
export { JobSeekerProfile, JobSeekerProfileConnection } from './profile/profile.model.js';
export {
  findableBy,
  mayBeFound,
  visibleWhere as visibleProfileWhere,
} from './profile/profile.policy.js';
export { ProfileReader } from './profile/profile.reader.js';
export { profileErrors } from './profile/profile.errors.js';
export { profileChanged, profilesImported } from './profile/profile.events.js';
export type {
  Coded,
  ProfileMatchFeatures,
  ProfileSlice,
  ProfileSnapshot,
} from './profile/profile-snapshot.js';
export { CandidateReader } from './candidate/candidate.reader.js';
export type { CandidateDocument } from './candidate/candidate-documents.js';
export {
  EXPERIENCE_BANDS,
  experienceBandOf,
  type ExperienceBand,
} from './candidate/candidate-experience.js';
export type { CandidateConditions } from './candidate/candidate.query.js';
