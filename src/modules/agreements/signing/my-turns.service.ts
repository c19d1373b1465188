import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { agreementMachine } from '../agreement/agreement.machine.js';
import { AGREEMENT_DRAFT, AGREEMENT_SIGN } from '../agreement/agreement.permissions.js';
import { partiesWith } from '../agreement/agreement.policy.js';
import type { AgreementSignatory } from './signatory.model.js';
import { ActiveDelegationLoader, AgreementSignatoryLoader } from './signatory.loader.js';
import { isOpenTurn } from './signatory.rules.js';

/** The turns that are somebody’s to take now, as he is shown them; taking one asks the authority again. */
@Injectable()
export class MyTurns {
  constructor(
    private readonly signatories: AgreementSignatoryLoader,
    private readonly delegations: ActiveDelegationLoader,
  ) {}

  async of(actor: Actor, agreement: Agreement): Promise<AgreementSignatory[]> {
    const me = actor.accountId;
    // Nobody has a turn but while a text is reviewed or signed.
    if (me === null || !agreementMachine.can(agreement.state, 'return', 'PARTY')) return [];
    const signing = partiesWith(actor, AGREEMENT_SIGN, agreement);
    const drafting = partiesWith(actor, AGREEMENT_DRAFT, agreement);
    const delegated = (await this.delegations.load(agreement.id))
      .filter(({ delegateId }) => delegateId === me)
      .map(({ signatoryId }) => signatoryId);
    return (await this.signatories.load(agreement.id)).filter((turn) => {
      if (!isOpenTurn(turn)) return false;
      if (delegated.includes(turn.id)) return true;
      const party = agreement.parties.find(({ position }) => position === turn.partyPosition);
      if (turn.accountId !== null && turn.accountId !== me) return false;
      if (party?.organisationId == null) return turn.accountId === me;
      const own = turn.role === 'REVIEWER' ? drafting : signing;
      return own.includes(party.organisationId);
    });
  }
}
