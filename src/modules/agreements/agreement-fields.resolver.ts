import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../core/auth/index.js';
import { Clock } from '../../core/clock/index.js';
import { Account, AccountLoader } from '../identity/index.js';
import { Organisation, OrganisationLoader } from '../organisations/index.js';
import { AgreementHistoryLoader, AgreementSignatureLoader } from './agreement.loader.js';
import { agreementMachine, type AgreementTransition } from './agreement.machine.js';
import {
  Agreement,
  AgreementHistoryEntry,
  AgreementSignature,
  AgreementViewerCan,
} from './agreement.model.js';
import { AGREEMENT_DRAFT, AGREEMENT_SIGN } from './agreement.permissions.js';
import { partiesWith } from './agreement.policy.js';
import { isInForce } from './agreement.rules.js';

/** Relations of an agreement and what the viewer may do with it. */
@Resolver(() => Agreement)
export class AgreementFieldsResolver {
  constructor(
    private readonly organisations: OrganisationLoader,
    private readonly signatures: AgreementSignatureLoader,
    private readonly history: AgreementHistoryLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The college.' })
  college(@Parent() { collegeId }: Agreement): Promise<Organisation | null> {
    return this.organisations.load(collegeId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The enterprise.' })
  enterprise(@Parent() { enterpriseId }: Agreement): Promise<Organisation | null> {
    return this.organisations.load(enterpriseId);
  }

  @ResolveField(() => [AgreementSignature], {
    name: 'signatures',
    description: 'Signatures of the present text, at most 2.',
  })
  signatureList(@Parent() { id }: Agreement): Promise<AgreementSignature[]> {
    return this.signatures.load(id);
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
    const signing = partiesWith(actor, AGREEMENT_SIGN, agreement);
    const signatures = signing.length > 0 ? await this.signatures.load(agreement.id) : [];
    const unsigned = signing.filter((id) => !signatures.some((s) => s.organisationId === id));
    const drafts = drafting.includes(agreement.drafterId);
    const can = (step: AgreementTransition, by: 'DRAFTER' | 'PARTY'): boolean =>
      agreementMachine.can(agreement.state, step, by);
    return {
      edit: drafts && can('edit', 'DRAFTER'),
      propose: drafts && can('propose', 'DRAFTER'),
      sign: unsigned.length > 0 && (can('signFirst', 'PARTY') || can('signSecond', 'PARTY')),
      return: drafting.length > 0 && can('return', 'PARTY'),
      cancel: drafting.length > 0 && can('cancel', 'PARTY'),
      terminate: signing.length > 0 && can('terminate', 'PARTY'),
      openPosting:
        drafting.includes(agreement.enterpriseId) && isInForce(agreement, this.clock.today()),
    };
  }
}

@Resolver(() => AgreementSignature)
export class AgreementSignatureResolver {
  constructor(
    private readonly organisations: OrganisationLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'Party signed for.' })
  organisation(@Parent() { organisationId }: AgreementSignature): Promise<Organisation | null> {
    return this.organisations.load(organisationId);
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who signed.' })
  signer(@Parent() { accountId }: AgreementSignature): Promise<Account | null> {
    return this.accounts.load(accountId);
  }
}
