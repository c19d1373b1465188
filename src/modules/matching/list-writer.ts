import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../core/database/index.js';
import { Outbox } from '../../core/events/index.js';
import { recommendationsChanged } from './matching.events.js';
import {
  RecommendationRepository,
  type NewRecommendation,
  type RunLists,
} from './recommendation.repository.js';

/** Writes lists and tells of what is new on them. */
@Injectable()
export class ListWriter {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly recommendations: RecommendationRepository,
    private readonly outbox: Outbox,
  ) {}

  /** The lists of these people, and nothing else on them. */
  async write(
    profileIds: readonly string[],
    recommendations: readonly NewRecommendation[],
    run?: RunLists,
  ): Promise<void> {
    await this.uow.run(async () => {
      await this.tell(await this.recommendations.replaceLists(profileIds, recommendations, run));
    });
  }

  /** How many postings are new, by person. */
  async tell(added: ReadonlyMap<string, number>): Promise<void> {
    await this.outbox.recordMany(
      recommendationsChanged,
      [...added].map(([profileId, newCount]) => ({
        payload: { profileId, newCount },
        subject: { type: 'profile', id: profileId },
      })),
    );
  }
}
