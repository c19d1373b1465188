import { Injectable } from '@nestjs/common';
import { Clock, Ids, isUuid } from '../../../core/clock/index.js';
import { enumLabel, isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';
import { jobPostingErrors } from './job-posting.errors.js';
import type { JobPostingState, JobPostingTransition } from './job-posting.machine.js';
import type { JobPosting } from './job-posting.model.js';
import { selectPostings, toJobPosting } from './job-posting.rows.js';

export type NewJobPosting = Omit<
  Prisma.JobPostingUncheckedCreateInput,
  'id' | 'createdAt' | 'updatedAt' | 'version'
>;

export type JobPostingColumns = Omit<
  Prisma.JobPostingUncheckedUpdateManyInput,
  'id' | 'state' | 'version' | 'updatedAt'
>;

export interface JobPostingStep {
  readonly transition: JobPostingTransition | 'create';
  readonly from: JobPostingState | null;
  readonly to: JobPostingState;
  readonly actorId: string | null;
  readonly reason: string | null;
}

/** The columns an employer writes, with those that follow from them. */
const CONTENT = {
  organisationId: true,
  title: true,
  occupationCode: true,
  industryCode: true,
  engagementType: true,
  headcount: true,
  filledCount: true,
  duties: true,
  conditions: true,
  workConditions: true,
  regionId: true,
  address: true,
  payMinFen: true,
  payMaxFen: true,
  payPeriod: true,
  payMonths: true,
  benefits: true,
  educationLevelCode: true,
  experienceYearsMin: true,
  skillLevelId: true,
  validThrough: true,
  startsOn: true,
} as const;

export type PostingContentRow = Prisma.JobPostingGetPayload<{ select: typeof CONTENT }>;

export interface RequirementRow {
  readonly kind: Prisma.JobPostingRequirementUncheckedCreateInput['kind'];
  readonly value: string;
  readonly normalisedValue: string;
  readonly minimum: number | null;
  readonly isRequired: boolean;
  readonly weight: number;
}

/** The only writer of postings, their requirements and their history. */
@Injectable()
export class JobPostingRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Reads and locks: whatever is decided about a posting is decided one after the other. */
  async lock(id: string): Promise<JobPosting | null> {
    if (!isUuid(id)) return null;
    const row = await selectPostings(this.uow.sql)
      .where('job_postings.id', '=', id)
      .forNoKeyUpdate('job_postings')
      .executeTakeFirst();
    return row ? toJobPosting(row) : null;
  }

  /** What stands in a posting; the caller holds its lock. */
  content(id: string): Promise<PostingContentRow> {
    return this.uow.db.jobPosting.findUniqueOrThrow({ where: { id }, select: CONTENT });
  }

  async requirements(jobPostingId: string): Promise<RequirementRow[]> {
    return this.uow.db.jobPostingRequirement.findMany({
      where: { jobPostingId },
      select: {
        kind: true,
        value: true,
        normalisedValue: true,
        minimum: true,
        isRequired: true,
        weight: true,
      },
      orderBy: { id: 'asc' },
    });
  }

  async insert(row: NewJobPosting): Promise<string> {
    const now = this.clock.now();
    const id = this.ids.next();
    await this.uow.db.jobPosting.create({
      data: { ...row, id, createdAt: now, updatedAt: now },
      select: { id: true },
    });
    return id;
  }

  /** The row is locked by the caller. */
  async update(id: string, columns: JobPostingColumns): Promise<void> {
    await this.refusingDuplicate(() =>
      this.uow.db.jobPosting.update({
        where: { id },
        data: { ...columns, version: { increment: 1 }, updatedAt: this.clock.now() },
        select: { id: true },
      }),
    );
  }

  /** Writes the step if the state still is what it was, with its row of history; false when somebody was faster. */
  async take(
    id: string,
    step: JobPostingStep & { readonly from: JobPostingState },
    columns: JobPostingColumns,
  ): Promise<boolean> {
    const { count } = await this.refusingDuplicate(() =>
      this.uow.db.jobPosting.updateMany({
        where: { id, state: step.from },
        data: {
          ...columns,
          state: step.to,
          version: { increment: 1 },
          updatedAt: this.clock.now(),
        },
      }),
    );
    if (count === 1) await this.appendHistory(id, step);
    return count === 1;
  }

  /** A draft with all that hangs on it; the row is locked by the caller, who knows that nothing of it has to be kept. */
  async removeDraft(id: string): Promise<void> {
    await this.uow.db.jobPosting.delete({ where: { id, state: 'DRAFT' }, select: { id: true } });
  }

  async appendHistory(jobPostingId: string, step: JobPostingStep): Promise<void> {
    await this.uow.db.jobPostingHistory.create({
      data: {
        id: this.ids.next(),
        jobPostingId,
        transition: step.transition,
        fromState: step.from,
        toState: step.to,
        actorId: step.actorId,
        reason: step.reason,
        occurredAt: this.clock.now(),
      },
      select: { id: true },
    });
  }

  /** What is asked for, as a whole: what is not in the list is gone. */
  async replaceRequirements(
    jobPostingId: string,
    requirements: readonly RequirementRow[],
  ): Promise<void> {
    await this.uow.db.jobPostingRequirement.deleteMany({ where: { jobPostingId } });
    await this.uow.db.jobPostingRequirement.createMany({
      data: requirements.map((requirement) => ({
        ...requirement,
        id: this.ids.next(),
        jobPostingId,
      })),
    });
  }

  /** Title of another open posting of the organisation that says the same; null when there is none. */
  async findOpenDuplicate(
    organisationId: string,
    fingerprint: string,
    exceptId: string,
  ): Promise<string | null> {
    const row = await this.uow.sql
      .selectFrom('job_postings')
      .select('title')
      .where('organisation_id', '=', organisationId)
      .where('fingerprint', '=', fingerprint)
      .where('publication', '=', 'own')
      .where('state', 'in', OPEN_STATES.map(enumLabel))
      .where('id', '<>', exceptId)
      .executeTakeFirst();
    return row?.title ?? null;
  }

  /** Two that were submitted at the same moment: the index knows. */
  private async refusingDuplicate<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (!isUniqueViolation(error, 'uq_job_postings_open_fingerprint')) throw error;
      throw jobPostingErrors.DUPLICATE({ cause: error });
    }
  }
}

/** States in which an own posting counts for duplicates. */
export const OPEN_STATES = ['IN_REVIEW', 'SCHEDULED', 'PUBLISHED', 'PAUSED'] as const;
