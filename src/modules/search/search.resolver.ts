import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Public, type Actor } from '../../core/auth/index.js';
import { JobPostingSearch } from './job-posting-search.service.js';
import {
  checkedSuggestions,
  JobPostingSearchArgs,
  SearchWordSuggestionsArgs,
} from './search.inputs.js';
import { JobPostingSearchConnection, SearchWordSuggestion } from './search.model.js';
import { SearchSuggestions } from './search-suggestions.service.js';
import { selectsField } from './selects-field.js';

@Resolver()
export class SearchResolver {
  constructor(
    private readonly postings: JobPostingSearch,
    private readonly suggestions: SearchSuggestions,
  ) {}

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
      offers: selectsField(info, 'offers'),
      similar: selectsField(info, 'similar'),
      didYouMean: selectsField(info, 'didYouMean'),
      relaxations: selectsField(info, 'relaxations'),
    });
  }

  @Public()
  @Query(() => [SearchWordSuggestion], {
    description:
      'Titles and employers of open postings for what was typed so far, also in pinyin, best first; none while the search engine is away. Requires: nothing.',
  })
  searchWordSuggestions(
    @CurrentActor() actor: Actor,
    @Args() args: SearchWordSuggestionsArgs,
  ): Promise<SearchWordSuggestion[]> {
    const { text, first } = checkedSuggestions(args);
    return this.suggestions.suggest(actor, text, first);
  }
}
