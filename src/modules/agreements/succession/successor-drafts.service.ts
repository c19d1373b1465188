import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { kindOf } from '../agreement-kinds.js';
import type { Agreement } from '../agreement/agreement.model.js';
import type { NewParty } from '../agreement/agreement-parties.service.js';
import { AgreementRepository, type NewAgreement } from '../agreement/agreement.repository.js';
import { agreementNumber, contentHash } from '../agreement/agreement.rules.js';
import type { VersionText } from '../negotiation/agreement-version.repository.js';
import { SignatoryRepository, type NewSignatory } from '../signing/signatory.repository.js';

/** What a successor says, and between whom. */
export interface SuccessorText {
  readonly parties: NewParty[];
  readonly text: VersionText;
}

/** Drafts that go on with an agreement or replace it: the same parties and turns, a number of their own. */
@Injectable()
export class SuccessorDrafts {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly signatories: SignatoryRepository,
    private readonly clock: Clock,
  ) {}

  async insert(
    actor: Actor,
    agreement: Agreement,
    drafterId: string,
    { parties, text }: SuccessorText,
    succession: Pick<NewAgreement, 'renewedFromId' | 'amendsId' | 'countsFrom'>,
  ): Promise<string> {
    const kind = kindOf(agreement.kindCode);
    const number = agreementNumber(
      kind.prefix,
      this.clock.today(),
      await this.agreements.nextNumber(),
    );
    const hash = contentHash({ ...text, agreementNumber: number, kind: kind.code, parties });
    const madeFor = parties.findIndex(({ organisationId }) => organisationId === drafterId) + 1;
    return this.agreements.insert(
      {
        ...succession,
        agreementNumber: number,
        kind: kind.code,
        drafterId,
        parties,
        text,
        origin: { contentHash: hash, madeBy: actor.accountId, madeFor, note: null },
        signatories: await this.turnsOf(agreement),
      },
      actor.accountId,
    );
  }

  /** The same turns; for an organisation whoever may then speak for it. */
  private async turnsOf({ id, parties }: Agreement): Promise<NewSignatory[]> {
    const turns = (await this.signatories.listOf(id)).filter(({ state }) => state !== 'VOID');
    return turns.map(({ partyPosition, role, step, turnDays, accountId }) => {
      const isPerson = parties.some(
        (party) => party.position === partyPosition && party.accountId !== null,
      );
      return { partyPosition, role, step, turnDays, accountId: isPerson ? accountId : null };
    });
  }
}
