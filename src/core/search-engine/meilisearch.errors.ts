import {
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
} from 'meilisearch';
import { SearchIndexMissing, SearchRejected, SearchUnavailable } from './search-engine.errors.js';

/** True when nobody answered: no connection, a broken one, or silence. */
export function isSilence(error: unknown): boolean {
  return (
    error instanceof MeilisearchRequestError || error instanceof MeilisearchRequestTimeOutError
  );
}

/** The client's error as one of ours; errors that are not the client's pass unchanged. */
export function translated(error: unknown): unknown {
  if (isSilence(error)) {
    return new SearchUnavailable('The search engine does not answer', { cause: error });
  }
  if (!(error instanceof MeilisearchApiError)) return error;
  const code = error.cause?.code ?? `http_${String(error.response.status)}`;
  if (code === 'index_not_found') return new SearchIndexMissing(error.message, { cause: error });
  return error.response.status >= 500 || error.response.status === 429
    ? new SearchUnavailable(`The search engine cannot answer now (${code})`, { cause: error })
    : new SearchRejected(code, error.message, { cause: error });
}

/** Runs a call of the client and lets only our errors out. */
export async function spoken<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw translated(error);
  }
}
