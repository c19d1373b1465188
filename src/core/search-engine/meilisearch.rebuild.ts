import { type Meilisearch } from 'meilisearch';
import { settingsHash, type IndexSettings } from './index-settings.js';
import { spoken } from './meilisearch.errors.js';
import { awaitTask } from './meilisearch.tasks.js';
import { SearchTaskFailed } from './search-engine.errors.js';
import type { DocumentSink, Rebuild } from './search-engine.port.js';

/** Batches handed over and not yet applied: enough for the engine to merge them, few enough to bound its queue. */
const BATCHES_IN_FLIGHT = 12;
/** A batch waits behind all others of the server; minutes are normal while it indexes tens of thousands. */
const TASK_TIMEOUT_MS = 15 * 60_000;
/** No rebuild takes this long; what it left behind is a killed one's. */
const ABANDONED_AFTER_MS = 6 * 3_600_000;

/** Creates an empty index with its settings and waits until both are in force. */
export async function createIndex(
  client: Meilisearch,
  uid: string,
  settings: IndexSettings,
): Promise<void> {
  const creation = await spoken(() => client.createIndex(uid, { primaryKey: 'id' }));
  try {
    await awaitTask(client, creation.taskUid, { timeoutMs: TASK_TIMEOUT_MS });
  } catch (error) {
    // Another process was faster; it gives the same settings.
    if (!(error instanceof SearchTaskFailed) || error.code !== 'index_already_exists') throw error;
  }
  const change = await spoken(() =>
    client.index(uid).updateSettings(structuredClone(settings) as object),
  );
  await awaitTask(client, change.taskUid, { timeoutMs: TASK_TIMEOUT_MS });
}

/** Writes to one index by its full name, each call waiting until the engine has applied it. */
export function sinkOf(client: Meilisearch, uid: string): DocumentSink {
  return {
    upsert: async (documents) => {
      if (documents.length === 0) return;
      const task = await spoken(() => client.index(uid).addDocuments([...documents]));
      await awaitTask(client, task.taskUid, { timeoutMs: TASK_TIMEOUT_MS });
    },
    remove: async (ids) => {
      if (ids.length === 0) return;
      const task = await spoken(() => client.index(uid).deleteDocuments([...ids]));
      await awaitTask(client, task.taskUid, { timeoutMs: TASK_TIMEOUT_MS });
    },
  };
}

/**
 * Fills a new index beside the live one, swaps the two in one step and deletes the old one. When anything fails the new
 * index is deleted and the live one is as it was.
 */
export async function rebuildIndex(
  client: Meilisearch,
  uid: string,
  rebuild: Rebuild,
): Promise<{ documentCount: number }> {
  await deleteAbandoned(client, uid);
  const target = `${uid}_${settingsHash(rebuild.settings)}_${Date.now().toString(36)}`;
  try {
    await createIndex(client, target, rebuild.settings);
    const documentCount = await fill(client, target, rebuild);
    await rebuild.replay?.(sinkOf(client, target));
    rebuild.signal?.throwIfAborted();
    await swap(client, uid, target);
    // From here on `target` is the old index.
    await rebuild.replay?.(sinkOf(client, uid));
    return { documentCount };
  } finally {
    await deleteIndex(client, target);
  }
}

async function fill(client: Meilisearch, target: string, rebuild: Rebuild): Promise<number> {
  const inFlight: number[] = [];
  const applied = (taskId: number): Promise<void> =>
    awaitTask(client, taskId, { timeoutMs: TASK_TIMEOUT_MS, signal: rebuild.signal });
  let documentCount = 0;
  for await (const batch of rebuild.batches) {
    rebuild.signal?.throwIfAborted();
    if (batch.length === 0) continue;
    const task = await spoken(() => client.index(target).addDocuments([...batch]));
    inFlight.push(task.taskUid);
    documentCount += batch.length;
    rebuild.onProgress?.(documentCount);
    if (inFlight.length >= BATCHES_IN_FLIGHT) await applied(inFlight.shift() ?? 0);
  }
  for (const taskId of inFlight) await applied(taskId);
  return documentCount;
}

async function swap(client: Meilisearch, uid: string, target: string): Promise<void> {
  const creation = await spoken(() => client.createIndex(uid, { primaryKey: 'id' }));
  try {
    await awaitTask(client, creation.taskUid, { timeoutMs: TASK_TIMEOUT_MS });
  } catch (error) {
    if (!(error instanceof SearchTaskFailed) || error.code !== 'index_already_exists') throw error;
  }
  const task = await spoken(() => client.swapIndexes([{ indexes: [uid, target], rename: false }]));
  await awaitTask(client, task.taskUid, { timeoutMs: TASK_TIMEOUT_MS });
}

/** Deletes an index by its full name; a missing one is fine. */
export async function deleteIndex(client: Meilisearch, uid: string): Promise<void> {
  const task = await spoken(() => client.deleteIndex(uid));
  try {
    await awaitTask(client, task.taskUid, { timeoutMs: TASK_TIMEOUT_MS });
  } catch (error) {
    if (!(error instanceof SearchTaskFailed) || error.code !== 'index_not_found') throw error;
  }
}

/** Removes what rebuilds left behind that were killed; their names carry the time they began. */
async function deleteAbandoned(client: Meilisearch, uid: string): Promise<void> {
  const { results } = await spoken(() => client.getRawIndexes({ limit: 1_000 }));
  const ofRebuild = /^[0-9a-f]{12}_([0-9a-z]{8,9})$/;
  for (const index of results) {
    const [, began] =
      ofRebuild.exec(index.uid.startsWith(`${uid}_`) ? index.uid.slice(uid.length + 1) : '') ?? [];
    if (began && Date.now() - Number.parseInt(began, 36) > ABANDONED_AFTER_MS) {
      await deleteIndex(client, index.uid);
    }
  }
}
