import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { OnEvent } from '../../../core/events/index.js';
import { affiliationLeft } from '../../affiliations/index.js';
import {
  agreementExpired,
  agreementTerminated,
  type AgreementEventPayload,
} from '../agreement/agreement.events.js';
import { EnrolmentSteps } from './enrolment-steps.service.js';

/** A class ends with its agreement; a student who leaves the college leaves the class. */
@Injectable()
export class EnrolmentListener {
  constructor(private readonly steps: EnrolmentSteps) {}

  @OnEvent(agreementExpired, { atomic: true })
  expired({ agreementId }: AgreementEventPayload): Promise<void> {
    return this.steps.endWith(agreementId);
  }

  @OnEvent(agreementTerminated, { atomic: true })
  terminated({ agreementId }: AgreementEventPayload): Promise<void> {
    return this.steps.endWith(agreementId);
  }

  @OnEvent(affiliationLeft, { atomic: true })
  studentLeft({ affiliationId }: z.output<typeof affiliationLeft.schema>): Promise<void> {
    return this.steps.leaveWith(affiliationId);
  }
}
