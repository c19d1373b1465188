import { Injectable } from '@nestjs/common';
import { GrantSource, type Grant } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { inGoodStandingAt } from '../organisation/organisation.rows.js';

/** What a person may do for whom: one statement with each request, so that a changed role or a lapse acts on the next one. */
@Injectable()
export class MembershipGrantSource extends GrantSource {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async grantsFor(accountId: string): Promise<readonly Grant[]> {
    const rows = await this.uow.sql
      .selectFrom('organisation_members as m')
      .innerJoin('organisations', 'organisations.id', 'm.organisation_id')
      .select([
        'm.organisation_id as organisationId',
        'm.role',
        'organisations.kind',
        'organisations.region_id as regionId',
        inGoodStandingAt(this.clock.now()).as('isInGoodStanding'),
      ])
      .where('m.account_id', '=', accountId)
      .where('m.ended_at', 'is', null)
      .orderBy('m.joined_at')
      .execute();
    return rows.map(({ kind, role, ...grant }) => ({
      ...grant,
      organisationKind: enumName(kind),
      role: enumName(role),
    }));
  }
}
