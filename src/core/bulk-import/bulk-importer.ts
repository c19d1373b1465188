import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import { Outbox } from '../events/index.js';
import type { ImportCounts } from './import-journal.js';
import {
  chunksOf,
  type ImportChunk,
  type ImportSource,
  type SourceFormat,
} from './import-source.js';
import type { ChunkEvent, ImportTarget, TakenBack } from './import-target.js';
import type { CleanedRow, ImportIssue, SourceRecord } from './imported-row.js';

/** The file that somebody wants imported. */
export interface ImportRequest<Cleaned extends CleanedRow> {
  readonly path: string;
  readonly format: SourceFormat<Cleaned>;
  /** Reads and reports everything, writes nothing. */
  readonly isDryRun: boolean;
  readonly onProgress?: (counts: ImportCounts) => void;
}

/** The same with what its kind of import has of its own. */
export interface BulkImport<Cleaned extends CleanedRow, Stored extends SourceRecord>
  extends ImportRequest<Cleaned>, ImportSource<Cleaned, Stored> {
  readonly target: ImportTarget<Stored>;
  readonly event: ChunkEvent;
}

export interface ImportOutcome {
  /** Null for a dry run. */
  readonly importId: string | null;
  readonly counts: ImportCounts;
  /** The first issues, for the report on the spot; all of them are kept with the import. */
  readonly issues: readonly ImportIssue[];
}

const REPORTED_ISSUES = 50;

/** Brings rows of a named source in: streaming, repeatable by source id, undoable, each refused row with its reason. */
@Injectable()
export class BulkImporter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  async run<Cleaned extends CleanedRow, Stored extends SourceRecord>(
    bulk: BulkImport<Cleaned, Stored>,
  ): Promise<ImportOutcome> {
    const { format, path, isDryRun } = bulk;
    const { journal } = bulk.target;
    const importId = isDryRun
      ? null
      : await journal.start(format.name, format.sourceName, basename(path));
    try {
      const outcome = await this.writeAll(importId, bulk);
      if (importId !== null) await journal.end(importId, 'FINISHED');
      return outcome;
    } catch (error) {
      if (importId !== null) await journal.end(importId, 'FAILED');
      throw error;
    }
  }

  /** Takes an import back, chunk by chunk; null unless it has ended and was not taken back before. */
  async undo<Stored>(
    importId: string,
    { target, event }: { readonly target: ImportTarget<Stored>; readonly event: ChunkEvent },
  ): Promise<TakenBack | null> {
    const chunkCount = await target.journal.undoableChunks(importId);
    if (chunkCount === null) return null;
    let [removed, restored] = [0, 0];
    for (let chunk = 0; chunk < chunkCount; chunk++) {
      const taken = await this.unitOfWork.run(async () => {
        const back = await target.takeBack(importId, chunk);
        await this.outbox.record(event, { importId, chunk });
        return back;
      });
      removed += taken.removed;
      restored += taken.restored;
    }
    await target.journal.end(importId, 'UNDONE');
    return { removed, restored };
  }

  private async writeAll<Cleaned extends CleanedRow, Stored extends SourceRecord>(
    importId: string | null,
    bulk: BulkImport<Cleaned, Stored>,
  ): Promise<ImportOutcome> {
    let counts: ImportCounts = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0 };
    const reported: ImportIssue[] = [];
    let number = 0;
    for await (const chunk of chunksOf(bulk)) {
      const written = await this.write(importId, number++, bulk, chunk);
      counts = {
        rows: counts.rows + chunk.rowCount,
        created: counts.created + written.created,
        updated: counts.updated + written.updated,
        unchanged: counts.unchanged + written.unchanged,
        refused: counts.refused + chunk.rowCount - chunk.rows.length,
      };
      reported.push(...chunk.issues.slice(0, REPORTED_ISSUES - reported.length));
      if (importId !== null) await bulk.target.journal.count(importId, counts);
      bulk.onProgress?.(counts);
    }
    return { importId, counts, issues: reported };
  }

  private write<Cleaned extends CleanedRow, Stored extends SourceRecord>(
    importId: string | null,
    number: number,
    { format: { sourceName }, target, event }: BulkImport<Cleaned, Stored>,
    { rows, issues }: ImportChunk<Stored>,
  ): Promise<Pick<ImportCounts, 'created' | 'updated' | 'unchanged'>> {
    return this.unitOfWork.run(async () => {
      const ids = rows.map(({ record }) => record.source_id);
      const known = await target.known(sourceName, ids);
      const fresh = rows.filter(({ record }) => !known.has(record.source_id));
      const changed = rows.flatMap((row) => {
        const found = known.get(row.record.source_id);
        return found?.isOfSource && found.sourceHash !== row.record.source_hash
          ? [{ ...row, id: found.id }]
          : [];
      });
      if (importId !== null) {
        await target.create(importId, number, sourceName, fresh);
        await target.update(importId, number, changed);
        await target.journal.addIssues(importId, issues);
        if (fresh.length + changed.length > 0)
          await this.outbox.record(event, { importId, chunk: number });
      }
      const unchanged = rows.length - fresh.length - changed.length;
      return { created: fresh.length, updated: changed.length, unchanged };
    });
  }
}
