export { settingsHash, type IndexSettings } from './index-settings.js';
export { MeilisearchAdapter, type MeilisearchOptions } from './meilisearch.adapter.js';
export {
  SearchIndexMissing,
  SearchRejected,
  SearchTaskFailed,
  SearchTaskPending,
  SearchUnavailable,
} from './search-engine.errors.js';
export { SearchEngineModule } from './search-engine.module.js';
export {
  SearchEngine,
  type DocumentSink,
  type IndexState,
  type Rebuild,
  type SearchDocument,
  type SearchHits,
  type SearchQuery,
} from './search-engine.port.js';
export {
  filter,
  FilterError,
  MAX_FILTER_VALUE_BYTES,
  SearchFilter,
  type FilterValue,
} from './search-filter.js';
