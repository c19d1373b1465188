import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../../core/tasks/index.js';
import { SigningClock } from './signing-clock.service.js';
import { SigningCodeSender } from './signing-code-sender.service.js';
import { sendSigningCode, tendAgreementTurns } from './signing.tasks.js';

@Injectable()
export class SigningProcessor {
  constructor(
    private readonly codes: SigningCodeSender,
    private readonly clock: SigningClock,
  ) {}

  @HandlesTask(sendSigningCode)
  async send({ signingSessionId }: { signingSessionId: string }): Promise<void> {
    await this.codes.send(signingSessionId);
  }

  @HandlesTask(tendAgreementTurns)
  async tend(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.clock.run(signal);
  }
}
