import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '../../../core/graphql/index.js';
import { RegionCodeScalar } from '../regions/region-code.scalar.js';
import { TypeAheadArgs } from '../type-ahead/type-ahead.args.js';
import { CollegeLevel } from './college.model.js';

@ArgsType()
export class CollegesArgs extends PageArgs {
  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Only colleges in this region; any code it has or had.',
  })
  regionCode?: string | null;

  @Field(() => CollegeLevel, { nullable: true, description: 'Only colleges of this level.' })
  level?: CollegeLevel | null;
}

@ArgsType()
export class SearchCollegesArgs extends TypeAheadArgs {
  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Only colleges in this region; any code it has or had.',
  })
  regionCode?: string | null;

  @Field(() => CollegeLevel, { nullable: true, description: 'Only colleges of this level.' })
  level?: CollegeLevel | null;
}
