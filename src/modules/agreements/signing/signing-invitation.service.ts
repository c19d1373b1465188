import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import { kindOf } from '../agreement-kinds.js';
import { agreementMachine } from '../agreement/agreement.machine.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { termsOf } from '../agreement/agreement.rules.js';
import { AgreementAnnexReader } from '../negotiation/agreement-annex.reader.js';
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
  kindName: null,
  partyNames: [],
  startsOn: null,
  endsOn: null,
  clauses: [],
  annexes: [],
  terms: null,
  contentHash: null,
  partyName: null,
  agreementId: null,
  signatory: null,
};

/** What a link shows to whoever holds it, before anything is opened or signed. */
@Injectable()
export class SigningInvitationService {
  constructor(
    private readonly service: SigningLinkService,
    private readonly links: SigningLinkRepository,
    private readonly agreements: AgreementReader,
    private readonly versions: AgreementVersionReader,
    private readonly annexes: AgreementAnnexReader,
    private readonly signatories: SignatoryRepository,
    private readonly clock: Clock,
  ) {}

  async find(token: string): Promise<AgreementSigningInvitation | null> {
    const link = await this.service.find(token);
    if (!link) return null;
    const agreement = await this.agreements.get(link.agreementId);
    const signatory = await this.signatories.find(link.signatoryId);
    if (!agreement || !signatory) return null;
    const drafterName =
      agreement.parties.find(({ organisationId }) => organisationId === agreement.drafterId)
        ?.name ?? '';
    const ofLink = linkStateAt(link, this.clock.now());
    // What was taken back to be changed is the parties' own affair, and what was signed is shown to them alone.
    const isAsked = agreementMachine.can(agreement.state, 'return', 'PARTY');
    const isOpen = isAsked && !['APPROVED', 'SIGNED', 'VOID'].includes(signatory.state);
    const state = ofLink === 'VALID' && !isOpen ? 'CLOSED' : ofLink;
    if (state !== 'VALID') return { state, drafterName, ...NOTHING };
    const { id, title, agreementNumber, parties, startsOn, endsOn, contentHash } = agreement;
    const clauses = (await this.versions.currentClausesOf([id])).get(id) ?? [];
    return {
      state,
      drafterName,
      title,
      agreementNumber,
      kindName: kindOf(agreement.kindCode).name[requestContext().locale],
      partyNames: parties.map(({ name }) => name),
      startsOn,
      endsOn,
      clauses,
      annexes: (await this.annexes.currentOf([id])).get(id) ?? [],
      terms: termsOf(clauses),
      contentHash,
      partyName: parties.find(({ position }) => position === signatory.partyPosition)?.name ?? null,
      agreementId: id,
      signatory: { ...signatory, declineReason: null, isByLink: true },
    };
  }

  linkOf(id: string): Promise<AgreementSigningLink | null> {
    return this.links.find(id);
  }
}
