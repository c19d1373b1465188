import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { Authenticated, CurrentActor, type Actor } from '../../../core/auth/index.js';
import { PageArgs, Payload, type Connection } from '../../../core/graphql/index.js';
import { actingAccount } from '../../organisations/index.js';
import { JobPostingIdInput } from '../posting/job-posting.inputs.js';
import { JobPosting, JobPostingConnection } from '../posting/job-posting.model.js';
import { JobPostingPayload } from '../posting/job-posting.payloads.js';
import { JobPostingReader } from '../posting/job-posting.reader.js';
import { BookmarkReader } from './bookmark.reader.js';
import { BookmarkService } from './bookmark.service.js';

@ObjectType({ description: 'What is left of a bookmark that was removed.' })
export class RemoveJobPostingBookmarkPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The posting; null when refused.' })
  jobPostingId?: string | null;
}

@Resolver(() => JobPosting)
export class BookmarkResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: BookmarkService,
    private readonly bookmarks: BookmarkReader,
    private readonly postings: JobPostingReader,
  ) {}

  @Authenticated()
  @Query(() => JobPostingConnection, {
    description:
      'Postings the viewer has bookmarked and can still see, latest first. Requires: being signed in.',
  })
  bookmarkedJobPostings(
    @CurrentActor() actor: Actor,
    @Args() args: PageArgs,
  ): Promise<Connection<JobPosting>> {
    return this.bookmarks.list(actor, actingAccount(actor), args);
  }

  @Authenticated()
  @Mutation(() => JobPostingPayload, {
    description:
      'Bookmarks a posting; does nothing when it is bookmarked already. Requires: being signed in.',
  })
  async bookmarkJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting.' }) input: JobPostingIdInput,
  ): Promise<JobPostingPayload> {
    const id = await this.actions.run(actor, 'bookmarkJobPosting', {}, () =>
      this.service.add(actor, input),
    );
    return { jobPosting: await this.postings.requireById(id) };
  }

  @Authenticated()
  @Mutation(() => RemoveJobPostingBookmarkPayload, {
    description: 'Removes a bookmark; does nothing when there is none. Requires: being signed in.',
  })
  async removeJobPostingBookmark(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting.' }) input: JobPostingIdInput,
  ): Promise<RemoveJobPostingBookmarkPayload> {
    const jobPostingId = await this.actions.run(actor, 'removeJobPostingBookmark', {}, () =>
      this.service.remove(actor, input),
    );
    return { jobPostingId };
  }
}
