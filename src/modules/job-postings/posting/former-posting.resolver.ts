import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Public, type Actor } from '../../../core/auth/index.js';
import { FormerJobPosting } from './former-posting.model.js';
import { FormerPostingReader } from './former-posting.reader.js';

@Resolver()
export class FormerPostingResolver {
  constructor(private readonly reader: FormerPostingReader) {}

  @Public()
  @Query(() => FormerJobPosting, {
    nullable: true,
    description:
      'A posting that was open to the viewer and is over; null for any other. Requires: nothing.',
  })
  formerJobPosting(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the posting.' }) id: string,
  ): Promise<FormerJobPosting | null> {
    return this.reader.find(actor, id);
  }
}
