import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../core/events/index.js';
import { AgreementPostingsService } from './agreement-postings.service.js';
import { agreementExpired, agreementTerminated } from './agreement.events.js';

interface Ended {
  readonly agreementId: string;
  readonly collegeId: string;
  readonly enterpriseId: string;
}

/** When an agreement ends, so does what was opened under it. */
@Injectable()
export class AgreementListener {
  constructor(private readonly postings: AgreementPostingsService) {}

  @OnEvent(agreementExpired, { atomic: true })
  expired(ended: Ended): Promise<void> {
    return this.withdraw(ended);
  }

  @OnEvent(agreementTerminated, { atomic: true })
  terminated(ended: Ended): Promise<void> {
    return this.withdraw(ended);
  }

  private withdraw({ agreementId, collegeId, enterpriseId }: Ended): Promise<void> {
    return this.postings.withdraw(agreementId, collegeId, enterpriseId);
  }
}
