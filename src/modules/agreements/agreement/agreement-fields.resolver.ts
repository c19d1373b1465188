import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Account, AccountLoader } from '../../identity/index.js';
import { Organisation, OrganisationLoader } from '../../organisations/index.js';
import { requestContext } from '../../../core/context/index.js';
import { kindOf } from '../agreement-kinds.js';
import { AgreementClause } from '../negotiation/agreement-version.model.js';
import { AgreementSignatory } from '../signing/signatory.model.js';
import { MyTurns } from '../signing/my-turns.service.js';
import { AgreementSignatoryLoader } from '../signing/signatory.loader.js';
import { AgreementKind, toAgreementKind } from './agreement-kind.model.js';
import { CooperationForm } from './agreement.enums.js';
import {
  AgreementClauseLoader,
  AgreementHistoryLoader,
  AgreementSignatureLoader,
} from './agreement.loader.js';
import {
  agreementMachine,
  type AgreementRole,
  type AgreementTransition,
} from './agreement.machine.js';
import {
  Agreement,
  AgreementHistoryEntry,
  AgreementParty,
  AgreementSignature,
  AgreementViewerCan,
} from './agreement.model.js';
import { AGREEMENT_DRAFT, AGREEMENT_SIGN } from './agreement.permissions.js';
import {
  mayComment,
  organisationIn,
  partiesWith,
  partnersIn,
  partyOf,
} from './agreement.policy.js';
import { isInForce, termsOf } from './agreement.rules.js';

/** Relations of an agreement and what the viewer may do with it. */
@Resolver(() => Agreement)
export class AgreementFieldsResolver {
  constructor(
    private readonly organisations: OrganisationLoader,
    private readonly signatures: AgreementSignatureLoader,
    private readonly signatories: AgreementSignatoryLoader,
    private readonly clauseList: AgreementClauseLoader,
    private readonly history: AgreementHistoryLoader,
    private readonly myTurnList: MyTurns,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => AgreementKind, { description: 'What kind of agreement it is.' })
  kind(@Parent() { kindCode }: Agreement): AgreementKind {
    return toAgreementKind(kindOf(kindCode), requestContext().locale);
  }

  @ResolveField(() => CooperationForm, {
    description: 'What the parties do together.',
    deprecationReason: 'Use subKind. Removed after 2027-06.',
  })
  form(@Parent() { subKind }: Agreement): CooperationForm {
    const forms: Readonly<Record<string, CooperationForm>> = CooperationForm;
    return forms[subKind ?? ''] ?? 'OTHER';
  }

  @ResolveField(() => [AgreementClause], { description: 'What it says now, at most 100 clauses.' })
  clauses(@Parent() { id }: Agreement): Promise<AgreementClause[]> {
    return this.clauseList.load(id);
  }

  @ResolveField(() => String, { description: 'Its clauses in one text.' })
  async terms(@Parent() { id }: Agreement): Promise<string> {
    return termsOf(await this.clauseList.load(id));
  }

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'The college; null where it has no part in it.',
  })
  college(@Parent() agreement: Agreement): Promise<Organisation | null> {
    return this.organisationIn(agreement, 'COLLEGE');
  }

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'The enterprise; null where it has no part in it.',
  })
  enterprise(@Parent() agreement: Agreement): Promise<Organisation | null> {
    return this.organisationIn(agreement, 'ENTERPRISE');
  }

  @ResolveField(() => [AgreementSignature], {
    name: 'signatures',
    description: 'Signatures of the present text, at most 60.',
  })
  signatureList(@Parent() { id }: Agreement): Promise<AgreementSignature[]> {
    return this.signatures.load(id);
  }

  @ResolveField(() => [AgreementSignatory], {
    name: 'signatories',
    description: 'Who reviews and signs it, in the order of their turns, at most 60.',
  })
  signatoryList(@Parent() { id }: Agreement): Promise<AgreementSignatory[]> {
    return this.signatories.load(id);
  }

  @ResolveField(() => [AgreementHistoryEntry], {
    name: 'history',
    description: 'Its latest steps, oldest first, at most 100.',
  })
  historyList(@Parent() { id }: Agreement): Promise<AgreementHistoryEntry[]> {
    return this.history.load(id).then((entries) => entries.slice(-100));
  }

  @ResolveField(() => AgreementViewerCan, { description: 'What the viewer may do with it now.' })
  async viewerCan(
    @CurrentActor() actor: Actor,
    @Parent() agreement: Agreement,
  ): Promise<AgreementViewerCan> {
    const drafting = partiesWith(actor, AGREEMENT_DRAFT, agreement);
    const acting = partyOf(actor, AGREEMENT_SIGN, agreement);
    const drafts = drafting.includes(agreement.drafterId);
    const can = (step: AgreementTransition, by: AgreementRole): boolean =>
      agreementMachine.can(agreement.state, step, by);
    const isAmendable = drafting.length > 0 && can('amend', 'PARTY');
    const isNegotiated = agreement.state === 'NEGOTIATING';
    const partners = partnersIn(agreement);
    const turns = await this.myTurnList.of(actor, agreement);
    return {
      edit: (drafts && can('edit', 'DRAFTER')) || (isAmendable && isNegotiated),
      amend: isAmendable && !isNegotiated,
      share: drafts && can('share', 'DRAFTER'),
      propose: drafts && can('propose', 'DRAFTER'),
      sign: turns.some(({ role }) => role !== 'REVIEWER'),
      approve: turns.some(({ role }) => role === 'REVIEWER'),
      decline: turns.length > 0,
      arrange: drafts && can('propose', 'DRAFTER'),
      extend: drafts && can('return', 'PARTY'),
      issueLink: drafting.length > 0 && can('return', 'PARTY'),
      reassign: partiesWith(actor, AGREEMENT_SIGN, agreement).length > 0 && can('return', 'PARTY'),
      checkPaper: drafting.length > 0 && can('return', 'PARTY'),
      comment: mayComment(actor, agreement),
      return: drafting.length > 0 && can('return', 'PARTY'),
      cancel: drafting.length > 0 && can('cancel', 'PARTY'),
      terminate: acting !== null && can('terminate', 'PARTY'),
      suspend: acting !== null && can('suspend', 'PARTY'),
      resume: acting?.position === agreement.suspension?.partyPosition && can('resume', 'PARTY'),
      draftAmendment: drafting.length > 0 && can('supersede', 'PLATFORM'),
      openPosting:
        drafting.some((id) => id === partners?.enterpriseId) &&
        isInForce(agreement, this.clock.today()),
    };
  }

  @ResolveField(() => [AgreementSignatory], {
    description: 'Turns that are the viewer’s to take now, at most 60.',
  })
  myTurns(
    @CurrentActor() actor: Actor,
    @Parent() agreement: Agreement,
  ): Promise<AgreementSignatory[]> {
    return this.myTurnList.of(actor, agreement);
  }

  private organisationIn(agreement: Agreement, role: string): Promise<Organisation | null> {
    const id = organisationIn(agreement, role);
    return id === null ? Promise.resolve(null) : this.organisations.load(id);
  }
}

@Resolver(() => AgreementParty)
export class AgreementPartyResolver {
  constructor(private readonly organisations: OrganisationLoader) {}

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'The organisation; null where the party is a person.',
  })
  organisation(@Parent() { organisationId }: AgreementParty): Promise<Organisation | null> {
    return organisationId === null
      ? Promise.resolve(null)
      : this.organisations.load(organisationId);
  }
}

@Resolver(() => AgreementSignature)
export class AgreementSignatureResolver {
  constructor(
    private readonly organisations: OrganisationLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'Organisation signed for; null where the party is a person.',
  })
  organisation(@Parent() { organisationId }: AgreementSignature): Promise<Organisation | null> {
    return organisationId === null
      ? Promise.resolve(null)
      : this.organisations.load(organisationId);
  }

  @ResolveField(() => Account, {
    nullable: true,
    description: 'Who confirmed it here; null for a signature on paper.',
  })
  signer(@Parent() { accountId }: AgreementSignature): Promise<Account | null> {
    return accountId === null ? Promise.resolve(null) : this.accounts.load(accountId);
  }
}
