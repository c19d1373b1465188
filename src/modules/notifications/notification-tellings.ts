import {
  affiliationClaimed,
  affiliationConfirmed,
  affiliationLeft,
  affiliationRefused,
} from '../affiliations/index.js';
import { accountEnabled, passwordChanged } from '../identity/index.js';
import {
  jobPostingClosed,
  jobPostingFilled,
  jobPostingReviewed,
  jobPostingRevised,
  jobPostingSubmitted,
  questionAnswered,
  questionAsked,
  reportFiled,
  reportHandled,
} from '../job-postings/index.js';
import {
  allocationRecommended,
  candidateInvited,
  candidatesAllocated,
  recommendationsChanged,
} from '../matching/index.js';
import {
  recheckDue,
  standingChanged,
  verificationDecided,
  verificationSubmitted,
} from '../organisations/index.js';
import { ACTIVITY_TELLINGS } from './activity-tellings.js';
import { AGREEMENT_TELLINGS } from './agreement-tellings.js';
import { APPLICATION_TELLINGS } from './application-tellings.js';
import type { NotificationKind } from './notification-kinds.js';
import { account, organisation, tells, type Telling } from './notification-notices.js';

const CLOSINGS = { EXPIRED: 'POSTING_EXPIRED', REMOVED: 'POSTING_REMOVED' } as const;

function standingKind(standing: string, previous: string): NotificationKind | null {
  if (standing === 'LAPSED') return 'STANDING_LAPSED';
  if (standing === 'SUSPENDED') return 'STANDING_SUSPENDED';
  // Being verified is told by the decision itself.
  return previous === 'SUSPENDED' ? 'STANDING_RESTORED' : null;
}

/** Every event that tells somebody something, and what it tells whom. */
export const TELLINGS: readonly Telling[] = [
  tells(passwordChanged, ['PASSWORD_CHANGED'], ({ accountId }) => ({
    kind: 'PASSWORD_CHANGED',
    audience: account(accountId),
    params: {},
  })),
  tells(accountEnabled, ['ACCOUNT_ENABLED'], ({ accountId }) => ({
    kind: 'ACCOUNT_ENABLED',
    audience: account(accountId),
    params: {},
  })),

  tells(verificationSubmitted, ['VERIFICATION_SUBMITTED'], ({ organisationId }) => ({
    kind: 'VERIFICATION_SUBMITTED',
    audience: { to: 'bureauOfOrganisation', organisationId },
    params: { organisationId },
  })),
  tells(
    verificationDecided,
    ['VERIFICATION_APPROVED', 'VERIFICATION_REFUSED'],
    ({ organisationId, outcome }) => ({
      kind: outcome === 'APPROVED' ? 'VERIFICATION_APPROVED' : 'VERIFICATION_REFUSED',
      audience: organisation(organisationId),
      params: { organisationId },
    }),
  ),
  tells(recheckDue, ['RECHECK_DUE'], ({ organisationId, daysLeft }) => ({
    kind: 'RECHECK_DUE',
    audience: organisation(organisationId),
    params: { organisationId, daysLeft },
  })),
  tells(
    standingChanged,
    ['STANDING_LAPSED', 'STANDING_SUSPENDED', 'STANDING_RESTORED'],
    ({ organisationId, standing, previous }) => {
      const kind = standingKind(standing, previous);
      return kind && { kind, audience: organisation(organisationId), params: { organisationId } };
    },
  ),

  tells(affiliationClaimed, ['AFFILIATION_CLAIMED'], ({ affiliationId, collegeId }) => ({
    kind: 'AFFILIATION_CLAIMED',
    audience: organisation(collegeId),
    params: { affiliationId, collegeId },
  })),
  tells(affiliationConfirmed, ['AFFILIATION_CONFIRMED'], (payload) => ({
    kind: 'AFFILIATION_CONFIRMED',
    audience: account(payload.accountId),
    params: { affiliationId: payload.affiliationId, collegeId: payload.collegeId },
  })),
  tells(affiliationRefused, ['AFFILIATION_REFUSED'], (payload) => ({
    kind: 'AFFILIATION_REFUSED',
    audience: account(payload.accountId),
    params: { affiliationId: payload.affiliationId, collegeId: payload.collegeId },
  })),
  tells(affiliationLeft, ['AFFILIATION_ENDED'], (payload) =>
    payload.isByCollege && payload.wasConfirmed
      ? {
          kind: 'AFFILIATION_ENDED',
          audience: account(payload.accountId),
          params: { affiliationId: payload.affiliationId, collegeId: payload.collegeId },
        }
      : null,
  ),

  tells(jobPostingSubmitted, ['POSTING_SUBMITTED'], ({ jobPostingId }) => ({
    kind: 'POSTING_SUBMITTED',
    audience: { to: 'bureauOfPosting', jobPostingId },
    params: { jobPostingId },
  })),
  tells(
    jobPostingReviewed,
    ['POSTING_APPROVED', 'POSTING_RETURNED'],
    ({ jobPostingId, outcome }) => ({
      kind: outcome === 'APPROVED' ? 'POSTING_APPROVED' : 'POSTING_RETURNED',
      audience: { to: 'employerOf', jobPostingId },
      params: { jobPostingId },
    }),
  ),
  tells(jobPostingRevised, ['POSTING_REVISED'], ({ jobPostingId }) => ({
    kind: 'POSTING_REVISED',
    audience: { to: 'applicantsTo', jobPostingId },
    params: { jobPostingId },
  })),
  tells(jobPostingFilled, ['POSTING_FILLED'], ({ jobPostingId }) => ({
    kind: 'POSTING_FILLED',
    audience: { to: 'employerOf', jobPostingId },
    params: { jobPostingId },
  })),
  tells(jobPostingClosed, ['POSTING_EXPIRED', 'POSTING_REMOVED'], ({ jobPostingId, cause }) =>
    // The employer stopped it himself, or is told that it is filled; nobody owns one that its source took back.
    cause === 'EXPIRED' || cause === 'REMOVED'
      ? {
          kind: CLOSINGS[cause],
          audience: { to: 'employerOf', jobPostingId },
          params: { jobPostingId },
        }
      : null,
  ),
  tells(questionAsked, ['QUESTION_ASKED'], ({ jobPostingId }) => ({
    kind: 'QUESTION_ASKED',
    audience: { to: 'employerOf', jobPostingId },
    params: { jobPostingId },
  })),
  tells(questionAnswered, ['QUESTION_ANSWERED'], ({ jobPostingId, questionId }) => ({
    kind: 'QUESTION_ANSWERED',
    audience: { to: 'askerOf', questionId },
    params: { jobPostingId },
  })),
  tells(reportFiled, ['REPORT_FILED'], ({ reportId }) => ({
    kind: 'REPORT_FILED',
    audience: { to: 'bureauOfReport', reportId },
    params: { reportId },
  })),
  tells(reportHandled, ['REPORT_UPHELD', 'REPORT_DISMISSED'], ({ reportId, outcome }) => ({
    kind: outcome === 'UPHELD' ? 'REPORT_UPHELD' : 'REPORT_DISMISSED',
    audience: { to: 'reporterOf', reportId },
    params: { reportId },
  })),

  ...APPLICATION_TELLINGS,

  ...AGREEMENT_TELLINGS,

  ...ACTIVITY_TELLINGS,

  tells(allocationRecommended, ['ALLOCATION_RECOMMENDED'], ({ profileId, jobPostingId }) => ({
    kind: 'ALLOCATION_RECOMMENDED',
    audience: { to: 'ownerOf', profileId },
    params: { jobPostingId },
  })),
  tells(candidatesAllocated, ['CANDIDATES_ALLOCATED'], ({ jobPostingId }) => ({
    kind: 'CANDIDATES_ALLOCATED',
    audience: { to: 'employerOf', jobPostingId },
    params: { jobPostingId },
  })),
  tells(candidateInvited, ['CANDIDATE_INVITED'], ({ profileId, jobPostingId }) => ({
    kind: 'CANDIDATE_INVITED',
    audience: { to: 'ownerOf', profileId },
    params: { jobPostingId },
  })),
  tells(recommendationsChanged, ['RECOMMENDATIONS_CHANGED'], ({ profileId }) => ({
    kind: 'RECOMMENDATIONS_CHANGED',
    audience: { to: 'ownerOf', profileId },
    params: { profileId },
  })),
];
