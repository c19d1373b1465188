import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestContext } from '../../../core/context/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { DomainError } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { RenewalTexts } from './renewal-texts.service.js';
import { renewalSchema, type RenewAgreementsInput } from './renewal.inputs.js';
import type { AgreementRenewalItem, RenewedAgreement } from './renewal.model.js';
import { SuccessorDrafts, type SuccessorText } from './successor-drafts.service.js';

interface Refused {
  readonly agreementId: string;
  readonly refusal: string;
  readonly refusalMessage: string;
}

/** Goes on with an agreement: a new draft between the same parties that says the same of the term after it. */
@Injectable()
export class RenewalService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly steps: AgreementSteps,
    private readonly texts: RenewalTexts,
    private readonly drafts: SuccessorDrafts,
  ) {}

  /** What `renew` would do now; writes nothing. */
  async preview(actor: Actor, agreementIds: readonly string[]): Promise<AgreementRenewalItem[]> {
    const given = parseInput(renewalSchema, { agreementIds });
    return this.each(given.agreementIds, async (agreementId) => {
      const { successor } = await this.prepare(actor, agreementId);
      const { title, startsOn, endsOn, obligations = [] } = successor.text;
      const obligationCount = obligations.length;
      return { agreementId, refusal: null, title, startsOn, endsOn, obligationCount };
    }).then((items) =>
      items.map((item) => ({
        title: null,
        startsOn: null,
        endsOn: null,
        obligationCount: null,
        refusalMessage: null,
        ...item,
      })),
    );
  }

  /** Each on its own: one that is refused does not hold the others up. */
  async renew(actor: Actor, input: RenewAgreementsInput): Promise<RenewedAgreement[]> {
    const { agreementIds } = parseInput(renewalSchema, input);
    const items = await this.each(agreementIds, async (agreementId) => ({
      agreementId,
      renewalId: await this.renewOne(actor, agreementId),
      refusal: null,
    }));
    return items.map((item) => ({ renewalId: null, refusalMessage: null, ...item }));
  }

  private async renewOne(actor: Actor, agreementId: string): Promise<string> {
    const { agreement, party, successor } = await this.prepare(actor, agreementId);
    const renewalId = await this.drafts.insert(actor, agreement, party, successor, {
      renewedFromId: agreementId,
    });
    await this.steps.note(actor, agreement, { kind: 'RENEWED', detail: { renewalId } });
    return renewalId;
  }

  private async prepare(
    actor: Actor,
    agreementId: string,
  ): Promise<{ agreement: Agreement; party: string; successor: SuccessorText }> {
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    return { agreement, party, successor: await this.texts.of(agreement, party) };
  }

  private async each<Item extends { readonly agreementId: string }>(
    agreementIds: readonly string[],
    act: (agreementId: string) => Promise<Item>,
  ): Promise<(Item | Refused)[]> {
    const { locale } = requestContext();
    const items = [];
    for (const agreementId of [...new Set(agreementIds)].sort()) {
      try {
        items.push(await this.uow.attempt(() => act(agreementId)));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        items.push({ agreementId, refusal: error.code, refusalMessage: error.text(locale) });
      }
    }
    return items;
  }
}
