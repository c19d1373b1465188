import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../core/auth/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { AccountReader } from '../../identity/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import { AffectedAgreementsReader } from './affected-agreements.reader.js';
import type { AgreementSignatory } from './signatory.model.js';
import { SignatoryRepository } from './signatory.repository.js';
import { TurnTeller } from './turn-teller.service.js';

/**
 * Tells of those who are named for a turn and have left the organisation, or closed their account. The turn stays theirs
 * until the organisation names another: nobody takes it unawares, and the one who left is refused by name.
 */
@Injectable()
export class DepartedSignatories {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly affected: AffectedAgreementsReader,
    private readonly agreements: AgreementRepository,
    private readonly signatories: SignatoryRepository,
    private readonly organisations: OrganisationReader,
    private readonly accounts: AccountReader,
    private readonly steps: AgreementSteps,
    private readonly turns: TurnTeller,
  ) {}

  /** Answers of how many turns it told. */
  async tend(accountId: string, signal: AbortSignal): Promise<number> {
    let count = 0;
    for (const { id, agreementId } of await this.affected.listNamedTurns(accountId)) {
      signal.throwIfAborted();
      if (await this.uow.run(() => this.tendOne(agreementId, id, accountId))) count += 1;
    }
    return count;
  }

  private async tendOne(
    agreementId: string,
    signatoryId: string,
    accountId: string,
  ): Promise<boolean> {
    const agreement = await this.agreements.lock(agreementId);
    const turn = await this.signatories.find(signatoryId);
    if (!agreement || turn?.accountId !== accountId) return false;
    if (!(await this.hasLeft(agreement, turn, accountId))) return false;
    if (await this.affected.hasToldLeaving(agreementId, signatoryId, accountId)) return false;
    await this.steps.note(SYSTEM, agreement, {
      kind: 'SIGNATORY_LEFT',
      partyPosition: turn.partyPosition,
      detail: { signatoryId, accountId },
    });
    await this.turns.tellLeft(agreement, turn);
    return true;
  }

  private async hasLeft(
    { parties }: Agreement,
    { partyPosition }: AgreementSignatory,
    accountId: string,
  ): Promise<boolean> {
    const party = parties.find(({ position }) => position === partyPosition);
    // A person who is a party himself is told of as a party.
    if (party?.accountId === accountId) return false;
    if (party?.organisationId != null)
      return !(await this.organisations.membersOf(party.organisationId)).includes(accountId);
    return (await this.accounts.findMany([accountId])).get(accountId)?.state !== 'ACTIVE';
  }
}
