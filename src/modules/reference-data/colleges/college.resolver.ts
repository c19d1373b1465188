import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../../../core/auth/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { ReferenceReader } from '../reference.reader.js';
import { Region } from '../regions/region.model.js';
import { checkedTypeAhead } from '../type-ahead/type-ahead.args.js';
import { CollegesArgs, SearchCollegesArgs } from './college.args.js';
import { College, CollegeConnection } from './college.model.js';
import { CollegeReader } from './college.reader.js';

/** The list of higher-education institutions. */
@Resolver(() => College)
export class CollegeResolver {
  constructor(
    private readonly reference: ReferenceReader,
    private readonly reader: CollegeReader,
  ) {}

  @Public()
  @Query(() => CollegeConnection, {
    description:
      'Colleges in the order of the ministry’s list; an unknown region is an error. Requires: nothing.',
  })
  colleges(@Args() args: CollegesArgs): Promise<Connection<College>> {
    return this.reader.list(args);
  }

  @Public()
  @Query(() => College, {
    description: 'The college with the code or id; an unknown one is an error. Requires: nothing.',
  })
  college(
    @Args('code', {
      type: () => String,
      description: 'The ministry’s code, or the id for a college without one.',
    })
    code: string,
  ): Promise<College> {
    return this.reference.requireCollege(code, 'code');
  }

  @Public()
  @Query(() => [College], {
    description:
      'Colleges for what was typed, best first: by code, name, pinyin or initials. Requires: nothing.',
  })
  searchColleges(@Args() args: SearchCollegesArgs): Promise<College[]> {
    return this.reader.search(checkedTypeAhead(args), args);
  }

  @ResolveField(() => Region, { description: 'Province it lies in. Requires: nothing.' })
  async province(@Parent() college: College): Promise<Region | null> {
    return this.reference.findRegion(college.provinceId);
  }

  @ResolveField(() => Region, { description: 'City it lies in. Requires: nothing.' })
  async city(@Parent() college: College): Promise<Region | null> {
    return this.reference.findRegion(college.cityId);
  }
}
