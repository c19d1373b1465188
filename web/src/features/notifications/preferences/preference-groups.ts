import type { NotificationKind } from '@/graphql/generated/features/notifications/list/notifications';
import type { Membership } from '@/shared/viewer/use-viewer';

interface Group {
  readonly name: 'SEEKER' | 'STUDENT' | 'REPORTER' | 'EMPLOYER' | 'COLLEGE' | 'PARTNERS' | 'BUREAU';
  readonly kinds: readonly ChoosableKind[];
  /** Whether it concerns people with these memberships. */
  readonly isFor: (memberships: readonly Membership[]) => boolean;
}

/** Kinds that may be chosen; all others are always sent, or never. */
export type ChoosableKind = Extract<
  NotificationKind,
  | 'APPLICATION_VIEWED'
  | 'APPLICATION_SHORTLISTED'
  | 'APPLICATION_NOTE_SHARED'
  | 'APPLICATION_CLOSED'
  | 'APPLICANT_ONBOARDED'
  | 'APPLICANT_NOT_STARTED'
  | 'POSTING_REVISED'
  | 'AFFILIATION_CONFIRMED'
  | 'AFFILIATION_REFUSED'
  | 'AFFILIATION_ENDED'
  | 'QUESTION_ANSWERED'
  | 'REPORT_UPHELD'
  | 'REPORT_DISMISSED'
  | 'APPLICATION_RECEIVED'
  | 'POSTING_APPROVED'
  | 'POSTING_RETURNED'
  | 'POSTING_FILLED'
  | 'POSTING_EXPIRED'
  | 'POSTING_REMOVED'
  | 'QUESTION_ASKED'
  | 'AFFILIATION_CLAIMED'
  | 'AGREEMENT_SHARED'
  | 'AGREEMENT_REMINDER'
  | 'AGREEMENT_TURN_EXPIRED'
  | 'AGREEMENT_ENDS_SOON'
  | 'OBLIGATION_AT_RISK'
  | 'OBLIGATION_BREACHED'
  | 'OBLIGATION_EVIDENCE_ENTERED'
  | 'AGREEMENT_COMMENTED'
  | 'OBLIGATION_EVIDENCE_DISPUTED'
  | 'ORDER_CLASS_PROPOSED'
  | 'ORDER_CLASS_LEFT'
  | 'ORDER_CLASS_LISTED'
  | 'ORDER_CLASS_CONFIRMED'
  | 'ORDER_CLASS_REFUSED'
  | 'JOB_FAIR_INVITED'
  | 'AGREEMENT_RETURNED'
  | 'AGREEMENT_TOOK_EFFECT'
  | 'AGREEMENT_EXPIRED'
  | 'AGREEMENT_CANCELLED'
  | 'VERIFICATION_SUBMITTED'
  | 'POSTING_SUBMITTED'
  | 'REPORT_FILED'
>;

const everybody = (): boolean => true;
const membersOf =
  (...kinds: readonly string[]) =>
  (memberships: readonly Membership[]): boolean =>
    memberships.some(({ organisation }) => kinds.includes(organisation.kind));

export const PREFERENCE_GROUPS: readonly Group[] = [
  {
    name: 'SEEKER',
    isFor: everybody,
    kinds: [
      'APPLICATION_VIEWED',
      'APPLICATION_SHORTLISTED',
      'APPLICATION_NOTE_SHARED',
      'APPLICATION_CLOSED',
      'APPLICANT_ONBOARDED',
      'APPLICANT_NOT_STARTED',
      'POSTING_REVISED',
    ],
  },
  {
    name: 'STUDENT',
    isFor: everybody,
    kinds: [
      'AFFILIATION_CONFIRMED',
      'AFFILIATION_REFUSED',
      'AFFILIATION_ENDED',
      'ORDER_CLASS_LISTED',
      'ORDER_CLASS_CONFIRMED',
      'ORDER_CLASS_REFUSED',
    ],
  },
  {
    name: 'REPORTER',
    isFor: everybody,
    kinds: ['QUESTION_ANSWERED', 'REPORT_UPHELD', 'REPORT_DISMISSED'],
  },
  {
    name: 'EMPLOYER',
    isFor: (memberships) =>
      memberships.some(({ organisation }) => organisation.kind !== 'HR_BUREAU'),
    kinds: [
      'APPLICATION_RECEIVED',
      'QUESTION_ASKED',
      'POSTING_APPROVED',
      'POSTING_RETURNED',
      'POSTING_FILLED',
      'POSTING_EXPIRED',
      'POSTING_REMOVED',
      'JOB_FAIR_INVITED',
    ],
  },
  { name: 'COLLEGE', isFor: membersOf('COLLEGE'), kinds: ['AFFILIATION_CLAIMED'] },
  {
    name: 'PARTNERS',
    isFor: membersOf('COLLEGE', 'ENTERPRISE'),
    kinds: [
      'AGREEMENT_SHARED',
      'AGREEMENT_REMINDER',
      'AGREEMENT_TURN_EXPIRED',
      'AGREEMENT_ENDS_SOON',
      'OBLIGATION_AT_RISK',
      'OBLIGATION_BREACHED',
      'OBLIGATION_EVIDENCE_ENTERED',
      'AGREEMENT_COMMENTED',
      'OBLIGATION_EVIDENCE_DISPUTED',
      'ORDER_CLASS_PROPOSED',
      'ORDER_CLASS_LEFT',
      'AGREEMENT_RETURNED',
      'AGREEMENT_TOOK_EFFECT',
      'AGREEMENT_EXPIRED',
      'AGREEMENT_CANCELLED',
    ],
  },
  {
    name: 'BUREAU',
    isFor: membersOf('HR_BUREAU'),
    kinds: ['VERIFICATION_SUBMITTED', 'POSTING_SUBMITTED', 'REPORT_FILED'],
  },
];
