import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Authenticated, CurrentActor, type Actor } from '../../../core/auth/index.js';
import { PageArgs, type Connection } from '../../../core/graphql/index.js';
import { Account, AccountLoader } from '../../identity/index.js';
import { OrganisationAccess } from './organisation-access.js';
import {
  OrganisationHistoryEntry,
  OrganisationHistoryEntryConnection,
} from './organisation-history.model.js';
import { OrganisationHistoryReader } from './organisation-history.reader.js';

@Resolver(() => OrganisationHistoryEntry)
export class OrganisationHistoryResolver {
  constructor(
    private readonly reader: OrganisationHistoryReader,
    private readonly access: OrganisationAccess,
    private readonly accounts: AccountLoader,
  ) {}

  @Authenticated()
  @Query(() => OrganisationHistoryEntryConnection, {
    nullable: true,
    description:
      'What happened to an organisation, newest first; null when the viewer neither belongs to it nor is in charge of it. Requires: being signed in.',
  })
  async organisationHistory(
    @CurrentActor() actor: Actor,
    @Args('organisationId', { type: () => ID, description: 'The organisation.' }) id: string,
    @Args() page: PageArgs,
  ): Promise<Connection<OrganisationHistoryEntry> | null> {
    return (await this.access.seesInternals(actor, id)) ? this.reader.listOf(id, page) : null;
  }

  @ResolveField(() => Account, {
    nullable: true,
    description: 'Who did it; null when the platform did.',
  })
  async actor(@Parent() { accountId }: OrganisationHistoryEntry): Promise<Account | null> {
    return accountId === null ? null : this.accounts.load(accountId);
  }

  @ResolveField(() => Account, {
    nullable: true,
    description: 'The member it is about; null when it is about none.',
  })
  async subject(@Parent() { subjectAccountId }: OrganisationHistoryEntry): Promise<Account | null> {
    return subjectAccountId === null ? null : this.accounts.load(subjectAccountId);
  }
}
