import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../../../core/auth/index.js';
import { ReferenceReader } from '../reference.reader.js';
import { checkedTypeAhead, TypeAheadArgs } from '../type-ahead/type-ahead.args.js';
import { Industry } from './industry.model.js';

/** The industry classification, one level at a time. */
@Resolver(() => Industry)
export class IndustryResolver {
  constructor(private readonly reference: ReferenceReader) {}

  @Public()
  @Query(() => [Industry], {
    description:
      'Entries directly below the given one, by code; sections when none is given; at most 50. An unknown code is an error. Requires: nothing.',
  })
  async industries(
    @Args('parentCode', {
      type: () => String,
      nullable: true,
      description: 'Code of the entry above.',
    })
    parentCode?: string | null,
  ): Promise<Industry[]> {
    const { industries } = await this.reference.tables();
    return industries.children(
      typeof parentCode === 'string' ? industries.require(parentCode, 'parentCode').code : null,
    );
  }

  @Public()
  @Query(() => Industry, {
    description: 'The industry with the code; an unknown code is an error. Requires: nothing.',
  })
  industry(
    @Args('code', { type: () => String, description: 'Code, such as C, 39, 397 or 3973.' })
    code: string,
  ): Promise<Industry> {
    return this.reference.requireIndustry(code, 'code');
  }

  @Public()
  @Query(() => [Industry], {
    description:
      'Industries for what was typed, best first: by code, name, pinyin or initials. Requires: nothing.',
  })
  async searchIndustries(@Args() args: TypeAheadArgs): Promise<Industry[]> {
    const { text, first } = checkedTypeAhead(args);
    return (await this.reference.tables()).industries.search(text, first);
  }

  @ResolveField(() => [Industry], {
    description: 'Entries above it, from the section down; at most 3. Requires: nothing.',
  })
  async ancestors(@Parent() industry: Industry): Promise<Industry[]> {
    return (await this.reference.industryPath(industry.code)).slice(0, -1);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether entries stand below it. Requires: nothing.',
  })
  async hasChildren(@Parent() industry: Industry): Promise<boolean> {
    return (await this.reference.tables()).industries.children(industry.code).length > 0;
  }
}
