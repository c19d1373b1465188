import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { termsOf } from '../agreement/agreement.rules.js';
import { AgreementVersionReader } from '../negotiation/agreement-version.reader.js';
import { SignatoryRepository } from './signatory.repository.js';
import {
  linkStateAt,
  type AgreementSigningInvitation,
  type AgreementSigningLink,
} from './signing-link.model.js';
import { SigningLinkRepository } from './signing-link.repository.js';
import { SigningLinkService } from './signing-link.service.js';

const NOTHING = {
  title: null,
  agreementNumber: null,
  terms: null,
  contentHash: null,
  partyName: null,
  signatory: null,
} as const;

/** What a link shows to whoever holds it, before anything is opened or signed. */
@Injectable()
export class SigningInvitationService {
  constructor(
    private readonly service: SigningLinkService,
    private readonly links: SigningLinkRepository,
    private readonly agreements: AgreementReader,
    private readonly versions: AgreementVersionReader,
    private readonly signatories: SignatoryRepository,
    private readonly clock: Clock,
  ) {}

  async find(token: string): Promise<AgreementSigningInvitation | null> {
    const link = await this.service.find(token);
    if (!link) return null;
    const state = linkStateAt(link, this.clock.now());
    const agreement = state === 'VALID' ? await this.agreements.get(link.agreementId) : null;
    if (!agreement) return { state, ...NOTHING };
    const signatory = await this.signatories.find(link.signatoryId);
    const clauses = (await this.versions.currentClausesOf([agreement.id])).get(agreement.id) ?? [];
    const party = agreement.parties.find(({ position }) => position === signatory?.partyPosition);
    return {
      state,
      title: agreement.title,
      agreementNumber: agreement.agreementNumber,
      terms: termsOf(clauses),
      contentHash: agreement.contentHash,
      partyName: party?.name ?? null,
      signatory,
    };
  }

  linkOf(id: string): Promise<AgreementSigningLink | null> {
    return this.links.find(id);
  }
}
