export { MatchingModule } from './matching.module.js';
export { MatchWarmUp } from './match-warm-up.js';
export { MatchingService } from './matching.service.js';
export { RecommendationReader } from './recommendation.reader.js';
export { Recommendation } from './matching.model.js';
export {
  allocationRecommended,
  candidatesAllocated,
} from './allocation-run/allocation-run.events.js';
export { candidateInvited, recommendationsChanged } from './matching.events.js';
export { matchEverybody } from './matching.tasks.js';
