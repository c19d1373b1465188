import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/index.js';
import { AffiliationReader } from '../affiliations/index.js';
import { JobPostingReader } from '../job-postings/index.js';
import { ProfileReader, type ProfileMatchFeatures } from '../profiles/index.js';
import { MatchEngine } from './engine/match-engine.js';
import {
  seekerFeatures,
  type PostingFeatures,
  type SeekerFeatures,
} from './engine/match-features.js';

const BATCH = 2_000;
/** Changes committed a little late are read again. */
const OVERLAP_MS = 60_000;

interface Market {
  readonly day: string;
  readonly readAt: Date;
  readonly postings: ReadonlyMap<string, PostingFeatures>;
  readonly engine: MatchEngine;
}

/**
 * The open postings as this process last read them, with the engine over them. Only a cache: before each use what
 * changed since is read from the database, and on a new day everything, because validity ends without a write.
 */
@Injectable()
export class MatchMarket {
  private market: Market | null = null;

  constructor(
    private readonly jobPostings: JobPostingReader,
    private readonly profiles: ProfileReader,
    private readonly affiliations: AffiliationReader,
    private readonly clock: Clock,
  ) {}

  /** The engine over what is open now; `anew` reads everything, so that also deleted postings are gone. */
  async engine({ anew = false } = {}): Promise<MatchEngine> {
    const readAt = this.clock.now();
    const day = this.clock.today();
    const known = !anew && this.market?.day === day ? this.market : null;
    const postings = known ? await this.refreshed(known) : await this.all();
    if (known && postings === known.postings) {
      this.market = { ...known, readAt };
      return known.engine;
    }
    const engine = new MatchEngine([...postings.values()]);
    this.market = { day, readAt, postings, engine };
    return engine;
  }

  /** One posting; null when it is not open. */
  async posting(jobPostingId: string): Promise<PostingFeatures | null> {
    const [posting] = await this.jobPostings.matchFeatures({ ids: [jobPostingId] });
    return posting ?? null;
  }

  /** The people named who look for work now. */
  async people(profileIds: readonly string[]): Promise<SeekerFeatures[]> {
    const features = await this.profiles.matchFeatures({ ids: profileIds });
    return this.withColleges(features.filter((person) => person.isActive));
  }

  /** Everybody who looks for work now, in batches. */
  async *everybody(): AsyncGenerator<SeekerFeatures[]> {
    let after: string | null = null;
    for (;;) {
      const features: ProfileMatchFeatures[] = await this.profiles.matchFeatures({
        after,
        limit: BATCH,
      });
      if (features.length > 0) yield this.withColleges(features);
      if (features.length < BATCH) return;
      after = features.at(-1)?.profileId ?? null;
    }
  }

  /** A page of those who look for work now and let employers find them; `next` is null after the last. */
  async findable(
    after: string | null,
    limit: number,
  ): Promise<{ readonly people: SeekerFeatures[]; readonly next: string | null }> {
    const features = await this.profiles.matchFeatures({ after, limit });
    const people = await this.withColleges(features.filter(({ isFindable }) => isFindable));
    const next = features.length < limit ? null : (features.at(-1)?.profileId ?? null);
    return { people, next };
  }

  private async withColleges(features: readonly ProfileMatchFeatures[]): Promise<SeekerFeatures[]> {
    const accountIds = features.flatMap(({ accountId }) => accountId ?? []);
    const colleges = await this.affiliations.confirmedCollegeIdsOf(accountIds);
    return features.map((person) =>
      seekerFeatures({
        ...person,
        collegeIds: person.accountId === null ? [] : (colleges.get(person.accountId) ?? []),
      }),
    );
  }

  private async all(): Promise<Map<string, PostingFeatures>> {
    const postings = new Map<string, PostingFeatures>();
    let after: string | null = null;
    for (;;) {
      const batch: PostingFeatures[] = await this.jobPostings.matchFeatures({
        after,
        limit: BATCH,
      });
      for (const posting of batch) postings.set(posting.jobPostingId, posting);
      if (batch.length < BATCH) return postings;
      after = batch.at(-1)?.jobPostingId ?? null;
    }
  }

  /** The same map when nothing changed. */
  private async refreshed(market: Market): Promise<ReadonlyMap<string, PostingFeatures>> {
    const since = new Date(market.readAt.getTime() - OVERLAP_MS);
    const touched: string[] = [];
    let after: string | null = null;
    for (;;) {
      const ids = await this.jobPostings.idsTouchedSince(since, after, BATCH);
      touched.push(...ids);
      if (ids.length < BATCH) break;
      after = ids.at(-1) ?? null;
    }
    if (touched.length === 0) return market.postings;
    const postings = new Map(market.postings);
    for (let start = 0; start < touched.length; start += BATCH) {
      const ids = touched.slice(start, start + BATCH);
      for (const id of ids) postings.delete(id);
      for (const posting of await this.jobPostings.matchFeatures({ ids })) {
        postings.set(posting.jobPostingId, posting);
      }
    }
    return postings;
  }
}
