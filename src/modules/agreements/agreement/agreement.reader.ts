import { Injectable } from '@nestjs/common';
import { sql, type SqlBool } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { Clock, isUuid } from '../../../core/clock/index.js';
import { enumLabel, enumName, UnitOfWork } from '../../../core/database/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type PageArgs,
} from '../../../core/graphql/index.js';
import type { AgreementsArgs, MyAgreementsArgs } from './agreement.inputs.js';
import type { Agreement, AgreementHistoryEntry, AgreementSignature } from './agreement.model.js';
import { partnersIn, visibleToPerson, visibleWhere } from './agreement.policy.js';
import { selectAgreements, toAgreement, type PartyRow } from './agreement.rows.js';
import { grouped } from './grouped.js';

/** Agreements for the API and for other modules; whether one is in force is always a matter of the moment. */
@Injectable()
export class AgreementReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The agreement when the actor may see it. */
  async find(actor: Actor, id: string): Promise<Agreement | null> {
    if (!isUuid(id)) return null;
    const row = await selectAgreements(this.uow.sql)
      .where('agreements.id', '=', id)
      .where(visibleWhere(actor))
      .executeTakeFirst();
    return row ? toAgreement(row) : null;
  }

  /** Those the actor may see, in no particular order. */
  async findMany(actor: Actor, ids: readonly string[]): Promise<Agreement[]> {
    if (ids.length === 0) return [];
    const rows = await selectAgreements(this.uow.sql)
      .where('agreements.id', 'in', [...ids])
      .where(visibleWhere(actor))
      .execute();
    return rows.map(toAgreement);
  }

  /** The agreement when it concerns the person himself. */
  async findOfPerson(actor: Actor, id: string): Promise<Agreement | null> {
    if (!isUuid(id) || actor.accountId === null) return null;
    const row = await selectAgreements(this.uow.sql)
      .where('agreements.id', '=', id)
      .where(visibleToPerson(actor.accountId))
      .executeTakeFirst();
    return row ? toAgreement(row) : null;
  }

  /** Agreements that concern the person himself. */
  listOfPerson(actor: Actor, args: MyAgreementsArgs): Promise<Connection<Agreement>> {
    const { accountId } = actor;
    const concerned = accountId === null ? sql<SqlBool>`false` : visibleToPerson(accountId);
    return this.page(selectAgreements(this.uow.sql).where(concerned), args);
  }

  async list(actor: Actor, args: AgreementsArgs): Promise<Connection<Agreement>> {
    let query = selectAgreements(this.uow.sql).where(visibleWhere(actor));
    const { organisationId, states } = args;
    if (organisationId) {
      if (!isUuid(organisationId)) throw inputErrors.MALFORMED({ field: ['organisationId'] });
      query = query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('agreement_parties as of_organisation')
            .select('of_organisation.position')
            .whereRef('of_organisation.agreement_id', '=', 'agreements.id')
            .where('of_organisation.organisation_id', '=', organisationId),
        ),
      );
    }
    if (states?.length) query = query.where('agreements.state', 'in', states.map(enumLabel));
    return this.page(query, args);
  }

  /** Colleges with which the enterprise has a cooperation in force today. */
  async partnerCollegeIds(enterpriseId: string): Promise<string[]> {
    const rows = await this.inForce()
      .select('college.organisation_id')
      .distinct()
      .where('enterprise.organisation_id', '=', enterpriseId)
      .execute();
    return rows.flatMap((row) => row.organisation_id ?? []);
  }

  /** Whether the two have a cooperation in force today. */
  async effectiveBetween(collegeId: string, enterpriseId: string): Promise<boolean> {
    const row = await this.inForce()
      .select('agreements.id')
      .where('college.organisation_id', '=', collegeId)
      .where('enterprise.organisation_id', '=', enterpriseId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Everybody an agreement is between, whoever asks: for telling them what happened. Null when there is none. */
  async partiesOf(id: string): Promise<PartyRow[] | null> {
    return (await this.get(id))?.parties ?? null;
  }

  /** Whoever asks. */
  async get(id: string): Promise<Agreement | null> {
    const row = await selectAgreements(this.uow.sql)
      .where('agreements.id', '=', id)
      .executeTakeFirst();
    return row ? toAgreement(row) : null;
  }

  /** Both sides of a school–enterprise cooperation; null for any other agreement. */
  async partnersOf(id: string): Promise<{ collegeId: string; enterpriseId: string } | null> {
    const agreement = await this.get(id);
    return agreement && partnersIn(agreement);
  }

  /** Postings opened under cooperations of the two that are in force today. */
  async postingIdsInForce(collegeId: string, enterpriseId: string): Promise<string[]> {
    const rows = await this.inForce()
      .innerJoin('agreement_postings as opened', 'opened.agreement_id', 'agreements.id')
      .select('opened.job_posting_id')
      .distinct()
      .where('college.organisation_id', '=', collegeId)
      .where('enterprise.organisation_id', '=', enterpriseId)
      .execute();
    return rows.map((row) => row.job_posting_id);
  }

  /** Postings ever opened under the agreement. */
  async postingIds(agreementId: string): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_postings')
      .select('job_posting_id')
      .where('agreement_id', '=', agreementId)
      .orderBy('job_posting_id')
      .execute();
    return rows.map((row) => row.job_posting_id);
  }

  async signaturesOf(ids: readonly string[]): Promise<Map<string, AgreementSignature[]>> {
    const rows = await this.uow.sql
      .selectFrom('agreement_signatures')
      .selectAll()
      .where('agreement_id', 'in', [...ids])
      .where('voided_at', 'is', null)
      .orderBy('signed_at')
      .orderBy('id')
      .execute();
    return grouped(rows, (row) => [
      row.agreement_id,
      {
        signatoryId: row.signatory_id,
        organisationId: row.organisation_id,
        accountId: row.account_id,
        partyPosition: row.party_position,
        method: enumName(row.method),
        contentHash: row.content_hash,
        signedAt: row.signed_at,
      },
    ]);
  }

  async historyOf(ids: readonly string[]): Promise<Map<string, AgreementHistoryEntry[]>> {
    const rows = await this.uow.sql
      .selectFrom('agreement_history')
      .selectAll()
      .where('agreement_id', 'in', [...ids])
      .orderBy('occurred_at')
      .orderBy('id')
      .execute();
    return grouped(rows, (row) => [
      row.agreement_id,
      {
        transition: row.transition,
        fromState: row.from_state === null ? null : enumName(row.from_state),
        toState: enumName(row.to_state),
        reason: row.reason,
        occurredAt: row.occurred_at,
      },
    ]);
  }

  /** Newest first. */
  private page(
    query: ReturnType<typeof selectAgreements>,
    args: PageArgs,
  ): Promise<Connection<Agreement>> {
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'agreements.created_at', direction: 'desc', type: 'timestamptz' },
        { column: 'agreements.id', direction: 'desc', type: 'uuid' },
      ],
      map: toAgreement,
      count: () => countRows(query),
    });
  }

  private inForce() {
    const today = this.clock.today();
    return this.uow.sql
      .selectFrom('agreements')
      .innerJoin('agreement_parties as college', (join) =>
        join.onRef('college.agreement_id', '=', 'agreements.id').on('college.role', '=', 'COLLEGE'),
      )
      .innerJoin('agreement_parties as enterprise', (join) =>
        join
          .onRef('enterprise.agreement_id', '=', 'agreements.id')
          .on('enterprise.role', '=', 'ENTERPRISE'),
      )
      .where('agreements.kind', '=', 'SCHOOL_ENTERPRISE')
      .where('agreements.state', 'in', ['signed', 'effective'])
      .where('agreements.starts_on', '<=', today)
      .where('agreements.ends_on', '>=', today);
  }
}
