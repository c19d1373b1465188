import { readFileSync } from 'node:fs';
import { declaredEvents } from '../../core/events/index.js';
import * as affiliations from '../affiliations/index.js';
import * as agreements from '../agreements/index.js';
import * as applications from '../applications/index.js';
import * as identity from '../identity/index.js';
import * as jobPostings from '../job-postings/index.js';
import * as matching from '../matching/index.js';
import * as organisations from '../organisations/index.js';
import { KIND_DESCRIPTIONS } from './notification-descriptions.js';
import { isMailed, NOTIFICATION_KINDS, ruleOf, type MailRule } from './notification-kinds.js';
import type { Notice } from './notification-notices.js';
import { TELLINGS } from './notification-tellings.js';
import { CLOSE_REASONS, FACT_NAMES, UNKNOWN_FACTS } from './notification-texts.js';
import { compose, NOTIFICATION_TEXTS } from './notification-words.js';
import { paramsSchema } from './notification.params.js';

const id = (n: number): string => `0199d0c4-0000-7000-8000-${String(n).padStart(12, '0')}`;
const FACT = {
  applicationId: id(1),
  jobPostingId: id(2),
  organisationId: id(3),
  accountId: id(4),
};
const PARTIES = { agreementId: id(5), organisationIds: [id(6), id(7)], accountIds: [id(8)] };

/** Every event of which nobody is told, and why. */
const UNTOLD: Readonly<Record<string, string>> = {
  'agreements.agreementCompleted': 'all are told of the last signature',
  'agreements.agreementSealed': 'the file is there to be fetched',
  'agreements.signingCodeIssued': 'the code itself is sent',
  'affiliations.rosterApplied': 'whoever applied it reads the answer',
  'identity.accountRegistered': 'the person has just done it',
  'identity.accountDisabled': 'a disabled account reads nothing',
  'identity.accountClosed': 'a closed account is told nothing more',
  'identity.messageQueued': 'it is itself a message',
  'jobPostings.jobPostingPublished': 'the employer is told of the review',
  'jobPostings.jobPostingChanged': 'nothing material',
  'jobPostings.jobPostingPaused': 'the employer has just done it',
  'jobPostings.jobPostingResumed': 'the employer has just done it',
  'jobPostings.jobPostingReopened': 'the employer is told that the applicant stepped back',
  'jobPostings.jobPostingClaimed': 'the employer has just done it',
  'jobPostings.jobPostingsImported': 'nobody of ours stands behind it',
  'organisations.organisationRegistered': 'the person has just done it',
  'organisations.organisationEdited': 'stands in the history',
  'organisations.memberInvited': 'the invitation is a mail of its own',
  'organisations.invitationAnswered': 'stands in the list of invitations',
  'organisations.memberJoined': 'stands in the history',
  'organisations.memberRoleChanged': 'stands in the history',
  'organisations.memberRemoved': 'stands in the history',
  'organisations.verificationWithdrawn': 'stands in the queue of the bureau',
  'profiles.profileChanged': 'the person has just done it',
  'profiles.profilesImported': 'nobody of ours stands behind it',
  'matching.allocationRunStarted': 'the bureau that started it sees how far it is',
  'matching.dismissalsChanged': 'nobody but the person learns of it, who has just done it',
  'notifications.deliveriesPlanned': 'it is what follows from telling',
};

function noticesOf(event: { readonly name: string }, payload: object): readonly Notice[] {
  const telling = TELLINGS.find((candidate) => candidate.event === event);
  return telling?.notices(payload, { actorId: null }) ?? [];
}

/** Kind and receivers of what the event tells. */
const told = (event: { readonly name: string }, payload: object): unknown[] =>
  noticesOf(event, payload).map(({ kind, audience }) => [kind, audience]);

const employer = { to: 'organisation', organisationId: FACT.organisationId };
const applicant = { to: 'account', accountId: FACT.accountId };
const college = { to: 'organisation', organisationId: id(6) };
const enterprise = { to: 'organisation', organisationId: id(7) };
const person = { to: 'account', accountId: id(8) };

describe('the table of what is told', () => {
  it('speaks of each event once, or says why not', () => {
    const heard = TELLINGS.map(({ event }) => event.name);
    expect(new Set(heard).size).toBe(heard.length);
    const silent = declaredEvents()
      .map(({ name }) => name)
      .filter((name) => !heard.includes(name) && UNTOLD[name] === undefined);
    expect(silent).toEqual([]);
    expect(heard.filter((name) => UNTOLD[name] !== undefined)).toEqual([]);
  });

  it('gives every kind somewhere', () => {
    const given = new Set(TELLINGS.flatMap(({ kinds }) => kinds));
    expect(NOTIFICATION_KINDS.filter((kind) => !given.has(kind))).toEqual([]);
  });

  it('stores ids and codes only', () => {
    expect(paramsSchema.safeParse({ reason: '张三不来了' }).success).toBe(false);
    expect(paramsSchema.safeParse({ jobPostingId: '焊工' }).success).toBe(false);
  });

  it('tells the side that did not act about interviews', () => {
    for (const [event, kind] of [
      [applications.interviewProposed, 'INTERVIEW_PROPOSED'],
      [applications.interviewConfirmed, 'INTERVIEW_CONFIRMED'],
      [applications.interviewMoved, 'INTERVIEW_MOVED'],
      [applications.interviewDeclined, 'INTERVIEW_DECLINED'],
      [applications.interviewCancelled, 'INTERVIEW_CANCELLED'],
    ] as const) {
      const payload = { ...FACT, interviewId: id(8) };
      expect(told(event, { ...payload, by: 'EMPLOYER' })).toEqual([[kind, applicant]]);
      expect(told(event, { ...payload, by: 'APPLICANT' })).toEqual([[kind, employer]]);
    }
  });

  it.each([
    ['WITHDRAWN', 'APPLICANT', [['APPLICATION_CLOSED', employer]]],
    ['HIRED_ELSEWHERE', 'APPLICANT', [['APPLICATION_CLOSED', employer]]],
    ['NOT_SELECTED', 'EMPLOYER', [['APPLICATION_CLOSED', applicant]]],
    ['POSTING_FILLED', 'PLATFORM', [['APPLICATION_CLOSED', applicant]]],
    ['POSTING_CLOSED', 'PLATFORM', [['APPLICATION_CLOSED', applicant]]],
    ['ACCOUNT_CLOSED', 'PLATFORM', [['APPLICATION_CLOSED', employer]]],
    ['OFFER_WITHDRAWN', 'EMPLOYER', [['OFFER_WITHDRAWN', applicant]]],
    [
      'OFFER_LAPSED',
      'PLATFORM',
      [
        ['OFFER_LAPSED', applicant],
        ['OFFER_LAPSED', employer],
      ],
    ],
    ['RENEGED', 'APPLICANT', [['OFFER_RENEGED', employer]]],
    ['OFFER_DECLINED', 'APPLICANT', []],
  ])('tells of an application that ended by %s', (reason, by, expected) => {
    expect(told(applications.applicationClosed, { ...FACT, reason, by })).toEqual(expected);
  });

  it('tells employer and applicant what becomes of an application', () => {
    expect(told(applications.applicationSubmitted, FACT)).toEqual([
      ['APPLICATION_RECEIVED', employer],
    ]);
    expect(told(applications.applicationViewed, FACT)).toEqual([['APPLICATION_VIEWED', applicant]]);
    expect(told(applications.applicationShortlisted, FACT)).toEqual([
      ['APPLICATION_SHORTLISTED', applicant],
    ]);
    expect(told(applications.offerMade, { ...FACT, offerId: id(9) })).toEqual([
      ['OFFER_MADE', applicant],
    ]);
    expect(told(applications.offerAccepted, { ...FACT, offerId: id(9) })).toEqual([
      ['OFFER_ACCEPTED', employer],
    ]);
    expect(told(applications.offerDeclined, { ...FACT, offerId: id(9) })).toEqual([
      ['OFFER_DECLINED', employer],
    ]);
    expect(told(applications.applicantOnboarded, FACT)).toEqual([
      ['APPLICANT_ONBOARDED', applicant],
    ]);
    expect(told(applications.applicantNotStarted, FACT)).toEqual([
      ['APPLICANT_NOT_STARTED', applicant],
    ]);
    expect(told(applications.noteShared, FACT)).toEqual([['APPLICATION_NOTE_SHARED', applicant]]);
  });

  it('asks the other party to sign, and tells both of what both must know', () => {
    const by = {
      ...PARTIES,
      byOrganisationId: id(6),
      versionNumber: 2,
      voidedSignatureCount: 1,
    };
    for (const [event, kind] of [
      [agreements.agreementShared, 'AGREEMENT_SHARED'],
      [agreements.agreementProposed, 'AGREEMENT_PROPOSED'],
      [agreements.agreementReturned, 'AGREEMENT_RETURNED'],
      [agreements.agreementPartySuspended, 'AGREEMENT_PARTY_SUSPENDED'],
      [agreements.agreementPartyRestored, 'AGREEMENT_PARTY_RESTORED'],
      [agreements.agreementPartyGone, 'AGREEMENT_PARTY_GONE'],
      [agreements.obligationEvidenceEntered, 'OBLIGATION_EVIDENCE_ENTERED'],
      [agreements.obligationEvidenceDisputed, 'OBLIGATION_EVIDENCE_DISPUTED'],
    ] as const)
      expect(told(event, by)).toEqual([
        [kind, enterprise],
        [kind, person],
      ]);
    for (const [event, kind] of [
      [agreements.agreementAmended, 'AGREEMENT_AMENDED'],
      [agreements.agreementSigned, 'AGREEMENT_SIGNED'],
      [agreements.agreementHeldUp, 'AGREEMENT_HELD_UP'],
      [agreements.agreementSuspended, 'AGREEMENT_SUSPENDED'],
      [agreements.agreementResumed, 'AGREEMENT_RESUMED'],
      [agreements.agreementTerminated, 'AGREEMENT_TERMINATED'],
      [agreements.agreementCancelled, 'AGREEMENT_CANCELLED'],
      [agreements.agreementTookEffect, 'AGREEMENT_TOOK_EFFECT'],
      [agreements.agreementExpired, 'AGREEMENT_EXPIRED'],
      [agreements.agreementEndsSoon, 'AGREEMENT_ENDS_SOON'],
      [agreements.obligationAtRisk, 'OBLIGATION_AT_RISK'],
      [agreements.obligationBreached, 'OBLIGATION_BREACHED'],
    ] as const)
      expect(told(event, by)).toEqual([
        [kind, college],
        [kind, enterprise],
        [kind, person],
      ]);
  });

  it('tells whose turn it is, by name or by organisation, and the drafter of what held it up', () => {
    const turn = { agreementId: id(5), signatoryId: id(9), organisationIds: [id(6), id(7)] };
    const named = { ...turn, accountId: id(8), organisationId: null };
    const anybody = { ...turn, accountId: null, organisationId: id(7) };
    expect(told(agreements.agreementTurnBegan, named)).toEqual([['AGREEMENT_TURN', person]]);
    expect(told(agreements.agreementTurnReminded, anybody)).toEqual([
      ['AGREEMENT_REMINDER', enterprise],
    ]);
    expect(
      told(agreements.agreementTurnBegan, { ...turn, accountId: null, organisationId: null }),
    ).toEqual([]);
    const held = { ...turn, drafterId: id(6) };
    expect(told(agreements.agreementTurnDeclined, held)).toEqual([['AGREEMENT_DECLINED', college]]);
    expect(told(agreements.agreementTurnExpired, held)).toEqual([
      ['AGREEMENT_TURN_EXPIRED', college],
    ]);
    const left = { ...held, organisationId: id(7) };
    expect(told(agreements.agreementSignatoryLeft, left)).toEqual([
      ['AGREEMENT_SIGNATORY_LEFT', college],
      ['AGREEMENT_SIGNATORY_LEFT', enterprise],
    ]);
  });

  it('of agreements as they were told before there were others than two parties', () => {
    const old = { agreementId: id(5), collegeId: id(6), enterpriseId: id(7) };
    const payload = agreements.agreementExpired.schema.parse(old);
    expect(told(agreements.agreementExpired, payload)).toEqual([
      ['AGREEMENT_EXPIRED', college],
      ['AGREEMENT_EXPIRED', enterprise],
    ]);
  });

  it('tells an organisation of its standing, but not twice of being verified', () => {
    const change = (standing: string, previous: string): unknown[] =>
      told(organisations.standingChanged, {
        organisationId: FACT.organisationId,
        standing,
        previous,
      });
    expect(change('LAPSED', 'VERIFIED')).toEqual([['STANDING_LAPSED', employer]]);
    expect(change('SUSPENDED', 'VERIFIED')).toEqual([['STANDING_SUSPENDED', employer]]);
    expect(change('VERIFIED', 'SUSPENDED')).toEqual([['STANDING_RESTORED', employer]]);
    expect(change('VERIFIED', 'UNVERIFIED')).toEqual([]);
    const ids = { organisationId: FACT.organisationId, verificationId: id(8) };
    for (const [outcome, kind] of [
      ['APPROVED', 'VERIFICATION_APPROVED'],
      ['REFUSED', 'VERIFICATION_REFUSED'],
      ['APPEAL_REFUSED', 'VERIFICATION_REFUSED'],
    ])
      expect(told(organisations.verificationDecided, { ...ids, outcome })).toEqual([
        [kind, employer],
      ]);
    expect(told(organisations.verificationSubmitted, { ...ids, isAppeal: false })).toEqual([
      [
        'VERIFICATION_SUBMITTED',
        { to: 'bureauOfOrganisation', organisationId: FACT.organisationId },
      ],
    ]);
    expect(
      told(organisations.recheckDue, { organisationId: FACT.organisationId, daysLeft: 7 }),
    ).toEqual([['RECHECK_DUE', employer]]);
  });

  it('tells employers, applicants and bureaux what becomes of a posting', () => {
    const posting = { jobPostingId: FACT.jobPostingId };
    const byReview = (outcome: string) =>
      told(jobPostings.jobPostingReviewed, { ...posting, outcome });
    const byClosing = (cause: string) => told(jobPostings.jobPostingClosed, { ...posting, cause });
    const employerOf = { to: 'employerOf', ...posting };
    expect(told(jobPostings.jobPostingSubmitted, posting)).toEqual([
      ['POSTING_SUBMITTED', { to: 'bureauOfPosting', ...posting }],
    ]);
    expect(byReview('APPROVED')).toEqual([['POSTING_APPROVED', employerOf]]);
    expect(byReview('RETURNED')).toEqual([['POSTING_RETURNED', employerOf]]);
    expect(told(jobPostings.jobPostingRevised, posting)).toEqual([
      ['POSTING_REVISED', { to: 'applicantsTo', ...posting }],
    ]);
    expect(told(jobPostings.jobPostingFilled, posting)).toEqual([['POSTING_FILLED', employerOf]]);
    expect(byClosing('EXPIRED')).toEqual([['POSTING_EXPIRED', employerOf]]);
    expect(byClosing('REMOVED')).toEqual([['POSTING_REMOVED', employerOf]]);
    for (const cause of ['STOPPED', 'FILLED', 'WITHDRAWN_BY_SOURCE'])
      expect(byClosing(cause)).toEqual([]);
    const question = { ...posting, questionId: id(8) };
    expect(told(jobPostings.questionAsked, question)).toEqual([['QUESTION_ASKED', employerOf]]);
    expect(told(jobPostings.questionAnswered, question)).toEqual([
      ['QUESTION_ANSWERED', { to: 'askerOf', questionId: id(8) }],
    ]);
    const report = { reportId: id(8) };
    expect(told(jobPostings.reportFiled, report)).toEqual([
      ['REPORT_FILED', { to: 'bureauOfReport', ...report }],
    ]);
    expect(told(jobPostings.reportHandled, { ...report, outcome: 'UPHELD' })).toEqual([
      ['REPORT_UPHELD', { to: 'reporterOf', ...report }],
    ]);
    expect(told(jobPostings.reportHandled, { ...report, outcome: 'DISMISSED' })).toEqual([
      ['REPORT_DISMISSED', { to: 'reporterOf', ...report }],
    ]);
  });

  it('tells people about their studies, their account and their recommendations', () => {
    const studies = { affiliationId: id(8), collegeId: id(6), accountId: id(4) };
    expect(told(affiliations.affiliationClaimed, studies)).toEqual([
      ['AFFILIATION_CLAIMED', college],
    ]);
    expect(told(affiliations.affiliationConfirmed, studies)).toEqual([
      ['AFFILIATION_CONFIRMED', applicant],
    ]);
    expect(told(affiliations.affiliationRefused, studies)).toEqual([
      ['AFFILIATION_REFUSED', applicant],
    ]);
    const left = (isByCollege: boolean, wasConfirmed: boolean) =>
      told(affiliations.affiliationLeft, { ...studies, isByCollege, wasConfirmed });
    expect(left(true, true)).toEqual([['AFFILIATION_ENDED', applicant]]);
    expect(left(false, true)).toEqual([]);
    expect(left(true, false)).toEqual([]);
    const own = { accountId: id(4) };
    expect(told(identity.passwordChanged, own)).toEqual([['PASSWORD_CHANGED', applicant]]);
    expect(told(identity.accountEnabled, own)).toEqual([['ACCOUNT_ENABLED', applicant]]);
    const given = { allocationRunId: id(9), profileId: id(8), jobPostingId: id(7) };
    expect(told(matching.allocationRecommended, given)).toEqual([
      ['ALLOCATION_RECOMMENDED', { to: 'ownerOf', profileId: id(8) }],
    ]);
    const filled = { allocationRunId: id(9), jobPostingId: id(7) };
    expect(told(matching.candidatesAllocated, filled)).toEqual([
      ['CANDIDATES_ALLOCATED', { to: 'employerOf', jobPostingId: id(7) }],
    ]);
    const invited = { profileId: id(8), jobPostingId: id(7), organisationId: id(6) };
    expect(told(matching.candidateInvited, invited)).toEqual([
      ['CANDIDATE_INVITED', { to: 'ownerOf', profileId: id(8) }],
    ]);
    const changed = { profileId: id(8), newCount: 3 };
    expect(told(matching.recommendationsChanged, changed)).toEqual([
      ['RECOMMENDATIONS_CHANGED', { to: 'ownerOf', profileId: id(8) }],
    ]);
  });
});

describe('the words of a notice', () => {
  const placeholders = (text: string): string[] =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

  it.each(NOTIFICATION_KINDS)('are there in both languages for %s', (kind) => {
    const zh = NOTIFICATION_TEXTS['zh-CN'][kind];
    const en = NOTIFICATION_TEXTS.en[kind];
    for (const text of zh) expect(text).toMatch(/\p{Script=Han}/u);
    for (const text of en) expect(text).not.toMatch(/\p{Script=Han}/u);
    for (const [title, body] of [zh, en]) {
      expect(title.length).toBeLessThanOrEqual(60);
      expect(body.length).toBeGreaterThan(5);
    }
    const named = [...placeholders(zh.join('')), ...placeholders(en.join(''))];
    expect(named.filter((name) => !(FACT_NAMES as readonly string[]).includes(name))).toEqual([]);
    expect(new Set(placeholders(en.join('')))).toEqual(new Set(placeholders(zh.join(''))));
    expect(KIND_DESCRIPTIONS[kind].description).toMatch(/\.$/);
  });

  it('name every reason for which an application ends, in both languages', () => {
    const schema = readFileSync('prisma/schema/applications.prisma', 'utf8');
    const body = /enum ApplicationCloseReason \{([^}]*)\}/.exec(schema)?.[1] ?? '';
    const reasons = [...body.matchAll(/^\s+([A-Z_]+)/gm)].map(([, name]) => name).sort();
    expect(reasons.length).toBeGreaterThan(10);
    expect(Object.keys(CLOSE_REASONS['zh-CN']).sort()).toEqual(reasons);
    expect(Object.keys(CLOSE_REASONS.en).sort()).toEqual(reasons);
  });

  it('are filled in one pass, and say nothing where nothing is known', () => {
    const facts = { posting: '焊工{employer}', reason: '岗位已招满' };
    expect(compose('APPLICATION_CLOSED', 'zh-CN', facts)).toEqual({
      title: '求职申请已结束',
      body: '对岗位“焊工{employer}”的申请已结束，原因：岗位已招满。',
    });
    expect(compose('OFFER_MADE', 'en', {}).body).toBe(
      'The employer offers you the work of “a posting”. Please answer in time.',
    );
    for (const words of Object.values(UNKNOWN_FACTS))
      expect(Object.keys(words).sort()).toEqual([...FACT_NAMES].sort());
  });
});

describe('what is mailed', () => {
  it.each<[MailRule, boolean, boolean, boolean]>([
    ['ALWAYS', true, true, true],
    ['NEVER', false, false, false],
    ['UNLESS_MUTED', true, true, false],
    ['ON_REQUEST', false, true, false],
  ])('follows the rule %s', (mail, unsaid, wanted, muted) => {
    const kind = NOTIFICATION_KINDS.find((candidate) => ruleOf(candidate).mail === mail);
    if (!kind) throw new Error(`No kind is mailed ${mail}`);
    const answers = [null, true, false].map((wish) => isMailed(kind, wish));
    expect(answers).toEqual([unsaid, wanted, muted]);
  });

  it('never leaves out offers, changed interviews, signatures, the account and the standing', () => {
    const always = NOTIFICATION_KINDS.filter((kind) => ruleOf(kind).mail === 'ALWAYS');
    for (const kind of NOTIFICATION_KINDS)
      if (/^(OFFER_|INTERVIEW_|STANDING_)|^(AGREEMENT_SIGNED|AGREEMENT_PROPOSED)$/.test(kind))
        expect(always).toContain(kind);
    expect(always).toContain('ACCOUNT_ENABLED');
  });
});
