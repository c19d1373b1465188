import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { holds, organisationsWith, type Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { keysetPage, type Connection } from '../../../core/graphql/index.js';
import { STUDENT_VIEW } from '../affiliations.permissions.js';
import type { RosterImportIssuesArgs, RosterImportsArgs } from './roster-import.inputs.js';
import type { RosterImport, RosterImportIssue } from './roster-import.model.js';
import { selectRosterImports, toRosterImport } from './roster-import.rows.js';
import type { RosterIssueReasonName } from './roster-row.js';

/** Uploaded rosters, for the people of the college alone. */
@Injectable()
export class RosterImportReader {
  constructor(private readonly uow: UnitOfWork) {}

  async find(actor: Actor, id: string): Promise<RosterImport | null> {
    if (!isUuid(id)) return null;
    const colleges = organisationsWith(actor, STUDENT_VIEW);
    const row = await selectRosterImports(this.uow.sql)
      .where('id', '=', id)
      .where('college_id', '=', sql<string>`any(${colleges}::uuid[])`)
      .executeTakeFirst();
    return row ? toRosterImport(row) : null;
  }

  async list(actor: Actor, args: RosterImportsArgs): Promise<Connection<RosterImport>> {
    if (!isUuid(args.collegeId) || !holds(actor, STUDENT_VIEW, args.collegeId))
      throw requestErrors.NOT_FOUND({ field: ['collegeId'] });
    const query = selectRosterImports(this.uow.sql).where('college_id', '=', args.collegeId);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'roster_imports.created_at', direction: 'desc', type: 'timestamptz' },
        { column: 'roster_imports.id', direction: 'desc', type: 'uuid' },
      ],
      map: toRosterImport,
    });
  }

  /** The row report in the order of the file. */
  async issues(actor: Actor, args: RosterImportIssuesArgs): Promise<Connection<RosterImportIssue>> {
    if (!(await this.find(actor, args.rosterImportId)))
      throw requestErrors.NOT_FOUND({ field: ['rosterImportId'] });
    const query = this.uow.sql
      .selectFrom('roster_import_issues')
      .where('roster_import_id', '=', args.rosterImportId)
      .select(['row', 'field', 'reason']);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'roster_import_issues.row', direction: 'asc', type: 'int' },
        { column: 'roster_import_issues.id', direction: 'asc', type: 'uuid' },
      ],
      map: ({ row, field, reason }) => ({ row, field, reason: reason as RosterIssueReasonName }),
    });
  }
}
