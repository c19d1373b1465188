import {
  jobFairCancelled,
  jobFairInvited,
  jobFairMoved,
  type JobFairEventPayload,
} from '../activities/index.js';
import type { NotificationKind } from './notification-kinds.js';
import { organisation, tells, type Notice, type Telling } from './notification-notices.js';

/** The organisation an event of a fair is about, with who holds the fair. */
function participant(kind: NotificationKind, payload: JobFairEventPayload): Notice {
  const { jobFairId, organisationId, organiserId } = payload;
  return {
    kind,
    audience: organisation(organisationId),
    params: { jobFairId, organisationId: organiserId },
  };
}

/** What fairs tell those who are invited or come. */
export const ACTIVITY_TELLINGS: readonly Telling[] = [
  tells(jobFairInvited, ['JOB_FAIR_INVITED'], (payload) =>
    participant('JOB_FAIR_INVITED', payload),
  ),
  tells(jobFairMoved, ['JOB_FAIR_MOVED'], (payload) => participant('JOB_FAIR_MOVED', payload)),
  tells(jobFairCancelled, ['JOB_FAIR_CANCELLED'], (payload) =>
    participant('JOB_FAIR_CANCELLED', payload),
  ),
];
