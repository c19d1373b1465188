import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/index.js';
import { AffiliationReader } from '../affiliations/index.js';
import { ApplicationReader } from '../applications/index.js';
import { JobPostingReader, type PostingSlice } from '../job-postings/index.js';
import { ProfileReader, type ProfileMatchFeatures } from '../profiles/index.js';
import { MatchEngine } from './engine/match-engine.js';
import {
  seekerFeatures,
  type PostingFeatures,
  type SeekerFeatures,
} from './engine/match-features.js';
import { interestShare } from './engine/match-score.rules.js';

const BATCH = 2_000;
/** Changes committed a little late are read again. */
const OVERLAP_MS = 60_000;

interface Market {
  readonly day: string;
  readonly readAt: Date;
  readonly engine: MatchEngine;
}

/**
 * The open postings as this process last read them, with the engine over them. Only a cache: before each use what
 * changed since is read from the database, and on a new day everything, because validity ends without a write.
 */
@Injectable()
export class MatchMarket {
  private market: Market | null = null;
  private reading: Promise<Market> | null = null;

  constructor(
    private readonly jobPostings: JobPostingReader,
    private readonly applications: ApplicationReader,
    private readonly profiles: ProfileReader,
    private readonly affiliations: AffiliationReader,
    private readonly clock: Clock,
  ) {}

  /** The engine over what is open now; `anew` reads everything, so that also deleted postings are gone. */
  async engine({ anew = false } = {}): Promise<MatchEngine> {
    // Whoever asks while it is read waits for the same reading, and then looks for what changed since.
    while (this.reading) await this.reading.catch(() => null);
    const known = !anew && this.market?.day === this.clock.today() ? this.market : null;
    this.reading = known ? this.refreshed(known) : this.all();
    try {
      this.market = await this.reading;
      return this.market.engine;
    } finally {
      this.reading = null;
    }
  }

  /** One posting; null when it is not open. */
  async posting(jobPostingId: string): Promise<PostingFeatures | null> {
    const [posting] = await this.postings({ ids: [jobPostingId] });
    return posting ?? null;
  }

  /** Open postings with all that is known of them. */
  async postings(slice: PostingSlice): Promise<PostingFeatures[]> {
    const features = await this.jobPostings.matchFeatures(slice);
    const ids = features.map(({ jobPostingId }) => jobPostingId);
    const applicants = await this.applications.applicantsBesideBookmarks(ids);
    return features.map(({ bookmarkCount, ...posting }) => ({
      ...posting,
      interestShare: interestShare(bookmarkCount + (applicants.get(posting.jobPostingId) ?? 0)),
    }));
  }

  /** The people named who look for work now. */
  async people(profileIds: readonly string[]): Promise<SeekerFeatures[]> {
    const features = await this.profiles.matchFeatures({ ids: profileIds });
    return this.withColleges(features.filter((person) => person.isActive));
  }

  /** One person, also while not looking for work; null without such a profile. */
  async person(profileId: string): Promise<SeekerFeatures | null> {
    const features = await this.profiles.matchFeatures({ ids: [profileId] });
    const [person] = await this.withColleges(features);
    return person ?? null;
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

  private async all(): Promise<Market> {
    const readAt = this.clock.now();
    const day = this.clock.today();
    const postings: PostingFeatures[] = [];
    let after: string | null = null;
    for (;;) {
      const batch = await this.postings({ after, limit: BATCH });
      postings.push(...batch);
      if (batch.length < BATCH) break;
      after = batch.at(-1)?.jobPostingId ?? null;
    }
    return { day, readAt, engine: await MatchEngine.build(postings) };
  }

  private async refreshed(market: Market): Promise<Market> {
    const readAt = this.clock.now();
    const touched = await this.touchedSince(new Date(market.readAt.getTime() - OVERLAP_MS));
    if (touched.length === 0) return { ...market, readAt };
    const changed: PostingFeatures[] = [];
    for (let start = 0; start < touched.length; start += BATCH) {
      changed.push(...(await this.postings({ ids: touched.slice(start, start + BATCH) })));
    }
    const engine = market.engine.with({ changed, gone: touched });
    return engine ? { ...market, readAt, engine } : this.all();
  }

  private async touchedSince(since: Date): Promise<string[]> {
    const touched: string[] = [];
    let after: string | null = null;
    for (;;) {
      const ids = await this.jobPostings.idsTouchedSince(since, after, BATCH);
      touched.push(...ids);
      if (ids.length < BATCH) return touched;
      after = ids.at(-1) ?? null;
    }
  }
}
