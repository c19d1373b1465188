import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../../../core/auth/index.js';
import { ReferenceReader } from '../reference.reader.js';
import { checkedTypeAhead, TypeAheadArgs } from '../type-ahead/type-ahead.args.js';
import { RegionCodeScalar } from './region-code.scalar.js';
import { Region } from './region.model.js';

/** The administrative tree: one level at a time, so that no query can ask for all of it at once. */
@Resolver(() => Region)
export class RegionResolver {
  constructor(private readonly reference: ReferenceReader) {}

  @Public()
  @Query(() => [Region], {
    description:
      'Regions directly below the given one, by code; provinces when none is given; at most 50. An unknown code is an error. Requires: nothing.',
  })
  async regions(
    @Args('parentCode', {
      type: () => RegionCodeScalar,
      nullable: true,
      description: 'Any code the region above has or had.',
    })
    parentCode?: string | null,
  ): Promise<Region[]> {
    const { regions } = await this.reference.tables();
    const parent = parentCode ? regions.require(parentCode, 'parentCode') : null;
    return regions.offered(parent?.id ?? null);
  }

  @Public()
  @Query(() => Region, {
    description:
      'The region that has or had the code; an unknown code is an error. Requires: nothing.',
  })
  region(
    @Args('code', { type: () => RegionCodeScalar, description: 'Any code the region has or had.' })
    code: string,
  ): Promise<Region> {
    return this.reference.requireRegion(code, 'code');
  }

  @Public()
  @Query(() => [Region], {
    description:
      'Regions for what was typed, best first: by code, name, former name, pinyin or initials. Requires: nothing.',
  })
  async searchRegions(@Args() args: TypeAheadArgs): Promise<Region[]> {
    const { text, first } = checkedTypeAhead(args);
    return (await this.reference.tables()).regions.search(text, first);
  }

  @ResolveField(() => [Region], {
    description: 'Regions above it, from the province down; at most 4. Requires: nothing.',
  })
  async ancestors(@Parent() region: Region): Promise<Region[]> {
    const path = await this.reference.regionPath(region.id);
    return path.slice(0, -1).filter((above) => above.kind !== 'PLACEHOLDER');
  }

  @ResolveField(() => Boolean, {
    description: 'Whether regions are known below it. Requires: nothing.',
  })
  async hasChildren(@Parent() region: Region): Promise<boolean> {
    return (await this.reference.tables()).regions.children(region.id).length > 0;
  }
}
