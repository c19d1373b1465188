import { Injectable } from '@nestjs/common';
import { sql, type Kysely } from 'kysely';
import { enumName, UnitOfWork, type DB } from '../../../core/database/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type PageArgs,
} from '../../../core/graphql/index.js';
import type { AgreementStateName } from '../agreement/agreement.machine.js';
import type { RegistryOrder } from './registry.enums.js';
import { selectRegistry, type RegistryConditions, type RegistryScope } from './registry.query.js';

export interface RegistryRow {
  readonly id: string;
  readonly agreementNumber: string;
  readonly kind: string;
  readonly subKind: string | null;
  readonly state: AgreementStateName;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly signedAt: Date | null;
  readonly isOwn: boolean;
  readonly parties: readonly RegistryPartyRow[];
}

export interface RegistryPartyRow {
  readonly position: number;
  readonly role: string;
  readonly name: string;
  readonly isPerson: boolean;
  readonly provinceId: string | null;
}

/** How many; a part that is not told apart is null. */
export interface RegistryTally {
  readonly provinceId: string | null;
  readonly kind: string | null;
  readonly year: number | null;
  readonly signed: number;
  readonly inForce: number;
  readonly ended: number;
  readonly partners: number;
}

/** Bits of `grouping(province, kind, year)`: set where a row does not tell it apart. */
export const GROUPED = { cell: 0, province: 3, kind: 5, year: 6, total: 7 } as const;

/** The register of agreements. Whoever asks has found out whose it is. */
@Injectable()
export class RegistryReader {
  constructor(private readonly uow: UnitOfWork) {}

  list(
    scope: RegistryScope,
    conditions: RegistryConditions,
    orderBy: RegistryOrder,
    args: PageArgs,
  ): Promise<Connection<RegistryRow>> {
    const query = selectEntries(this.uow.sql, scope, conditions);
    const newest = [
      { column: 'entry.created_at', direction: 'desc', type: 'timestamptz' },
      { column: 'entry.id', direction: 'desc', type: 'uuid' },
    ] as const;
    const ending = [
      { column: 'entry.ends_on', direction: 'asc', type: 'date' },
      { column: 'entry.id', direction: 'asc', type: 'uuid' },
    ] as const;
    return keysetPage(query, {
      args,
      orderBy: orderBy === 'NEWEST' ? newest : ending,
      map: toRow,
      count: () => this.count(scope, conditions),
    });
  }

  /** The whole list, newest first, of which the caller has seen that it is not too long. */
  async all(
    scope: RegistryScope,
    conditions: RegistryConditions,
    max: number,
  ): Promise<RegistryRow[]> {
    const rows = await selectEntries(this.uow.sql, scope, conditions)
      .orderBy('entry.created_at', 'desc')
      .orderBy('entry.id', 'desc')
      .limit(max)
      .execute();
    return rows.map(toRow);
  }

  count(scope: RegistryScope, conditions: RegistryConditions): Promise<number> {
    return countRows(selectRegistry(this.uow.sql, scope, conditions));
  }

  /** Every way of telling them apart in one statement; `grouped` says which one a row is of. */
  async tallies(
    scope: RegistryScope,
    conditions: RegistryConditions,
  ): Promise<(RegistryTally & { readonly grouped: number })[]> {
    const { today } = conditions;
    const signed = selectRegistry(this.uow.sql, scope, conditions)
      .select(['entry.id', 'entry.kind', 'entry.state', 'entry.starts_on', 'entry.ends_on'])
      .select(
        sql<number>`extract(year from entry.signed_at at time zone 'Asia/Shanghai')::int`.as(
          'year',
        ),
      )
      .where('entry.signed_at', 'is not', null);
    const { rows } = await sql<RegistryTally & { readonly grouped: number }>`
      with signed as (${signed}), placed as (
        select signed.*, party.organisation_id, region.ancestor_ids[1] as province_id,
          signed.state in ('signed', 'effective')
            and ${today}::date between signed.starts_on and signed.ends_on as is_in_force,
          signed.state in ('superseded', 'expired', 'terminated') or signed.ends_on < ${today}::date as is_over
        from signed
        join agreement_parties party on party.agreement_id = signed.id and party.organisation_id is not null
        join organisations on organisations.id = party.organisation_id
        join regions region on region.id = organisations.region_id
      )
      select grouping(province_id, kind, year)::int as grouped,
        province_id as "provinceId", kind, year,
        count(distinct id)::int as signed,
        (count(distinct id) filter (where is_in_force))::int as "inForce",
        (count(distinct id) filter (where is_over))::int as ended,
        (count(distinct organisation_id) filter (where organisation_id <> ${scope.organisationId}::uuid))::int as partners
      from placed
      group by grouping sets ((province_id, kind, year), (province_id), (kind), (year), ())
      order by year desc nulls last, province_id, kind
    `.execute(this.uow.sql);
    return rows;
  }
}

function selectEntries(db: Kysely<DB>, scope: RegistryScope, conditions: RegistryConditions) {
  return selectRegistry(db, scope, conditions)
    .selectAll('entry')
    .select(
      sql<
        RegistryPartyRow[]
      >`(select json_agg(json_build_object('position', party.position, 'role', party.role, 'name', party.name,
          'isPerson', party.account_id is not null, 'provinceId', region.ancestor_ids[1]) order by party.position)
        from agreement_parties party
        left join organisations on organisations.id = party.organisation_id
        left join regions region on region.id = organisations.region_id
        where party.agreement_id = entry.id)`.as('parties'),
    );
}

type Selected = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number];

function toRow(row: Selected): RegistryRow {
  return {
    id: row.id,
    agreementNumber: row.agreement_number,
    kind: row.kind,
    subKind: row.form,
    state: enumName(row.state),
    title: row.title,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    signedAt: row.signed_at,
    isOwn: row.is_own,
    parties: row.parties,
  };
}
