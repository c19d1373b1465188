import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';

@Injectable()
export class PostingImportReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Ids of the postings that one chunk of an import made or changed. */
  async postingIds(importId: string, chunk: number): Promise<string[]> {
    const rows = await this.unitOfWork.sql
      .selectFrom('posting_import_changes')
      .where('import_id', '=', importId)
      .where('chunk', '=', chunk)
      .select('job_posting_id')
      .execute();
    return rows.map((row) => row.job_posting_id);
  }
}
