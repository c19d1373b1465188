import { Injectable } from '@nestjs/common';
import { sql, type Expression, type Kysely, type RawBuilder } from 'kysely';
import type { Grant } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { enumName, UnitOfWork, type DB } from '../../../core/database/index.js';
import { keysetPage, type Connection, type PageArgs } from '../../../core/graphql/index.js';
import { inGoodStandingAt } from '../organisation/organisation.rows.js';
import type { OrganisationMember } from './member.model.js';

/** Most memberships of one person that are shown. */
const MOST_OWN = 50;

/** Memberships; open ones unless a method says otherwise. */
@Injectable()
export class MemberReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * What an account may do for whom, by the standings of the moment: SQL for a JSON array. Every request asks for it,
   * so each organisation is read by its key, whatever the planner expects of the number of memberships.
   */
  grantsOf(accountId: Expression<string>): RawBuilder<readonly Grant[]> {
    return sql<readonly Grant[]>`(
      select coalesce(json_agg((
        select json_build_object(
          'organisationId', organisations.id,
          'organisationKind', upper(organisations.kind::text),
          'role', upper(m.role::text),
          'isInGoodStanding', ${inGoodStandingAt(this.clock.now())},
          'regionId', organisations.region_id
        )
        from organisations where organisations.id = m.organisation_id
      ) order by m.joined_at), '[]')
      from organisation_members m
      where m.account_id = ${accountId} and m.ended_at is null
    )`;
  }

  async grantsFor(accountId: string): Promise<readonly Grant[]> {
    const grants = this.grantsOf(sql<string>`${accountId}::uuid`);
    const { rows } = await sql<{
      grants: readonly Grant[];
    }>`select ${grants} as grants`.execute(this.uow.sql);
    return rows[0]?.grants ?? [];
  }

  /** Where an account belongs and belonged, for the person's own export. */
  listEverOf(accountId: string) {
    return this.uow.sql
      .selectFrom('organisation_members as m')
      .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
      .select(['o.name', 'm.role', 'm.joined_at', 'm.ended_at', 'm.end_cause'])
      .where('m.account_id', '=', accountId)
      .orderBy('m.joined_at')
      .execute();
  }

  async find(id: string): Promise<OrganisationMember | null> {
    const row = await selectMembers(this.uow.sql).where('m.id', '=', id).executeTakeFirst();
    return row ? toMember(row) : null;
  }

  /** Members of an organisation, longest first; the caller has checked that the viewer may see them. */
  listOf(organisationId: string, args: PageArgs): Promise<Connection<OrganisationMember>> {
    return keysetPage(selectMembers(this.uow.sql).where('m.organisation_id', '=', organisationId), {
      args,
      orderBy: [
        { column: 'm.joined_at', direction: 'asc', type: 'timestamptz' },
        { column: 'm.id', direction: 'asc', type: 'uuid' },
      ],
      map: toMember,
    });
  }

  /** Whether somebody who can sign in manages the organisation. */
  async hasActiveAdministrator(organisationId: string): Promise<boolean> {
    const found = await selectMembers(this.uow.sql)
      .innerJoin('accounts as a', 'a.id', 'm.account_id')
      .where('m.organisation_id', '=', organisationId)
      .where('m.role', '=', 'administrator')
      .where('a.state', '=', 'active')
      .limit(1)
      .executeTakeFirst();
    return found !== undefined;
  }

  /** Where a person belongs, longest first. */
  async listFor(accountId: string): Promise<OrganisationMember[]> {
    const rows = await selectMembers(this.uow.sql)
      .where('m.account_id', '=', accountId)
      .orderBy('m.joined_at')
      .orderBy('m.id')
      .limit(MOST_OWN)
      .execute();
    return rows.map(toMember);
  }
}

function selectMembers(db: Kysely<DB>) {
  return db
    .selectFrom('organisation_members as m')
    .select(['m.id', 'm.organisation_id', 'm.account_id', 'm.role', 'm.joined_at'])
    .where('m.ended_at', 'is', null);
}

type MemberSelection = Awaited<ReturnType<ReturnType<typeof selectMembers>['execute']>>[number];

function toMember(row: MemberSelection): OrganisationMember {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    accountId: row.account_id,
    role: enumName(row.role),
    joinedAt: row.joined_at,
  };
}
