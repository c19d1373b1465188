export { SearchModule } from './search.module.js';
export { SearchRebuild } from './search-rebuild.service.js';
export { JOB_POSTINGS_INDEX, JOB_POSTING_SETTINGS } from './search.settings.js';
export { rebuildIndex } from './search.tasks.js';
export { PostingFinder } from './posting-finder.service.js';
export { toSearchDocument } from './job-posting.document.js';
export { wordsOf } from './query/query-text.js';
export { SimilarFinder } from './similar-finder.service.js';
