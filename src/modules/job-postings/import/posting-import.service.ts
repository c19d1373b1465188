import { Injectable } from '@nestjs/common';
import {
  BulkImporter,
  type ImportOutcome,
  type ImportRequest,
} from '../../../core/bulk-import/index.js';
import { placeFinderOf, ReferenceReader, sourceRows } from '../../reference-data/index.js';
import { jobPostingsImported } from '../posting/job-posting.events.js';
import type { ImportedPosting } from './imported-posting.js';
import { postingImportErrors } from './posting-import.errors.js';
import { PostingImportRepository } from './posting-import.repository.js';
import { PostingRecords } from './posting-record.js';

/** Brings postings of a named source in. */
@Injectable()
export class PostingImportService {
  constructor(
    private readonly importer: BulkImporter,
    private readonly repository: PostingImportRepository,
    private readonly reference: ReferenceReader,
  ) {}

  async run(request: ImportRequest<ImportedPosting>): Promise<ImportOutcome> {
    const tables = await this.reference.tables();
    const records = new PostingRecords(tables, placeFinderOf(tables));
    return this.importer.run({
      ...request,
      rows: sourceRows(request.path, request.format.columns),
      recordOf: (posting) => records.of(posting),
      target: this.repository,
      event: jobPostingsImported,
    });
  }

  /** Takes an import back: what it made leaves the search, what it changed is as before. Claimed postings stay. */
  async undo(importId: string): Promise<{ withdrawn: number; restored: number }> {
    const kind = { target: this.repository, event: jobPostingsImported };
    const taken = await this.importer.undo(importId, kind);
    if (taken === null) throw postingImportErrors.NOT_UNDOABLE();
    return { withdrawn: taken.removed, restored: taken.restored };
  }
}
