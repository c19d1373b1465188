import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { FieldCipher } from '../../../core/privacy/index.js';
import { CODE_ATTEMPTS, type OneTimeCodePurpose } from './one-time-code.rules.js';

export interface OneTimeCodeRow {
  readonly id: string;
  readonly purpose: OneTimeCodePurpose;
  readonly contactIndex: string;
  readonly accountId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Which code a try is aimed at: one contact's, or whichever an account was sent. */
export type CodeAim =
  | { readonly purpose: OneTimeCodePurpose; readonly contactIndex: string }
  | { readonly purpose: OneTimeCodePurpose; readonly accountId: string };

export interface FittingCode {
  readonly codeId: string;
  readonly accountId: string | null;
}

@Injectable()
export class OneTimeCodeRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
  ) {}

  /** Keeps the code in place of the one before for the same purpose and contact. */
  async put(row: OneTimeCodeRow, digits: string): Promise<void> {
    const { purpose, contactIndex } = row;
    const data = { ...row, codeHash: this.hashOf(row.id, digits), attempts: 0, usedAt: null };
    await this.uow.db.oneTimeCode.upsert({
      where: { purpose_contactIndex: { purpose, contactIndex } },
      create: data,
      update: data,
    });
  }

  /**
   * Counts one try and says which code it fits. Counting and reading are one statement of its own, so parallel
   * guesses never exceed the limit and a refused action does not take its count back.
   */
  async tryDigits(aim: CodeAim, digits: string, now: Date): Promise<FittingCode | null> {
    if (this.uow.isOpen) throw new Error('A try would be forgotten when this unit of work fails');
    const tried = await this.uow.db.oneTimeCode.updateManyAndReturn({
      where: { ...aim, usedAt: null, expiresAt: { gt: now }, attempts: { lt: CODE_ATTEMPTS } },
      data: { attempts: { increment: 1 } },
      select: { id: true, accountId: true, codeHash: true },
    });
    const fitting = tried.find((row) =>
      timingSafeEqual(Buffer.from(row.codeHash), Buffer.from(this.hashOf(row.id, digits))),
    );
    return fitting ? { codeId: fitting.id, accountId: fitting.accountId } : null;
  }

  /** False when the code was used up, replaced or expired meanwhile: one use wins. */
  async use(codeId: string, now: Date): Promise<boolean> {
    const { count } = await this.uow.db.oneTimeCode.updateMany({
      where: { id: codeId, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    return count === 1;
  }

  async removeOf(accountId: string, contactIndexes: readonly string[]): Promise<void> {
    await this.uow.db.oneTimeCode.deleteMany({
      where: { OR: [{ accountId }, { contactIndex: { in: [...contactIndexes] } }] },
    });
  }

  async removeExpired(now: Date): Promise<void> {
    await this.uow.db.oneTimeCode.deleteMany({ where: { expiresAt: { lt: now } } });
  }

  /** Keyed and bound to its row: the million possible codes cannot be tried against a copy of the table. */
  private hashOf(codeId: string, digits: string): string {
    return this.cipher.blindIndex('one_time_codes.code_hash', `${codeId}:${digits}`);
  }
}
