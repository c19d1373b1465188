import { Injectable } from '@nestjs/common';
import type { SearchDocument } from '../../../core/search-engine/index.js';
import { JobPostingReader } from '../../job-postings/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { documentBatches, type DocumentSource } from './document-source.js';
import { toSearchDocument } from './job-posting.document.js';
import { JOB_POSTINGS_INDEX, JOB_POSTING_SETTINGS } from './search.settings.js';

/** The open postings, as the index of postings has them. */
@Injectable()
export class PostingSource implements DocumentSource {
  readonly index = JOB_POSTINGS_INDEX;
  readonly settings = JOB_POSTING_SETTINGS;
  readonly kind = 'postings';

  constructor(
    private readonly postings: JobPostingReader,
    private readonly reference: ReferenceReader,
  ) {}

  async documents(ids: readonly string[]): Promise<SearchDocument[]> {
    const tables = await this.reference.tables();
    const rows = await this.postings.documents({ ids });
    return rows.map((row) => toSearchDocument(row, tables));
  }

  async *batches(): AsyncGenerator<SearchDocument[]> {
    const tables = await this.reference.tables();
    yield* documentBatches(
      (slice) => this.postings.documents(slice),
      (row) => toSearchDocument(row, tables),
    );
  }

  versions(after: string | null, limit: number) {
    return this.postings.openVersions(after, limit);
  }

  idsTouchedSince(since: Date, after: string | null, limit: number): Promise<string[]> {
    return this.postings.idsTouchedSince(since, after, limit);
  }
}
