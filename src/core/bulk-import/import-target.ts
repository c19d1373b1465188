import type { EventDefinition } from '../events/index.js';
import type { ImportJournal } from './import-journal.js';
import type { ChangedRow, KnownRecord, NewRow } from './imported-row.js';

/** Where records of one kind are kept. All calls for a chunk stand in one unit of work. */
export interface ImportTarget<Stored> {
  readonly journal: ImportJournal;
  /** Records of the source with these ids, locked until the chunk is written. */
  known(sourceName: string, sourceIds: readonly string[]): Promise<Map<string, KnownRecord>>;
  create(
    importId: string,
    chunk: number,
    sourceName: string,
    rows: readonly NewRow<Stored>[],
  ): Promise<void>;
  /** Overwrites records that the source changed, keeping what they were for an undo. */
  update(importId: string, chunk: number, rows: readonly ChangedRow<Stored>[]): Promise<void>;
  /** Removes what a chunk made and restores what it changed, unless somebody has taken it over. */
  takeBack(importId: string, chunk: number): Promise<TakenBack>;
}

export interface TakenBack {
  readonly removed: number;
  readonly restored: number;
}

/** Says that a chunk was written or taken back. */
export type ChunkEvent = EventDefinition<{ importId: string; chunk: number }>;
