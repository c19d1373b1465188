import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { findKind, type AgreementKindRules } from '../agreement-kinds.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import { defaultSignatories } from '../signing/default-signatories.rules.js';
import { TemplateReader } from '../templates/template.reader.js';
import { AgreementParties, type NewParty } from './agreement-parties.service.js';
import { AgreementTexts } from './agreement-texts.service.js';
import { agreementErrors } from './agreement.errors.js';
import { createSchema, type CreateAgreementInput } from './agreement.inputs.js';
import { mayDraft } from './agreement.policy.js';
import { AgreementRepository } from './agreement.repository.js';
import { agreementNumber, contentHash } from './agreement.rules.js';

/** Drawing up agreements. */
@Injectable()
export class AgreementService {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly parties: AgreementParties,
    private readonly texts: AgreementTexts,
    private readonly templates: TemplateReader,
    private readonly events: AgreementEvents,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, input: CreateAgreementInput): Promise<string> {
    const given = parseInput(createSchema, input);
    const { organisationId } = given;
    if (!mayDraft(actor, organisationId)) {
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    }
    const kind = findKind(given.kind ?? 'SCHOOL_ENTERPRISE');
    if (!kind) throw agreementErrors.KIND_UNKNOWN({ field: ['kind'] });
    const parties = given.parties
      ? await this.parties.introduced(kind, given.parties)
      : await this.parties.pair(kind, organisationId, given.partnerId ?? '');
    const drafter = drafterAmong(kind, parties, organisationId);
    const id = this.agreements.newId();
    const text = await this.texts.write(actor, kind, { id, isNew: true, parties }, given.content);
    const number = agreementNumber(
      kind.prefix,
      this.clock.today(),
      await this.agreements.nextNumber(),
    );
    const hash = contentHash({ ...text, agreementNumber: number, kind: kind.code, parties });
    const template = await this.templateOf(actor, kind.code, given.template ?? null);
    const made = { madeBy: actor.accountId, madeFor: drafter, note: null };
    const origin = { contentHash: hash, ...made, template };
    await this.agreements.insert(
      {
        id,
        agreementNumber: number,
        kind: kind.code,
        drafterId: organisationId,
        parties,
        text,
        origin,
        signatories: defaultSignatories(kind, parties),
      },
      actor.accountId,
    );
    await this.events.append(id, { kind: 'DRAFTED', partyPosition: drafter, documentHash: hash });
    return id;
  }

  /** Where the text was drafted from: an own template of the kind, or one of the platform. */
  private async templateOf(
    actor: Actor,
    kind: string,
    given: { readonly templateId: string; readonly versionNumber: number } | null,
  ): Promise<{ id: string; version: number } | null> {
    if (given === null) return null;
    const { templateId, versionNumber } = given;
    const template = await this.templates.find(actor, templateId, versionNumber);
    if (template?.kindCode !== kind) {
      throw requestErrors.NOT_FOUND({ field: ['template', 'templateId'] });
    }
    return { id: template.id, version: template.versionNumber };
  }
}

/** Position of the drafter, which must be a party in a role that may draw agreements of the kind up. */
function drafterAmong(
  { drafters }: AgreementKindRules,
  parties: readonly NewParty[],
  organisationId: string,
): number {
  const index = parties.findIndex((party) => party.organisationId === organisationId);
  const role = parties[index]?.role ?? '';
  if (!drafters.includes(role)) throw agreementErrors.PARTY_NOT_ELIGIBLE({ field: ['parties'] });
  return index + 1;
}
