export { SearchModule } from './search.module.js';
export { SearchRebuild } from './indexing/search-rebuild.service.js';
export { JOB_POSTINGS_INDEX, JOB_POSTING_SETTINGS } from './indexing/search.settings.js';
export { rebuildIndex } from './indexing/search.tasks.js';
export { PostingFinder } from './posting-finder.service.js';
export { toSearchDocument } from './indexing/job-posting.document.js';
export { wordsOf } from './query/query-text.js';
export { SimilarFinder } from './similar-finder.service.js';
