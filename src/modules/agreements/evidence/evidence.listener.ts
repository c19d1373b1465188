import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { agreementCompleted } from './evidence.events.js';
import { SealWatch } from './seal-watch.service.js';

@Injectable()
export class EvidenceListener {
  constructor(private readonly watch: SealWatch) {}

  @OnEvent(agreementCompleted)
  async completed({ agreementId }: { readonly agreementId: string }): Promise<void> {
    await this.watch.ask(agreementId);
  }
}
