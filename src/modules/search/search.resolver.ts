import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Public, type Actor } from '../../core/auth/index.js';
import { JobPostingSearch } from './job-posting-search.service.js';
import { JobPostingSearchArgs } from './search.inputs.js';
import { JobPostingSearchConnection } from './search.model.js';
import { selectsField } from './selects-field.js';

@Resolver()
export class SearchResolver {
  constructor(private readonly postings: JobPostingSearch) {}

  @Public()
  @Query(() => JobPostingSearchConnection, {
    description:
      'Open postings by words and conditions, with counts. Postings for partner colleges are found by their students only. Requires: nothing.',
  })
  searchJobPostings(
    @CurrentActor() actor: Actor,
    @Args() args: JobPostingSearchArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JobPostingSearchConnection> {
    return this.postings.search(actor, args, {
      facets: selectsField(info, 'facets'),
      similar: selectsField(info, 'similar'),
      didYouMean: selectsField(info, 'didYouMean'),
      relaxations: selectsField(info, 'relaxations'),
    });
  }
}
