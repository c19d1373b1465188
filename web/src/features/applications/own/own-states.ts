import type {
  ApplicationState,
  MyApplicationsQuery,
  ApplicationQuery,
  OwnInterviewFragment,
  OwnOfferFragment,
} from '@/graphql/generated/features/applications/own/own';
import type { Tone } from '@/shared/ui/badge';

export type ListedApplication = MyApplicationsQuery['myApplications']['nodes'][number];
export type OwnApplication = NonNullable<ApplicationQuery['application']>;
export type OwnInterview = OwnInterviewFragment;
export type OwnOffer = OwnOfferFragment;

/** Nothing is decided yet. */
export const UNDECIDED: readonly ApplicationState[] = [
  'SUBMITTED',
  'VIEWED',
  'SHORTLISTED',
  'INTERVIEWING',
];
export const OPEN: readonly ApplicationState[] = [...UNDECIDED, 'OFFERED', 'ACCEPTED'];
export const ENDED: readonly ApplicationState[] = ['ONBOARDED', 'NOT_STARTED', 'CLOSED'];

/** What an action on an application, its interviews or offers changes. */
export const APPLICATION_QUERIES = ['MyApplications', 'Application'];

export const STATE_TONES: Readonly<Record<ApplicationState, Tone>> = {
  SUBMITTED: 'neutral',
  VIEWED: 'accent',
  SHORTLISTED: 'accent',
  INTERVIEWING: 'accent',
  OFFERED: 'warn',
  ACCEPTED: 'good',
  ONBOARDED: 'good',
  NOT_STARTED: 'neutral',
  CLOSED: 'neutral',
};
