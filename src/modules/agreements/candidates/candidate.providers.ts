import { PartyCandidatesReader } from './party-candidates.reader.js';
import { PartyCandidatesResolver } from './party-candidates.resolver.js';

/** What the module provides for naming people as parties. */
export const CANDIDATES = [PartyCandidatesReader, PartyCandidatesResolver];
