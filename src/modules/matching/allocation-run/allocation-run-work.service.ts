import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { allocate } from '../allocation/allocate.js';
import type { AllocationInput } from '../allocation/allocation-market.js';
import { DismissalReader } from '../dismissal/dismissal.reader.js';
import type { PostingFeatures } from '../engine/match-features.js';
import { MatchIndex } from '../engine/match-index.js';
import { MatchMarket } from '../match-market.js';
import { storedReport } from './allocation-run-report.js';
import type { AllocationRun } from './allocation-run.model.js';
import { AllocationRunReader } from './allocation-run.reader.js';
import { AllocationRunRepository, type TakenWishes } from './allocation-run.repository.js';
import { wishesOf } from './wishes.rules.js';

/** People whose wishes are written in one transaction. */
const CHUNK = 500;
const POSTINGS = 2_000;

/** Works an allocation out: seats, then wishes chunk by chunk, then the whole market at once. */
@Injectable()
export class AllocationRunWork {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reader: AllocationRunReader,
    private readonly runs: AllocationRunRepository,
    private readonly market: MatchMarket,
    private readonly organisations: OrganisationReader,
    private readonly dismissals: DismissalReader,
  ) {}

  /** Does nothing when the run is not under way; an interrupted one goes on after the last chunk it wrote. */
  async run(allocationRunId: string, signal?: AbortSignal): Promise<void> {
    const run = await this.reader.findById(allocationRunId);
    if (run?.state !== 'RUNNING') return;
    const postings = await this.freeze(run);
    if (!(await this.takeWishes(run, postings, signal))) return;
    const outcome = allocate(await this.input(run), run.mode);
    await this.uow.run(() =>
      this.runs.writePreview(run.id, storedReport(outcome), outcome.assignments),
    );
  }

  /** The postings with their seats: taken down the first time, afterwards as they were taken down. */
  private async freeze(run: AllocationRun): Promise<PostingFeatures[]> {
    const chosen = await this.reader.postingsOf(run.id);
    const isFrozen = chosen.length > 0 && chosen.every(({ seats }) => seats !== null);
    const ids = chosen.map(({ id }) => id);
    const open =
      run.isWholeRegion && !isFrozen ? await this.openInRegion(run) : await this.openOf(ids);
    if (!isFrozen) {
      const seats = new Map(open.map((each) => [each.jobPostingId, each.freeSeats ?? 1]));
      await this.uow.run(() => this.runs.freezeSeats(run.id, seats));
    }
    return open;
  }

  private async takeWishes(
    run: AllocationRun,
    postings: readonly PostingFeatures[],
    signal?: AbortSignal,
  ): Promise<boolean> {
    const index = MatchIndex.of(postings);
    let after = await this.reader.lastPersonOf(run.id);
    for (;;) {
      signal?.throwIfAborted();
      const { people, next } = await this.market.findable(after, CHUNK);
      const own = people.filter(
        ({ collegeIds }) => run.collegeId === null || collegeIds.includes(run.collegeId),
      );
      const dismissed = await this.dismissals.excludedFor(own.map((p) => p.profileId));
      const taken = own.map((person): TakenWishes => {
        const options = { seed: run.seed, dismissed: dismissed.get(person.profileId) ?? NOTHING };
        return {
          profileId: person.profileId,
          collegeId: run.collegeId ?? [...person.collegeIds].sort()[0] ?? null,
          ...wishesOf(person, postings, index.candidates(person), options),
        };
      });
      const isUnderWay = await this.uow.run(() => this.runs.addPeople(run.id, taken));
      if (!isUnderWay) return false;
      if (next === null) return true;
      after = next;
    }
  }

  private async input(run: AllocationRun): Promise<AllocationInput> {
    const people = await this.reader.peopleOf(run.id);
    const colleges = [...new Set(people.flatMap(({ collegeId }) => collegeId ?? []))];
    const { collegeMaximum } = run;
    const quotas =
      collegeMaximum === null ? [] : colleges.map((group) => ({ group, maximum: collegeMaximum }));
    return {
      seed: run.seed,
      people: people.map(({ profileId, collegeId, wishedJobPostingIds, scores }) => ({
        id: profileId,
        group: collegeId,
        wishes: wishedJobPostingIds.map((postingId, i) => {
          const score = scores[i] ?? 0;
          return { postingId, priority: score, weight: score };
        }),
      })),
      postings: (await this.reader.postingsOf(run.id)).map(({ id, seats }) => ({
        id,
        seats: seats ?? 0,
        isOpen: true,
        quotas,
      })),
    };
  }

  private async openOf(ids: readonly string[]): Promise<PostingFeatures[]> {
    const open: PostingFeatures[] = [];
    for (let start = 0; start < ids.length; start += POSTINGS) {
      open.push(...(await this.market.postings({ ids: ids.slice(start, start + POSTINGS) })));
    }
    return open;
  }

  private async openInRegion({ bureauId }: AllocationRun): Promise<PostingFeatures[]> {
    const bureau = await this.organisations.requireById(bureauId);
    const open: PostingFeatures[] = [];
    let after: string | null = null;
    for (;;) {
      const batch = await this.market.postings({ after, limit: POSTINGS });
      open.push(...batch.filter(({ regionPath }) => regionPath.includes(bureau.regionId)));
      if (batch.length < POSTINGS) return open;
      after = batch.at(-1)?.jobPostingId ?? null;
    }
  }
}

const NOTHING: ReadonlySet<string> = new Set();
