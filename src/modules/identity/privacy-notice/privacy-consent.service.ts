import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { accountErrors } from '../account/account.errors.js';
import { accountOf } from '../proof/proof.service.js';
import { PrivacyConsentRepository } from './privacy-consent.repository.js';
import { PrivacyNoticeReader } from './privacy-notice.reader.js';

@Injectable()
export class PrivacyConsentService {
  constructor(
    private readonly notices: PrivacyNoticeReader,
    private readonly consents: PrivacyConsentRepository,
  ) {}

  async consent(actor: Actor, version: number): Promise<{ accountId: string }> {
    const accountId = accountOf(actor);
    await this.requireCurrent(version);
    await this.consents.put(accountId, version);
    return { accountId };
  }

  /** Consent to an edition that is no longer, or not yet, in force is no consent. */
  async requireCurrent(version: number): Promise<void> {
    if (version !== (await this.notices.currentVersion())) {
      throw accountErrors.CONSENT_OUTDATED({ field: ['privacyNoticeVersion'] });
    }
  }
}
