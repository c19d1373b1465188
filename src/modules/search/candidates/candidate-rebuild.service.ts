import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { SearchEngine } from '../../../core/search-engine/index.js';
import { IndexRebuild } from '../indexing/index-rebuild.js';
import { CandidateIndexer } from './candidate-indexer.service.js';
import { CandidateSource } from './candidate-source.js';

/** The index of candidates anew, and its comparison with the database. */
@Injectable()
export class CandidateRebuild extends IndexRebuild {
  constructor(
    engine: SearchEngine,
    clock: Clock,
    source: CandidateSource,
    indexer: CandidateIndexer,
  ) {
    super(engine, clock, source, indexer);
  }
}
