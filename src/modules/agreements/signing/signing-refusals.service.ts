import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { DomainError } from '../../../core/errors/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import { actingAccount } from '../../organisations/index.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import { PaperCopyRepository } from './paper-copy.repository.js';
import { SignatoryRepository } from './signatory.repository.js';
import { SigningLinkService } from './signing-link.service.js';
import { SigningSessionRepository } from './signing-session.repository.js';

/** Refusals that a later dispute may ask about. */
const NOTED = new Set([
  'AGREEMENT_LINK_INVALID',
  'AGREEMENT_LINK_EXPIRED',
  'AGREEMENT_LINK_REVOKED',
  'AGREEMENT_LINK_USED',
  'AGREEMENT_SIGNATORY_LEFT',
  'AGREEMENT_NOT_YOUR_TURN',
  'AGREEMENT_TURN_EXPIRED',
  'AGREEMENT_TEXT_CHANGED',
  'AGREEMENT_CODE_WRONG',
  'AGREEMENT_SIGNING_SESSION_OVER',
  'AGREEMENT_GUARDIAN_NEEDED',
  'AGREEMENT_NOT_INDEPENDENT',
  'AGREEMENT_PARTY_UNAVAILABLE',
  'AGREEMENT_DELEGATION_OVER',
  'AGREEMENT_REVIEWED_BY_SAME',
  'AGREEMENT_PAPER_OWN_CHECK',
  'AGREEMENT_ANNEX_TOO_LONG',
  'FILE_NOT_UPLOADED',
  'FILE_WRONG_PURPOSE',
  'FILE_ALREADY_ATTACHED',
  'REQUEST_NOT_FOUND',
]);

/** Of one person, in an hour: enough to see a pattern, too few to swell a chain. */
const NOTES = { points: 20, perSeconds: 3_600 };

/** What the attempt was about, as whoever made it named it; the first of them counts. */
export interface Attempt {
  readonly linkToken?: string | null;
  readonly signingSessionId?: string | null;
  readonly signatoryId?: string | null;
  readonly paperCopyId?: string | null;
  readonly agreementId?: string | null;
}

interface Place {
  readonly agreementId: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** Tells the chain of events of attempts that were refused: what was refused leaves no other trace. */
@Injectable()
export class SigningRefusals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly events: AgreementEvents,
    private readonly links: SigningLinkService,
    private readonly sessions: SigningSessionRepository,
    private readonly signatories: SignatoryRepository,
    private readonly papers: PaperCopyRepository,
    private readonly agreements: AgreementReader,
    private readonly limiter: RateLimiter,
  ) {}

  /** Runs the attempt; the refusal goes on to whoever asked, in any case. */
  async watch<T>(actor: Actor, attempt: Attempt, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof DomainError && NOTED.has(error.code)) {
        await this.note(actor, attempt, error.code);
      }
      throw error;
    }
  }

  private async note(actor: Actor, attempt: Attempt, code: string): Promise<void> {
    const place = await this.placeOf(actor, attempt);
    if (place === null || !(await this.isWithin(actor))) return;
    const { agreementId, detail } = place;
    await this.uow.run(() =>
      this.events.append(agreementId, { kind: 'REFUSED', detail: { code, ...detail } }),
    );
  }

  private async isWithin(actor: Actor): Promise<boolean> {
    try {
      await this.limiter.consume('agreements.signingRefused', actingAccount(actor), NOTES);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'REQUEST_RATE_LIMITED') return false;
      throw error;
    }
  }

  /** Only where the attempt really leads: nobody writes into the chain of an agreement that he merely names. */
  private async placeOf(
    actor: Actor,
    { linkToken, signingSessionId, signatoryId, paperCopyId, agreementId }: Attempt,
  ): Promise<Place | null> {
    if (linkToken) {
      const link = await this.links.behind(linkToken);
      return link && placeOfTurn(link, { linkId: link.id });
    }
    if (signingSessionId) {
      const agreementId = isUuid(signingSessionId)
        ? await this.sessions.agreementOf(signingSessionId)
        : null;
      return agreementId === null ? null : { agreementId, detail: { signingSessionId } };
    }
    if (agreementId) {
      const isSeen = (await this.agreements.find(actor, agreementId)) !== null;
      return isSeen ? { agreementId, detail: {} } : null;
    }
    const paper = paperCopyId && isUuid(paperCopyId) ? await this.papers.find(paperCopyId) : null;
    const turnId = signatoryId ?? paper?.signatoryId;
    const signatory = turnId ? await this.signatories.find(turnId) : null;
    const isSeen = signatory && (await this.agreements.find(actor, signatory.agreementId)) !== null;
    return isSeen ? placeOfTurn({ ...signatory, signatoryId: signatory.id }) : null;
  }
}

function placeOfTurn(
  { agreementId, signatoryId }: { readonly agreementId: string; readonly signatoryId: string },
  more: Readonly<Record<string, string>> = {},
): Place {
  return { agreementId, detail: { signatoryId, ...more } };
}
