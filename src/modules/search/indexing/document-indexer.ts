import { isDeepStrictEqual } from 'node:util';
import type { DocumentSink, SearchEngine } from '../../../core/search-engine/index.js';
import type { DocumentSource } from './document-source.js';

/** Brings documents of an index up to date with what the database says now; never with what an event said. */
export abstract class DocumentIndexer {
  private isKnownCurrent = false;

  protected constructor(
    private readonly engine: SearchEngine,
    private readonly source: DocumentSource,
  ) {}

  /** Has them indexed soon; each at most once at a time, the last state always wins. */
  abstract enqueue(ids: readonly string[]): Promise<void>;

  /** Has the whole index built anew soon. */
  protected abstract enqueueRebuild(): Promise<void>;

  /** Upserts those that belong into the index and removes the rest; returns when the engine has applied it. */
  async index(ids: readonly string[], signal?: AbortSignal): Promise<void> {
    if (ids.length === 0) return;
    await this.ensure();
    const changes: number[] = [];
    await this.writeTo(
      {
        upsert: async (documents) => {
          changes.push(await this.engine.upsert(this.source.index, documents));
        },
        remove: async (gone) => {
          changes.push(await this.engine.remove(this.source.index, gone));
        },
      },
      ids,
    );
    for (const change of changes) await this.engine.waitFor(change, signal ? { signal } : {});
  }

  /**
   * Writes what the database says of them. Others write to the same index meanwhile, and the engine takes the later write,
   * not the later reading: so what was read is compared once it is written, and written again where it was out of date by
   * then. Whoever comes last therefore leaves the last state.
   */
  async writeTo(sink: DocumentSink, ids: readonly string[]): Promise<void> {
    let pending = ids;
    let documents = await this.source.documents(pending);
    while (pending.length > 0) {
      const written = new Map(documents.map((document) => [document.id, document]));
      const gone = pending.filter((id) => !written.has(id));
      if (documents.length > 0) await sink.upsert(documents);
      if (gone.length > 0) await sink.remove(gone);
      const current = new Map(
        (await this.source.documents(pending)).map((document) => [document.id, document]),
      );
      pending = pending.filter((id) => !isDeepStrictEqual(written.get(id), current.get(id)));
      documents = pending.flatMap((id) => current.get(id) ?? []);
    }
  }

  /** Makes a missing index; a new or outdated one is rebuilt from the database. */
  async ensure(): Promise<void> {
    if (this.isKnownCurrent) return;
    const { index, settings } = this.source;
    if ((await this.engine.ensureIndex(index, settings)) === 'current') this.isKnownCurrent = true;
    else await this.enqueueRebuild();
  }

  /** The schedule's look, which does not trust what this process remembers: the engine may have been wiped. */
  async ensureAnew(): Promise<void> {
    this.isKnownCurrent = false;
    await this.ensure();
  }
}
