import { Injectable } from '@nestjs/common';
import type { RawBuilder, SqlBool } from 'kysely';
import { UnitOfWork } from '../../core/database/index.js';
import { countRows, keysetPage, type Connection, type PageArgs } from '../../core/graphql/index.js';
import { mayBeFound } from '../profiles/index.js';
import type { MatchTerm } from './engine/match-explanation.js';
import type { Recommendation } from './matching.model.js';

/** What of a list is shown, see `RecommendationFilters`. */
type Conditions = readonly RawBuilder<SqlBool>[];

/** Recommendations as they were last worked out. */
@Injectable()
export class RecommendationReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** A person's list, best first. */
  forProfile(
    profileId: string,
    conditions: Conditions,
    args: PageArgs,
  ): Promise<Connection<Recommendation>> {
    let query = this.select().where('profile_id', '=', profileId);
    for (const condition of conditions) query = query.where(condition);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'recommendations.rank', direction: 'asc', type: 'int' },
        { column: 'recommendations.id', direction: 'asc', type: 'uuid' },
      ],
      map: toRecommendation,
      count: () => countRows(query),
    });
  }

  /** People a posting is proposed to, best first; only those who let employers find them. */
  forJobPosting(
    jobPostingId: string,
    conditions: Conditions,
    args: PageArgs,
  ): Promise<Connection<Recommendation>> {
    let query = this.select()
      .innerJoin('job_seeker_profiles', 'job_seeker_profiles.id', 'recommendations.profile_id')
      .where('job_posting_id', '=', jobPostingId)
      .where(mayBeFound());
    for (const condition of conditions) query = query.where(condition);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'recommendations.score', direction: 'desc', type: 'int' },
        { column: 'recommendations.id', direction: 'desc', type: 'uuid' },
      ],
      map: toRecommendation,
      count: () => countRows(query),
    });
  }

  /** Everything recommended to a person, shown or not. */
  async allOf(profileId: string): Promise<Recommendation[]> {
    const rows = await this.select().where('profile_id', '=', profileId).orderBy('rank').execute();
    return rows.map(toRecommendation);
  }

  private select() {
    return this.uow.sql
      .selectFrom('recommendations')
      .select([
        'recommendations.id',
        'recommendations.profile_id',
        'recommendations.job_posting_id',
        'recommendations.score',
        'recommendations.terms',
        'recommendations.is_first',
        'recommendations.seat_price',
        'recommendations.rank',
        'recommendations.computed_at',
      ]);
  }
}

interface Row {
  readonly id: string;
  readonly profile_id: string;
  readonly job_posting_id: string;
  readonly score: number;
  readonly terms: unknown;
  readonly is_first: boolean;
  readonly seat_price: number;
  readonly rank: number;
  readonly computed_at: Date;
}

function toRecommendation(row: Row): Recommendation {
  return {
    id: row.id,
    profileId: row.profile_id,
    jobPostingId: row.job_posting_id,
    score: row.score,
    // Written by this module only.
    terms: row.terms as readonly MatchTerm[],
    isFirst: row.is_first,
    seatPrice: row.seat_price,
    rank: row.rank,
    computedAt: row.computed_at,
  };
}
