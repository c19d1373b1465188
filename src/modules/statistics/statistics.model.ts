import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar } from '../../core/graphql/index.js';

const FigureName = {
  POSTINGS: 'POSTINGS',
  POSITIONS: 'POSITIONS',
  APPLICATIONS: 'APPLICATIONS',
  INTERVIEWS: 'INTERVIEWS',
  OFFERS: 'OFFERS',
  HIRES: 'HIRES',
  AGREEMENTS: 'AGREEMENTS',
} as const;

registerEnumType(FigureName, {
  name: 'StatisticsFigureName',
  description: 'A figure of the labour market.',
  valuesMap: {
    POSTINGS: { description: 'Postings first published in the period.' },
    POSITIONS: { description: 'Sum of the headcount of those postings.' },
    APPLICATIONS: { description: 'Applications submitted in the period.' },
    INTERVIEWS: { description: 'Interviews that begin in the period and were confirmed.' },
    OFFERS: { description: 'Offers made in the period.' },
    HIRES: { description: 'Offers accepted in the period that still stand.' },
    AGREEMENTS: { description: 'Partnership agreements that took effect in the period.' },
  },
});

const Grouping = { REGION: 'REGION', OCCUPATION: 'OCCUPATION', WEEK: 'WEEK' } as const;

registerEnumType(Grouping, {
  name: 'StatisticsGrouping',
  description: 'What a figure is broken down by.',
  valuesMap: {
    REGION: { description: 'Regions one level below the region asked for; provinces without one.' },
    OCCUPATION: {
      description: 'Occupations one level below the one asked for; major groups without one.',
    },
    WEEK: { description: 'Weeks from Monday to Sunday in China time.' },
  },
});

export { FigureName as FigureNameEnum, Grouping as GroupingEnum };

@ObjectType({ description: 'One part of a broken-down figure.' })
export class StatisticsGroup {
  @Field(() => String, {
    nullable: true,
    description: 'Region code, occupation code or Monday of the week; null for facts without one.',
  })
  key!: string | null;

  @Field(() => String, { description: "Name of the part in the reader's language." })
  label!: string;

  @Field(() => Int, { description: 'The figure of this part.' })
  value!: number;
}

@ObjectType({
  description: 'A figure with its counting rule, counted from the records when asked.',
})
export class StatisticsFigure {
  @Field(() => FigureName, { description: 'Which figure it is.' })
  name!: keyof typeof FigureName;

  @Field(() => String, { description: "Its name in the reader's language." })
  label!: string;

  @Field(() => String, { description: 'What is counted, such as postings or person-times.' })
  unit!: string;

  @Field(() => String, { description: 'The counting rule (口径).' })
  rule!: string;

  @Field(() => Int, { description: 'The figure for the whole period and region.' })
  total!: number;

  @Field(() => [StatisticsGroup], {
    description:
      'Its parts, largest first (weeks in order), at most 100; they add up to the total.',
  })
  groups!: StatisticsGroup[];
}

@ObjectType({
  description: 'Figures for a period and region, with the instant they were counted at.',
})
export class StatisticsReport {
  @Field(() => DateScalar, { description: 'First day counted.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day counted.' })
  through!: string;

  @Field(() => DateTimeScalar, { description: 'When the figures were counted.' })
  asOf!: Date;

  @Field(() => [StatisticsFigure], {
    description: 'The figures asked for, in that order, at most 7.',
  })
  figures!: StatisticsFigure[];
}

@ObjectType({ description: 'What is open on the market now; for everyone.' })
export class MarketFigures {
  @Field(() => DateTimeScalar, { description: 'When the figures were counted.' })
  asOf!: Date;

  @Field(() => Int, { description: 'Postings that are published and not expired.' })
  openPostings!: number;

  @Field(() => Int, { description: 'Free seats of those postings that state their headcount.' })
  openPositions!: number;

  @Field(() => Int, { description: 'Organisations in good standing.' })
  organisations!: number;

  @Field(() => Int, { description: 'Accepted offers that stand, of all time.' })
  hires!: number;
}
