import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { SearchEngine } from '../../../core/search-engine/index.js';
import { IndexRebuild } from './index-rebuild.js';
import { PostingSource } from './posting-source.js';
import { SearchIndexer } from './search-indexer.service.js';

/** The index of postings anew, and its comparison with the database. */
@Injectable()
export class SearchRebuild extends IndexRebuild {
  constructor(engine: SearchEngine, clock: Clock, source: PostingSource, indexer: SearchIndexer) {
    super(engine, clock, source, indexer);
  }
}
