import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { accountClosed, accountDisabled, accountEnabled } from '../../identity/index.js';
import { memberRemoved, standingChanged } from '../../organisations/index.js';
import { tendAgreementParty, tendDepartedSignatory } from './signing.tasks.js';

/** Parties and signatories that are suspended, restored, or leave. */
@Injectable()
export class PartyListener {
  constructor(private readonly tasks: TaskQueue) {}

  @OnEvent(standingChanged)
  async standing({ organisationId }: { organisationId: string }): Promise<void> {
    await this.tasks.enqueue(
      tendAgreementParty,
      { organisationId },
      { deduplicationId: `agreement-party-${organisationId}` },
    );
  }

  @OnEvent(accountClosed)
  @OnEvent(accountDisabled)
  @OnEvent(accountEnabled)
  async account({ accountId }: { accountId: string }): Promise<void> {
    await this.tasks.enqueue(
      tendAgreementParty,
      { accountId },
      { deduplicationId: `agreement-party-${accountId}` },
    );
    await this.departed({ accountId });
  }

  @OnEvent(memberRemoved)
  async departed({ accountId }: { accountId: string }): Promise<void> {
    await this.tasks.enqueue(
      tendDepartedSignatory,
      { accountId },
      { deduplicationId: `agreement-departed-${accountId}` },
    );
  }
}
