import { Injectable } from '@nestjs/common';
import { sql, type Expression, type RawBuilder } from 'kysely';
import { GrantSource, type Grant } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { inGoodStandingAt } from '../organisation/organisation.rows.js';

/** What a person may do for whom: asked with each request, so that a changed role or a lapse acts on the next one. */
@Injectable()
export class MembershipGrantSource extends GrantSource {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  override grantsOf(accountId: Expression<string>): RawBuilder<readonly Grant[]> {
    return sql<readonly Grant[]>`(
      select coalesce(json_agg(json_build_object(
        'organisationId', m.organisation_id,
        'organisationKind', upper(organisations.kind::text),
        'role', upper(m.role::text),
        'isInGoodStanding', ${inGoodStandingAt(this.clock.now())},
        'regionId', organisations.region_id
      ) order by m.joined_at), '[]')
      from organisation_members m join organisations on organisations.id = m.organisation_id
      where m.account_id = ${accountId} and m.ended_at is null
    )`;
  }

  override async grantsFor(accountId: string): Promise<readonly Grant[]> {
    const { rows } = await sql<{ grants: readonly Grant[] }>`
      select ${this.grantsOf(sql<string>`${accountId}::uuid`)} as grants
    `.execute(this.uow.sql);
    return rows[0]?.grants ?? [];
  }
}
