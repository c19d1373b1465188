import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import type { AllocationInput, AllocationQuota } from '../allocation/allocation-market.js';
import type { PostingFeatures } from '../engine/match-features.js';
import { MatchMarket } from '../match-market.js';
import { AllocationPostingReader } from './allocation-posting.reader.js';
import type { AllocationRun } from './allocation-run.model.js';
import { AllocationRunPeopleReader } from './allocation-run-people.reader.js';
import { AllocationRunRepository } from './allocation-run.repository.js';

const POSTINGS = 2_000;

/** What an allocation is worked out over: postings with their seats, quotas, and wishes as they were taken down. */
@Injectable()
export class AllocationRunMarket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: AllocationRunRepository,
    private readonly parts: AllocationRunPeopleReader,
    private readonly seats: AllocationPostingReader,
    private readonly market: MatchMarket,
    private readonly organisations: OrganisationReader,
    private readonly reference: ReferenceReader,
  ) {}

  /** The postings with their seats: taken down the first time, afterwards as they were taken down. */
  async freeze(run: AllocationRun): Promise<PostingFeatures[]> {
    const chosen = await this.parts.postingsOf(run.id);
    const isFrozen = chosen.length > 0 && chosen.every(({ seats }) => seats !== null);
    const ids = chosen.map(({ id }) => id);
    const open =
      run.isWholeRegion && !isFrozen ? await this.openInRegion(run) : await this.openOf(ids);
    if (!isFrozen) {
      const left = run.followsId === null ? null : await this.seats.freeOf(run.followsId);
      const seatsOf = ({ jobPostingId, freeSeats }: PostingFeatures): number =>
        Math.min(freeSeats ?? 1, left?.get(jobPostingId) ?? (left ? 0 : Infinity));
      const seats = new Map(open.map((each) => [each.jobPostingId, seatsOf(each)]));
      await this.uow.run(() => this.runs.freezeSeats(run.id, seats));
    }
    return open;
  }

  /** By college: the province it lies in. */
  async provincesOf(collegeIds: readonly string[]): Promise<Map<string, string>> {
    const colleges = await this.organisations.findMany(collegeIds);
    const { regions } = await this.reference.tables();
    return new Map(
      colleges.flatMap(({ id, regionId }) => {
        const [province] = regions.tree.path(regionId);
        return province ? [[id, province.id] as const] : [];
      }),
    );
  }

  /** The whole market, from what is stored of the run alone. */
  async input(run: AllocationRun): Promise<AllocationInput> {
    const people = await this.parts.peopleOf(run.id);
    const groupOf = ({ regionId, collegeId }: (typeof people)[number]): string | null =>
      run.regionMaximum === null ? collegeId : regionId;
    const groups = [...new Set(people.flatMap((person) => groupOf(person) ?? []))];
    const quotasOf = await this.quotas(run, groups);
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
        quotas: quotasOf(id),
      })),
    };
  }

  /** Whoever holds a seat of the run followed counts for its quotas. */
  private async quotas(
    run: AllocationRun,
    groups: readonly string[],
  ): Promise<(postingId: string) => readonly AllocationQuota[]> {
    const maximum = run.regionMaximum ?? run.collegeMaximum;
    if (maximum === null) return () => [];
    const group = run.regionMaximum === null ? 'college_id' : 'region_id';
    const held =
      run.followsId === null ? () => 0 : await this.seats.heldByGroup(run.followsId, group);
    return (postingId) =>
      groups.map((each) => ({
        group: each,
        maximum: Math.max(0, maximum - held(postingId, each)),
      }));
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
