import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { JOB_SEEKER_SEARCH } from '../../profiles/index.js';
import { CandidateSearchArgs } from './candidate-search.inputs.js';
import { CandidateSearchConnection } from './candidate-search.model.js';
import { CandidateSearch } from './candidate-search.service.js';

@Resolver()
export class CandidateSearchResolver {
  constructor(private readonly candidates: CandidateSearch) {}

  @RequirePermission(JOB_SEEKER_SEARCH)
  @Query(() => CandidateSearchConnection, {
    description:
      'Active job seekers who let verified enterprises find them, by words and conditions, best first, with counts; 1,000 pages a day for an organisation. Requires: JOB_SEEKER_SEARCH.',
  })
  searchCandidates(
    @CurrentActor() actor: Actor,
    @Args() args: CandidateSearchArgs,
  ): Promise<CandidateSearchConnection> {
    return this.candidates.search(actor, args);
  }
}
