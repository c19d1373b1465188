import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';

export interface NewComment {
  readonly agreementId: string;
  readonly clauseKey: string;
  readonly versionNumber: number;
  readonly accountId: string;
  readonly partyPosition: number;
  readonly isInternal: boolean;
  readonly replyToId: string | null;
  readonly body: string;
}

/** The only writer of comments. All of it happens with the agreement locked. */
@Injectable()
export class CommentRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async insert(comment: NewComment): Promise<void> {
    await this.uow.db.agreementComment.create({
      data: { ...comment, id: this.ids.next(), createdAt: this.clock.now() },
      select: { id: true },
    });
  }

  /** A comment that is no answer; null when the agreement has no such one. */
  findThread(agreementId: string, id: string) {
    return this.uow.db.agreementComment.findFirst({
      where: { id, agreementId, replyToId: null },
      select: {
        id: true,
        clauseKey: true,
        versionNumber: true,
        partyPosition: true,
        isInternal: true,
        resolvedAt: true,
      },
    });
  }

  /** Of an agreement, or answers to one of its comments. */
  countOf(agreementId: string, replyToId: string | null): Promise<number> {
    return this.uow.db.agreementComment.count({ where: { agreementId, replyToId } });
  }

  /** Whether the version of the agreement has the clause. */
  async hasClause(agreementId: string, versionNumber: number, clauseKey: string): Promise<boolean> {
    const where = { agreementId, versionNumber, clauseKey };
    return (await this.uow.db.agreementClause.count({ where })) === 1;
  }

  /** False when it was resolved before. */
  async resolve(id: string, accountId: string): Promise<boolean> {
    const { count } = await this.uow.db.agreementComment.updateMany({
      where: { id, resolvedAt: null },
      data: { resolvedAt: this.clock.now(), resolvedBy: accountId },
    });
    return count === 1;
  }

  /** False when it is open. */
  async reopen(id: string): Promise<boolean> {
    const { count } = await this.uow.db.agreementComment.updateMany({
      where: { id, resolvedAt: { not: null } },
      data: { resolvedAt: null, resolvedBy: null },
    });
    return count === 1;
  }
}
