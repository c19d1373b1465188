import type { KindTexts } from './notification-texts.js';

export const TEXTS_EN: KindTexts = {
  PASSWORD_CHANGED: [
    'Your password was changed',
    'The password of your account was changed. If that was not you, set a new one at once.',
  ],
  ACCOUNT_ENABLED: ['Your account works again', 'Your account was opened again; you can sign in.'],

  VERIFICATION_SUBMITTED: [
    '{organisation} asks to be verified',
    'The papers of {organisation} wait for your bureau.',
  ],
  VERIFICATION_APPROVED: ['Verification approved', '{organisation} has been verified.'],
  VERIFICATION_REFUSED: [
    'Verification refused',
    'The verification of {organisation} was refused; reason and time to appeal stand with it.',
  ],
  RECHECK_DUE: [
    'The verification ends soon',
    'The verification of {organisation} ends in {days} days; please hand in the papers for the re-check.',
  ],
  STANDING_LAPSED: [
    'The verification has ended',
    'The verification of {organisation} has ended; rights such as publishing pause until it is renewed.',
  ],
  STANDING_SUSPENDED: [
    'The organisation was suspended',
    '{organisation} was suspended by the bureau; the reason stands with the organisation.',
  ],
  STANDING_RESTORED: [
    'The organisation was reinstated',
    'The bureau has lifted the suspension of {organisation}.',
  ],

  AFFILIATION_CLAIMED: [
    'A student claims a place',
    'A student claims a place at {college}; please check and decide.',
  ],
  AFFILIATION_CONFIRMED: ['Your place is confirmed', '{college} has confirmed you as its student.'],
  AFFILIATION_REFUSED: [
    'Your claim was refused',
    '{college} has refused your claim; the reason stands with it.',
  ],
  AFFILIATION_ENDED: ['Your place has ended', '{college} no longer lists you as its student.'],

  POSTING_SUBMITTED: [
    'A posting waits for review',
    '{employer} has submitted “{posting}” for review by your bureau.',
  ],
  POSTING_APPROVED: ['Posting approved', '“{posting}” has passed the review.'],
  POSTING_RETURNED: [
    'Posting returned',
    '“{posting}” was returned; please change it as remarked and submit it again.',
  ],
  POSTING_REVISED: [
    'A posting you applied to is being changed',
    '{employer} has changed “{posting}”, to which you applied; the changes hold once reviewed.',
  ],
  POSTING_FILLED: ['Posting filled', 'All seats of “{posting}” are taken; it has closed.'],
  POSTING_EXPIRED: ['Posting expired', 'The validity of “{posting}” is over; it has closed.'],
  POSTING_REMOVED: [
    'Posting removed',
    '“{posting}” was removed by the bureau; the reason stands with the posting.',
  ],
  QUESTION_ASKED: ['A question was asked', 'Somebody has a question about “{posting}”.'],
  QUESTION_ANSWERED: [
    'Your question was answered',
    'The employer has answered your question about “{posting}”.',
  ],
  REPORT_FILED: ['A report was filed', 'A report waits to be handled in time.'],
  REPORT_UPHELD: ['Your report was upheld', 'Your report was upheld; the remark stands with it.'],
  REPORT_DISMISSED: [
    'Your report was dismissed',
    'Your report was looked into and dismissed; the remark stands with it.',
  ],

  APPLICATION_RECEIVED: ['New application', '“{posting}” has received a new application.'],
  APPLICATION_VIEWED: [
    'Your application was viewed',
    '{employer} has looked at your application for “{posting}”.',
  ],
  APPLICATION_SHORTLISTED: [
    'You are on the shortlist',
    '{employer} has put you on the shortlist for “{posting}”.',
  ],
  APPLICATION_NOTE_SHARED: [
    'A word from the employer',
    '{employer} has written to you about your application for “{posting}”.',
  ],
  APPLICATION_CLOSED: [
    'Application closed',
    'The application for “{posting}” is closed: {reason}.',
  ],
  INTERVIEW_PROPOSED: [
    'Interview proposed',
    'An interview for “{posting}” is proposed for {time}. Please confirm it or move it.',
  ],
  INTERVIEW_CONFIRMED: [
    'Interview confirmed',
    'The interview for “{posting}” is confirmed for {time}.',
  ],
  INTERVIEW_MOVED: [
    'Interview moved',
    'The interview for “{posting}” is moved to {time}. Please confirm it.',
  ],
  INTERVIEW_DECLINED: [
    'Interview declined',
    'The other side declined the interview for “{posting}” of {time}.',
  ],
  INTERVIEW_CANCELLED: [
    'Interview cancelled',
    'The interview for “{posting}” of {time} is cancelled.',
  ],
  OFFER_MADE: [
    'You have an offer',
    '{employer} offers you the work of “{posting}”. Please answer in time.',
  ],
  OFFER_ACCEPTED: ['Offer accepted', 'The offer for “{posting}” was accepted.'],
  OFFER_DECLINED: ['Offer declined', 'The offer for “{posting}” was declined.'],
  OFFER_WITHDRAWN: ['Offer withdrawn', '{employer} has withdrawn the offer for “{posting}”.'],
  OFFER_LAPSED: ['Offer lapsed', 'The offer for “{posting}” was not answered in time.'],
  OFFER_RENEGED: [
    'An applicant stepped back',
    'The applicant who accepted the offer for “{posting}” has stepped back; the seat is free again.',
  ],
  APPLICANT_ONBOARDED: [
    'Welcome to your new work',
    '{employer} has recorded that you began work as “{posting}”.',
  ],
  APPLICANT_NOT_STARTED: [
    'Recorded as not started',
    '{employer} has recorded that you did not begin work as “{posting}”; get in touch if that is wrong.',
  ],

  AGREEMENT_SHARED: [
    'An agreement to negotiate',
    'The draft agreement of {parties} was shared; every party may propose changes.',
  ],
  AGREEMENT_COMMENTED: [
    'New comments on an agreement',
    'Another party commented on clauses of the agreement of {parties}.',
  ],
  AGREEMENT_AMENDED: [
    'The text of an agreement changed',
    'The agreement of {parties} has a new version. Signatures of the one before are void; read it again.',
  ],
  AGREEMENT_PROPOSED: [
    'An agreement waits for signature',
    'The agreement of {parties} waits for your side to read and sign it.',
  ],
  AGREEMENT_TURN: [
    'Your turn on an agreement',
    'It is your turn to review or sign the agreement of {parties}.',
  ],
  AGREEMENT_REMINDER: [
    'An agreement still waits for you',
    'The agreement of {parties} still waits for you to review or sign it; mind the time.',
  ],
  AGREEMENT_DECLINED: [
    'Somebody declined to sign',
    'A signatory of the agreement of {parties} declined. See why; the text can be changed, or he be asked again.',
  ],
  AGREEMENT_TURN_EXPIRED: [
    'A signature is overdue',
    'A signatory of the agreement of {parties} did not sign in time. You can give more time.',
  ],
  AGREEMENT_SIGNATORY_LEFT: [
    'A signatory has left',
    'A signatory of the agreement of {parties} has left or closed the account. Another has to be named.',
  ],
  AGREEMENT_PARTY_SUSPENDED: [
    'Signing is on hold',
    'A party to the agreement of {parties} is suspended or its verification has lapsed. Nothing is signed until it is in good standing again; signatures so far are kept.',
  ],
  AGREEMENT_PARTY_RESTORED: [
    'Signing goes on',
    'The parties to the agreement of {parties} are in good standing again; it can be signed.',
  ],
  AGREEMENT_PARTY_GONE: [
    'A party closed its account',
    'A party to the agreement of {parties} closed its account. What all have signed stands.',
  ],
  AGREEMENT_RETURNED: [
    'Agreement returned',
    'The agreement of {parties} was returned to be changed; signatures so far are void.',
  ],
  AGREEMENT_SIGNED: [
    'A side has signed the agreement',
    'One side has signed the agreement of {parties}.',
  ],
  AGREEMENT_TOOK_EFFECT: ['Agreement in force', 'The agreement of {parties} is in force.'],
  AGREEMENT_EXPIRED: ['Agreement expired', 'The agreement of {parties} has expired.'],
  AGREEMENT_HELD_UP: [
    'Agreement not in effect',
    'The agreement of {parties} no longer kept the rules on its first day. Its page says what is wrong; it takes effect by itself on the day after that is mended.',
  ],
  AGREEMENT_SUSPENDED: [
    'Agreement suspended',
    'The agreement of {parties} is held up by one side: nothing new can be done under it until it resumes.',
  ],
  AGREEMENT_RESUMED: ['Agreement resumed', 'The agreement of {parties} goes on.'],
  AGREEMENT_SUPERSEDED: [
    'Agreement amended',
    'The agreement of {parties} was replaced by the amendment that all have signed.',
  ],
  AGREEMENT_TERMINATED: [
    'Agreement terminated',
    'The agreement of {parties} was terminated by one side.',
  ],
  AGREEMENT_CANCELLED: [
    'Agreement cancelled',
    'The agreement of {parties} was cancelled before it was signed.',
  ],
  AGREEMENT_ENDS_SOON: [
    'Agreement ends soon',
    'The agreement of {parties} ends in {days} days; renew it in time to go on.',
  ],
  OBLIGATION_AT_RISK: [
    'An obligation lags behind',
    'Something promised in the agreement of {parties} lags well behind the time.',
  ],
  OBLIGATION_BREACHED: [
    'An obligation was not met',
    'Something promised in the agreement of {parties} is due and not met.',
  ],
  OBLIGATION_EVIDENCE_ENTERED: [
    'Another party entered what it did',
    'There is a new entry in the agreement of {parties}; check it, and dispute it if it is wrong.',
  ],
  OBLIGATION_EVIDENCE_DISPUTED: [
    'An entry is disputed',
    'An entry in the agreement of {parties} is disputed and does not count.',
  ],
  ORDER_CLASS_PROPOSED: [
    'Students wait for the order class',
    'There are new students on the list of the order class of {parties}; confirm them, or refuse with a reason.',
  ],
  ORDER_CLASS_LEFT: [
    'A student left the order class',
    'A student left the order class of {parties}; the seat is free.',
  ],
  ORDER_CLASS_LISTED: [
    'Your college listed you for an order class',
    'The order class of {parties}; the enterprise decides. You may leave at any time.',
  ],
  ORDER_CLASS_CONFIRMED: [
    'You are in the order class',
    'The enterprise took you into the order class of {parties}.',
  ],
  ORDER_CLASS_REFUSED: [
    'You were not taken into the order class',
    'The order class of {parties}: the enterprise says why.',
  ],

  JOB_FAIR_INVITED: [
    'Invited to a job fair: {fair}',
    '{organisation} invites your organisation to “{fair}”; register before registration closes, or decline with a reason.',
  ],
  JOB_FAIR_MOVED: [
    'A job fair has moved: {fair}',
    '{organisation} changed the time or the place of “{fair}”.',
  ],
  JOB_FAIR_CANCELLED: [
    'A job fair is cancelled: {fair}',
    '{organisation} cancelled “{fair}” and says why.',
  ],

  ALLOCATION_RECOMMENDED: [
    'A posting for you',
    'The allocation of the bureau recommends “{posting}” to you. Nothing was applied for in your name.',
  ],
  CANDIDATE_INVITED: [
    'You are invited to apply',
    '{employer} invites you to apply for “{posting}”. Whether to apply is up to you.',
  ],
  CANDIDATES_ALLOCATED: [
    'People recommended',
    'The allocation of the bureau recommends people for “{posting}”. They have not applied yet.',
  ],
  RECOMMENDATIONS_CHANGED: ['New recommendations', 'There are new postings that may suit you.'],
};
