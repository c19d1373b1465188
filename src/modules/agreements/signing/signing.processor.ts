import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../../core/tasks/index.js';
import { SigningClock } from './signing-clock.service.js';
import { SigningCodeSender } from './signing-code-sender.service.js';
import type { PartySubject } from './affected-agreements.reader.js';
import { DepartedSignatories } from './departed-signatories.service.js';
import { PartyStanding } from './party-standing.service.js';
import {
  sendSigningCode,
  tendAgreementParty,
  tendAgreementTurns,
  tendDepartedSignatory,
} from './signing.tasks.js';

@Injectable()
export class SigningProcessor {
  constructor(
    private readonly codes: SigningCodeSender,
    private readonly clock: SigningClock,
    private readonly standing: PartyStanding,
    private readonly departed: DepartedSignatories,
  ) {}

  @HandlesTask(sendSigningCode)
  async send({ signingSessionId }: { signingSessionId: string }): Promise<void> {
    await this.codes.send(signingSessionId);
  }

  @HandlesTask(tendAgreementTurns)
  async tend(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.clock.run(signal);
  }

  @HandlesTask(tendAgreementParty)
  async tendParty(subject: PartySubject, { signal }: TaskRun): Promise<void> {
    await this.standing.tend(subject, signal);
  }

  @HandlesTask(tendDepartedSignatory)
  async tendDeparted({ accountId }: { accountId: string }, { signal }: TaskRun): Promise<void> {
    await this.departed.tend(accountId, signal);
  }
}
