import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { allocationSteps } from '../allocation/allocate.js';
import { DismissalReader } from '../dismissal/dismissal.reader.js';
import type { PostingFeatures, SeekerFeatures } from '../engine/match-features.js';
import { MatchIndex } from '../engine/match-index.js';
import { inTurns } from '../in-turns.js';
import { MatchMarket } from '../match-market.js';
import { AllocationRunMarket } from './allocation-run-market.service.js';
import { storedReport } from './allocation-run-report.js';
import type { AllocationRun } from './allocation-run.model.js';
import { AllocationRunPeopleReader } from './allocation-run-people.reader.js';
import { AllocationRunReader } from './allocation-run.reader.js';
import { AllocationRunRepository, type TakenWishes } from './allocation-run.repository.js';
import { wishesOf } from './wishes.rules.js';

/** People whose wishes are written in one transaction. */
const CHUNK = 500;

/** Works an allocation out: seats, then wishes chunk by chunk, then the whole market at once. */
@Injectable()
export class AllocationRunWork {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reader: AllocationRunReader,
    private readonly parts: AllocationRunPeopleReader,
    private readonly runs: AllocationRunRepository,
    private readonly market: MatchMarket,
    private readonly parties: AllocationRunMarket,
    private readonly dismissals: DismissalReader,
  ) {}

  /** Does nothing when the run is not under way; an interrupted one goes on after the last chunk it wrote. */
  async run(allocationRunId: string, signal?: AbortSignal): Promise<void> {
    const run = await this.reader.findById(allocationRunId);
    if (run?.state !== 'RUNNING') return;
    const postings = await this.parties.freeze(run);
    if (!(await this.takeWishes(run, postings, signal))) return;
    const outcome = await inTurns(allocationSteps(await this.parties.input(run), run.mode), {
      signal,
      sign: () => this.uow.run(() => this.runs.keepRunning(run.id)),
    });
    if (!outcome) return;
    await this.uow.run(() =>
      this.runs.writePreview(run.id, storedReport(outcome), outcome.assignments),
    );
  }

  private async takeWishes(
    run: AllocationRun,
    postings: readonly PostingFeatures[],
    signal?: AbortSignal,
  ): Promise<boolean> {
    const index = MatchIndex.of(postings);
    let after = await this.parts.lastPersonOf(run.id);
    for (;;) {
      signal?.throwIfAborted();
      const { people, next } = await this.nextPeople(run, after);
      const own = people.filter(
        ({ collegeIds }) => run.collegeId === null || collegeIds.includes(run.collegeId),
      );
      const dismissed = await this.dismissals.excludedFor(own.map((p) => p.profileId));
      const provinces = await this.parties.provincesOf([
        ...new Set(own.flatMap(({ collegeIds }) => run.collegeId ?? collegeIds)),
      ]);
      const taken = own.map((person): TakenWishes => {
        const options = { seed: run.seed, dismissed: dismissed.get(person.profileId) ?? NOTHING };
        const collegeId = run.collegeId ?? [...person.collegeIds].sort()[0] ?? null;
        return {
          profileId: person.profileId,
          collegeId,
          regionId: provinces.get(collegeId ?? '') ?? null,
          ...wishesOf(person, postings, index.candidates(person), options),
        };
      });
      const isUnderWay = await this.uow.run(() => this.runs.addPeople(run.id, taken));
      if (!isUnderWay) return false;
      if (next === null) return true;
      after = next;
    }
  }

  private async nextPeople(
    run: AllocationRun,
    after: string | null,
  ): Promise<{ readonly people: SeekerFeatures[]; readonly next: string | null }> {
    if (!run.hasChosenPeople) return this.market.findable(after, CHUNK);
    const ids = await this.parts.chosenAfter(run.id, after, CHUNK);
    const next = ids.length < CHUNK ? null : (ids.at(-1) ?? null);
    return { people: await this.market.people(ids), next };
  }
}

const NOTHING: ReadonlySet<string> = new Set();
