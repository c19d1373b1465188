import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import type { VersionText } from '../negotiation/agreement-version.repository.js';

/** What a renewal takes over. Whoever asks has found the agreement. */
@Injectable()
export class RenewalReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Whether there is a renewal that was not given up. */
  async isRenewed(agreementId: string): Promise<boolean> {
    const row = await this.uow.sql
      .selectFrom('agreements')
      .select('id')
      .where('renewed_from_id', '=', agreementId)
      .where('state', '<>', 'cancelled')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Annexes of the version the agreement holds; their files are shared with it. */
  annexesOf(agreementId: string, versionNumber: number): Promise<VersionText['annexes']> {
    return this.uow.sql
      .selectFrom('agreement_annexes')
      .select(['title', 'file_id as fileId', 'sha256'])
      .where('agreement_id', '=', agreementId)
      .where('version_number', '=', versionNumber)
      .orderBy('position')
      .execute();
  }
}
