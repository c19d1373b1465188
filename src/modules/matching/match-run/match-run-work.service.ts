import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { OpenPostings } from '../../job-postings/index.js';
import { DismissalReader } from '../dismissal/dismissal.reader.js';
import type { MatchEngine } from '../engine/match-engine.js';
import { makeLists, type RankedLists } from '../engine/list-making.js';
import { MatchMarket } from '../match-market.js';
import { LIST_LENGTH } from '../recommendation.repository.js';
import { edgeMarket, type OpenSeats, type ScoredPerson } from './edge-market.js';
import { MatchRunReader, type MatchRun } from './match-run.reader.js';
import { MatchRunRepository, type SharedList } from './match-run.repository.js';

/** Best postings of a person that take part in the sharing; several times what a list holds, as many go to others. */
export const MOST_EDGES = 400;

/** Longest the process is kept from its other work. */
const TURN_MS = 50;
/** How often it is said that the sharing goes on. */
const SIGN_MS = 10_000;

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
      const people = await this.scored(id, profileIds, options);
      await this.uow.run(() => this.runs.addScored(id, chunk, { people, readAt }));
    });
    return true;
  }

  /** False when somebody else is at it. */
  async share({ id }: MatchRun, options: Options = {}): Promise<boolean> {
    if (!(await this.runs.claimSharing(id))) return false;
    this.forget();
    try {
      const people = await this.reader.scored(id);
      const postings = await this.open.freeSeats();
      const ranked = await this.inTurns(
        id,
        makeLists(edgeMarket(people, postings), { limit: LIST_LENGTH }),
        options,
      );
      const lists = sharedLists(people, postings, ranked);
      await this.uow.run(() => this.runs.addLists(id, lists), { timeoutMs: 600_000 });
      return true;
    } catch (error) {
      await this.runs.releaseSharing(id);
      throw error;
    }
  }

  /** Lets go of what scoring was done with. */
  forget(): void {
    this.scoring = null;
  }

  private async scored(
    id: string,
    profileIds: readonly string[],
    { signal }: Options,
  ): Promise<ScoredPerson[]> {
    const people = await this.market.people(profileIds);
    const without = await this.dismissals.excludedFor(profileIds);
    const engine = await this.engineFor(id);
    const scored: ScoredPerson[] = [];
    for (const person of people) {
      signal?.throwIfAborted();
      const best = engine.best(person, MOST_EDGES, without.get(person.profileId));
      scored.push({
        profileId: person.profileId,
        jobPostingIds: Array.from(best.postings, (i) => engine.posting(i).jobPostingId),
        scores: [...best.scores],
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

  private async inTurns<T>(
    id: string,
    steps: Generator<undefined, T>,
    { signal }: Options,
  ): Promise<T> {
    let since = performance.now();
    let signedAt = since;
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      const now = performance.now();
      if (now - since < TURN_MS) continue;
      await nextTurn();
      signal?.throwIfAborted();
      if (now - signedAt > SIGN_MS) {
        await this.runs.keepSharing(id);
        signedAt = now;
      }
      since = performance.now();
    }
  }
}

function sharedLists(
  people: readonly ScoredPerson[],
  postings: readonly OpenSeats[],
  ranked: RankedLists,
): SharedList[] {
  return people.map(({ profileId }, i) => {
    const list = ranked[i] ?? [];
    return {
      profileId,
      jobPostingIds: list.map(({ posting }) => postings[posting]?.jobPostingId ?? ''),
      seatPrices: list.map(({ price }) => price),
      hasFirstPlace: list[0]?.isFirst ?? false,
    };
  });
}
