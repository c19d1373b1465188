import { ArgsType, Field } from '@nestjs/graphql';
import { DateScalar } from '../../core/graphql/index.js';
import { RegionCodeScalar } from '../reference-data/index.js';
import type { FigureName, Grouping } from './statistics.figures.js';
import { FigureNameEnum, GroupingEnum } from './statistics.model.js';

@ArgsType()
export class StatisticsArgs {
  @Field(() => [FigureNameEnum], { description: 'Figures wanted, at most seven.' })
  figures!: FigureName[];

  @Field(() => DateScalar, { description: 'First day counted, in China time.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day counted, in China time.' })
  through!: string;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description:
      "Region counted; the bureau's own region, or all for administrators, when left out.",
  })
  regionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Occupation counted, with everything below it; all when left out.',
  })
  occupationCode?: string | null;

  @Field(() => GroupingEnum, {
    nullable: true,
    description: 'What to break the figures down by; totals only when left out.',
  })
  groupBy?: Grouping | null;
}
