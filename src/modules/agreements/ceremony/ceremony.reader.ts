import { Injectable } from '@nestjs/common';
import { sql, type Kysely } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { enumName, UnitOfWork, type DB } from '../../../core/database/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type PageArgs,
} from '../../../core/graphql/index.js';
import type { AgreementCeremony, AgreementCeremonyCandidate } from './ceremony.model.js';
import { stageable, visibleCeremonies } from './ceremony.policy.js';

/** Ceremonies, and what can be put on their stages. */
@Injectable()
export class CeremonyReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** The ceremony when the actor may see it. */
  async find(actor: Actor, id: string): Promise<AgreementCeremony | null> {
    if (!isUuid(id)) return null;
    const row = await selectCeremonies(this.uow.sql)
      .where('agreement_ceremonies.id', '=', id)
      .where(visibleCeremonies(actor))
      .executeTakeFirst();
    return row ? toCeremony(row) : null;
  }

  /** Of one host, the latest first. */
  list(
    actor: Actor,
    args: PageArgs & { organisationId: string },
  ): Promise<Connection<AgreementCeremony>> {
    const { organisationId } = args;
    if (!isUuid(organisationId)) throw inputErrors.MALFORMED({ field: ['organisationId'] });
    const query = selectCeremonies(this.uow.sql)
      .where(visibleCeremonies(actor))
      .where('agreement_ceremonies.organisation_id', '=', organisationId);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'agreement_ceremonies.starts_at', direction: 'desc', type: 'timestamptz' },
        { column: 'agreement_ceremonies.id', direction: 'desc', type: 'uuid' },
      ],
      map: toCeremony,
      count: () => countRows(query),
    });
  }

  /** What awaits signatures and may be listed by the host, newest first. */
  candidates(
    actor: Actor,
    hostId: string,
    text: string | null,
    args: PageArgs,
  ): Promise<Connection<AgreementCeremonyCandidate>> {
    let query = selectCandidates(this.uow.sql)
      .where(stageable(actor, hostId))
      .where('agreements.state', '=', 'awaiting_signatures');
    if (text !== null) {
      const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
      query = query.where(sql<boolean>`(agreements.title ilike ${pattern}
        or agreements.agreement_number ilike ${pattern} or exists (select from agreement_parties party
          where party.agreement_id = agreements.id and party.name ilike ${pattern}))`);
    }
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'agreements.created_at', direction: 'desc', type: 'timestamptz' },
        { column: 'agreements.id', direction: 'desc', type: 'uuid' },
      ],
      map: ({ id, agreement_number: agreementNumber, title, party_names: partyNames }) => ({
        id,
        agreementNumber,
        title,
        partyNames,
      }),
      count: () => countRows(query),
    });
  }

  /** Those of the agreements that the host may put on a stage, whatever their state. */
  async stageableAmong(
    actor: Actor,
    hostId: string,
    ids: readonly string[],
  ): Promise<Map<string, { readonly agreementNumber: string; readonly state: string }>> {
    const rows = await this.uow.sql
      .selectFrom('agreements')
      .select(['agreements.id', 'agreements.agreement_number', 'agreements.state'])
      .where('agreements.id', 'in', [...ids])
      .where(stageable(actor, hostId))
      .execute();
    return new Map(
      rows.map(({ id, agreement_number: agreementNumber, state }) => [
        id,
        { agreementNumber, state: enumName(state) },
      ]),
    );
  }
}

export function selectCeremonies(db: Kysely<DB>) {
  return db.selectFrom('agreement_ceremonies').selectAll('agreement_ceremonies');
}

function selectCandidates(db: Kysely<DB>) {
  return db.selectFrom('agreements').select([
    'agreements.id',
    'agreements.agreement_number',
    'agreements.title',
    sql<string[]>`(select array_agg(party.name order by party.position) from agreement_parties party
        where party.agreement_id = agreements.id)`.as('party_names'),
  ]);
}

type CeremonyRow = Awaited<ReturnType<ReturnType<typeof selectCeremonies>['execute']>>[number];

export function toCeremony(row: CeremonyRow): AgreementCeremony {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    place: row.place,
    startsAt: row.starts_at,
    state: enumName(row.state),
    openedAt: row.opened_at,
    endedAt: row.ended_at,
    version: row.version,
  };
}
