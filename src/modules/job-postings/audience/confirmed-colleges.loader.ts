import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import { BatchLoader } from '../../../core/graphql/index.js';

/** Colleges that have confirmed an account as their student; asked at most once per request. */
@Injectable()
export class ConfirmedCollegesLoader extends BatchLoader<string, readonly string[]> {
  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  protected override async batch(
    accountIds: readonly string[],
  ): Promise<Map<string, readonly string[]>> {
    const rows = await this.uow.sql
      .selectFrom('affiliations')
      .select(['account_id', sql<string[]>`array_agg(distinct college_id)`.as('college_ids')])
      .where('state', '=', 'confirmed')
      .where('account_id', 'in', [...accountIds])
      .groupBy('account_id')
      .execute();
    return new Map(rows.map((row) => [row.account_id ?? '', row.college_ids]));
  }
}
