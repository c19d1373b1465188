import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { isUniqueViolation } from '../../../core/database/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AllocationFollowUpRepository } from './allocation-follow-up.repository.js';
import { allocationRunErrors } from './allocation-run.errors.js';
import { allocationRunStarted } from './allocation-run.events.js';
import {
  allocationStepSchema,
  refillSchema,
  type AllocationRunStepInput,
  type RefillAllocationRunInput,
} from './allocation-run.inputs.js';
import { allocationRunMachine } from './allocation-run.machine.js';
import type { AllocationRun } from './allocation-run.model.js';
import { AllocationRunReader } from './allocation-run.reader.js';
import { AllocationRunRepository } from './allocation-run.repository.js';

/** What becomes of an allocation that stopped half-way, or left seats free. */
@Injectable()
export class AllocationFollowUpService {
  constructor(
    private readonly runs: AllocationRunRepository,
    private readonly followUps: AllocationFollowUpRepository,
    private readonly reader: AllocationRunReader,
    private readonly outbox: Outbox,
  ) {}

  /** Sets up a run over the free seats of a committed one and its people without a seat; steps as any other. */
  async refill(actor: Actor, input: RefillAllocationRunInput): Promise<string> {
    const { allocationRunId, seed } = parseInput(refillSchema, input);
    const asked = await this.require(actor, allocationRunId);
    const run = asked.followsId === null ? asked : await this.require(actor, asked.followsId);
    // Not undone meanwhile, and of two that set one up the second sees the first.
    await this.followUps.lock(run.id);
    const { state, followUpId } = (await this.reader.findById(run.id)) ?? run;
    if (state !== 'COMMITTED') throw allocationRunErrors.WRONG_STATE({ params: { state } });
    if (followUpId !== null) throw allocationRunErrors.FOLLOW_UP_UNDER_WAY();
    const { bureauId, mode, collegeId, collegeMaximum, regionMaximum } = run;
    const settings = { bureauId, mode, collegeId, collegeMaximum, regionMaximum };
    const over = { followsId: run.id, isWholeRegion: false, hasChosenPeople: true };
    try {
      const id = await this.runs.insert({ ...settings, ...over, seed }, [], [], actor.accountId);
      const postings = await this.followUps.addPostings(id, run.id);
      const people = await this.followUps.addPeople(id, run.id);
      if (postings === 0 || people === 0) throw allocationRunErrors.NOTHING_TO_FILL();
      return id;
    } catch (error) {
      if (isUniqueViolation(error, 'uq_allocation_runs_follow_up'))
        throw allocationRunErrors.FOLLOW_UP_UNDER_WAY();
      throw error;
    }
  }

  /** Hands a run to the workers again whose task failed for good; it goes on after the last chunk it wrote. */
  async resume(actor: Actor, input: AllocationRunStepInput): Promise<string> {
    const { allocationRunId } = parseInput(allocationStepSchema, input);
    const run = await this.require(actor, allocationRunId);
    const to = allocationRunMachine.next(run.state, 'resume', 'BUREAU');
    if (!run.isStalled) throw allocationRunErrors.NOT_STALLED({ field: ['allocationRunId'] });
    const change = { transition: 'resume', from: run.state, to, actorId: actor.accountId } as const;
    if (!(await this.runs.take(run.id, change)))
      throw requestErrors.STALE({ field: ['allocationRunId'] });
    const subject = { type: 'allocationRun', id: run.id };
    await this.outbox.record(allocationRunStarted, { allocationRunId: run.id }, subject);
    return run.id;
  }

  private async require(actor: Actor, id: string): Promise<AllocationRun> {
    const run = await this.reader.find(actor, id);
    if (!run) throw requestErrors.NOT_FOUND({ field: ['allocationRunId'] });
    return run;
  }
}
