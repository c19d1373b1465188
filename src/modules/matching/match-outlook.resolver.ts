import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Authenticated, CurrentActor, type Actor } from '../../core/auth/index.js';
import { MatchOutlookService } from './match-outlook.service.js';
import { MatchWords } from './match-words.js';
import { MatchExplanation, MatchOutlook, MatchReason, MatchStanding } from './matching.model.js';

@Resolver(() => MatchExplanation)
export class MatchOutlookResolver {
  constructor(
    private readonly service: MatchOutlookService,
    private readonly words: MatchWords,
  ) {}

  @Authenticated()
  @Query(() => MatchExplanation, {
    nullable: true,
    description:
      'How the viewer and an open posting fit, worked out now; null without a profile or such a posting. Requires: being signed in.',
  })
  async explainMatch(
    @CurrentActor() actor: Actor,
    @Args('jobPostingId', { type: () => ID, description: 'The posting.' }) jobPostingId: string,
  ): Promise<MatchExplanation | null> {
    const match = await this.service.explain(actor, jobPostingId);
    return match && { ...match, jobPostingId, unmet: [...match.unmet] };
  }

  @Authenticated()
  @Query(() => MatchOutlook, {
    nullable: true,
    description:
      'What would help the viewer, worked out now over all open postings, each change alone, most helpful first; null without a profile or while not looking for work. Requires: being signed in.',
  })
  async myMatchOutlook(@CurrentActor() actor: Actor): Promise<MatchOutlook | null> {
    const outlook = await this.service.outlook(actor);
    return outlook && { ...outlook, changes: await this.words.changes(outlook.changes) };
  }

  @ResolveField(() => [MatchReason], {
    description: 'Reasons whose points add up to the score, at most 8.',
  })
  reasons(@Parent() { terms }: MatchExplanation): Promise<MatchReason[]> {
    return this.words.reasons(terms);
  }

  @ResolveField(() => MatchStanding, {
    description: 'Where the posting stands among all that fit, and what would bring it up.',
  })
  async standing(
    @CurrentActor() actor: Actor,
    @Parent() { jobPostingId }: MatchExplanation,
  ): Promise<MatchStanding> {
    const { changes, ...standing } = await this.service.standing(actor, jobPostingId);
    return { ...standing, changes: await this.words.changes(changes) };
  }
}
