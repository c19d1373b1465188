import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation, OrganisationLoader } from '../../organisations/index.js';
import { JobPostingAudience } from './audience.model.js';

@Resolver(() => JobPostingAudience)
export class AudienceFieldsResolver {
  constructor(private readonly organisations: OrganisationLoader) {}

  @ResolveField(() => [Organisation], { description: 'The partner colleges, at most 50.' })
  colleges(@Parent() { collegeIds }: JobPostingAudience): Promise<Organisation[]> {
    return this.organisations.loadMany(collegeIds.slice(0, 50));
  }
}
