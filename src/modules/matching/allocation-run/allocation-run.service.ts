import { Injectable } from '@nestjs/common';
import { holds, type Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import type { Connection, PageArgs } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { APPLICATION_DECIDE } from '../../applications/index.js';
import { JobPostingReader } from '../../job-postings/index.js';
import { actingAccount, OrganisationReader } from '../../organisations/index.js';
import { ProfileReader } from '../../profiles/index.js';
import { allocationRunErrors } from './allocation-run.errors.js';
import { allocationRecommended, allocationRunStarted } from './allocation-run.events.js';
import {
  allocationRunSchema,
  allocationStepSchema,
  type AllocationRunStepInput,
  type CreateAllocationRunInput,
} from './allocation-run.inputs.js';
import { allocationRunMachine } from './allocation-run.machine.js';
import type { AllocationAssignment } from './allocation-run.model.js';
import { ALLOCATION_MANAGE } from './allocation-run.permissions.js';
import { AllocationRunReader } from './allocation-run.reader.js';
import { AllocationRunRepository } from './allocation-run.repository.js';

/** Events written in one statement. */
const TOLD_AT_ONCE = 1_000;

/** Allocations as bureaux set them up and decide on them, and as people and employers see what was committed. */
@Injectable()
export class AllocationRunService {
  constructor(
    private readonly runs: AllocationRunRepository,
    private readonly reader: AllocationRunReader,
    private readonly organisations: OrganisationReader,
    private readonly postings: JobPostingReader,
    private readonly profiles: ProfileReader,
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
    const { bureauId, mode, seed } = wanted;
    const collegeMaximum = wanted.collegeMaximum ?? null;
    const isWholeRegion = jobPostingIds.length === 0;
    const run = { bureauId, mode, seed, collegeId, collegeMaximum, isWholeRegion };
    return this.runs.insert(run, jobPostingIds, actor.accountId);
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
    return id;
  }

  discard(actor: Actor, input: AllocationRunStepInput): Promise<string> {
    return this.step(actor, input, 'discard');
  }

  undo(actor: Actor, input: AllocationRunStepInput): Promise<string> {
    return this.step(actor, input, 'undo');
  }

  /** Seats given to people by an allocation of the viewer's bureau; null when there is no such allocation. */
  async assignments(
    actor: Actor,
    allocationRunId: string,
    args: PageArgs,
  ): Promise<Connection<AllocationAssignment> | null> {
    const run = await this.reader.find(actor, allocationRunId);
    return run && this.reader.assignmentsOf(run.id, args);
  }

  /** What committed allocations gave to the viewer; what is no longer open is left out. Null without a profile. */
  async own(actor: Actor, args: PageArgs): Promise<Connection<AllocationAssignment> | null> {
    const profile = await this.profiles.findByAccount(actingAccount(actor));
    if (!profile) return null;
    const page = await this.reader.committedFor(profile.id, args);
    const ids = page.nodes.map(({ jobPostingId }) => jobPostingId);
    const open = new Set((await this.postings.findOpen(actor, ids)).map(({ id }) => id));
    return kept(page, ({ jobPostingId }) => open.has(jobPostingId));
  }

  /** People whom committed allocations gave a seat of an own posting; null when it is not the viewer's. */
  async candidates(
    actor: Actor,
    jobPostingId: string,
    args: PageArgs,
  ): Promise<Connection<AllocationAssignment> | null> {
    const posting = await this.postings.find(actor, jobPostingId);
    const organisationId = posting?.organisationId ?? null;
    if (organisationId === null || !holds(actor, APPLICATION_DECIDE, organisationId)) return null;
    const page = await this.reader.committedAt(jobPostingId, args);
    const ids = page.nodes.map(({ profileId }) => profileId);
    const seen = new Set((await this.profiles.findMany(actor, ids)).map(({ id }) => id));
    return kept(page, ({ profileId }) => seen.has(profileId));
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

  private async requireOpen(bureauId: string, jobPostingIds: readonly string[]): Promise<void> {
    if (jobPostingIds.length === 0) return;
    const { regionId } = await this.organisations.requireById(bureauId);
    const open = await this.postings.matchFeatures({ ids: jobPostingIds });
    const own = open.filter(({ regionPath }) => regionPath.includes(regionId));
    if (own.length !== jobPostingIds.length)
      throw allocationRunErrors.POSTING_NOT_OPEN({ field: ['jobPostingIds'] });
  }
}

function kept(
  page: Connection<AllocationAssignment>,
  isShown: (assignment: AllocationAssignment) => boolean,
): Connection<AllocationAssignment> {
  const edges = page.edges.filter(({ node }) => isShown(node));
  return { ...page, edges, nodes: edges.map(({ node }) => node) };
}
