import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import { agreementMachine } from '../agreement/agreement.machine.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_DRAFT, AGREEMENT_SIGN } from '../agreement/agreement.permissions.js';
import { partiesWith } from '../agreement/agreement.policy.js';
import { kindOf } from '../agreement-kinds.js';
import { IndependentPeople } from './independent-people.service.js';
import { isOpenTurn } from './signatory.rules.js';
import { agreementTurnBegan } from './signing.events.js';
import { TurnTeller } from './turn-teller.service.js';
import { SignatoryRepository, type NewSignatory } from './signatory.repository.js';
import {
  arrangeSchema,
  reassignSchema,
  type ArrangeAgreementSignatoriesInput,
  type GivenSignatory,
  type ReassignAgreementTurnInput,
} from './signing.inputs.js';

/** Who reviews and signs, and in which order. */
@Injectable()
export class SigningArrangementService {
  constructor(
    private readonly signatories: SignatoryRepository,
    private readonly steps: AgreementSteps,
    private readonly organisations: OrganisationReader,
    private readonly people: IndependentPeople,
    private readonly turns: TurnTeller,
  ) {}

  /** Puts others in the place of all there were; by the drafter, before the text is put forward. */
  async arrange(actor: Actor, input: ArrangeAgreementSignatoriesInput): Promise<string> {
    const { agreementId, signatories } = parseInput(arrangeSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    const role = party === agreement.drafterId ? 'DRAFTER' : 'PARTY';
    agreementMachine.next(agreement.state, 'propose', role);
    const turns = signatories.map((given) => this.turnOf(agreement, given));
    const isComplete = agreement.parties.every(({ position }) =>
      turns.some((turn) => turn.partyPosition === position && turn.role === 'SIGNATORY'),
    );
    if (!isComplete) throw incomplete();
    for (const turn of turns) await this.requireMember(agreement, turn);
    await this.signatories.voidAll(agreementId);
    await this.signatories.insert(agreementId, turns);
    const detail = { count: turns.length };
    await this.steps.note(actor, agreement, { kind: 'ARRANGED', detail });
    return agreementId;
  }

  /** Names another member for a turn that is not taken yet; by whoever may sign for the organisation. */
  async reassign(actor: Actor, input: ReassignAgreementTurnInput): Promise<string> {
    const { signatoryId, accountId = null } = parseInput(reassignSchema, input);
    const found = await this.signatories.find(signatoryId);
    if (!found) throw requestErrors.NOT_FOUND({ field: ['signatoryId'] });
    const agreement = await this.steps.lock(actor, found.agreementId).catch((error: unknown) => {
      throw requestErrors.NOT_FOUND({ field: ['signatoryId'], cause: error });
    });
    const signatory = await this.signatories.find(signatoryId);
    const party = agreement.parties.find(({ position }) => position === found.partyPosition);
    const own = partiesWith(actor, AGREEMENT_SIGN, agreement);
    if (!signatory || party?.organisationId == null || !own.includes(party.organisationId)) {
      throw requestErrors.NOT_FOUND({ field: ['signatoryId'] });
    }
    if (['SIGNED', 'APPROVED', 'VOID'].includes(signatory.state)) {
      throw agreementErrors.NOT_YOUR_TURN({ field: ['signatoryId'] });
    }
    await this.requireMember(agreement, { partyPosition: party.position, accountId });
    if (accountId === signatory.accountId) return agreement.id;
    const isOpened = signatory.state === 'OPENED';
    const state = isOpened ? 'READY' : signatory.state;
    await this.signatories.change(signatoryId, {
      accountId,
      ...(isOpened && { state, openedAt: null }),
    });
    await this.steps.note(actor, agreement, {
      kind: 'REASSIGNED',
      partyPosition: party.position,
      detail: { signatoryId, from: signatory.accountId, to: accountId },
    });
    if (isOpenTurn(signatory)) {
      await this.turns.tellTaker(agreementTurnBegan, agreement, { ...signatory, accountId });
    }
    return agreement.id;
  }

  private turnOf(agreement: Agreement, given: GivenSignatory): NewSignatory {
    const party = agreement.parties.find(({ position }) => position === given.partyPosition);
    // A guardian stands beside a person; a person reviews nothing.
    const fits =
      party?.organisationId == null ? given.role !== 'REVIEWER' : given.role !== 'GUARDIAN';
    if (!party || !fits) throw incomplete();
    const isOwnSignature = party.accountId !== null && given.role === 'SIGNATORY';
    return {
      partyPosition: given.partyPosition,
      role: given.role,
      step: given.step,
      accountId: isOwnSignature ? party.accountId : (given.accountId ?? null),
      turnDays: given.turnDays ?? kindOf(agreement.kindCode).turnDays,
    };
  }

  /** Whoever is named for an organisation is a member of it; a guardian is not the person he stands beside. */
  private async requireMember(
    agreement: Agreement,
    {
      partyPosition,
      accountId,
      role,
    }: Pick<NewSignatory, 'partyPosition' | 'accountId'> & { role?: string },
  ): Promise<void> {
    const party = agreement.parties.find(({ position }) => position === partyPosition);
    if (role === 'GUARDIAN' && accountId !== null && party) {
      if (accountId === party.accountId) throw incomplete();
      await this.people.require(agreement, party.position, accountId);
    }
    if (accountId === null || party?.organisationId == null) return;
    const members = await this.organisations.membersOf(party.organisationId);
    if (!members.includes(accountId)) {
      throw agreementErrors.SIGNATORY_NOT_MEMBER({ field: ['accountId'] });
    }
  }
}

function incomplete(): Error {
  return agreementErrors.SIGNATORIES_INCOMPLETE({ field: ['signatories'] });
}
