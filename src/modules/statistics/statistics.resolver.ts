import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Public, RequirePermission, type Actor } from '../../core/auth/index.js';
import { StatisticsArgs } from './statistics.inputs.js';
import { MarketFigures, StatisticsReport } from './statistics.model.js';
import { STATISTICS_READ } from './statistics.permissions.js';
import { StatisticsService } from './statistics.service.js';

@Resolver()
export class StatisticsResolver {
  constructor(private readonly service: StatisticsService) {}

  @RequirePermission(STATISTICS_READ)
  @Query(() => StatisticsReport, {
    description:
      'Figures of a period and region, counted from the records now. Requires: STATISTICS_READ.',
  })
  statistics(
    @CurrentActor() actor: Actor,
    @Args() args: StatisticsArgs,
  ): Promise<StatisticsReport> {
    return this.service.report(actor, args);
  }

  @Public()
  @Query(() => MarketFigures, {
    description: 'What is open on the market now. Requires: nothing.',
  })
  marketFigures(): Promise<MarketFigures> {
    return this.service.market();
  }
}
