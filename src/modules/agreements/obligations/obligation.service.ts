import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { partiesWith } from '../agreement/agreement.policy.js';
import { obligationErrors } from './obligation.errors.js';
import { obligationEvidenceDisputed, obligationEvidenceEntered } from './obligation.events.js';
import {
  disputeSchema,
  enterSchema,
  entrySchema,
  type DisputeObligationEvidenceInput,
  type EnterObligationEvidenceInput,
  type WithdrawObligationEvidenceInput,
} from './obligation.inputs.js';
import { isBinding } from './obligation.policy.js';
import { ObligationReader } from './obligation.reader.js';
import { ObligationRepository } from './obligation.repository.js';

/** What parties enter towards obligations the platform has no records of, and what the others dispute. */
@Injectable()
export class ObligationService {
  constructor(
    private readonly steps: AgreementSteps,
    private readonly obligations: ObligationReader,
    private readonly repository: ObligationRepository,
    private readonly clock: Clock,
  ) {}

  async enter(actor: Actor, input: EnterObligationEvidenceInput): Promise<string> {
    const { agreementId, obligationKey, quantity, happenedOn, note } = parseInput(
      enterSchema,
      input,
    );
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    const obligation = (await this.obligations.currentOf(agreementId)).find(
      ({ key }) => key === obligationKey,
    );
    if (!obligation) throw requestErrors.NOT_FOUND({ field: ['obligationKey'] });
    if (obligation.proof === 'RECORDS') {
      throw obligationErrors.PROVED_BY_RECORDS({ field: ['obligationKey'] });
    }
    if (!isBinding(agreement)) {
      throw obligationErrors.NOT_BINDING({ field: ['agreementId'] });
    }
    this.checkDay(agreement, happenedOn);
    await this.repository.enter({
      agreementId,
      obligationKey,
      quantity,
      happenedOn,
      note,
      partyPosition: positionOf(agreement, party),
      enteredBy: actingAccount(actor),
    });
    const told = { obligationKey, byOrganisationId: party };
    await this.steps.tell(obligationEvidenceEntered, agreement, told);
    return agreementId;
  }

  async withdraw(actor: Actor, input: WithdrawObligationEvidenceInput): Promise<string> {
    const { agreementId, entryId } = parseInput(entrySchema, input);
    const { agreement } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    const entry = await this.entryOf(agreementId, entryId);
    const own = partiesWith(actor, AGREEMENT_DRAFT, agreement);
    if (!own.some((id) => positionOf(agreement, id) === entry.partyPosition)) {
      throw requestErrors.NOT_FOUND({ field: ['entryId'] });
    }
    if (!(await this.repository.withdraw(entryId))) {
      throw obligationErrors.ENTRY_SETTLED({ field: ['entryId'] });
    }
    return agreementId;
  }

  /** It counts no longer; whoever entered it may settle the matter and enter what both agree on. */
  async dispute(actor: Actor, input: DisputeObligationEvidenceInput): Promise<string> {
    const { agreementId, entryId, reason } = parseInput(disputeSchema, input);
    const { agreement } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    const entry = await this.entryOf(agreementId, entryId);
    const party = partiesWith(actor, AGREEMENT_DRAFT, agreement).find(
      (id) => positionOf(agreement, id) !== entry.partyPosition,
    );
    if (party === undefined) throw obligationErrors.ENTRY_IS_YOURS({ field: ['entryId'] });
    const isDisputed = await this.repository.dispute(entryId, {
      disputedBy: actingAccount(actor),
      disputingPosition: positionOf(agreement, party),
      disputeReason: reason,
    });
    if (!isDisputed) throw obligationErrors.ENTRY_SETTLED({ field: ['entryId'] });
    const told = { obligationKey: entry.obligationKey, byOrganisationId: party };
    await this.steps.tell(obligationEvidenceDisputed, agreement, told);
    return agreementId;
  }

  private async entryOf(agreementId: string, entryId: string) {
    const entry = await this.repository.findEntry(agreementId, entryId);
    if (!entry) throw requestErrors.NOT_FOUND({ field: ['entryId'] });
    return entry;
  }

  private checkDay({ startsOn, endsOn }: Agreement, happenedOn: string): void {
    const today = this.clock.today();
    const until = endsOn < today ? endsOn : today;
    if (happenedOn < startsOn || happenedOn > until) {
      throw obligationErrors.HAPPENED_OUTSIDE_TERM({
        field: ['happenedOn'],
        params: { startsOn, endsOn },
      });
    }
  }
}

function positionOf({ parties }: Agreement, organisationId: string): number {
  return parties.find((party) => party.organisationId === organisationId)?.position ?? 0;
}
