import { bestOf, scoreAmong, type Candidates, type Ranking } from './candidates.js';
import { placesOf, proposalQuota } from './match-score.rules.js';
import { NONE, SeatAuction } from './seat-auction.js';
import { SeatSharing, type ScoredPair } from './seat-sharing.js';

/** Times people whose list stayed short are looked at again, without the postings exhausted meanwhile. */
const ROUNDS = 8;

/** A posting on a person's list. */
export interface ListedPair extends ScoredPair {
  /** True for the posting whose place was shared out to this person: the list begins with it. */
  readonly isFirst: boolean;
  /** What a first place of the posting costs in points of the score; 0 while there are some to give away. */
  readonly price: number;
}

/** Pairs by person, in the order in which they are shown. */
export type RankedLists = readonly (readonly ListedPair[])[];

/** First places given to people who are not among those ranked, with their price, by posting. */
export interface GivenPlaces {
  readonly counts: Int32Array;
  readonly prices: Int32Array;
}

/** People and postings by position. */
export interface ListMarket {
  /** Which group each person is of: the same postings fit the people of a group. */
  readonly groups: Int32Array;
  /** By posting; null where it is not said. */
  readonly freeSeats: readonly (number | null)[];
  /** By posting; null where it is not known. */
  readonly employers?: readonly (string | null)[] | undefined;
  readonly given?: GivenPlaces | undefined;
  candidates(group: number): Candidates;
  /** Where a person's ties begin. */
  tieStart(person: number): number;
}

export interface ListOptions {
  /** Postings shown to one person at most. */
  readonly limit: number;
  /** Best postings looked at for one person before a list is filled. */
  readonly depth?: number | undefined;
}

/** Makes everybody's list in one go; stops after each piece of work. */
export function* makeLists(
  market: ListMarket,
  options: ListOptions,
): Generator<undefined, RankedLists> {
  const making = new ListMaking(market, options);
  yield* making.begin();
  making.liftEmployerQuota();
  yield* making.fill();
  return making.lists();
}

/**
 * Everybody's list in the making: what comes first by the auction of places, the rest by score within every posting's
 * quota, in the order of score less price. In between, those whose list is short may be given further candidates.
 */
export class ListMaking {
  private readonly places: Int32Array;
  /** What places that are with others were given for. */
  private readonly prices: Int32Array;
  private readonly auction: SeatAuction;
  private readonly sharing: SeatSharing;
  private readonly depth: number;

  constructor(
    private readonly market: ListMarket,
    { limit, depth = limit * 4 }: ListOptions,
  ) {
    const { freeSeats, given, groups } = market;
    this.places = Int32Array.from(freeSeats, (seats, posting) =>
      Math.max(0, placesOf(seats) - (given?.counts[posting] ?? 0)),
    );
    this.prices = given?.prices ?? new Int32Array(freeSeats.length);
    const rankings = new Rankings(market);
    this.depth = depth;
    this.auction = new SeatAuction({
      peopleCount: groups.length,
      places: this.places,
      prices: this.prices,
      ranking: (person, length) => rankings.of(groups[person] ?? 0, length),
    });
    this.sharing = new SeatSharing({
      peopleCount: groups.length,
      quotas: Int32Array.from(freeSeats, proposalQuota),
      limit,
      employers: market.employers && numbered(market.employers),
    });
  }

  /** Bytes of its arrays, by what they have a number for. */
  get byteLengths(): { readonly people: number; readonly postings: number } {
    return {
      people: this.auction.first.byteLength,
      postings:
        this.places.byteLength +
        this.prices.byteLength +
        this.auction.prices.byteLength +
        this.sharing.byteLength,
    };
  }

  isShort(person: number): boolean {
    return this.sharing.isShort(person);
  }

  /** 1 for a posting that is proposed to as many people as it may be. */
  get isExhausted(): Uint8Array {
    return this.sharing.isExhausted;
  }

  /** Employers that have all they may have of the person's list. */
  fullEmployers(person: number): string[] {
    const { employers } = this.market;
    const full = (this.sharing.lists[person] ?? [])
      .filter(({ posting }) => this.sharing.isOfFullEmployer(person, posting))
      .flatMap(({ posting }) => employers?.[posting] ?? []);
    return [...new Set(full)];
  }

  /** Gives first places away and fills the lists. */
  *begin(): Generator<undefined> {
    yield* this.auction.run();
    const { groups } = this.market;
    for (const [person, posting] of this.auction.first.entries()) {
      if (posting === NONE) continue;
      const score = scoreAmong(this.market.candidates(groups[person] ?? 0), posting);
      this.sharing.take({ person, posting, score });
    }
    yield* this.fill();
  }

  /** Fills them, best scores first, until they are as long as they may be or nothing fits any more. */
  *fill(): Generator<undefined> {
    const { market, sharing, depth } = this;
    let waiting = [...market.groups.keys()].filter((person) => sharing.isShort(person));
    for (let round = 0; round < ROUNDS && waiting.length > 0; round++) {
      const wishes: ScoredPair[][] = [];
      for (const person of waiting) {
        wishes.push(wishesOf(market, person, depth, sharing));
        yield;
      }
      sharing.share(wishes);
      waiting = waiting.filter(
        (person, i) => sharing.isShort(person) && wishes[i]?.length === depth,
      );
    }
  }

  /** From now on one employer may fill a list: nothing of others fits any more. */
  liftEmployerQuota(): void {
    this.sharing.liftEmployerQuota();
  }

  /** The lists in the order in which they are shown. */
  lists(): RankedLists {
    return this.sharing.lists.map((list, person) =>
      list
        .map((pair) => ({
          ...pair,
          isFirst: pair.posting === this.auction.first[person],
          price: this.priceOf(pair.posting),
        }))
        .sort(inOrder),
    );
  }

  private priceOf(posting: number): number {
    return (this.places[posting] === 0 ? this.prices : this.auction.prices)[posting] ?? 0;
  }
}

/** The best postings of each group, as far down as somebody had to look. */
class Rankings {
  private readonly known: (Ranking | undefined)[] = [];

  constructor(private readonly market: ListMarket) {}

  of(group: number, length: number): Ranking {
    const known = this.known[group];
    if (known && (known.isAll || known.postings.length >= length)) return known;
    const ranking = bestOf(this.market.candidates(group), length);
    this.known[group] = ranking;
    return ranking;
  }
}

/** The person's best postings that are neither exhausted, nor on the list already, nor of an employer that fills it. */
function wishesOf(
  market: ListMarket,
  person: number,
  depth: number,
  sharing: SeatSharing,
): ScoredPair[] {
  const isOut = sharing.isExhausted;
  const candidates = market.candidates(market.groups[person] ?? 0);
  const listed = new Set((sharing.lists[person] ?? []).map(({ posting }) => posting));
  // Marked for this person alone.
  const marked =
    listed.size === 0
      ? []
      : candidates.postings.filter(
          (posting) =>
            isOut[posting] === 0 &&
            (listed.has(posting) || sharing.isOfFullEmployer(person, posting)),
        );
  for (const posting of marked) isOut[posting] = 1;
  const { postings, scores } = bestOf(candidates, depth, {
    isOut,
    start: market.tieStart(person),
  });
  for (const posting of marked) isOut[posting] = 0;
  return Array.from(postings, (posting, i) => ({ person, posting, score: scores[i] ?? 0 }));
}

/** A number for each name, the same for the same. */
function numbered(names: readonly (string | null)[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(names, (name) => {
    if (name === null) return NONE;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

function inOrder(a: ListedPair, b: ListedPair): number {
  return (
    Number(b.isFirst) - Number(a.isFirst) ||
    b.score - b.price - (a.score - a.price) ||
    b.score - a.score
  );
}
