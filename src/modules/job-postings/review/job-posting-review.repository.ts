import { Injectable } from '@nestjs/common';
import { Clock, Ids, isUuid } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';
import type { WordingFinding } from '../wording/wording-check.js';
import { WORDING_EDITION } from '../wording/wording-rules.data.js';

const ROW = { id: true, jobPostingId: true, state: true } as const;

export type ReviewRow = Prisma.JobPostingReviewGetPayload<{ select: typeof ROW }>;

/** The only writer of reviews. The posting's lock also guards its reviews. */
@Injectable()
export class JobPostingReviewRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async find(id: string): Promise<ReviewRow | null> {
    if (!isUuid(id)) return null;
    return this.uow.db.jobPostingReview.findUnique({ where: { id }, select: ROW });
  }

  async insert(review: {
    readonly jobPostingId: string;
    readonly postingVersion: number;
    readonly dueAt: Date;
    readonly findings: readonly WordingFinding[];
  }): Promise<string> {
    const id = this.ids.next();
    await this.uow.db.jobPostingReview.create({
      data: {
        id,
        jobPostingId: review.jobPostingId,
        postingVersion: review.postingVersion,
        dueAt: review.dueAt,
        // The words themselves stand in the posting; they may be somebody's telephone number.
        findings: review.findings.map(({ ruleId, field, start, end }) => ({
          ruleId,
          field,
          start,
          end,
        })),
        wordingEdition: WORDING_EDITION,
        createdAt: this.clock.now(),
      },
      select: { id: true },
    });
    return id;
  }

  /** False when it was decided or dropped meanwhile. */
  async decide(
    id: string,
    outcome: 'APPROVED' | 'RETURNED',
    decision: { readonly decidedBy: string | null; readonly remark: string | null },
  ): Promise<boolean> {
    const { count } = await this.uow.db.jobPostingReview.updateMany({
      where: { id, state: 'PENDING' },
      data: { ...decision, state: outcome, decidedAt: this.clock.now() },
    });
    return count === 1;
  }

  /** Whether the bureau was ever asked about the posting. */
  async existsFor(jobPostingId: string): Promise<boolean> {
    const row = await this.uow.db.jobPostingReview.findFirst({
      where: { jobPostingId },
      select: { id: true },
    });
    return row !== null;
  }

  /** The posting left the review without a decision. */
  async dropPending(jobPostingId: string): Promise<void> {
    await this.uow.db.jobPostingReview.updateMany({
      where: { jobPostingId, state: 'PENDING' },
      data: { state: 'OBSOLETE', decidedAt: this.clock.now() },
    });
  }
}
