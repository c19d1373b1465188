import { Injectable } from '@nestjs/common';
import { isUuid } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { DomainError } from '../../../core/errors/index.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import { SignatoryRepository } from './signatory.repository.js';
import { SigningLinkService } from './signing-link.service.js';

/** Refusals that a later dispute may ask about. */
const NOTED = new Set([
  'AGREEMENT_LINK_INVALID',
  'AGREEMENT_LINK_EXPIRED',
  'AGREEMENT_LINK_REVOKED',
  'AGREEMENT_LINK_USED',
  'AGREEMENT_SIGNATORY_LEFT',
  'AGREEMENT_TURN_EXPIRED',
  'AGREEMENT_TEXT_CHANGED',
  'AGREEMENT_CODE_WRONG',
  'AGREEMENT_SIGNING_SESSION_OVER',
  'AGREEMENT_GUARDIAN_NEEDED',
]);

interface Attempt {
  readonly agreementId?: string | null;
  readonly signatoryId?: string | null;
  readonly linkToken?: string | null;
}

/** Tells the chain of events of attempts that were refused: what was refused leaves no other trace. */
@Injectable()
export class SigningRefusals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly events: AgreementEvents,
    private readonly links: SigningLinkService,
    private readonly signatories: SignatoryRepository,
  ) {}

  /** Runs the attempt; the refusal goes on to whoever asked, in any case. */
  async watch<T>(attempt: Attempt, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof DomainError && NOTED.has(error.code)) {
        await this.note(attempt, error.code);
      }
      throw error;
    }
  }

  private async note(attempt: Attempt, code: string): Promise<void> {
    const agreementId = await this.agreementOf(attempt);
    if (agreementId === null) return;
    await this.uow.run(() =>
      this.events.append(agreementId, { kind: 'REFUSED', detail: { code } }),
    );
  }

  private async agreementOf({
    agreementId,
    signatoryId,
    linkToken,
  }: Attempt): Promise<string | null> {
    if (linkToken) return this.links.agreementBehind(linkToken);
    if (signatoryId && isUuid(signatoryId))
      return (await this.signatories.find(signatoryId))?.agreementId ?? null;
    return agreementId && isUuid(agreementId) ? agreementId : null;
  }
}
