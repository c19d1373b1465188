import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import { Clock } from '../../core/clock/index.js';
import { requestErrors } from '../../core/errors/index.js';
import { parseInput } from '../../core/validation/index.js';
import { OrganisationReader, type Organisation } from '../organisations/index.js';
import { AgreementSteps } from './agreement-steps.service.js';
import { agreementErrors } from './agreement.errors.js';
import { agreementCancelled, agreementProposed, agreementReturned } from './agreement.events.js';
import {
  agreementIdSchema,
  createSchema,
  editSchema,
  reasonSchema,
  type AgreementIdInput,
  type AgreementReasonInput,
  type CreateAgreementInput,
  type EditAgreementInput,
} from './agreement.inputs.js';
import { agreementMachine } from './agreement.machine.js';
import { AGREEMENT_DRAFT } from './agreement.permissions.js';
import { mayDraft } from './agreement.policy.js';
import { AgreementRepository } from './agreement.repository.js';
import { agreementNumber, checkTerm, contentHash } from './agreement.rules.js';

/** An agreement until it is signed: drawn up by one party, put before both, sent back or given up. */
@Injectable()
export class AgreementService {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly steps: AgreementSteps,
    private readonly organisations: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, input: CreateAgreementInput): Promise<string> {
    const { organisationId, partnerId, content } = parseInput(createSchema, input);
    if (!mayDraft(actor, organisationId)) {
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    }
    const parties = await this.partiesOf(organisationId, partnerId);
    checkTerm(content, this.clock.today(), ['content']);
    const number = await this.agreements.nextNumber();
    return this.agreements.insert(
      {
        ...content,
        ...parties,
        agreementNumber: agreementNumber(this.clock.today(), number),
        drafterId: organisationId,
      },
      actor.accountId,
    );
  }

  async edit(actor: Actor, input: EditAgreementInput): Promise<string> {
    const { agreementId, version, content } = parseInput(editSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    agreementMachine.next(agreement.state, 'edit', roleOf(party, agreement.drafterId));
    checkTerm(content, this.clock.today(), ['content']);
    if (!(await this.agreements.editDraft(agreementId, version, content))) {
      throw requestErrors.STALE({ field: ['version'] });
    }
    return agreementId;
  }

  /** Freezes the text: from here on its hash is what both sign. */
  async propose(actor: Actor, input: AgreementIdInput): Promise<string> {
    const { agreementId } = parseInput(agreementIdSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    await this.partiesOf(agreement.collegeId, agreement.enterpriseId);
    checkTerm(agreement, this.clock.today(), []);
    await this.steps.take(actor, agreement, 'propose', roleOf(party, agreement.drafterId), {
      contentHash: contentHash(agreement),
    });
    await this.steps.tell(agreementProposed, agreement, { byOrganisationId: party });
    return agreementId;
  }

  /** Back to the drafter to be changed; what was signed so far is void. */
  async return(actor: Actor, input: AgreementReasonInput): Promise<string> {
    const { agreementId, reason } = parseInput(reasonSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    await this.steps.take(actor, agreement, 'return', 'PARTY', {}, reason);
    await this.agreements.voidSignatures(agreementId);
    await this.steps.tell(agreementReturned, agreement, { byOrganisationId: party });
    return agreementId;
  }

  async cancel(actor: Actor, input: AgreementReasonInput): Promise<string> {
    const { agreementId, reason } = parseInput(reasonSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    const columns = { endedAt: this.clock.now(), endReason: reason };
    await this.steps.take(actor, agreement, 'cancel', 'PARTY', columns, reason);
    await this.steps.tell(agreementCancelled, agreement, { byOrganisationId: party });
    return agreementId;
  }

  private async partiesOf(
    oneId: string,
    otherId: string,
  ): Promise<{ collegeId: string; enterpriseId: string }> {
    const found = await this.organisations.findMany([oneId, otherId]);
    const eligible = (kind: Organisation['kind']): Organisation | undefined =>
      found.find((each) => each.kind === kind && each.standing === 'VERIFIED');
    const college = eligible('COLLEGE');
    const enterprise = eligible('ENTERPRISE');
    if (!college || !enterprise) throw agreementErrors.PARTY_NOT_ELIGIBLE({ field: ['partnerId'] });
    return { collegeId: college.id, enterpriseId: enterprise.id };
  }
}

const roleOf = (party: string, drafterId: string): 'DRAFTER' | 'PARTY' =>
  party === drafterId ? 'DRAFTER' : 'PARTY';
