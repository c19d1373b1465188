import { randomUUID } from 'node:crypto';
import type { GraphQLField } from 'graphql';
import type { TestAccount } from '../factories/account.factory.js';
import type { TestApp } from '../support/app.js';
import type { GqlAnswer } from '../support/client.js';
import type { RootField } from '../support/schema.js';
import { sampleCall, type IdAt } from './sample-call.js';
import type { Tenant } from './tenants.js';

/** Kinds of record that a place of the arguments names, where its own name does not tell. */
const KINDS: Readonly<Record<string, string>> = {
  'agreementCeremonies.organisationId': 'bureau',
  'agreementCeremonyCandidates.organisationId': 'bureau',
  'agreementCeremony.id': 'ceremony',
  'addPortfolioFile.input.fileId': 'newPortfolioFile',
  'agreementTemplateText.id': 'agreementTemplate',
  'agreementTemplateText.parties.organisationId': 'college',
  'arrangeAgreementSignatories.input.agreementId': 'draftAgreement',
  'claimJobPosting.input.jobPostingId': 'externalPosting',
  'commentOnAgreementClause.input.agreementId': 'draftAgreement',
  'commentOnAgreementClause.input.clauseKey': 'clause',
  'commentOnAgreementClause.input.replyToId': 'comment',
  'confirmOrderClassEnrolments.input.agreementId': 'classAgreement',
  'cancelJobFair.input.jobFairId': 'spareFair',
  'createAgreement.input.content.annexes.fileId': 'annexFile',
  'createAgreement.input.content.clauses.key': 'clause',
  'createAgreement.input.content.obligations.key': 'obligation',
  'createAgreement.input.partnerId': 'college',
  'createAgreement.input.template.templateId': 'agreementTemplate',
  'createAllocationRun.input.profileIds': 'findableProfile',
  'createJobFair.input.organisationId': 'college',
  'declineJobFairInvitation.input.jobFairId': 'invitingFair',
  'delegateAgreementTurn.input.delegateId': 'account',
  'delegateAgreementTurn.input.fileId': 'powerFile',
  'disputeObligationEvidence.input.agreementId': 'promisingAgreement',
  'disputeObligationEvidence.input.entryId': 'collegeEntry',
  'discardJobPosting.input.jobPostingId': 'draftPosting',
  'editAgreement.input.agreementId': 'draftAgreement',
  'editAgreement.input.content.annexes.fileId': 'annexFile',
  'editAgreement.input.content.clauses.key': 'clause',
  'editAgreement.input.content.obligations.key': 'obligation',
  'enrolInOrderClass.input.agreementId': 'effectiveAgreement',
  'enterObligationEvidence.input.agreementId': 'promisingAgreement',
  'enterObligationEvidence.input.obligationKey': 'obligation',
  'formerJobPosting.id': 'closedPosting',
  'endAgreementCeremony.input.ceremonyId': 'openCeremony',
  'planAgreementCeremony.input.organisationId': 'bureau',
  'inviteCandidate.input.profileId': 'findableProfile',
  'importJobPostings.input.fileId': 'tableFile',
  'jobFairs.filter.agreementId': 'fairAgreement',
  'jobFairs.filter.organiserId': 'college',
  'jobFairs.filter.participantId': 'organisation',
  'jobPosting.id': 'draftPosting',
  'jobPostingImportIssues.importId': 'jobPostingImport',
  'jobPostingQuestions.jobPostingId': 'draftPosting',
  'myAgreement.id': 'agreement',
  'openPostingToPartner.input.agreementId': 'effectiveAgreement',
  'organisationVerification.id': 'verification',
  'previewRosterImport.input.fileId': 'rosterFile',
  'publishJobFair.input.jobFairId': 'draftFair',
  'accountRecord.id': 'account',
  'refuseOrderClassEnrolments.input.agreementId': 'classAgreement',
  'removeOrderClassEnrolments.input.agreementId': 'classAgreement',
  'removePortfolioFile.input.fileId': 'portfolioFile',
  'removeJobPosting.input.jobPostingId': 'pausedPosting',
  'reopenAgreementComment.input.agreementId': 'draftAgreement',
  'resolveAgreementComment.input.agreementId': 'draftAgreement',
  'restoreRecommendation.input.recommendationId': 'dismissedRecommendation',
  'shareAgreement.input.agreementId': 'draftAgreement',
  'submitJobPosting.input.jobPostingId': 'draftPosting',
  'submitVerification.input.evidence.fileId': 'evidenceFile',
  'submitVerification.input.organisationId': 'unverifiedOrganisation',
  'uploadAgreementPaper.input.fileId': 'paperFile',
  'updateJobFair.input.jobFairId': 'spareFair',
  'updateJobPosting.input.id': 'draftPosting',
  'withdrawJobFairRegistration.input.jobFairId': 'joinedFair',
  'withdrawObligationEvidence.input.agreementId': 'promisingAgreement',
  'withdrawObligationEvidence.input.entryId': 'enterpriseEntry',
  template: 'agreementTemplate',
  administrator: 'account',
  hiddenEmployer: 'organisation',
  employer: 'organisation',
  ids: 'notification',
  import: 'jobPostingImport',
};

/** Places that name what is open to everyone: another tenant's is as good as the own one. */
const OPEN_PLACES: readonly string[] = [
  'claimJobPosting.input.jobPostingId',
  'agreementTemplateText.parties.organisationId',
  'createAgreement.input.partnerId',
  'createAllocationRun.input.collegeId',
  'createAllocationRun.input.profileIds',
  'inviteCandidate.input.profileId',
  'delegateAgreementTurn.input.delegateId',
  'searchJobPostings.filter.employerId',
];

/** Refusals that say that there is no such record. */
const NOT_FOUND = /^(REQUEST_NOT_FOUND|MATCHING_NO_RECOMMENDATION)$/;

/** What one person was answered, in words that can be compared: no ids, no instants. */
export type Answered = 'refused' | 'notFound' | `seen ${string}` | `broke ${string}`;

/** Which record a place names: `input.offerId` an offer, `id` of `Query.agreement` an agreement. */
export function kindAt(root: Pick<RootField, 'field'>, place: string): string {
  const own = KINDS[`${root.field}.${place}`];
  if (own !== undefined) return own;
  const name = place.slice(place.lastIndexOf('.') + 1).replace(/Ids?$/, '');
  if (name !== 'id') return KINDS[name] ?? name;
  return root.field.replace(/^(edit|update)(.)/, (_, _verb, first: string) => first.toLowerCase());
}

interface Payload {
  readonly userErrors?: readonly { readonly code: string }[];
  readonly items?: readonly { readonly refusal: string | null }[];
}

export function answered(
  root: Pick<RootField, 'kind' | 'field'>,
  { status, data, errors = [] }: GqlAnswer<unknown>,
): Answered {
  const codes = errors.map(({ extensions }) => extensions);
  if (codes.some(({ code }) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED'))
    return 'refused';
  if (codes.some(({ reason }) => NOT_FOUND.test(reason ?? ''))) return 'notFound';
  if (status !== 200 || codes.some(({ code }) => code !== 'BAD_USER_INPUT'))
    return `broke ${String(status)} ${JSON.stringify(errors)}`;
  if (codes.length > 0) return `seen ${JSON.stringify(codes.map(({ reason }) => reason))}`;
  const value = (data as Record<string, unknown> | null)?.[root.field] ?? null;
  if (root.kind === 'Query' && value === null) return 'notFound';
  const { userErrors = [], items = [] } = (value ?? {}) as Payload;
  const refusals = [...userErrors.map(({ code }) => code), ...items.map((item) => item.refusal)];
  if (refusals.some((code) => NOT_FOUND.test(code ?? ''))) return 'notFound';
  return `seen ${JSON.stringify(value)}`;
}

type Field = GraphQLField<unknown, unknown>;

/** Asks root fields as the people of one tenant: about their own records, another tenant's, and none at all. */
export class TenantWalk {
  private calls = 0;

  constructor(
    private readonly app: TestApp,
    private readonly own: Tenant,
    private readonly other: Tenant,
    private readonly platformAdministrator: TestAccount,
  ) {}

  /** What each person is answered about a record that does not exist. */
  async unknown(root: RootField, field: Field): Promise<string[]> {
    const answers = await this.askEverybody(root, field, () => randomUUID());
    answers.push(await this.ask(root, field, this.platformAdministrator, () => randomUUID()));
    return answers;
  }

  /** `allowed` when somebody can tell the other tenant's record from none, with who was told what; none may be told. */
  async otherOrganisation(
    root: RootField,
    field: Field,
  ): Promise<{ readonly outcome: 'allowed' | 'refused' | 'notFound'; readonly told: string[] }> {
    const all = places(root, field);
    const guarded = all.filter((place) => !OPEN_PLACES.includes(`${root.field}.${place}`));
    // All places at once and, where there are several, one at a time beside own records.
    const foreign = all.length > 1 ? [all, ...guarded.map((place) => [place])] : [all];
    const people = Object.keys(this.own.people);
    const told: string[] = [];
    let isRefused = true;
    for (const strange of foreign) {
      const at = (idAt: IdAt) => (place: string) =>
        strange.includes(place) ? idAt(place) : idOf(root, place, this.own.records);
      const none = await this.askEverybody(
        root,
        field,
        at(() => randomUUID()),
      );
      if (none.every((answer) => answer === 'refused')) continue;
      isRefused = false;
      const theirs = at((place) => idOf(root, place, this.other.records));
      const answers = await this.askEverybody(root, field, theirs);
      for (const [i, answer] of answers.entries())
        if (answer !== none[i]) told.push(`${people[i] ?? ''} at ${strange.join()}: ${answer}`);
    }
    return { outcome: isRefused ? 'refused' : told.length > 0 ? 'allowed' : 'notFound', told };
  }

  /** What the first person who is not refused is told about the own records. */
  async ownRecord(root: RootField, field: Field): Promise<Answered> {
    let last: Answered = 'refused';
    for (const as of [...Object.values(this.own.people), this.platformAdministrator]) {
      const answer = await this.ask(root, field, as, (place) =>
        idOf(root, place, this.own.records),
      );
      if (answer.startsWith('seen')) return answer;
      if (answer !== 'refused') last = answer;
    }
    return last;
  }

  private askEverybody(root: RootField, field: Field, idAt: IdAt): Promise<Answered[]> {
    const people = Object.values(this.own.people);
    return Promise.all(people.map((as) => this.ask(root, field, as, idAt)));
  }

  private async ask(root: RootField, field: Field, as: TestAccount, idAt: IdAt): Promise<Answered> {
    const { query, variables } = sampleCall(root.kind, field, idAt);
    this.calls += 1;
    // From an address of its own each time: rate limits are another matter.
    const from = `10.1.${String(this.calls >> 8)}.${String(this.calls & 255)}`;
    return answered(root, await this.app.gql(query, variables, { as, from }));
  }
}

/** Places of a root field that name records. */
export function places({ kind }: Pick<RootField, 'kind'>, field: Field): readonly string[] {
  return sampleCall(kind, field, () => undefined).idPlaces;
}

function idOf(root: RootField, place: string, records: Tenant['records']): string {
  const id = records[kindAt(root, place)];
  if (id === undefined) throw new Error(`${root.name}: tenants.ts makes no record for ${place}`);
  return id;
}
