import { setImmediate as nextTurn } from 'node:timers/promises';
import { bestOf, type Candidates } from './candidates.js';
import {
  makeLists,
  type GivenPlaces,
  type ListMarket,
  type ListOptions,
  type RankedLists,
} from './list-making.js';
import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import { groupsOf, type Group } from './person-groups.js';
import type { CandidateOptions } from './match-index.js';
import { PostingSegment, type FoundIn } from './posting-segment.js';
import { tieStart } from './tie-start.js';

/** Candidates kept at a time, over all people; one is six bytes. */
const REMEMBERED = 8_000_000;

/** Longest the process is kept from its other work. */
const TURN_MS = 50;

/** Steps between two looks at the time. */
const STEPS = 16;

/** Postings changed since the index was built, beyond which it is built anew. */
const MOST_RECENT = 2_000;

export interface RankOptions extends ListOptions {
  /** First places given to people who are not among those ranked, by posting id. */
  readonly given?: ReadonlyMap<string, GivenPlace> | undefined;
  /** Postings that are not to be proposed, by profile id. */
  readonly without?: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

export interface GivenPlace {
  readonly count: number;
  readonly price: number;
}

/** What became of postings since an engine was built. */
export interface PostingChanges {
  readonly changed: readonly PostingFeatures[];
  /** Ids of those that are not open any more. */
  readonly gone: readonly string[];
}

/** Ids of postings that are not to be proposed. */
export type Excluded = Pick<ReadonlySet<string>, 'has' | 'size'>;

export interface BestOptions {
  readonly without?: Excluded | undefined;
  /** 1 for postings to leave out, by position. */
  readonly isOut?: Uint8Array | undefined;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Ranks open postings for people: hard requirements first, then the score of `explainMatch`, then seats. One pass over
 * columns a person, no database. Never changed once it is built: `with` gives another that shares what stayed.
 */
export class MatchEngine {
  private remembered = new Map<string, Candidates>();
  private rememberedCount = 0;

  private constructor(
    private readonly base: PostingSegment,
    private readonly recent: PostingSegment,
  ) {}

  static of(postings: readonly PostingFeatures[]): MatchEngine {
    return new MatchEngine(PostingSegment.of(postings), PostingSegment.of([]));
  }

  /** The same, letting the process do its other work in between. */
  static async build(postings: readonly PostingFeatures[]): Promise<MatchEngine> {
    return new MatchEngine(await inTurns(PostingSegment.steps(postings)), PostingSegment.of([]));
  }

  /** The market after some postings changed; null when so many did that it is better built anew. */
  with({ changed, gone }: PostingChanges): MatchEngine | null {
    const ids = new Set([...gone, ...changed.map(({ jobPostingId }) => jobPostingId)]);
    const recent = [...this.recent.without(ids).kept(), ...changed];
    if (recent.length > MOST_RECENT) return null;
    return new MatchEngine(this.base.without(ids), PostingSegment.of(recent));
  }

  /** Positions that postings may have, those of postings that are gone included. */
  get size(): number {
    return this.base.size + this.recent.size;
  }

  /** Bytes of all arrays. */
  get byteLength(): number {
    return this.base.byteLength + this.recent.byteLength;
  }

  posting(position: number): PostingFeatures {
    const [segment, at] = this.find(position);
    return segment.posting(at);
  }

  /** Null where the posting is not open. */
  positionOf(jobPostingId: string): number | null {
    const recent = this.recent.positionOf(jobPostingId);
    return recent === null ? this.base.positionOf(jobPostingId) : recent + this.base.size;
  }

  /** All postings that fit the person. */
  candidates(person: SeekerFeatures, without: Excluded = NOTHING): Candidates {
    return this.kept(this.found(person), without);
  }

  /** The `count` best of them; where more score the same, others for each person. */
  best(
    person: SeekerFeatures,
    count: number,
    { without = NOTHING, isOut }: BestOptions = {},
  ): Candidates {
    const start = tieStart(person.profileId, this.size);
    const found = this.kept(this.found(person, { most: count + without.size, isOut }), without);
    return bestOf(found, count, { start });
  }

  private found(person: SeekerFeatures, { most, isOut }: CandidateOptions = {}): Candidates {
    const { size } = this.base;
    if (this.recent.size === 0) return this.base.candidates(person, { most, isOut });
    return joined(
      this.base.candidates(person, { most, isOut: isOut?.subarray(0, size) }),
      this.recent.candidates(person, { most, isOut: isOut?.subarray(size) }),
      size,
    );
  }

  private kept(found: Candidates, without: Excluded): Candidates {
    if (without.size === 0) return found;
    const kept = [...found.postings.keys()].filter(
      (at) => !without.has(this.posting(found.postings[at] ?? 0).jobPostingId),
    );
    return {
      postings: Int32Array.from(kept, (at) => found.postings[at] ?? 0),
      scores: Int16Array.from(kept, (at) => found.scores[at] ?? 0),
    };
  }

  /** Everybody's list in the order in which it is shown. */
  rank(people: readonly SeekerFeatures[], options: RankOptions): RankedLists {
    const steps = makeLists(this.marketOf(people, options), options);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** The same, letting the process do its other work in between: thousands of people take longer than a task's lock. */
  rankInTurns(
    people: readonly SeekerFeatures[],
    options: RankOptions & { readonly signal?: AbortSignal | undefined },
  ): Promise<RankedLists> {
    return inTurns(makeLists(this.marketOf(people, options), options), options.signal);
  }

  private marketOf(people: readonly SeekerFeatures[], options: RankOptions): ListMarket {
    const { groups, of } = groupsOf(people, options.without);
    const size = this.size;
    return {
      groups,
      freeSeats: Array.from({ length: size }, (_, i) => this.posting(i).freeSeats),
      employers: Array.from({ length: size }, (_, i) => this.posting(i).employer),
      given: options.given && this.givenByPosition(options.given),
      candidates: (group) => this.remember(of[group]),
      tieStart: (position) => tieStart(people[position]?.profileId ?? '', size),
    };
  }

  private givenByPosition(given: ReadonlyMap<string, GivenPlace>): GivenPlaces {
    const counts = new Int32Array(this.size);
    const prices = new Int32Array(this.size);
    for (let i = 0; i < counts.length; i++) {
      const place = given.get(this.posting(i).jobPostingId);
      counts[i] = place?.count ?? 0;
      prices[i] = place?.price ?? 0;
    }
    return { counts, prices };
  }

  private remember(group: Group | undefined): Candidates {
    if (!group) throw new RangeError('No such group');
    const known = this.remembered.get(group.key);
    if (known) return known;
    const found = this.candidates(group.person, group.without);
    if (this.rememberedCount + found.postings.length > REMEMBERED) {
      this.remembered = new Map();
      this.rememberedCount = 0;
    }
    this.remembered.set(group.key, found);
    this.rememberedCount += found.postings.length;
    return found;
  }

  private find(position: number): FoundIn {
    return position < this.base.size
      ? [this.base, position]
      : [this.recent, position - this.base.size];
  }
}

function joined(base: Candidates, recent: Candidates, offset: number): Candidates {
  if (recent.postings.length === 0) return base;
  const count = base.postings.length + recent.postings.length;
  const postings = new Int32Array(count);
  const scores = new Int16Array(count);
  postings.set(base.postings);
  postings.set(
    recent.postings.map((posting) => posting + offset),
    base.postings.length,
  );
  scores.set(base.scores);
  scores.set(recent.scores, base.postings.length);
  return { postings, scores };
}

async function inTurns<T>(steps: Generator<undefined, T>, signal?: AbortSignal): Promise<T> {
  let since = performance.now();
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return step.value;
    if (count % STEPS !== 0 || performance.now() - since < TURN_MS) continue;
    await nextTurn();
    signal?.throwIfAborted();
    since = performance.now();
  }
}
