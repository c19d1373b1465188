import { Injectable } from '@nestjs/common';
import { HandlesTask } from '../../../core/tasks/index.js';
import { AgreementSealer } from './agreement-sealer.service.js';
import { EventHeadPublisher } from './event-head-publisher.service.js';
import { publishEventHead, sealAgreement, sealUnsealedAgreements } from './evidence.tasks.js';
import { SealWatch } from './seal-watch.service.js';

@Injectable()
export class EvidenceProcessor {
  constructor(
    private readonly heads: EventHeadPublisher,
    private readonly sealer: AgreementSealer,
    private readonly watch: SealWatch,
  ) {}

  @HandlesTask(sealAgreement)
  async seal({ agreementId }: { readonly agreementId: string }): Promise<void> {
    await this.sealer.seal(agreementId);
  }

  @HandlesTask(sealUnsealedAgreements)
  async sealUnsealed(): Promise<void> {
    await this.watch.sweep();
  }

  @HandlesTask(publishEventHead)
  async publishHead(): Promise<void> {
    await this.heads.publish();
  }
}
