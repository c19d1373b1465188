import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import { SignatoryRepository } from './signatory.repository.js';
import { isOpenTurn } from './signatory.rules.js';
import { agreementTurnExpired, agreementTurnReminded } from './signing.events.js';
import { TurnTeller } from './turn-teller.service.js';

const BATCH = 100;

/** What time does to turns: it reminds of them and ends them, each by itself. */
@Injectable()
export class SigningClock {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly agreements: AgreementRepository,
    private readonly signatories: SignatoryRepository,
    private readonly turns: TurnTeller,
    private readonly events: AgreementEvents,
    private readonly clock: Clock,
  ) {}

  /** Answers how many turns it reminded of or ended. */
  async run(signal: AbortSignal): Promise<number> {
    let count = 0;
    for (;;) {
      const due = await this.signatories.listTurnsToTend(this.clock.now(), BATCH);
      for (const { id, agreementId } of due) {
        signal.throwIfAborted();
        if (await this.uow.run(() => this.tend(agreementId, id))) count += 1;
      }
      if (due.length < BATCH) return count;
    }
  }

  private async tend(agreementId: string, signatoryId: string): Promise<boolean> {
    const agreement = await this.agreements.lock(agreementId);
    const turn = await this.signatories.find(signatoryId);
    if (!agreement || !turn || !isOpenTurn(turn) || turn.expiresAt === null) return false;
    const now = this.clock.now();
    const isOver = turn.expiresAt <= now;
    if (isOver) {
      await this.signatories.settle(turn.id, ['READY', 'OPENED'], 'EXPIRED');
      await this.turns.tellDrafter(agreementTurnExpired, agreement, turn);
    } else {
      const reminderCount = turn.reminderCount + 1;
      await this.signatories.change(turn.id, { remindedAt: now, reminderCount });
      await this.turns.tellTaker(agreementTurnReminded, agreement, turn);
    }
    await this.events.append(agreement.id, {
      kind: isOver ? 'TURN_EXPIRED' : 'REMINDED',
      partyPosition: turn.partyPosition,
      documentHash: agreement.contentHash,
      detail: { signatoryId },
    });
    return true;
  }
}
