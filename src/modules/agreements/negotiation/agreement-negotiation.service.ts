import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import { AgreementTexts } from '../agreement/agreement-texts.service.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import { agreementAmended, agreementShared } from '../agreement/agreement.events.js';
import {
  agreementIdSchema,
  editSchema,
  type AgreementIdInput,
  type EditAgreementInput,
} from '../agreement/agreement.inputs.js';
import { agreementMachine } from '../agreement/agreement.machine.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import { contentHash } from '../agreement/agreement.rules.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import { kindOf } from '../agreement-kinds.js';
import { SignatoryRepository } from '../signing/signatory.repository.js';

/** The text until it is signed: each saved change is a new version with its author. */
@Injectable()
export class AgreementNegotiationService {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly signatories: SignatoryRepository,
    private readonly steps: AgreementSteps,
    private readonly texts: AgreementTexts,
    private readonly events: AgreementEvents,
    private readonly clock: Clock,
  ) {}

  /** Shows the draft to the other parties, who may change it as well from here on. */
  async share(actor: Actor, input: AgreementIdInput): Promise<string> {
    const { agreementId } = parseInput(agreementIdSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    await this.steps.take(actor, agreement, 'share', roleOf(party, agreement), {
      sharedAt: this.clock.now(),
    });
    await this.steps.tell(agreementShared, agreement, { byOrganisationId: party });
    return agreementId;
  }

  /**
   * A new version of the text: by the drafter while it is his draft, by any party afterwards. What was signed of the
   * text before becomes void, which whoever changes it must have agreed to.
   */
  async edit(actor: Actor, input: EditAgreementInput): Promise<string> {
    const given = parseInput(editSchema, input);
    const { agreement, party } = await this.steps.require(
      actor,
      given.agreementId,
      AGREEMENT_DRAFT,
    );
    const role = roleOf(party, agreement);
    const isDraft = agreement.state === 'DRAFT';
    agreementMachine.next(agreement.state, isDraft ? 'edit' : 'amend', role);
    const signedCount = (await this.signatories.listOf(agreement.id)).filter(
      ({ state }) => state === 'SIGNED',
    ).length;
    if (signedCount > 0 && given.resetsSignatures !== true) {
      throw agreementErrors.SIGNATURES_WOULD_RESET({
        field: ['resetsSignatures'],
        params: { count: signedCount },
      });
    }
    const documentHash = await this.addVersion(actor, agreement, party, given);
    const versionNumber = agreement.versionNumber + 1;
    if (isDraft) {
      const detail = { versionNumber };
      await this.events.append(agreement.id, { kind: 'EDITED', documentHash, detail });
      return agreement.id;
    }
    await this.steps.take(
      actor,
      agreement,
      'amend',
      role,
      { contentHash: null },
      { reason: given.note ?? null, detail: { versionNumber, textHash: documentHash } },
    );
    const voidedSignatureCount = await this.signatories.reset(agreement.id);
    await this.steps.noteVoided(agreement.id, voidedSignatureCount);
    await this.steps.tell(agreementAmended, agreement, {
      byOrganisationId: party,
      versionNumber,
      voidedSignatureCount,
    });
    return agreement.id;
  }

  private async addVersion(
    actor: Actor,
    agreement: Agreement,
    party: string,
    { version, content, note }: ReturnType<typeof editSchema.parse>,
  ): Promise<string> {
    const { id, agreementNumber, kindCode, parties } = agreement;
    const kind = kindOf(kindCode);
    const text = await this.texts.write(actor, kind, { id, isNew: false, parties }, content);
    const origin = {
      contentHash: contentHash({ ...text, agreementNumber, kind: kindCode, parties }),
      madeBy: actor.accountId,
      madeFor: parties.find(({ organisationId }) => organisationId === party)?.position ?? null,
      note: note ?? null,
    };
    if (!(await this.agreements.addVersion(agreement, version, text, origin))) {
      throw requestErrors.STALE({ field: ['version'] });
    }
    return origin.contentHash;
  }
}

function roleOf(party: string, { drafterId }: Agreement): 'DRAFTER' | 'PARTY' {
  return party === drafterId ? 'DRAFTER' : 'PARTY';
}
