import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { defineFilePurpose, FileStore } from '../../../core/storage/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AccountReader } from '../../identity/index.js';
import { actingAccount } from '../../organisations/index.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import { DelegationRepository } from './delegation.repository.js';
import { IndependentPeople } from './independent-people.service.js';
import { SigningAuthority } from './signing-authority.service.js';
import {
  delegateSchema,
  revokeDelegationSchema,
  type DelegateAgreementTurnInput,
  type RevokeAgreementDelegationInput,
} from './signing.inputs.js';

export const AGREEMENT_POWER = defineFilePurpose('agreementPower', {
  types: ['pdf'],
  isAudited: true,
});

/** Signing by another person, with a power of attorney (授权委托书) from whose turn it is. */
@Injectable()
export class DelegationService {
  constructor(
    private readonly delegations: DelegationRepository,
    private readonly authority: SigningAuthority,
    private readonly accounts: AccountReader,
    private readonly people: IndependentPeople,
    private readonly files: FileStore,
    private readonly events: AgreementEvents,
    private readonly clock: Clock,
  ) {}

  async delegate(actor: Actor, input: DelegateAgreementTurnInput): Promise<string> {
    const { signatoryId, ...given } = parseInput(delegateSchema, input);
    const { agreement, signatory, delegationId } = await this.authority.require(actor, signatoryId);
    // A power is not handed on, and review is no signature.
    if (delegationId !== null || signatory.role === 'REVIEWER') {
      throw requestErrors.NOT_FOUND({ field: ['signatoryId'] });
    }
    const party = agreement.parties.find(({ position }) => position === signatory.partyPosition);
    // Work and training are agreed on in person (民法典 Art. 161; 职业学校学生实习管理规定 Art. 14).
    if (signatory.role === 'SIGNATORY' && party?.organisationId === null) {
      throw agreementErrors.SIGNED_IN_PERSON({ field: ['signatoryId'] });
    }
    if (signatory.state === 'SIGNED') {
      throw agreementErrors.ALREADY_SIGNED({ field: ['signatoryId'] });
    }
    const { validFrom, validUntil, delegateId, fileId } = given;
    if (validUntil < validFrom || validUntil < this.clock.today()) {
      throw agreementErrors.DELEGATION_DATES({ field: ['validUntil'] });
    }
    const me = actingAccount(actor);
    const delegate = await this.accounts.find(delegateId);
    if (delegate?.state !== 'ACTIVE' || delegateId === me) {
      throw requestErrors.NOT_FOUND({ field: ['delegateId'] });
    }
    await this.people.require(agreement, signatory.partyPosition, delegateId, ['delegateId']);
    const id = this.delegations.newId();
    const subject = { subjectType: 'agreement', subjectId: agreement.id };
    await this.files.attach(actor, fileId, { ...subject, purpose: AGREEMENT_POWER });
    const { id: agreementId } = agreement;
    await this.delegations.insert(id, { ...given, agreementId, signatoryId, madeBy: me });
    await this.events.append(agreementId, {
      kind: 'DELEGATED',
      partyPosition: signatory.partyPosition,
      documentHash: (await this.files.find(fileId))?.sha256 ?? null,
      detail: { signatoryId, delegationId: id },
    });
    return agreementId;
  }

  async revoke(actor: Actor, input: RevokeAgreementDelegationInput): Promise<string> {
    const { delegationId } = parseInput(revokeDelegationSchema, input);
    const found = await this.delegations.find(delegationId);
    if (!found) throw requestErrors.NOT_FOUND({ field: ['delegationId'] });
    const turn = await this.authority.require(actor, found.signatoryId).catch((error: unknown) => {
      throw requestErrors.NOT_FOUND({ field: ['delegationId'], cause: error });
    });
    if (turn.delegationId !== null) throw requestErrors.NOT_FOUND({ field: ['delegationId'] });
    if (await this.delegations.revoke(delegationId)) {
      const detail = { signatoryId: found.signatoryId, delegationId };
      await this.events.append(found.agreementId, { kind: 'DELEGATION_REVOKED', detail });
    }
    return found.agreementId;
  }
}
