/** Where a notice leads. */
export const NotificationTargetType = {
  ACCOUNT: 'ACCOUNT',
  AFFILIATION: 'AFFILIATION',
  AGREEMENT: 'AGREEMENT',
  APPLICATION: 'APPLICATION',
  JOB_POSTING: 'JOB_POSTING',
  ORGANISATION: 'ORGANISATION',
  RECOMMENDATIONS: 'RECOMMENDATIONS',
  REPORT: 'REPORT',
} as const;
export type NotificationTargetType = keyof typeof NotificationTargetType;

/**
 * Whether a kind is sent by mail: whatever the receiver prefers (offers, changed interviews, signatures, the account and
 * the standing), unless he muted it, only when he asked for it, or not at all. All are shown in the app.
 */
export type MailRule = 'ALWAYS' | 'UNLESS_MUTED' | 'ON_REQUEST' | 'NEVER';

export interface NotificationRule {
  readonly mail: MailRule;
  readonly target: NotificationTargetType;
  /** True: one a day is enough, however often it happens. */
  readonly isOnceADay?: boolean;
}

const rule = (mail: MailRule, target: NotificationTargetType): NotificationRule => ({
  mail,
  target,
});

/** Every kind of notice. Kinds are stored by name: a name is never used again for something else. */
export const NOTIFICATION_RULES = {
  PASSWORD_CHANGED: rule('NEVER', 'ACCOUNT'),
  ACCOUNT_ENABLED: rule('ALWAYS', 'ACCOUNT'),

  VERIFICATION_SUBMITTED: rule('ON_REQUEST', 'ORGANISATION'),
  VERIFICATION_APPROVED: rule('ALWAYS', 'ORGANISATION'),
  VERIFICATION_REFUSED: rule('ALWAYS', 'ORGANISATION'),
  RECHECK_DUE: rule('NEVER', 'ORGANISATION'),
  STANDING_LAPSED: rule('ALWAYS', 'ORGANISATION'),
  STANDING_SUSPENDED: rule('ALWAYS', 'ORGANISATION'),
  STANDING_RESTORED: rule('ALWAYS', 'ORGANISATION'),

  AFFILIATION_CLAIMED: rule('ON_REQUEST', 'AFFILIATION'),
  AFFILIATION_CONFIRMED: rule('UNLESS_MUTED', 'AFFILIATION'),
  AFFILIATION_REFUSED: rule('UNLESS_MUTED', 'AFFILIATION'),
  AFFILIATION_ENDED: rule('UNLESS_MUTED', 'AFFILIATION'),

  POSTING_SUBMITTED: rule('ON_REQUEST', 'JOB_POSTING'),
  POSTING_APPROVED: rule('UNLESS_MUTED', 'JOB_POSTING'),
  POSTING_RETURNED: rule('UNLESS_MUTED', 'JOB_POSTING'),
  POSTING_REVISED: rule('UNLESS_MUTED', 'APPLICATION'),
  POSTING_FILLED: rule('UNLESS_MUTED', 'JOB_POSTING'),
  POSTING_EXPIRED: rule('UNLESS_MUTED', 'JOB_POSTING'),
  POSTING_REMOVED: rule('UNLESS_MUTED', 'JOB_POSTING'),
  QUESTION_ASKED: rule('ON_REQUEST', 'JOB_POSTING'),
  QUESTION_ANSWERED: rule('UNLESS_MUTED', 'JOB_POSTING'),
  REPORT_FILED: rule('ON_REQUEST', 'REPORT'),
  REPORT_UPHELD: rule('UNLESS_MUTED', 'REPORT'),
  REPORT_DISMISSED: rule('UNLESS_MUTED', 'REPORT'),

  APPLICATION_RECEIVED: rule('UNLESS_MUTED', 'APPLICATION'),
  APPLICATION_VIEWED: rule('ON_REQUEST', 'APPLICATION'),
  APPLICATION_SHORTLISTED: rule('UNLESS_MUTED', 'APPLICATION'),
  APPLICATION_NOTE_SHARED: rule('UNLESS_MUTED', 'APPLICATION'),
  APPLICATION_CLOSED: rule('UNLESS_MUTED', 'APPLICATION'),
  INTERVIEW_PROPOSED: rule('ALWAYS', 'APPLICATION'),
  INTERVIEW_CONFIRMED: rule('ALWAYS', 'APPLICATION'),
  INTERVIEW_MOVED: rule('ALWAYS', 'APPLICATION'),
  INTERVIEW_DECLINED: rule('ALWAYS', 'APPLICATION'),
  INTERVIEW_CANCELLED: rule('ALWAYS', 'APPLICATION'),
  OFFER_MADE: rule('ALWAYS', 'APPLICATION'),
  OFFER_ACCEPTED: rule('ALWAYS', 'APPLICATION'),
  OFFER_DECLINED: rule('ALWAYS', 'APPLICATION'),
  OFFER_WITHDRAWN: rule('ALWAYS', 'APPLICATION'),
  OFFER_LAPSED: rule('ALWAYS', 'APPLICATION'),
  OFFER_RENEGED: rule('ALWAYS', 'APPLICATION'),
  APPLICANT_ONBOARDED: rule('UNLESS_MUTED', 'APPLICATION'),
  APPLICANT_NOT_STARTED: rule('UNLESS_MUTED', 'APPLICATION'),

  AGREEMENT_SHARED: rule('UNLESS_MUTED', 'AGREEMENT'),
  AGREEMENT_COMMENTED: rule('ON_REQUEST', 'AGREEMENT'),
  AGREEMENT_AMENDED: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_PROPOSED: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_TURN: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_REMINDER: rule('UNLESS_MUTED', 'AGREEMENT'),
  AGREEMENT_DECLINED: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_TURN_EXPIRED: rule('UNLESS_MUTED', 'AGREEMENT'),
  AGREEMENT_SIGNATORY_LEFT: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_PARTY_SUSPENDED: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_PARTY_RESTORED: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_PARTY_GONE: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_RETURNED: rule('UNLESS_MUTED', 'AGREEMENT'),
  AGREEMENT_SIGNED: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_TOOK_EFFECT: rule('UNLESS_MUTED', 'AGREEMENT'),
  AGREEMENT_EXPIRED: rule('UNLESS_MUTED', 'AGREEMENT'),
  AGREEMENT_SUSPENDED: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_RESUMED: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_SUPERSEDED: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_TERMINATED: rule('ALWAYS', 'AGREEMENT'),
  AGREEMENT_CANCELLED: rule('UNLESS_MUTED', 'AGREEMENT'),
  AGREEMENT_ENDS_SOON: rule('UNLESS_MUTED', 'AGREEMENT'),
  OBLIGATION_AT_RISK: rule('UNLESS_MUTED', 'AGREEMENT'),
  OBLIGATION_BREACHED: rule('UNLESS_MUTED', 'AGREEMENT'),
  OBLIGATION_EVIDENCE_ENTERED: rule('ON_REQUEST', 'AGREEMENT'),
  OBLIGATION_EVIDENCE_DISPUTED: rule('UNLESS_MUTED', 'AGREEMENT'),
  ORDER_CLASS_PROPOSED: rule('UNLESS_MUTED', 'AGREEMENT'),
  ORDER_CLASS_LEFT: rule('ON_REQUEST', 'AGREEMENT'),
  ORDER_CLASS_LISTED: rule('UNLESS_MUTED', 'AFFILIATION'),
  ORDER_CLASS_CONFIRMED: rule('UNLESS_MUTED', 'AFFILIATION'),
  ORDER_CLASS_REFUSED: rule('UNLESS_MUTED', 'AFFILIATION'),

  ALLOCATION_RECOMMENDED: rule('NEVER', 'JOB_POSTING'),
  CANDIDATES_ALLOCATED: rule('NEVER', 'JOB_POSTING'),
  CANDIDATE_INVITED: rule('UNLESS_MUTED', 'JOB_POSTING'),
  RECOMMENDATIONS_CHANGED: { ...rule('NEVER', 'RECOMMENDATIONS'), isOnceADay: true },
} as const satisfies Readonly<Record<string, NotificationRule>>;

export type NotificationKind = keyof typeof NOTIFICATION_RULES;

export const NOTIFICATION_KINDS = Object.keys(NOTIFICATION_RULES) as readonly NotificationKind[];

export function ruleOf(kind: NotificationKind): NotificationRule {
  return NOTIFICATION_RULES[kind];
}

export function isKnownKind(kind: string): kind is NotificationKind {
  return Object.hasOwn(NOTIFICATION_RULES, kind);
}

/** Whether a notice of the kind is mailed, given what the receiver said about it (null: nothing). */
export function isMailed(kind: NotificationKind, preference: boolean | null): boolean {
  const { mail } = ruleOf(kind);
  if (mail === 'ALWAYS' || mail === 'NEVER') return mail === 'ALWAYS';
  return preference ?? mail === 'UNLESS_MUTED';
}
