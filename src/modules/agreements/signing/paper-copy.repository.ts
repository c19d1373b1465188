import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { AgreementPaperCopy } from './paper-copy.model.js';

/** The only user of agreement_paper_copies and their checks. */
@Injectable()
export class PaperCopyRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async insert(row: {
    readonly agreementId: string;
    readonly signatoryId: string;
    readonly fileId: string;
    readonly contentHash: string;
    readonly signingRound: number;
    readonly uploadedBy: string;
  }): Promise<string> {
    const id = this.ids.next();
    await this.uow.db.agreementPaperCopy.create({
      data: { ...row, id, uploadedAt: this.clock.now() },
      select: { id: true },
    });
    return id;
  }

  async find(id: string): Promise<AgreementPaperCopy | null> {
    const row = await this.uow.db.agreementPaperCopy.findUnique({
      where: { id },
      include: { checks: true },
    });
    return row && { ...row, checkedBy: row.checks.map(({ accountId }) => accountId) };
  }

  async listOf(signatoryId: string): Promise<AgreementPaperCopy[]> {
    const rows = await this.uow.db.agreementPaperCopy.findMany({
      where: { signatoryId },
      include: { checks: true },
      orderBy: { id: 'desc' },
      take: 20,
    });
    return rows.map((row) => ({
      ...row,
      checkedBy: row.checks.map(({ accountId }) => accountId),
    }));
  }

  async check(paperCopyId: string, accountId: string): Promise<void> {
    await this.uow.db.agreementPaperCheck.create({
      data: { paperCopyId, accountId, checkedAt: this.clock.now() },
      select: { accountId: true },
    });
  }

  async settle(
    id: string,
    state: 'ACCEPTED' | 'REFUSED',
    refusalReason: string | null = null,
  ): Promise<boolean> {
    const { count } = await this.uow.db.agreementPaperCopy.updateMany({
      where: { id, state: 'AWAITING_CHECKS' },
      data: { state, refusalReason },
    });
    return count === 1;
  }
}
