import { setImmediate as nextTurn } from 'node:timers/promises';
import { skillKey } from '../../reference-data/index.js';
import {
  makeLists,
  type GivenPlaces,
  type ListMarket,
  type ListOptions,
  type RankedLists,
} from './list-making.js';
import { isBarred } from './match-explanation.js';
import { seekerFeatures, type PostingFeatures, type SeekerFeatures } from './match-features.js';
import { MatchIndex } from './match-index.js';

/** Score lists kept at a time; one is two bytes a posting. */
const REMEMBERED = 500;

/** Longest the process is kept from its other work. */
const TURN_MS = 50;

/** Steps of the list making between two looks at the time. */
const STEPS = 16;

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

/**
 * Ranks open postings for people: hard requirements first, then the score of `explainMatch`, then seats.
 * Built once over all postings; ranking a person costs one pass over dense arrays, no database.
 */
export class MatchEngine {
  private readonly index: MatchIndex;
  private readonly remembered = new Map<string, Int16Array>();
  private readonly freeSeats: readonly (number | null)[];

  constructor(private readonly postings: readonly PostingFeatures[]) {
    this.index = new MatchIndex(postings);
    this.freeSeats = postings.map((posting) => posting.freeSeats);
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
  async rankInTurns(
    people: readonly SeekerFeatures[],
    options: RankOptions & { readonly signal?: AbortSignal | undefined },
  ): Promise<RankedLists> {
    const steps = makeLists(this.marketOf(people, options), options);
    let since = performance.now();
    for (let count = 1; ; count++) {
      const step = steps.next();
      if (step.done) return step.value;
      if (count % STEPS !== 0 || performance.now() - since < TURN_MS) continue;
      await nextTurn();
      options.signal?.throwIfAborted();
      since = performance.now();
    }
  }

  posting(position: number): PostingFeatures {
    const posting = this.postings[position];
    if (!posting) throw new RangeError(`No posting at ${position}`);
    return posting;
  }

  private marketOf(people: readonly SeekerFeatures[], options: RankOptions): ListMarket {
    const { groups, of } = groupsOf(people, options.without);
    const at = (group: number): Group => {
      const found = of[group];
      if (!found) throw new RangeError(`No group at ${group}`);
      return found;
    };
    return {
      groups,
      freeSeats: this.freeSeats,
      given: options.given && this.givenByPosition(options.given),
      scores: (group) => this.scoresOf(at(group)),
      isFitting: (group, position) => {
        const { person, held, without } = at(group);
        const posting = this.posting(position);
        return !isBarred(person, held, posting) && !without.has(posting.jobPostingId);
      },
      tieStart: (position) => startOf(people[position]?.profileId ?? '', this.postings.length),
    };
  }

  private givenByPosition(given: ReadonlyMap<string, GivenPlace>): GivenPlaces {
    const of = (value: (place: GivenPlace) => number): Int32Array =>
      Int32Array.from(this.postings, ({ jobPostingId }) => {
        const place = given.get(jobPostingId);
        return place ? value(place) : 0;
      });
    return { counts: of(({ count }) => count), prices: of(({ price }) => price) };
  }

  private scoresOf({ key, person }: Group): Int16Array {
    const known = this.remembered.get(key);
    if (known) return known;
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    const scores = this.index.scores(person);
    this.remembered.set(key, scores);
    return scores;
  }
}

/** People who differ in nothing the engine knows. */
interface Group {
  readonly key: string;
  readonly person: SeekerFeatures;
  /** Keys of their skills. */
  readonly held: ReadonlySet<string>;
  readonly without: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** People with the same wishes are common (a class, a batch); what they are scored is worked out once. */
function groupsOf(
  people: readonly SeekerFeatures[],
  without: RankOptions['without'],
): { groups: Int32Array; of: Group[] } {
  const of: Group[] = [];
  const byKey = new Map<string, number>();
  const groups = Int32Array.from(people, (each) => {
    const person = seekerFeatures(each);
    const dismissed = without?.get(person.profileId) ?? NOTHING;
    const key = JSON.stringify({ ...person, profileId: [...dismissed].sort() });
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, of.length);
    of.push({ key, person, held: new Set(person.skills.map(skillKey)), without: dismissed });
    return of.length - 1;
  });
  return { groups, of };
}

/** Where a person's ties begin: the same for the same person and list, spread over people (FNV-1a). */
function startOf(profileId: string, size: number): number {
  let hash = 0x811c9dc5;
  for (const character of profileId) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return size === 0 ? 0 : (hash >>> 0) % size;
}
