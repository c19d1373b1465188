import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import { AccountLoader } from '../../identity/index.js';
import { Organisation, OrganisationLoader } from '../../organisations/index.js';
import { CeremonyPairLoader } from './ceremony.loader.js';
import { ceremonyMachine, type CeremonyTransition } from './ceremony.machine.js';
import {
  AgreementCeremony,
  AgreementCeremonyPair,
  AgreementCeremonySigner,
  AgreementCeremonyViewerCan,
} from './ceremony.model.js';
import { mayHold } from './ceremony.policy.js';

@Resolver(() => AgreementCeremony)
export class CeremonyFieldsResolver {
  constructor(
    private readonly organisations: OrganisationLoader,
    private readonly pairList: CeremonyPairLoader,
  ) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The host.' })
  organisation(@Parent() { organisationId }: AgreementCeremony): Promise<Organisation | null> {
    return this.organisations.load(organisationId);
  }

  @ResolveField(() => [AgreementCeremonyPair], {
    description: 'Its agreements in their order with who has signed by now, at most 50.',
  })
  pairs(@Parent() { id }: AgreementCeremony): Promise<AgreementCeremonyPair[]> {
    return this.pairList.load(id);
  }

  @ResolveField(() => AgreementCeremonyViewerCan, { description: 'What the viewer may do.' })
  viewerCan(
    @Parent() { organisationId, state }: AgreementCeremony,
    @CurrentActor() actor: Actor,
  ): AgreementCeremonyViewerCan {
    const may = (transition: CeremonyTransition): boolean =>
      mayHold(actor, organisationId) && ceremonyMachine.can(state, transition, 'HOST');
    return { edit: may('edit'), open: may('open'), end: may('end'), cancel: may('cancel') };
  }
}

@Resolver(() => AgreementCeremonySigner)
export class CeremonySignerResolver {
  constructor(private readonly accounts: AccountLoader) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Name of who signs; null while it is anybody’s of the party.',
  })
  async name(@Parent() { accountId }: AgreementCeremonySigner): Promise<string | null> {
    return accountId === null ? null : ((await this.accounts.load(accountId))?.displayName ?? null);
  }
}
