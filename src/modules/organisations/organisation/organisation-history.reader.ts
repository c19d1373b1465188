import { Injectable } from '@nestjs/common';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { keysetPage, type Connection, type PageArgs } from '../../../core/graphql/index.js';
import type { OrganisationHistoryEntry } from './organisation-history.model.js';

@Injectable()
export class OrganisationHistoryReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Newest first; the caller has checked that the viewer may see it. */
  listOf(organisationId: string, args: PageArgs): Promise<Connection<OrganisationHistoryEntry>> {
    const query = this.uow.sql
      .selectFrom('organisation_history as h')
      .selectAll('h')
      .where('h.organisation_id', '=', organisationId);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'h.occurred_at', direction: 'desc', type: 'timestamptz' },
        { column: 'h.id', direction: 'desc', type: 'uuid' },
      ],
      map: (row) => ({
        id: row.id,
        organisationId: row.organisation_id,
        change: enumName(row.change),
        fromStanding: row.from_standing && enumName(row.from_standing),
        toStanding: row.to_standing && enumName(row.to_standing),
        reasonCode: row.reason_code,
        reasonText: row.reason_text,
        changedFields: row.changed_fields,
        fromRole: row.from_role && enumName(row.from_role),
        toRole: row.to_role && enumName(row.to_role),
        occurredAt: row.occurred_at,
        subjectAccountId: row.subject_account_id,
        accountId: row.account_id,
      }),
    });
  }
}
