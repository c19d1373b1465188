import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { ReadTemplate } from './template-file.js';

/** The only writer of organisations' imports. */
@Injectable()
export class CompanyImportRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async insert(
    entry: {
      readonly organisationId: string;
      readonly storedFileId: string | null;
      readonly fileName: string;
      readonly startedBy: string | null;
    },
    { rows, issues, rowCount }: ReadTemplate,
  ): Promise<string> {
    const id = this.ids.next();
    await this.uow.db.postingImport.create({
      data: {
        ...entry,
        id,
        format: 'template',
        sourceName: 'template',
        state: 'PREVIEWED',
        rowCount,
        createdCount: rows.length,
        refusedCount: rowCount - rows.length,
        startedAt: this.clock.now(),
      },
      select: { id: true },
    });
    await this.uow.db.postingImportIssue.createMany({
      data: issues.map((issue) => ({
        ...issue,
        id: this.ids.next(),
        importId: id,
        refusesRow: true,
      })),
    });
    return id;
  }

  /** Writes the step if the import still is in that state; false when somebody was faster. */
  async take(
    id: string,
    from: 'PREVIEWED' | 'FINISHED',
    to: 'FINISHED' | 'UNDONE',
  ): Promise<boolean> {
    const { count } = await this.uow.db.postingImport.updateMany({
      where: { id, state: from },
      data: { state: to, finishedAt: this.clock.now() },
    });
    return count === 1;
  }

  async addChange(importId: string, jobPostingId: string, line: number): Promise<void> {
    await this.uow.db.postingImportChange.create({
      data: { importId, jobPostingId, chunk: 0, line },
      select: { importId: true },
    });
  }

  /** Removes the drafts of an import that nobody has touched since; the others stay. */
  async removeUntouched(importId: string): Promise<void> {
    await this.uow.db.jobPosting.deleteMany({
      where: { state: 'DRAFT', version: 1, importChanges: { some: { importId } } },
    });
  }
}
