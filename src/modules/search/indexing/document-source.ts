import type { IndexSettings, SearchDocument } from '../../../core/search-engine/index.js';

/** Where the documents of one index come from: the database, batch by batch in the order of ids. */
export interface DocumentSource {
  readonly index: string;
  readonly settings: IndexSettings;
  /** What a document stands for, for the log. */
  readonly kind: string;
  /** Of these, those that belong into the index. */
  documents(ids: readonly string[]): Promise<SearchDocument[]>;
  /** All that belong into the index. */
  batches(): AsyncIterable<SearchDocument[]>;
  /** Ids and versions of all that belong into the index; the next batch by id. */
  versions(
    after: string | null,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly version: number }[]>;
  /** Ids of what was touched since, whether or not it belongs into the index; the next batch by id. */
  idsTouchedSince(since: Date, after: string | null, limit: number): Promise<string[]>;
}

/** All rows, read in batches by id, as documents. */
export async function* documentBatches<Row extends { readonly id: string }>(
  read: (slice: { readonly after: string | null; readonly limit: number }) => Promise<Row[]>,
  toDocument: (row: Row) => SearchDocument,
): AsyncGenerator<SearchDocument[]> {
  let after: string | null = null;
  for (;;) {
    const rows: Row[] = await read({ after, limit: BATCH });
    if (rows.length > 0) yield rows.map(toDocument);
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id ?? null;
  }
}

export const BATCH = 2_000;
