import type { Cast, Person } from './cast.js';
import type { ExpectedNotices } from './notices.js';

/** What the play tells whom. The second to sign an agreement is not told that it took effect: it was his doing. */
export function expectedNotices(
  { officer, clerk, recruiter, student, graduate, other, claimant }: Cast,
  claimedCount: number,
): (readonly [Person, ExpectedNotices])[] {
  const organisations = claimant === null ? 2 : 3;
  const claimed: ExpectedNotices = { VERIFICATION_APPROVED: 1, POSTING_APPROVED: claimedCount };
  return [
    [officer, { VERIFICATION_SUBMITTED: organisations, POSTING_SUBMITTED: 2 + claimedCount }],
    [
      clerk,
      {
        VERIFICATION_APPROVED: 1,
        AFFILIATION_CLAIMED: 1,
        AGREEMENT_SIGNED: 1,
        AGREEMENT_TOOK_EFFECT: 1,
      },
    ],
    [
      recruiter,
      {
        VERIFICATION_APPROVED: 1,
        POSTING_APPROVED: 2,
        AGREEMENT_PROPOSED: 1,
        AGREEMENT_SIGNED: 1,
        APPLICATION_RECEIVED: 3,
        INTERVIEW_CONFIRMED: 2,
        OFFER_ACCEPTED: 2,
        POSTING_FILLED: 2,
      },
    ],
    [student, { AFFILIATION_CONFIRMED: 1, ...HIRED }],
    [graduate, HIRED],
    [other, { APPLICATION_CLOSED: 1 }],
    ...(claimant === null ? [] : [[claimant.person, claimed] as const]),
  ];
}

const HIRED: ExpectedNotices = {
  APPLICATION_VIEWED: 1,
  APPLICATION_SHORTLISTED: 1,
  INTERVIEW_PROPOSED: 1,
  OFFER_MADE: 1,
  APPLICANT_ONBOARDED: 1,
};
