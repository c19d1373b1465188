import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { allocate } from '../allocation/allocate.js';
import type { AllocationInput } from '../allocation/allocation-market.js';
import { DismissalReader } from '../dismissal/dismissal.reader.js';
import type { PostingFeatures, SeekerFeatures } from '../engine/match-features.js';
import { MatchIndex } from '../engine/match-index.js';
import { MatchMarket } from '../match-market.js';
import { storedReport } from './allocation-run-report.js';
import type { AllocationRun } from './allocation-run.model.js';
import { AllocationRunPeopleReader } from './allocation-run-people.reader.js';
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
    private readonly parts: AllocationRunPeopleReader,
    private readonly runs: AllocationRunRepository,
    private readonly market: MatchMarket,
    private readonly organisations: OrganisationReader,
    private readonly reference: ReferenceReader,
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
    const chosen = await this.parts.postingsOf(run.id);
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
    let after = await this.parts.lastPersonOf(run.id);
    for (;;) {
      signal?.throwIfAborted();
      const { people, next } = await this.nextPeople(run, after);
      const own = people.filter(
        ({ collegeIds }) => run.collegeId === null || collegeIds.includes(run.collegeId),
      );
      const dismissed = await this.dismissals.excludedFor(own.map((p) => p.profileId));
      const provinces = await this.provincesOf([
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

  /** By college: the province it lies in. */
  private async provincesOf(collegeIds: readonly string[]): Promise<Map<string, string>> {
    const colleges = await this.organisations.findMany(collegeIds);
    const { regions } = await this.reference.tables();
    return new Map(
      colleges.flatMap(({ id, regionId }) => {
        const [province] = regions.tree.path(regionId);
        return province ? [[id, province.id] as const] : [];
      }),
    );
  }

  private async input(run: AllocationRun): Promise<AllocationInput> {
    const people = await this.parts.peopleOf(run.id);
    const groupOf = ({ regionId, collegeId }: (typeof people)[number]): string | null =>
      run.regionMaximum === null ? collegeId : regionId;
    const groups = [...new Set(people.flatMap((person) => groupOf(person) ?? []))];
    const maximum = run.regionMaximum ?? run.collegeMaximum;
    const quotas = maximum === null ? [] : groups.map((group) => ({ group, maximum }));
    return {
      seed: run.seed,
      people: people.map((person) => ({
        id: person.profileId,
        group: groupOf(person),
        wishes: person.wishedJobPostingIds.map((postingId, i) => {
          const score = person.scores[i] ?? 0;
          return { postingId, priority: score, weight: score };
        }),
      })),
      postings: (await this.parts.postingsOf(run.id)).map(({ id, seats }) => ({
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
