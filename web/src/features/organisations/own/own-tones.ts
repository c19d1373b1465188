import type {
  OrganisationStanding,
  VerificationState,
} from '@/graphql/generated/features/organisations/own/verification/verification';
import type { Tone } from '@/shared/ui/badge';

export const STANDING_TONES: Readonly<Record<OrganisationStanding, Tone>> = {
  VERIFIED: 'good',
  UNVERIFIED: 'warn',
  LAPSED: 'warn',
  SUSPENDED: 'bad',
};

export const STATE_TONES: Readonly<Record<VerificationState, Tone>> = {
  SUBMITTED: 'accent',
  IN_REVIEW: 'accent',
  APPROVED: 'good',
  REFUSED: 'bad',
  APPEALED: 'accent',
  APPEAL_IN_REVIEW: 'accent',
  APPEAL_REFUSED: 'bad',
  WITHDRAWN: 'neutral',
};

const OPEN: readonly VerificationState[] = [
  'SUBMITTED',
  'IN_REVIEW',
  'APPEALED',
  'APPEAL_IN_REVIEW',
];

/** Whether the bureau still has to answer. */
export function isOpen(state: VerificationState): boolean {
  return OPEN.includes(state);
}

/** The last instant before an end that is given as the first one after it: its day is the last day. */
export function lastInstant(end: string): string {
  return new Date(Date.parse(end) - 1).toISOString();
}

const RECHECK_DAYS = 30;

/** Whether the verification ends soon enough to hand in the next one. */
export function isRecheckDue(verifiedUntil: string | null, now = Date.now()): boolean {
  return verifiedUntil !== null && Date.parse(verifiedUntil) - now < RECHECK_DAYS * 86_400_000;
}
