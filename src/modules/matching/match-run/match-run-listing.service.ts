import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { explainMatch } from '../engine/match-explanation.js';
import type { PostingFeatures } from '../engine/match-features.js';
import { ListWriter } from '../list-writer.js';
import { MatchMarket } from '../match-market.js';
import type { NewRecommendation } from '../recommendation.repository.js';
import { MatchRunReader, type MatchRun } from './match-run.reader.js';
import { MatchRunRepository, type SharedList } from './match-run.repository.js';

const BATCH = 2_000;

/** Puts the lists that were shared out in the place of the old ones, chunk by chunk, whoever takes it. */
@Injectable()
export class MatchRunListing {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: MatchRunRepository,
    private readonly reader: MatchRunReader,
    private readonly market: MatchMarket,
    private readonly lists: ListWriter,
  ) {}

  /** False when the chunk was not to be had. */
  async writeChunk({ id, version }: MatchRun, chunk: number): Promise<boolean> {
    const profileIds = await this.runs.claim(id, chunk, 'written');
    if (!profileIds) return false;
    await this.runs.orRelease(id, chunk, async () => {
      const { lists, readAt } = await this.reader.lists(id, chunk);
      const recommendations = await this.explained(lists);
      const listed = new Set(recommendations.map(({ profileId }) => profileId)).size;
      const counts = { listed, recommendations: recommendations.length };
      await this.uow.run(async () => {
        if (!(await this.runs.addWritten(id, chunk, counts))) return;
        await this.lists.write(profileIds, recommendations, { version, readAt });
      });
    });
    return true;
  }

  /** With the reasons as both sides are now; what no longer fits or is open is left out. */
  private async explained(lists: readonly SharedList[]): Promise<NewRecommendation[]> {
    const listedIds = [...new Set(lists.flatMap(({ jobPostingIds }) => jobPostingIds))];
    const postings = new Map<string, PostingFeatures>();
    for (let start = 0; start < listedIds.length; start += BATCH) {
      const ids = listedIds.slice(start, start + BATCH);
      for (const posting of await this.market.postings({ ids })) {
        postings.set(posting.jobPostingId, posting);
      }
    }
    const people = await this.market.people(lists.map(({ profileId }) => profileId));
    const listOf = new Map(lists.map((list) => [list.profileId, list]));
    return people.flatMap((person) => {
      const { profileId } = person;
      const { jobPostingIds, seatPrices, hasFirstPlace } = listOf.get(profileId) ?? NO_LIST;
      return jobPostingIds.flatMap((jobPostingId, i) => {
        const posting = postings.get(jobPostingId);
        if (!posting) return [];
        const { score, isFitting, terms } = explainMatch(person, posting);
        if (!isFitting) return [];
        const isFirst = hasFirstPlace && i === 0;
        return [{ profileId, jobPostingId, score, terms, isFirst, seatPrice: seatPrices[i] ?? 0 }];
      });
    });
  }
}

const NO_LIST: Omit<SharedList, 'profileId'> = {
  jobPostingIds: [],
  seatPrices: [],
  hasFirstPlace: false,
};
