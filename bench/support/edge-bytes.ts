import { ListMaking } from '../../src/modules/matching/engine/list-making.js';
import type { MatchEngine } from '../../src/modules/matching/engine/match-engine.js';
import type {
  PostingFeatures,
  SeekerFeatures,
} from '../../src/modules/matching/engine/match-features.js';
import { EdgeMarket } from '../../src/modules/matching/match-run/edge-market.js';

/** Best postings of a person that a run keeps. */
const KEPT = 400;
const LIST_LENGTH = 30;

/** Bytes of the arrays that a run over everybody shares seats out with. */
export function edgeBytes(
  engine: MatchEngine,
  postings: readonly PostingFeatures[],
  people: readonly SeekerFeatures[],
): { readonly aSeeker: number; readonly aPosting: number; readonly anEdge: number } {
  const market = new EdgeMarket(postings);
  let edges = 0;
  let bytes = 0;
  for (const [i, person] of people.entries()) {
    const best = engine.best(person, KEPT);
    const jobPostingIds = Array.from(best.postings, (at) => engine.posting(at).jobPostingId);
    market.add({ profileId: person.profileId, jobPostingIds, scores: [...best.scores] });
    const kept = market.candidates(i);
    edges += kept.postings.length;
    bytes += kept.postings.byteLength + kept.scores.byteLength;
  }
  const making = new ListMaking(market, { limit: LIST_LENGTH }).byteLengths;
  return {
    aSeeker: (market.groups.byteLength + making.people) / people.length,
    aPosting: making.postings / postings.length,
    anEdge: bytes / edges,
  };
}
