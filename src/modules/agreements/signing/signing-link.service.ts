import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock, isUuid } from '../../../core/clock/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import { SignatoryRepository } from './signatory.repository.js';
import {
  issueLinkSchema,
  revokeLinkSchema,
  type IssueAgreementSigningLinkInput,
  type RevokeAgreementSigningLinkInput,
} from './signing.inputs.js';
import { linkStateAt } from './signing-link.model.js';
import { SigningLinkRepository, type StoredSigningLink } from './signing-link.repository.js';
import { isSecretOf, newSecret, readToken } from './signing-tokens.js';

const REFUSALS = {
  REVOKED: agreementErrors.LINK_REVOKED,
  EXPIRED: agreementErrors.LINK_EXPIRED,
  USED: agreementErrors.LINK_USED,
} as const;
const FIELD = ['linkToken'];

/** Links that lead somebody to his turn. They show where to sign; they give nobody the right to. */
@Injectable()
export class SigningLinkService {
  constructor(
    private readonly links: SigningLinkRepository,
    private readonly signatories: SignatoryRepository,
    private readonly steps: AgreementSteps,
    private readonly events: AgreementEvents,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** A new link, by any party that drafts. The address is shown once. */
  async issue(
    actor: Actor,
    input: IssueAgreementSigningLinkInput,
  ): Promise<{ id: string; url: string }> {
    const { agreementId, signatoryId, days } = parseInput(issueLinkSchema, input);
    await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    const signatory = await this.signatories.find(signatoryId);
    if (signatory?.agreementId !== agreementId || signatory.state === 'VOID') {
      throw requestErrors.NOT_FOUND({ field: ['signatoryId'] });
    }
    const id = this.links.newId();
    const { secret, hash: tokenHash } = newSecret();
    const createdBy = actingAccount(actor);
    await this.links.insert({
      id,
      agreementId,
      signatoryId,
      tokenHash,
      createdBy,
      days: days ?? 14,
    });
    const detail = { signatoryId, linkId: id };
    await this.events.append(agreementId, { kind: 'LINK_ISSUED', detail });
    return { id, url: new URL(`/sign/${id}.${secret}`, this.config.env.APP_ORIGIN).href };
  }

  async revoke(actor: Actor, input: RevokeAgreementSigningLinkInput): Promise<string> {
    const { linkId } = parseInput(revokeLinkSchema, input);
    const link = await this.links.find(linkId);
    if (!link) throw requestErrors.NOT_FOUND({ field: ['linkId'] });
    await this.steps.require(actor, link.agreementId, AGREEMENT_DRAFT).catch((error: unknown) => {
      throw requestErrors.NOT_FOUND({ field: ['linkId'], cause: error });
    });
    if (await this.links.revoke(linkId)) {
      const detail = { signatoryId: link.signatoryId, linkId };
      await this.events.append(link.agreementId, { kind: 'LINK_REVOKED', detail });
    }
    return linkId;
  }

  /** The link of a token; null for one that is forged or of nobody. */
  async find(token: string): Promise<StoredSigningLink | null> {
    const read = readToken(token);
    const link = read && isUuid(read.linkId) ? await this.links.find(read.linkId) : null;
    return read && link && isSecretOf(read.secret, link.tokenHash) ? link : null;
  }

  /** The link a token pretends to be, forged or not: for the chain of events. */
  async behind(token: string): Promise<StoredSigningLink | null> {
    const read = readToken(token);
    return read && isUuid(read.linkId) ? this.links.find(read.linkId) : null;
  }

  /** The link of a token that can be used now. */
  async require(token: string): Promise<StoredSigningLink> {
    const link = await this.find(token);
    if (!link) throw agreementErrors.LINK_INVALID({ field: FIELD });
    return this.usable(link);
  }

  /** Uses a link up, when it was not taken back since it was opened. */
  async use(linkId: string): Promise<void> {
    const link = await this.links.find(linkId);
    if (!link) throw agreementErrors.LINK_INVALID({ field: FIELD });
    await this.links.use(this.usable(link).id);
  }

  private usable(link: StoredSigningLink): StoredSigningLink {
    const state = linkStateAt(link, this.clock.now());
    if (state !== 'VALID') throw REFUSALS[state]({ field: FIELD });
    return link;
  }
}
