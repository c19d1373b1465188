import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import {
  agreementExpired,
  agreementResumed,
  agreementSuperseded,
  agreementSuspended,
  agreementTerminated,
  agreementTookEffect,
  type AgreementEventPayload,
} from '../../agreements/index.js';
import { InvitationService } from './invitation.service.js';

/** Lets invitations follow the agreements they were given under. */
@Injectable()
export class InvitationListener {
  constructor(private readonly invitations: InvitationService) {}

  @OnEvent(agreementTookEffect, { atomic: true })
  tookEffect({ agreementId }: AgreementEventPayload): Promise<void> {
    return this.invitations.follow(agreementId);
  }

  @OnEvent(agreementResumed, { atomic: true })
  resumed({ agreementId }: AgreementEventPayload): Promise<void> {
    return this.invitations.follow(agreementId);
  }

  @OnEvent(agreementExpired, { atomic: true })
  expired({ agreementId }: AgreementEventPayload): Promise<void> {
    return this.invitations.withdraw(agreementId, 'AGREEMENT_EXPIRED');
  }

  @OnEvent(agreementTerminated, { atomic: true })
  terminated({ agreementId }: AgreementEventPayload): Promise<void> {
    return this.invitations.withdraw(agreementId, 'AGREEMENT_TERMINATED');
  }

  @OnEvent(agreementSuspended, { atomic: true })
  suspended({ agreementId }: AgreementEventPayload): Promise<void> {
    return this.invitations.withdraw(agreementId, 'AGREEMENT_SUSPENDED');
  }

  @OnEvent(agreementSuperseded, { atomic: true })
  superseded({ agreementId }: AgreementEventPayload): Promise<void> {
    return this.invitations.withdraw(agreementId, 'AGREEMENT_SUPERSEDED');
  }
}
