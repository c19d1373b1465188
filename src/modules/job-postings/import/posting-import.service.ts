import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { requestContext } from '../../../core/context/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { Outbox } from '../../../core/events/index.js';
import { placeFinderOf, ReferenceReader, sourceRows } from '../../reference-data/index.js';
import { jobPostingsImported } from '../posting/job-posting.events.js';
import type { PostingFormat } from './imported-posting.js';
import { PostingImportReader } from './posting-import.reader.js';
import {
  PostingImportRepository,
  type ImportCounts,
  type ImportIssue,
  type ImportRow,
} from './posting-import.repository.js';
import { PostingRecords } from './posting-record.js';

export interface ImportRequest {
  readonly path: string;
  readonly format: PostingFormat;
  /** Reads and reports everything, writes nothing. */
  readonly isDryRun: boolean;
  readonly onProgress?: (counts: ImportCounts) => void;
}

export interface ImportOutcome {
  /** Null for a dry run. */
  readonly importId: string | null;
  readonly counts: ImportCounts;
  /** The first issues, for the report on the spot; all of them are kept with the import. */
  readonly issues: readonly ImportIssue[];
}

interface Chunk {
  readonly rows: readonly ImportRow[];
  readonly issues: readonly ImportIssue[];
  readonly rowCount: number;
}

/** Rows written in one transaction, with one event. */
const CHUNK_ROWS = 500;
const REPORTED_ISSUES = 50;

/** Brings postings of a named source in: streaming, repeatable by source id, undoable, each refused row with its reason. */
@Injectable()
export class PostingImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PostingImportRepository,
    private readonly reader: PostingImportReader,
    private readonly reference: ReferenceReader,
    private readonly outbox: Outbox,
  ) {}

  async run(request: ImportRequest): Promise<ImportOutcome> {
    const { format, path, isDryRun } = request;
    const importId = isDryRun
      ? null
      : await this.repository.start({
          format: format.name,
          sourceName: format.sourceName,
          fileName: basename(path),
          startedBy: requestContext().actor.accountId,
        });
    try {
      const outcome = await this.importChunks(importId, request);
      if (importId !== null) await this.repository.end(importId, 'FINISHED');
      return outcome;
    } catch (error) {
      if (importId !== null) await this.repository.end(importId, 'FAILED');
      throw error;
    }
  }

  /** Takes an import back: what it made leaves the search, what it changed is as before. Claimed postings stay. */
  async undo(importId: string): Promise<{ withdrawn: number; restored: number }> {
    const { chunkCount } = await this.reader.requireUndoable(importId);
    let withdrawn = 0;
    let restored = 0;
    for (let chunk = 0; chunk < chunkCount; chunk++) {
      await this.unitOfWork.run(async () => {
        withdrawn += await this.repository.withdraw(importId, chunk);
        restored += await this.repository.restore(importId, chunk);
        await this.outbox.record(jobPostingsImported, { importId, chunk });
      });
    }
    await this.repository.end(importId, 'UNDONE');
    return { withdrawn, restored };
  }

  private async importChunks(
    importId: string | null,
    { path, format, onProgress }: ImportRequest,
  ): Promise<ImportOutcome> {
    let counts: ImportCounts = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0 };
    const reported: ImportIssue[] = [];
    let number = 0;
    for await (const chunk of await this.chunks(path, format)) {
      const written = await this.write(importId, number++, format.sourceName, chunk);
      counts = {
        rows: counts.rows + chunk.rowCount,
        created: counts.created + written.created,
        updated: counts.updated + written.updated,
        unchanged: counts.unchanged + written.unchanged,
        refused: counts.refused + chunk.rowCount - chunk.rows.length,
      };
      reported.push(...chunk.issues.slice(0, REPORTED_ISSUES - reported.length));
      if (importId !== null) await this.repository.count(importId, counts);
      onProgress?.(counts);
    }
    return { importId, counts, issues: reported };
  }

  /** Cleaned rows of the file in chunks; a source id that stands twice in the file is taken once. */
  private async chunks(path: string, format: PostingFormat): Promise<AsyncGenerator<Chunk>> {
    const tables = await this.reference.tables();
    return readChunks(path, format, new PostingRecords(tables, placeFinderOf(tables)));
  }

  private write(
    importId: string | null,
    number: number,
    sourceName: string,
    chunk: Chunk,
  ): Promise<Pick<ImportCounts, 'created' | 'updated' | 'unchanged'>> {
    return this.unitOfWork.run(async () => {
      const ids = chunk.rows.map((row) => row.record.source_id);
      const known = await this.repository.known(sourceName, ids);
      const fresh = chunk.rows.filter((row) => !known.has(row.record.source_id));
      const changed = chunk.rows.flatMap((row) => {
        const posting = known.get(row.record.source_id);
        return posting?.isOfSource && posting.sourceHash !== row.record.source_hash
          ? [{ ...row, id: posting.id }]
          : [];
      });
      if (importId !== null) {
        await this.repository.create(importId, number, sourceName, fresh);
        await this.repository.update(importId, number, changed);
        await this.repository.addIssues(importId, chunk.issues);
        if (fresh.length + changed.length > 0) {
          await this.outbox.record(jobPostingsImported, { importId, chunk: number });
        }
      }
      const unchanged = chunk.rows.length - fresh.length - changed.length;
      return { created: fresh.length, updated: changed.length, unchanged };
    });
  }
}

async function* readChunks(
  path: string,
  format: PostingFormat,
  records: PostingRecords,
): AsyncGenerator<Chunk> {
  const seen = new Set<string>();
  let rows: ImportRow[] = [];
  let issues: ImportIssue[] = [];
  let rowCount = 0;
  for await (const { line, cells } of sourceRows(path, format.columns)) {
    rowCount += 1;
    const { posting, issues: found } = format.toPosting(cells);
    const isRefused = found.some((issue) => issue.refusesRow);
    const isTwice = !isRefused && seen.has(posting.sourceId);
    const written = isRefused || isTwice ? null : records.of(posting);
    for (const issue of [...found, ...(written?.issues ?? [])]) {
      const { field, reason, refusesRow } = issue;
      issues.push({ line, field, reason, refuses_row: refusesRow });
    }
    if (isTwice) issues.push({ line, field: 'id', reason: 'DUPLICATE', refuses_row: true });
    if (written) {
      seen.add(posting.sourceId);
      rows.push({ line, record: written.record, skills: written.skills });
    }
    if (rowCount >= CHUNK_ROWS) {
      yield { rows, issues, rowCount };
      [rows, issues, rowCount] = [[], [], 0];
    }
  }
  if (rowCount > 0) yield { rows, issues, rowCount };
}
