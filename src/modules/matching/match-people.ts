import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/index.js';
import { AffiliationReader } from '../affiliations/index.js';
import { ProfileReader, type ProfileMatchFeatures } from '../profiles/index.js';
import { seekerFeatures, type SeekerFeatures } from './engine/match-features.js';

const BATCH = 2_000;

interface KnownPerson {
  readonly version: number;
  readonly accountId: string | null;
  readonly features: SeekerFeatures;
}

interface Known {
  readonly day: string;
  readonly people: ReadonlyMap<string, KnownPerson>;
}

/**
 * Everybody who looks for work, as this process last read them. Only a cache: at each use the versions of all profiles
 * are asked of the database and only those that changed are read, and on a new day everybody, because what the code
 * tables say of a profile changes without a version.
 */
@Injectable()
export class MatchPeople {
  private known: Known | null = null;
  private reading: Promise<Known> | null = null;

  constructor(
    private readonly profiles: ProfileReader,
    private readonly affiliations: AffiliationReader,
    private readonly clock: Clock,
  ) {}

  /** Everybody, without their colleges. */
  async everybody(): Promise<readonly SeekerFeatures[]> {
    const { people } = await this.current();
    return Array.from(people.values(), ({ features }) => features);
  }

  /** The same with the colleges that have confirmed them, which no version tells of: they are read at each use. */
  async everybodyWithColleges(): Promise<readonly SeekerFeatures[]> {
    const { people } = await this.current();
    const all = [...people.values()];
    const colleges = await this.affiliations.confirmedCollegeIdsOf(
      all.flatMap(({ accountId }) => accountId ?? []),
    );
    return all.map(({ accountId, features }) => {
      const collegeIds = accountId === null ? undefined : colleges.get(accountId);
      return collegeIds ? { ...features, collegeIds } : features;
    });
  }

  private async current(): Promise<Known> {
    // Whoever asks while it is read waits for the same reading, and then looks for what changed since.
    while (this.reading) await this.reading.catch(() => null);
    const day = this.clock.today();
    this.reading = this.read(day, this.known?.day === day ? this.known.people : new Map());
    try {
      this.known = await this.reading;
      return this.known;
    } finally {
      this.reading = null;
    }
  }

  /** What is read after its version may be newer than that: then it is read once more the next time. */
  private async read(day: string, before: Known['people']): Promise<Known> {
    const versions = await this.profiles.activeVersions();
    const stale = versions.filter(({ id, version }) => before.get(id)?.version !== version);
    const fresh = new Map<string, ProfileMatchFeatures>();
    for (let start = 0; start < stale.length; start += BATCH) {
      const ids = stale.slice(start, start + BATCH).map(({ id }) => id);
      const read = await this.profiles.matchFeatures({ ids });
      for (const each of read) if (each.isActive) fresh.set(each.profileId, each);
    }
    const staleIds = new Set(stale.map(({ id }) => id));
    const people = new Map<string, KnownPerson>();
    for (const { id, version } of versions) {
      const read = fresh.get(id);
      const person = read ? known(read, version) : staleIds.has(id) ? undefined : before.get(id);
      if (person) people.set(id, person);
    }
    return { day, people };
  }
}

function known(read: ProfileMatchFeatures, version: number): KnownPerson {
  return {
    version,
    accountId: read.accountId,
    features: seekerFeatures({ ...read, collegeIds: [] }),
  };
}
