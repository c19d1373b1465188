import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import { agreementIdSchema } from '../agreement/agreement.inputs.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { amendmentErrors } from './amendment.errors.js';
import type { DraftAgreementAmendmentInput } from './amendment.inputs.js';
import { amendmentTerm, isAmendable } from './amendment.rules.js';
import { SuccessorDrafts } from './successor-drafts.service.js';
import { SuccessorReader } from './successor.reader.js';
import { SuccessorTexts } from './successor-texts.service.js';

const FIELD = ['agreementId'];

/** Changes what all have signed: by another agreement between the same parties, which replaces it on its first day. */
@Injectable()
export class AmendmentService {
  constructor(
    private readonly steps: AgreementSteps,
    private readonly texts: SuccessorTexts,
    private readonly drafts: SuccessorDrafts,
    private readonly successors: SuccessorReader,
    private readonly clock: Clock,
  ) {}

  /** A draft that says the same for what is left of the term; what fell due before stays where it was promised. */
  async draft(actor: Actor, input: DraftAgreementAmendmentInput): Promise<string> {
    const { agreementId } = parseInput(agreementIdSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    const term = isAmendable(agreement.state) ? amendmentTerm(agreement, this.clock.today()) : null;
    if (!term) throw amendmentErrors.NOT_AMENDABLE({ field: FIELD });
    const { parties, text } = await this.texts.of(agreement, party, FIELD);
    const { isAmended } = await this.successors.of(agreementId);
    if (isAmended) throw amendmentErrors.EXISTS({ field: FIELD });
    const obligations = (text.obligations ?? []).filter(({ dueOn }) => dueOn >= term.startsOn);
    const amendmentId = await this.drafts.insert(
      actor,
      agreement,
      party,
      { parties, text: { ...text, ...term, obligations } },
      { amendsId: agreementId, countsFrom: agreement.countsFrom ?? agreement.startsOn },
    );
    await this.steps.note(actor, agreement, { kind: 'AMENDMENT_DRAFTED', detail: { amendmentId } });
    return amendmentId;
  }
}
