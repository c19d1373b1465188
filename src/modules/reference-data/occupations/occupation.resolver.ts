import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../../../core/auth/index.js';
import { ReferenceReader } from '../reference.reader.js';
import { checkedTypeAhead, TypeAheadArgs } from '../type-ahead/type-ahead.args.js';
import { Occupation } from './occupation.model.js';

/** The occupational classification, one level at a time. */
@Resolver(() => Occupation)
export class OccupationResolver {
  constructor(private readonly reference: ReferenceReader) {}

  @Public()
  @Query(() => [Occupation], {
    description:
      'Entries directly below the given one, by code; major groups when none is given; at most 50. An unknown code is an error. Requires: nothing.',
  })
  async occupations(
    @Args('parentCode', {
      type: () => String,
      nullable: true,
      description: 'Code of the group above.',
    })
    parentCode?: string | null,
  ): Promise<Occupation[]> {
    const { occupations } = await this.reference.tables();
    return occupations.children(
      typeof parentCode === 'string' ? occupations.require(parentCode, 'parentCode').code : null,
    );
  }

  @Public()
  @Query(() => Occupation, {
    description:
      'The occupation or group with the code; an unknown code is an error. Requires: nothing.',
  })
  occupation(
    @Args('code', { type: () => String, description: 'Code, such as 6-18-01-01.' }) code: string,
  ): Promise<Occupation> {
    return this.reference.requireOccupation(code, 'code');
  }

  @Public()
  @Query(() => [Occupation], {
    description:
      'Occupations and groups for what was typed, best first: by code, name, everyday title, pinyin or initials. Requires: nothing.',
  })
  async searchOccupations(@Args() args: TypeAheadArgs): Promise<Occupation[]> {
    const { text, first } = checkedTypeAhead(args);
    return (await this.reference.tables()).occupations.search(text, first);
  }

  @ResolveField(() => [Occupation], {
    description: 'Groups above it, from the major group down; at most 3. Requires: nothing.',
  })
  async ancestors(@Parent() occupation: Occupation): Promise<Occupation[]> {
    return (await this.reference.occupationPath(occupation.code)).slice(0, -1);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether entries stand below it. Requires: nothing.',
  })
  async hasChildren(@Parent() occupation: Occupation): Promise<boolean> {
    return (await this.reference.tables()).occupations.children(occupation.code).length > 0;
  }
}
