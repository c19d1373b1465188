import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Account, AccountLoader, Viewer } from '../../identity/index.js';
import { OrganisationLoader } from '../organisation/organisation.loader.js';
import { Organisation } from '../organisation/organisation.model.js';
import { OrganisationMember } from './member.model.js';
import { MemberReader } from './member.reader.js';

@Resolver(() => OrganisationMember)
export class MemberFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly organisations: OrganisationLoader,
  ) {}

  @ResolveField(() => Account, { nullable: true, description: 'The person; null when erased.' })
  account(@Parent() member: OrganisationMember): Promise<Account | null> {
    return this.accounts.load(member.accountId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation.' })
  organisation(@Parent() member: OrganisationMember): Promise<Organisation | null> {
    return this.organisations.load(member.organisationId);
  }
}

@Resolver(() => Viewer)
export class ViewerOrganisationsResolver {
  constructor(private readonly members: MemberReader) {}

  @ResolveField(() => [OrganisationMember], {
    description: 'Where the person belongs, and as what; at most 50.',
  })
  organisations(@Parent() viewer: Viewer): Promise<OrganisationMember[]> {
    return this.members.listFor(viewer.id);
  }
}
