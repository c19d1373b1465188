import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../core/auth/index.js';
import { PersonalDataSource, type JsonValue } from '../../core/privacy/index.js';
import { ApplicationSteps } from './application/application-steps.service.js';
import { UNDECIDED } from './application/application.machine.js';
import { ApplicationReader } from './application/application.reader.js';
import { ApplicationRepository } from './application/application.repository.js';
import { OfferRepository } from './offer/offer.repository.js';

/** A person's applications. Closing the account ends what is open and blanks what is personal; that it was stays. */
@Injectable()
export class ApplicationsPersonalData extends PersonalDataSource {
  override readonly part = 'applications';

  constructor(
    private readonly reader: ApplicationReader,
    private readonly applications: ApplicationRepository,
    private readonly offers: OfferRepository,
    private readonly steps: ApplicationSteps,
  ) {
    super();
  }

  override async exportFor(accountId: string): Promise<JsonValue> {
    const rows = await this.reader.allOf(accountId);
    if (rows.length === 0) return null;
    return rows.map((row) => ({
      jobPostingId: row.jobPostingId,
      state: row.state,
      closeReason: row.closeReason,
      closeMessage: row.closeMessage,
      coverNote: row.coverNote,
      submittedAt: row.submittedAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
      profile: JSON.parse(JSON.stringify(row.snapshot)) as JsonValue,
    }));
  }

  override async eraseFor(accountId: string): Promise<void> {
    for (const id of await this.applications.idsOf({ accountId }, [...UNDECIDED, 'OFFERED'])) {
      const application = await this.applications.lock(id);
      if (!application) continue;
      if (application.state === 'OFFERED') {
        await this.offers.settle(id, 'WITHDRAWN');
        await this.steps.end(SYSTEM, application, 'withdrawOffer', 'PLATFORM', 'ACCOUNT_CLOSED');
      } else {
        await this.steps.end(SYSTEM, application, 'close', 'PLATFORM', 'ACCOUNT_CLOSED');
      }
    }
    await this.applications.blankPersonal(accountId);
  }
}
