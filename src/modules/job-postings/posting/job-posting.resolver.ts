import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Public, type Actor } from '../../../core/auth/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { JobPostingsArgs } from './job-posting.args.js';
import { JobPosting, JobPostingConnection } from './job-posting.model.js';
import { JobPostingReader } from './job-posting.reader.js';

@Resolver()
export class JobPostingResolver {
  constructor(private readonly reader: JobPostingReader) {}

  @Public()
  @Query(() => JobPosting, {
    nullable: true,
    description:
      'A posting by id; null when there is none, or when it is not open and the viewer has no part in it. Requires: nothing.',
  })
  jobPosting(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the posting.' }) id: string,
  ): Promise<JobPosting | null> {
    return this.reader.find(actor, id);
  }

  @Public()
  @Query(() => JobPostingConnection, {
    description:
      'Postings the viewer may know of: open ones, and those of his organisation or bureau. Searching the open ones by words and facets is for the search. Requires: nothing.',
  })
  jobPostings(
    @CurrentActor() actor: Actor,
    @Args() args: JobPostingsArgs,
  ): Promise<Connection<JobPosting>> {
    return this.reader.list(actor, args);
  }
}
