import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { AgreementPostingsService } from '../postings/agreement-postings.service.js';
import {
  agreementExpired,
  agreementTerminated,
  type AgreementEventPayload,
} from './agreement.events.js';

/** When an agreement ends, so does what was opened under it. */
@Injectable()
export class AgreementListener {
  constructor(private readonly postings: AgreementPostingsService) {}

  @OnEvent(agreementExpired, { atomic: true })
  expired({ agreementId }: AgreementEventPayload): Promise<void> {
    return this.postings.withdraw(agreementId);
  }

  @OnEvent(agreementTerminated, { atomic: true })
  terminated({ agreementId }: AgreementEventPayload): Promise<void> {
    return this.postings.withdraw(agreementId);
  }
}
