import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { Outbox } from '../../../core/events/index.js';
import { placeFinderOf, ReferenceReader, sourceRows } from '../../reference-data/index.js';
import { profilesImported } from '../profile/profile.events.js';
import type { SeekerFormat } from './imported-seeker.js';
import { SeekerImportReader } from './seeker-import.reader.js';
import {
  SeekerImportRepository,
  type SeekerImportCounts,
  type SeekerIssue,
  type SeekerRow,
} from './seeker-import.repository.js';
import { SeekerRecords } from './seeker-record.js';

export interface SeekerImportRequest {
  readonly path: string;
  readonly format: SeekerFormat;
  /** Reads and reports everything, writes nothing. */
  readonly isDryRun: boolean;
  readonly onProgress?: (counts: SeekerImportCounts) => void;
}

export interface SeekerImportOutcome {
  /** Null for a dry run. */
  readonly importId: string | null;
  readonly counts: SeekerImportCounts;
  /** The first issues, for the report on the spot; all of them are kept with the import. */
  readonly issues: readonly SeekerIssue[];
}

interface Chunk {
  readonly rows: readonly SeekerRow[];
  readonly issues: readonly SeekerIssue[];
  readonly rowCount: number;
}

/** Rows written in one transaction, with one event. */
const CHUNK_ROWS = 500;
const REPORTED_ISSUES = 50;

/** Brings seekers of a named source in: streaming, repeatable by source id, undoable, each refused row with its reason. */
@Injectable()
export class SeekerImportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: SeekerImportRepository,
    private readonly reader: SeekerImportReader,
    private readonly reference: ReferenceReader,
    private readonly outbox: Outbox,
  ) {}

  async run(request: SeekerImportRequest): Promise<SeekerImportOutcome> {
    const { format, path, isDryRun } = request;
    const importId = isDryRun
      ? null
      : await this.repository.start({
          format: format.name,
          sourceName: format.sourceName,
          fileName: basename(path),
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

  /** Takes an import back: what it made is gone, what it changed is as before; what a later import touched stays. */
  async undo(importId: string): Promise<{ removed: number; restored: number }> {
    const { chunkCount } = await this.reader.requireUndoable(importId);
    let removed = 0;
    let restored = 0;
    for (let chunk = 0; chunk < chunkCount; chunk++) {
      await this.uow.run(async () => {
        removed += await this.repository.removeMade(importId, chunk);
        const former = await this.repository.previous(importId, chunk);
        for (const { id, previous } of former) {
          const { import_id: formerImport, ...record } = previous;
          await this.repository.overwrite(formerImport, [{ id, record }]);
        }
        restored += former.length;
        await this.outbox.record(profilesImported, { importId, chunk });
      });
    }
    await this.repository.end(importId, 'UNDONE');
    return { removed, restored };
  }

  private async importChunks(
    importId: string | null,
    { path, format, onProgress }: SeekerImportRequest,
  ): Promise<SeekerImportOutcome> {
    const tables = await this.reference.tables();
    const records = new SeekerRecords(tables, placeFinderOf(tables));
    let counts: SeekerImportCounts = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0 };
    const reported: SeekerIssue[] = [];
    let number = 0;
    for await (const chunk of readChunks(path, format, records)) {
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

  private write(
    importId: string | null,
    number: number,
    sourceName: string,
    chunk: Chunk,
  ): Promise<Pick<SeekerImportCounts, 'created' | 'updated' | 'unchanged'>> {
    return this.uow.run(async () => {
      const ids = chunk.rows.map((row) => row.record.source_id);
      const known = await this.repository.known(sourceName, ids);
      const fresh = chunk.rows.filter((row) => !known.has(row.record.source_id));
      const changed = chunk.rows.flatMap((row) => {
        const seeker = known.get(row.record.source_id);
        return seeker?.isOfSource && seeker.sourceHash !== row.record.source_hash
          ? [{ ...row, id: seeker.id }]
          : [];
      });
      if (importId !== null) {
        await this.repository.create(importId, number, sourceName, fresh);
        await this.repository.update(importId, number, changed);
        await this.repository.addIssues(importId, chunk.issues);
        if (fresh.length + changed.length > 0)
          await this.outbox.record(profilesImported, { importId, chunk: number });
      }
      const unchanged = chunk.rows.length - fresh.length - changed.length;
      return { created: fresh.length, updated: changed.length, unchanged };
    });
  }
}

/** Cleaned rows of the file in chunks; a source id that stands twice in the file is taken once. */
async function* readChunks(
  path: string,
  format: SeekerFormat,
  records: SeekerRecords,
): AsyncGenerator<Chunk> {
  const seen = new Set<string>();
  let rows: SeekerRow[] = [];
  let issues: SeekerIssue[] = [];
  let rowCount = 0;
  for await (const { line, cells } of sourceRows(path, format.columns)) {
    rowCount += 1;
    const { seeker, issues: found } = format.toSeeker(cells);
    const isRefused = found.some((issue) => issue.refusesRow);
    const isTwice = !isRefused && seen.has(seeker.sourceId);
    const written = isRefused || isTwice ? null : records.of(seeker);
    for (const { field, reason, refusesRow } of [...found, ...(written?.issues ?? [])])
      issues.push({ line, field, reason, refuses_row: refusesRow });
    if (isTwice) issues.push({ line, field: 'id', reason: 'DUPLICATE', refuses_row: true });
    if (written) {
      seen.add(seeker.sourceId);
      rows.push({ line, record: written.record });
    }
    if (rowCount >= CHUNK_ROWS) {
      yield { rows, issues, rowCount };
      [rows, issues, rowCount] = [[], [], 0];
    }
  }
  if (rowCount > 0) yield { rows, issues, rowCount };
}
