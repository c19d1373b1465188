import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { Clock, isUuid } from '../../../core/clock/index.js';
import { enumLabel, UnitOfWork } from '../../../core/database/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type OrderKey,
} from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ReferenceReader, withinRegion } from '../../reference-data/index.js';
import { normaliseCreditCode } from './credit-code.js';
import type { MemberRole } from './organisation.enums.js';
import {
  filterSchema,
  type OrganisationOrder,
  type OrganisationsArgs,
} from './organisation.inputs.js';
import type { Organisation } from './organisation.model.js';
import { visibleWhere } from './organisation.policy.js';
import {
  inGoodStandingAt,
  selectOrganisations,
  standingAt,
  toOrganisation,
} from './organisation.rows.js';
import { foldText } from './organisation.rules.js';

const ORDERS: Readonly<Record<OrganisationOrder, readonly OrderKey[]>> = {
  NAME: [
    { column: 'organisations.name_pinyin', direction: 'asc', type: 'text' },
    { column: 'organisations.id', direction: 'asc', type: 'uuid' },
  ],
  NEWEST: [
    { column: 'organisations.created_at', direction: 'desc', type: 'timestamptz' },
    { column: 'organisations.id', direction: 'desc', type: 'uuid' },
  ],
};

/** Organisations for the API and for other modules; the standing is always that of the moment. */
@Injectable()
export class OrganisationReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly reference: ReferenceReader,
  ) {}

  /** The organisation when the actor may know of it. */
  async find(actor: Actor, id: string): Promise<Organisation | null> {
    if (!isUuid(id)) return null;
    const row = await this.select()
      .where('organisations.id', '=', id)
      .where(visibleWhere(actor))
      .executeTakeFirst();
    return row ? toOrganisation(row, await this.reference.tables()) : null;
  }

  /** Whoever asks; an unknown id is refused as not found. */
  async requireById(id: string, field?: readonly string[]): Promise<Organisation> {
    const [organisation] = isUuid(id) ? await this.findMany([id]) : [];
    if (!organisation) throw requestErrors.NOT_FOUND(field && { field });
    return organisation;
  }

  /** By its unified social credit code, as people type it, or by its id, whoever asks. */
  async findByCodeOrId(codeOrId: string): Promise<Organisation | null> {
    const query = isUuid(codeOrId)
      ? this.select().where('organisations.id', '=', codeOrId)
      : this.select().where(
          'organisations.unified_social_credit_code',
          '=',
          normaliseCreditCode(codeOrId),
        );
    const row = await query.executeTakeFirst();
    return row ? toOrganisation(row, await this.reference.tables()) : null;
  }

  /** Those that exist, in no particular order and whoever asks. */
  async findMany(ids: readonly string[]): Promise<Organisation[]> {
    if (ids.length === 0) return [];
    const rows = await this.select()
      .where('organisations.id', 'in', [...ids])
      .execute();
    const tables = await this.reference.tables();
    return rows.map((row) => toOrganisation(row, tables));
  }

  async list(actor: Actor, args: OrganisationsArgs): Promise<Connection<Organisation>> {
    const filter = parseInput(filterSchema, args.filter ?? {});
    const now = this.clock.now();
    const tables = await this.reference.tables();
    let query = this.select().where(visibleWhere(actor));
    if (filter.text) {
      // Folding leaves none of the characters that mean something in a pattern; of marks alone nothing is left.
      const text = foldText(filter.text);
      query = query.where('organisations.search_text', 'like', text === '' ? '' : `%${text}%`);
    }
    if (filter.kinds?.length)
      query = query.where('organisations.kind', 'in', filter.kinds.map(enumLabel));
    if (filter.regionCode) {
      const region = await this.reference.requireRegion(filter.regionCode, 'regionCode');
      query = query.where(withinRegion('organisations.region_id', region.id));
    }
    if (filter.standings?.length)
      query = query.where(standingAt(now), 'in', filter.standings.map(enumLabel));
    return keysetPage(query, {
      args,
      orderBy: ORDERS[args.orderBy],
      map: (row) => toOrganisation(row, tables),
      count: () => countRows(query),
    });
  }

  /** Accounts that manage the organisation. */
  administratorsOf(organisationId: string): Promise<string[]> {
    return this.membersOf(organisationId, ['ADMINISTRATOR']);
  }

  /** Accounts of its members, of the given roles or all. */
  async membersOf(organisationId: string, roles?: readonly MemberRole[]): Promise<string[]> {
    let query = this.uow.sql
      .selectFrom('organisation_members')
      .select('account_id')
      .where('organisation_id', '=', organisationId)
      .where('ended_at', 'is', null);
    if (roles) query = query.where('role', 'in', roles.map(enumLabel));
    const rows = await query.orderBy('joined_at').orderBy('id').execute();
    return rows.map((row) => row.account_id);
  }

  /** The bureaux in good standing that are in charge of a region: its own, or those of the nearest region above that has one. */
  async bureauxFor(regionId: string): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('organisations')
      .innerJoin('regions as place', (join) => join.on('place.id', '=', regionId))
      .select([
        'organisations.id',
        sql<number>`array_position(place.ancestor_ids, organisations.region_id)`.as('level'),
      ])
      .where('organisations.kind', '=', 'hr_bureau')
      .where(inGoodStandingAt(this.clock.now()))
      .where(sql<boolean>`organisations.region_id = any(place.ancestor_ids)`)
      .orderBy('level', 'desc')
      .orderBy('organisations.id')
      .execute();
    return rows.filter((row) => row.level === rows[0]?.level).map((row) => row.id);
  }

  private select() {
    return selectOrganisations(this.uow.sql, this.clock.now());
  }
}
