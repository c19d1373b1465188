import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';

const ROW = { id: true, jobPostingId: true, answer: true, hiddenAt: true } as const;

export type QuestionRow = Prisma.JobPostingQuestionGetPayload<{ select: typeof ROW }>;

/** The only writer of questions and their answers. */
@Injectable()
export class QuestionRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  find(id: string): Promise<QuestionRow | null> {
    return this.uow.db.jobPostingQuestion.findUnique({ where: { id }, select: ROW });
  }

  async insert(jobPostingId: string, askedBy: string, question: string): Promise<string> {
    const id = this.ids.next();
    await this.uow.db.jobPostingQuestion.create({
      data: { id, jobPostingId, askedBy, question, askedAt: this.clock.now() },
      select: { id: true },
    });
    return id;
  }

  /** False when it was answered meanwhile. */
  async answer(id: string, answeredBy: string | null, answer: string): Promise<boolean> {
    const { count } = await this.uow.db.jobPostingQuestion.updateMany({
      where: { id, answer: null },
      data: { answer, answeredBy, answeredAt: this.clock.now() },
    });
    return count === 1;
  }

  /** False when it was hidden meanwhile. */
  async hide(id: string): Promise<boolean> {
    const { count } = await this.uow.db.jobPostingQuestion.updateMany({
      where: { id, hiddenAt: null },
      data: { hiddenAt: this.clock.now() },
    });
    return count === 1;
  }
}
