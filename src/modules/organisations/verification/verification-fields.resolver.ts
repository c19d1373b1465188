import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import { calendarDay, Clock } from '../../../core/clock/index.js';
import { Account, AccountLoader } from '../../identity/index.js';
import { OrganisationLoader } from '../organisation/organisation.loader.js';
import { Organisation } from '../organisation/organisation.model.js';
import { isInCharge, isMember, mayManage } from '../organisation/organisation.policy.js';
import { VerificationEvidenceLoader, VerificationHistoryLoader } from './verification.loader.js';
import { isAppeal, verificationMachine } from './verification.machine.js';
import {
  OrganisationVerification,
  VerificationEvidence,
  VerificationHistoryEntry,
  VerificationViewerCan,
} from './verification.model.js';

/** Relations of a verification. The officers are shown to those in charge only; the organisation sees the bureau. */
@Resolver(() => OrganisationVerification)
export class VerificationFieldsResolver {
  constructor(
    private readonly organisations: OrganisationLoader,
    private readonly accounts: AccountLoader,
    private readonly evidenceLoader: VerificationEvidenceLoader,
    private readonly historyLoader: VerificationHistoryLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation to verify.' })
  organisation(
    @Parent() { organisationId }: OrganisationVerification,
  ): Promise<Organisation | null> {
    return this.organisations.load(organisationId);
  }

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'The bureau that decided; null before, and when the platform decided.',
  })
  async bureau(@Parent() { decidedFor }: OrganisationVerification): Promise<Organisation | null> {
    return decidedFor === null ? null : this.organisations.load(decidedFor);
  }

  @ResolveField(() => Account, {
    nullable: true,
    description:
      'The officer who has taken it on; null while nobody has, and for the organisation itself.',
  })
  async claimedBy(
    @CurrentActor() actor: Actor,
    @Parent() verification: OrganisationVerification,
  ): Promise<Account | null> {
    const { claimedBy } = verification;
    if (claimedBy === null || !(await this.isInCharge(actor, verification))) return null;
    return this.accounts.load(claimedBy);
  }

  @ResolveField(() => [VerificationEvidence], {
    nullable: true,
    description:
      'Papers handed in, at most 20; null unless the viewer manages the organisation or is in charge of it.',
  })
  async evidence(
    @CurrentActor() actor: Actor,
    @Parent() verification: OrganisationVerification,
  ): Promise<VerificationEvidence[] | null> {
    const { id, organisationId } = verification;
    const sees = mayManage(actor, organisationId) || (await this.isInCharge(actor, verification));
    return sees ? this.evidenceLoader.load(id) : null;
  }

  @ResolveField(() => [VerificationHistoryEntry], {
    description: 'Changes of state in their order, at most 50.',
  })
  history(@Parent() { id }: OrganisationVerification): Promise<VerificationHistoryEntry[]> {
    return this.historyLoader.load(id);
  }

  @ResolveField(() => VerificationViewerCan, { description: 'What the viewer may do with it now.' })
  async viewerCan(
    @CurrentActor() actor: Actor,
    @Parent() verification: OrganisationVerification,
  ): Promise<VerificationViewerCan> {
    const { state, organisationId, claimedBy, decidedBy, appealUntil } = verification;
    const manages = mayManage(actor, organisationId);
    const decides =
      !isMember(actor, organisationId) && (await this.isInCharge(actor, verification));
    const isClaimed = claimedBy !== null;
    const isAnother = !isAppeal(state) || decidedBy !== actor.accountId;
    const today = calendarDay(this.clock.now());
    return {
      claim: decides && isAnother && (state === 'SUBMITTED' || state === 'APPEALED'),
      release: decides && isClaimed,
      decide: decides && isClaimed && claimedBy === actor.accountId,
      withdraw: manages && verificationMachine.can(state, 'withdraw', 'APPLICANT'),
      appeal: manages && appealUntil !== null && today <= appealUntil,
    };
  }

  private async isInCharge(
    actor: Actor,
    { organisationId }: OrganisationVerification,
  ): Promise<boolean> {
    const organisation = await this.organisations.load(organisationId);
    return organisation !== null && isInCharge(actor, organisation);
  }
}
