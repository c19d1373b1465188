import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { LiveSignals } from '../../../core/live/index.js';
import {
  agreementAmended,
  agreementCancelled,
  agreementReturned,
  agreementSigned,
  type AgreementEventPayload,
} from '../agreement/agreement.events.js';
import { agreementTurnDeclined } from '../signing/signing.events.js';
import { CeremonyBoardReader } from './ceremony-board.reader.js';

/** Wakes the screens on whose stage an agreement stands when something happened to it. */
@Injectable()
export class CeremonyListener {
  constructor(
    private readonly board: CeremonyBoardReader,
    private readonly live: LiveSignals,
  ) {}

  @OnEvent(agreementSigned)
  signed(payload: AgreementEventPayload): Promise<void> {
    return this.wake(payload);
  }

  @OnEvent(agreementAmended)
  amended(payload: AgreementEventPayload): Promise<void> {
    return this.wake(payload);
  }

  @OnEvent(agreementReturned)
  returned(payload: AgreementEventPayload): Promise<void> {
    return this.wake(payload);
  }

  @OnEvent(agreementCancelled)
  cancelled(payload: AgreementEventPayload): Promise<void> {
    return this.wake(payload);
  }

  @OnEvent(agreementTurnDeclined)
  declined(payload: { readonly agreementId: string }): Promise<void> {
    return this.wake(payload);
  }

  private async wake({ agreementId }: { readonly agreementId: string }): Promise<void> {
    await this.live.tell(await this.board.openWith(agreementId));
  }
}
