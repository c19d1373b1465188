import { Injectable } from '@nestjs/common';
import type { SearchDocument } from '../../../core/search-engine/index.js';
import { CandidateReader } from '../../profiles/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { documentBatches, type DocumentSource } from '../indexing/document-source.js';
import { toCandidateDocument } from './candidate.document.js';
import { CANDIDATE_SETTINGS, CANDIDATES_INDEX } from './candidate.settings.js';

/** The people who let employers find them, as their index has them. */
@Injectable()
export class CandidateSource implements DocumentSource {
  readonly index = CANDIDATES_INDEX;
  readonly settings = CANDIDATE_SETTINGS;
  readonly kind = 'candidates';

  constructor(
    private readonly candidates: CandidateReader,
    private readonly reference: ReferenceReader,
  ) {}

  async documents(ids: readonly string[]): Promise<SearchDocument[]> {
    const tables = await this.reference.tables();
    const rows = await this.candidates.documents({ ids });
    return rows.map((row) => toCandidateDocument(row, tables));
  }

  async *batches(): AsyncGenerator<SearchDocument[]> {
    const tables = await this.reference.tables();
    yield* documentBatches(
      (slice) => this.candidates.documents(slice),
      (row) => toCandidateDocument(row, tables),
    );
  }

  versions(after: string | null, limit: number) {
    return this.candidates.versions(after, limit);
  }

  idsTouchedSince(since: Date, after: string | null, limit: number): Promise<string[]> {
    return this.candidates.idsTouchedSince(since, after, limit);
  }
}
