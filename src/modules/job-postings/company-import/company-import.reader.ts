import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { organisationsWith, type Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { keysetPage, type Connection, type PageArgs } from '../../../core/graphql/index.js';
import { JOB_POSTING_MANAGE } from '../job-postings.permissions.js';
import type { JobPostingImport, JobPostingImportIssue } from './company-import.model.js';

/**
 * Imports of the organisations an actor writes postings for; somebody else's are as unknown as none. Those of the
 * platform are what it imported in the place of an organisation.
 */
@Injectable()
export class CompanyImportReader {
  constructor(private readonly uow: UnitOfWork) {}

  async find(actor: Actor, id: string): Promise<JobPostingImport | null> {
    const own = organisationsWith(actor, JOB_POSTING_MANAGE);
    const isPlatform = actor.kind === 'SYSTEM';
    if (!isUuid(id) || (own.length === 0 && !isPlatform)) return null;
    const query = this.select().where('id', '=', id);
    const row = await (
      isPlatform
        ? query.where('organisation_id', 'is not', null).where('started_by', 'is', null)
        : query.where('organisation_id', 'in', own)
    ).executeTakeFirst();
    return row ? toImport(row) : null;
  }

  listOf(
    actor: Actor,
    organisationId: string,
    args: PageArgs,
  ): Promise<Connection<JobPostingImport>> {
    const own = organisationsWith(actor, JOB_POSTING_MANAGE).filter((id) => id === organisationId);
    return keysetPage(this.select().where('organisation_id', '=', own[0] ?? null), {
      args,
      orderBy: [
        { column: 'started_at', direction: 'desc', type: 'timestamptz' },
        { column: 'id', direction: 'desc', type: 'uuid' },
      ],
      map: toImport,
    });
  }

  /** Postings that an import made and that are still there. */
  async postingCount(importId: string): Promise<number> {
    const counted = await this.uow.sql
      .selectFrom('posting_import_changes')
      .select(sql<number>`count(*)::int`.as('postings'))
      .where('import_id', '=', importId)
      .executeTakeFirstOrThrow();
    return counted.postings;
  }

  /** The caller has checked that the viewer may see the import. */
  issuesOf(importId: string, args: PageArgs): Promise<Connection<JobPostingImportIssue>> {
    const query = this.uow.sql
      .selectFrom('posting_import_issues')
      .select(['line', 'field', 'reason'])
      .where('import_id', '=', importId);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'line', direction: 'asc', type: 'int' },
        { column: 'id', direction: 'asc', type: 'uuid' },
      ],
      map: ({ line, field, reason }) => ({ line, field, reason }),
    });
  }

  private select() {
    return this.uow.sql
      .selectFrom('posting_imports')
      .select([
        'id',
        'organisation_id',
        'stored_file_id',
        'state',
        'file_name',
        'row_count',
        'created_count',
        'refused_count',
        'started_at',
        'finished_at',
      ]);
  }
}

type ImportSelection = Awaited<
  ReturnType<ReturnType<CompanyImportReader['select']>['execute']>
>[number];

function toImport(row: ImportSelection): JobPostingImport {
  return {
    id: row.id,
    organisationId: row.organisation_id ?? '',
    storedFileId: row.stored_file_id,
    state: enumName(row.state),
    fileName: row.file_name,
    rowCount: row.row_count,
    createdCount: row.created_count,
    refusedCount: row.refused_count,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}
