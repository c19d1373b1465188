import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { calendarDay, Clock, isUuid } from '../../../core/clock/index.js';
import { enumLabel, enumName, UnitOfWork } from '../../../core/database/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type PageArgs,
} from '../../../core/graphql/index.js';
import { inChargeWhere } from '../organisation/organisation.policy.js';
import type { VerificationQueueArgs } from './verification.inputs.js';
import { isAppeal, OPEN_STATES } from './verification.machine.js';
import type { OrganisationVerification } from './verification.model.js';
import { appealUntil } from './verification.rules.js';

/** Verifications for the organisation's members and for the bureau's officers. */
@Injectable()
export class VerificationReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The verification when the actor belongs to the organisation or answers for it. */
  async find(actor: Actor, id: string): Promise<OrganisationVerification | null> {
    if (!isUuid(id)) return null;
    const row = await this.select()
      .where('v.id', '=', id)
      .where(sql<SqlBool>`(${ownedBy(actor)} or ${inChargeWhere(actor)})`)
      .executeTakeFirst();
    return row ? this.toVerification(row) : null;
  }

  /** All verifications of an organisation, newest first; the caller has checked that the viewer may see them. */
  listOf(organisationId: string, args: PageArgs): Promise<Connection<OrganisationVerification>> {
    return keysetPage(this.select().where('v.organisation_id', '=', organisationId), {
      args,
      orderBy: [
        { column: 'v.submitted_at', direction: 'desc', type: 'timestamptz' },
        { column: 'v.id', direction: 'desc', type: 'uuid' },
      ],
      map: (row) => this.toVerification(row),
    });
  }

  /** Open verifications the actor's bureau is in charge of, most urgent first; never those of his own organisations. */
  queue(actor: Actor, args: VerificationQueueArgs): Promise<Connection<OrganisationVerification>> {
    const { isMine, isOverdue, isAppeal: wantsAppeals } = args.filter ?? {};
    const states = OPEN_STATES.filter(
      (state) => typeof wantsAppeals !== 'boolean' || isAppeal(state) === wantsAppeals,
    );
    let query = this.select()
      .where('v.state', 'in', states.map(enumLabel))
      .where(inChargeWhere(actor))
      .where(sql<SqlBool>`not ${ownedBy(actor)}`);
    if (isMine) query = query.where('v.claimed_by', '=', actor.accountId);
    if (typeof isOverdue === 'boolean')
      query = query.where('v.due_on', isOverdue ? '<' : '>=', this.clock.today());
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'v.due_on', direction: 'asc', type: 'date' },
        { column: 'v.id', direction: 'asc', type: 'uuid' },
      ],
      map: (row) => this.toVerification(row),
      count: () => countRows(query),
    });
  }

  private select() {
    return this.uow.sql
      .selectFrom('organisation_verifications as v')
      .innerJoin('organisations', 'organisations.id', 'v.organisation_id')
      .selectAll('v');
  }

  private toVerification(row: VerificationSelection): OrganisationVerification {
    const state = enumName(row.state);
    const isOpen = OPEN_STATES.some((open) => open === state);
    return {
      id: row.id,
      organisationId: row.organisation_id,
      state,
      requirementsEdition: row.requirements_edition,
      note: row.note,
      submittedBy: row.submitted_by,
      submittedAt: row.submitted_at,
      dueOn: row.due_on,
      isOverdue: isOpen && row.due_on < calendarDay(this.clock.now()),
      claimedBy: row.claimed_by,
      claimedAt: row.claimed_at,
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
      decidedFor: row.decided_for,
      refusalReason: row.refusal_reason === null ? null : enumName(row.refusal_reason),
      refusalText: row.refusal_text,
      validUntil: row.valid_until,
      appealUntil: state === 'REFUSED' && row.decided_at ? appealUntil(row.decided_at) : null,
      appealText: row.appeal_text,
      appealedAt: row.appealed_at,
      appealDecidedBy: row.appeal_decided_by,
      appealDecidedAt: row.appeal_decided_at,
      appealAnswer: row.appeal_answer,
      version: row.version,
    };
  }
}

type VerificationSelection = Awaited<
  ReturnType<ReturnType<VerificationReader['select']>['execute']>
>[number];

function ownedBy(actor: Actor): RawBuilder<SqlBool> {
  const own = actor.grants.map((grant) => grant.organisationId);
  return own.length > 0
    ? sql<SqlBool>`v.organisation_id = any(${own}::uuid[])`
    : sql<SqlBool>`false`;
}
