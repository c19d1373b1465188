import {
  applicantNotStarted,
  applicantOnboarded,
  applicationClosed,
  applicationShortlisted,
  applicationSubmitted,
  applicationViewed,
  interviewCancelled,
  interviewConfirmed,
  interviewDeclined,
  interviewMoved,
  interviewProposed,
  noteShared,
  offerAccepted,
  offerDeclined,
  offerMade,
  type ApplicationFact,
} from '../applications/index.js';
import type { EventDefinition } from '../../core/events/index.js';
import type { NotificationKind } from './notification-kinds.js';
import { account, organisation, tells, type Notice, type Telling } from './notification-notices.js';
import type { NotificationParams } from './notification.params.js';

type Side = 'APPLICANT' | 'EMPLOYER';

function tellSide(
  side: Side,
  kind: NotificationKind,
  fact: ApplicationFact,
  more: NotificationParams = {},
): Notice {
  const { applicationId, jobPostingId, organisationId, accountId } = fact;
  return {
    kind,
    audience: side === 'APPLICANT' ? account(accountId) : organisation(organisationId),
    params: { applicationId, jobPostingId, ...more },
  };
}

const other = (by: Side): Side => (by === 'APPLICANT' ? 'EMPLOYER' : 'APPLICANT');

function about<Fact extends ApplicationFact>(
  event: EventDefinition<Fact>,
  side: Side,
  kind: NotificationKind,
): Telling {
  return tells(event, [kind], (fact) => tellSide(side, kind, fact));
}

/** Whoever did not arrange it that way is told. */
function interview(event: typeof interviewProposed, kind: NotificationKind): Telling {
  return tells(event, [kind], ({ by, interviewId, ...fact }) =>
    tellSide(other(by), kind, fact, { interviewId }),
  );
}

function offer(event: typeof offerMade, side: Side, kind: NotificationKind): Telling {
  return tells(event, [kind], ({ offerId, ...fact }) => tellSide(side, kind, fact, { offerId }));
}

const CLOSING_KINDS = [
  'APPLICATION_CLOSED',
  'OFFER_WITHDRAWN',
  'OFFER_LAPSED',
  'OFFER_RENEGED',
] as const satisfies readonly NotificationKind[];

/** The end of an application, to whoever did not bring it about. */
function closings(
  fact: ApplicationFact & { reason: string; by: Side | 'PLATFORM' },
): readonly Notice[] {
  const { reason, by } = fact;
  const tell = (side: Side, kind: NotificationKind): Notice =>
    tellSide(side, kind, fact, { reason });
  switch (reason) {
    // Told as the answer to the offer.
    case 'OFFER_DECLINED':
      return [];
    case 'OFFER_WITHDRAWN':
      return [tell('APPLICANT', 'OFFER_WITHDRAWN')];
    case 'OFFER_LAPSED':
      return [tell('APPLICANT', 'OFFER_LAPSED'), tell('EMPLOYER', 'OFFER_LAPSED')];
    case 'RENEGED':
      return [tell('EMPLOYER', 'OFFER_RENEGED')];
    case 'ACCOUNT_CLOSED':
      return [tell('EMPLOYER', 'APPLICATION_CLOSED')];
    default:
      // What the platform closes follows from the posting, of whose end the employer is told once.
      return [tell(by === 'APPLICANT' ? 'EMPLOYER' : 'APPLICANT', 'APPLICATION_CLOSED')];
  }
}

/** What becomes of an application. */
export const APPLICATION_TELLINGS: readonly Telling[] = [
  about(applicationSubmitted, 'EMPLOYER', 'APPLICATION_RECEIVED'),
  about(applicationViewed, 'APPLICANT', 'APPLICATION_VIEWED'),
  about(applicationShortlisted, 'APPLICANT', 'APPLICATION_SHORTLISTED'),
  about(noteShared, 'APPLICANT', 'APPLICATION_NOTE_SHARED'),
  interview(interviewProposed, 'INTERVIEW_PROPOSED'),
  interview(interviewConfirmed, 'INTERVIEW_CONFIRMED'),
  interview(interviewMoved, 'INTERVIEW_MOVED'),
  interview(interviewDeclined, 'INTERVIEW_DECLINED'),
  interview(interviewCancelled, 'INTERVIEW_CANCELLED'),
  offer(offerMade, 'APPLICANT', 'OFFER_MADE'),
  offer(offerAccepted, 'EMPLOYER', 'OFFER_ACCEPTED'),
  offer(offerDeclined, 'EMPLOYER', 'OFFER_DECLINED'),
  about(applicantOnboarded, 'APPLICANT', 'APPLICANT_ONBOARDED'),
  about(applicantNotStarted, 'APPLICANT', 'APPLICANT_NOT_STARTED'),
  tells(applicationClosed, CLOSING_KINDS, closings),
];
