import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { OpenPostings } from '../../job-postings/index.js';
import { DismissalReader } from '../dismissal/dismissal.reader.js';
import type { Excluded, MatchEngine } from '../engine/match-engine.js';
import type { SeekerFeatures } from '../engine/match-features.js';
import type { Candidates } from '../engine/candidates.js';
import { ListMaking, type RankedLists } from '../engine/list-making.js';
import { inTurns } from '../in-turns.js';
import { MatchMarket } from '../match-market.js';
import { LIST_LENGTH } from '../recommendation.repository.js';
import { EdgeMarket, type ScoredPerson } from './edge-market.js';
import { LeftPostings } from './left-postings.js';
import { MatchRunReader, type MatchRun } from './match-run.reader.js';
import { CHUNK, MatchRunRepository, type SharedList } from './match-run.repository.js';

/** Best postings of a person that take part in the sharing at once; when all of them are with others, the next best. */
const MOST_EDGES = 400;
/** Times the next best are looked for. */
const MOST_LOOKS = 4;

/** A person's best postings. */
type Best = (person: SeekerFeatures, without: Excluded | undefined) => Candidates;

interface Options {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Scores people and shares the seats out, in pieces that any worker may begin, again and several at once: what is claimed
 * by another is left alone, and what another finished first is not written twice.
 */
@Injectable()
export class MatchRunWork {
  /** What this process scores a run with: all postings, read once for it, so that deleted ones are gone. */
  private scoring: { readonly id: string; readonly engine: Promise<MatchEngine> } | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly runs: MatchRunRepository,
    private readonly reader: MatchRunReader,
    private readonly market: MatchMarket,
    private readonly open: OpenPostings,
    private readonly dismissals: DismissalReader,
  ) {}

  /** False when the chunk was not to be had. */
  async scoreChunk({ id }: MatchRun, chunk: number, options: Options = {}): Promise<boolean> {
    const profileIds = await this.runs.claim(id, chunk, 'scored');
    if (!profileIds) return false;
    await this.runs.orRelease(id, chunk, async () => {
      const readAt = this.clock.now();
      const engine = await this.engineFor(id);
      const people = await this.scored(engine, profileIds, options);
      await this.uow.run(() => this.runs.addScored(id, chunk, { people, readAt }));
    });
    return true;
  }

  /** False when somebody else is at it. */
  async share({ id }: MatchRun, options: Options = {}): Promise<boolean> {
    if (!(await this.runs.claimSharing(id))) return false;
    try {
      const market = new EdgeMarket(await this.open.freeSeats());
      for await (const person of this.reader.scored(id)) market.add(person);
      const ranked = await this.listsOf(id, market, options);
      await this.uow.run(() => this.runs.addLists(id, sharedLists(market, ranked)), {
        timeoutMs: 600_000,
      });
      return true;
    } catch (error) {
      await this.runs.releaseSharing(id);
      throw error;
    } finally {
      this.forget();
    }
  }

  /** Lets go of what scoring was done with. */
  forget(): void {
    this.scoring = null;
  }

  private async listsOf(id: string, market: EdgeMarket, options: Options): Promise<RankedLists> {
    const making = new ListMaking(market, { limit: LIST_LENGTH });
    await this.inTurns(id, making.begin(), options);
    await this.lookFurther(id, market, making, options);
    making.liftEmployerQuota();
    await this.inTurns(id, making.fill(), options);
    await this.lookFurther(id, market, making, options);
    return making.lists();
  }

  /** Has those whose list is short, though more fits them, go on with their next best. */
  private async lookFurther(
    id: string,
    market: EdgeMarket,
    making: ListMaking,
    options: Options,
  ): Promise<void> {
    let waiting = [...market.profileIds.keys()].filter(
      (person) => market.candidates(person).postings.length >= MOST_EDGES,
    );
    for (let look = 0; look < MOST_LOOKS; look++) {
      waiting = waiting.filter((person) => making.isShort(person));
      if (waiting.length === 0) return;
      waiting = await this.extend(id, { market, making, people: waiting }, options);
      await this.inTurns(id, making.fill(), options);
    }
  }

  /** Adds the best of what may still be put on their lists; answers for whom there may be more. */
  private async extend(
    id: string,
    { market, making, people }: { market: EdgeMarket; making: ListMaking; people: number[] },
    options: Options,
  ): Promise<number[]> {
    const engine = await this.engineFor(id);
    const postings = new LeftPostings(engine, market, making);
    const persons = new Map(people.map((person) => [market.profileIds[person] ?? '', person]));
    const profileIds = [...persons.keys()];
    const left: number[] = [];
    for (let start = 0; start < profileIds.length; start += CHUNK) {
      const chunk = profileIds.slice(start, start + CHUNK);
      const best: Best = (person, without) =>
        postings.best(person, persons.get(person.profileId) ?? 0, MOST_EDGES, without);
      for (const found of await this.scored(engine, chunk, { ...options, best })) {
        const person = persons.get(found.profileId) ?? 0;
        market.extend(person, found);
        if (found.jobPostingIds.length >= MOST_EDGES) left.push(person);
      }
      await this.runs.keepSharing(id);
    }
    return left;
  }

  private async scored(
    engine: MatchEngine,
    profileIds: readonly string[],
    {
      signal,
      best = (person, without) => engine.best(person, MOST_EDGES, { without }),
    }: Options & { readonly best?: Best },
  ): Promise<ScoredPerson[]> {
    const people = await this.market.people(profileIds);
    const without = await this.dismissals.excludedFor(profileIds);
    const scored: ScoredPerson[] = [];
    for (const person of people) {
      signal?.throwIfAborted();
      const { postings, scores } = best(person, without.get(person.profileId));
      scored.push({
        profileId: person.profileId,
        jobPostingIds: Array.from(postings, (i) => engine.posting(i).jobPostingId),
        scores: [...scores],
      });
      if (scored.length % 10 === 0) await nextTurn();
    }
    return scored;
  }

  private async engineFor(id: string): Promise<MatchEngine> {
    if (this.scoring?.id !== id) this.scoring = { id, engine: this.market.engine({ anew: true }) };
    try {
      return await this.scoring.engine;
    } catch (error) {
      this.scoring = null;
      throw error;
    }
  }

  private inTurns(
    id: string,
    steps: Generator<undefined>,
    { signal }: Options,
  ): Promise<undefined | null> {
    const sign = async (): Promise<boolean> => {
      await this.runs.keepSharing(id);
      return true;
    };
    return inTurns(steps, { signal, sign });
  }
}

function sharedLists(market: EdgeMarket, ranked: RankedLists): SharedList[] {
  return market.profileIds.map((profileId, i) => {
    const list = ranked[i] ?? [];
    return {
      profileId,
      jobPostingIds: list.map(({ posting }) => market.postings[posting]?.jobPostingId ?? ''),
      seatPrices: list.map(({ price }) => price),
      hasFirstPlace: list[0]?.isFirst ?? false,
    };
  });
}
