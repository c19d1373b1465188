import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { DomainError } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { kindOf } from '../agreement-kinds.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import { agreementNumber, contentHash } from '../agreement/agreement.rules.js';
import { SignatoryRepository, type NewSignatory } from '../signing/signatory.repository.js';
import { RenewalTexts, type Renewal } from './renewal-texts.service.js';
import { renewalSchema, type RenewAgreementsInput } from './renewal.inputs.js';
import type { AgreementRenewalItem, RenewedAgreement } from './renewal.model.js';

/** Goes on with an agreement: a new draft between the same parties that says the same of the term after it. */
@Injectable()
export class RenewalService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly steps: AgreementSteps,
    private readonly texts: RenewalTexts,
    private readonly agreements: AgreementRepository,
    private readonly signatories: SignatoryRepository,
    private readonly clock: Clock,
  ) {}

  /** What `renew` would do now; writes nothing. */
  async preview(actor: Actor, agreementIds: readonly string[]): Promise<AgreementRenewalItem[]> {
    const given = parseInput(renewalSchema, { agreementIds });
    return this.each(given.agreementIds, async (agreementId) => {
      const { text } = await this.prepare(actor, agreementId);
      const { title, startsOn, endsOn, obligations = [] } = text;
      const obligationCount = obligations.length;
      return { agreementId, refusal: null, title, startsOn, endsOn, obligationCount };
    }).then((items) =>
      items.map((item) => ({
        title: null,
        startsOn: null,
        endsOn: null,
        obligationCount: null,
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
    return items.map((item) => ({ renewalId: null, ...item }));
  }

  private async renewOne(actor: Actor, agreementId: string): Promise<string> {
    const { agreement, party, parties, text } = await this.prepare(actor, agreementId);
    const kind = kindOf(agreement.kindCode);
    const number = agreementNumber(
      kind.prefix,
      this.clock.today(),
      await this.agreements.nextNumber(),
    );
    const hash = contentHash({ ...text, agreementNumber: number, kind: kind.code, parties });
    const madeFor = parties.findIndex(({ organisationId }) => organisationId === party) + 1;
    const renewalId = await this.agreements.insert(
      {
        agreementNumber: number,
        kind: kind.code,
        drafterId: party,
        renewedFromId: agreementId,
        parties,
        text,
        origin: { contentHash: hash, madeBy: actor.accountId, madeFor, note: null },
        signatories: await this.turnsOf(agreement),
      },
      actor.accountId,
    );
    await this.steps.note(actor, agreement, { kind: 'RENEWED', detail: { renewalId } });
    return renewalId;
  }

  private async prepare(
    actor: Actor,
    agreementId: string,
  ): Promise<Renewal & { readonly agreement: Agreement; readonly party: string }> {
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    return { agreement, party, ...(await this.texts.of(agreement, party)) };
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

  private async each<Item extends { readonly agreementId: string }>(
    agreementIds: readonly string[],
    act: (agreementId: string) => Promise<Item>,
  ): Promise<(Item | { readonly agreementId: string; readonly refusal: string })[]> {
    const items = [];
    for (const agreementId of [...new Set(agreementIds)].sort()) {
      try {
        items.push(await this.uow.attempt(() => act(agreementId)));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        items.push({ agreementId, refusal: error.code });
      }
    }
    return items;
  }
}
