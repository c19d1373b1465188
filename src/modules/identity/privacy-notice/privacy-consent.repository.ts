import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';

@Injectable()
export class PrivacyConsentRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Notes the consent; agreeing twice keeps the first instant. */
  async put(accountId: string, noticeVersion: number): Promise<void> {
    await this.uow.db.privacyConsent.createMany({
      data: [{ accountId, noticeVersion, consentedAt: this.clock.now() }],
      skipDuplicates: true,
    });
  }

  listOf(accountId: string): Promise<{ noticeVersion: number; consentedAt: Date }[]> {
    return this.uow.db.privacyConsent.findMany({
      where: { accountId },
      select: { noticeVersion: true, consentedAt: true },
      orderBy: { noticeVersion: 'asc' },
    });
  }
}
