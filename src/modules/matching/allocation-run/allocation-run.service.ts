import { Injectable } from '@nestjs/common';
import { holds, type Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { JobPostingReader } from '../../job-postings/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { AllocationRunPeopleReader } from './allocation-run-people.reader.js';
import { allocationRunErrors } from './allocation-run.errors.js';
import {
  allocationRecommended,
  allocationRunStarted,
  candidatesAllocated,
} from './allocation-run.events.js';
import {
  allocationRunSchema,
  allocationStepSchema,
  type AllocationRunStepInput,
  type CreateAllocationRunInput,
} from './allocation-run.inputs.js';
import { allocationRunMachine } from './allocation-run.machine.js';
import { ALLOCATION_MANAGE } from './allocation-run.permissions.js';
import { AllocationRunReader } from './allocation-run.reader.js';
import { AllocationRunRepository } from './allocation-run.repository.js';

/** Events written in one statement. */
const TOLD_AT_ONCE = 1_000;

/** Allocations as bureaux set them up and decide on them. */
@Injectable()
export class AllocationRunService {
  constructor(
    private readonly runs: AllocationRunRepository,
    private readonly reader: AllocationRunReader,
    private readonly organisations: OrganisationReader,
    private readonly postings: JobPostingReader,
    private readonly people: AllocationRunPeopleReader,
    private readonly outbox: Outbox,
  ) {}

  async create(actor: Actor, input: CreateAllocationRunInput): Promise<string> {
    const wanted = parseInput(allocationRunSchema, input);
    if (!holds(actor, ALLOCATION_MANAGE, wanted.bureauId))
      throw requestErrors.NOT_FOUND({ field: ['bureauId'] });
    const jobPostingIds = [...new Set(wanted.jobPostingIds ?? [])];
    await this.requireOpen(wanted.bureauId, jobPostingIds);
    const collegeId = wanted.collegeId ?? null;
    if (collegeId !== null) {
      const college = await this.organisations.requireById(collegeId, ['collegeId']);
      if (college.kind !== 'COLLEGE')
        throw allocationRunErrors.COLLEGE_EXPECTED({ field: ['collegeId'] });
    }
    const { collegeMaximum = null, regionMaximum = null, bureauId, mode, seed } = wanted;
    if (collegeMaximum !== null && regionMaximum !== null)
      throw allocationRunErrors.ONE_QUOTA({ field: ['regionMaximum'] });
    const profileIds = wanted.profileIds ?? [];
    await this.requireFindable(profileIds);
    const isWholeRegion = jobPostingIds.length === 0;
    const hasChosenPeople = profileIds.length > 0;
    const quotas = { collegeMaximum, regionMaximum };
    const run = { bureauId, mode, seed, collegeId, ...quotas, isWholeRegion, hasChosenPeople };
    return this.runs.insert(run, jobPostingIds, [...new Set(profileIds)], actor.accountId);
  }

  async start(actor: Actor, input: AllocationRunStepInput): Promise<string> {
    const id = await this.step(actor, input, 'start');
    const subject = { type: 'allocationRun', id };
    await this.outbox.record(allocationRunStarted, { allocationRunId: id }, subject);
    return id;
  }

  /** Both sides are told; the step comes first, so that of two commits at once only one tells. */
  async commit(actor: Actor, input: AllocationRunStepInput): Promise<string> {
    const id = await this.step(actor, input, 'commit');
    const pairs = await this.reader.pairsOf(id);
    for (let start = 0; start < pairs.length; start += TOLD_AT_ONCE) {
      const entries = pairs.slice(start, start + TOLD_AT_ONCE).map((pair) => ({
        payload: { allocationRunId: id, ...pair },
        subject: { type: 'allocationRun', id },
      }));
      await this.outbox.recordMany(allocationRecommended, entries);
    }
    await this.outbox.recordMany(
      candidatesAllocated,
      [...new Set(pairs.map(({ jobPostingId }) => jobPostingId))].map((jobPostingId) => ({
        payload: { allocationRunId: id, jobPostingId },
        subject: { type: 'allocationRun', id },
      })),
    );
    return id;
  }

  discard(actor: Actor, input: AllocationRunStepInput): Promise<string> {
    return this.step(actor, input, 'discard');
  }

  undo(actor: Actor, input: AllocationRunStepInput): Promise<string> {
    return this.step(actor, input, 'undo');
  }

  private async step(
    actor: Actor,
    input: AllocationRunStepInput,
    transition: 'start' | 'commit' | 'discard' | 'undo',
  ): Promise<string> {
    const { allocationRunId } = parseInput(allocationStepSchema, input);
    const run = await this.reader.find(actor, allocationRunId);
    if (!run) throw requestErrors.NOT_FOUND({ field: ['allocationRunId'] });
    const to = allocationRunMachine.next(run.state, transition, 'BUREAU');
    const change = { transition, from: run.state, to, actorId: actor.accountId };
    if (!(await this.runs.take(run.id, change)))
      throw requestErrors.STALE({ field: ['allocationRunId'] });
    return run.id;
  }

  private async requireFindable(profileIds: readonly string[]): Promise<void> {
    const findable = await this.people.findable(profileIds);
    const wrong = profileIds.findIndex((id) => !findable.has(id));
    if (wrong >= 0)
      throw allocationRunErrors.PERSON_NOT_FINDABLE({ field: ['profileIds', String(wrong)] });
  }

  private async requireOpen(bureauId: string, jobPostingIds: readonly string[]): Promise<void> {
    if (jobPostingIds.length === 0) return;
    const { regionId } = await this.organisations.requireById(bureauId);
    const open = await this.postings.matchFeatures({ ids: jobPostingIds });
    const own = open.filter(({ regionPath }) => regionPath.includes(regionId));
    if (own.length !== jobPostingIds.length)
      throw allocationRunErrors.POSTING_NOT_OPEN({ field: ['jobPostingIds'] });
  }
}
