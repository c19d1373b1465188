import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import { AgreementStart } from '../agreement/agreement-start.service.js';
import { agreementSigned } from '../agreement/agreement.events.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import { InternshipGuard } from '../internship/internship-guard.service.js';
import { SignatoryRepository, type NewSignature } from './signatory.repository.js';
import { isWhollySigned } from './signatory.rules.js';
import { TurnTeller } from './turn-teller.service.js';

/** Writes a signature, given here or on paper, and what follows from it. The turn has been settled. */
@Injectable()
export class SignatureRecorder {
  constructor(
    private readonly signatories: SignatoryRepository,
    private readonly steps: AgreementSteps,
    private readonly starts: AgreementStart,
    private readonly turns: TurnTeller,
    private readonly events: AgreementEvents,
    private readonly internships: InternshipGuard,
    private readonly clock: Clock,
  ) {}

  async record(
    actor: Actor,
    agreement: Agreement,
    signature: Omit<NewSignature, 'versionNumber' | 'signingRound'>,
  ): Promise<void> {
    await this.internships.require(agreement);
    const { versionNumber, signingRound } = agreement;
    const signatureId = await this.signatories.sign({ ...signature, versionNumber, signingRound });
    const isLast = isWhollySigned(await this.signatories.listOf(agreement.id));
    const isFirst = agreement.state === 'AWAITING_SIGNATURES';
    const transition = isLast ? 'signLast' : isFirst ? 'signFirst' : 'signNext';
    const { id: signatoryId, partyPosition: party } = signature.signatory;
    const { paperCopyId = null, delegationId = null } = signature;
    // A paper was signed by a hand the platform did not see: whoever checked it last signed nothing.
    const author = paperCopyId === null ? actor : SYSTEM;
    await this.events.append(agreement.id, {
      kind: 'SIGNED',
      actor: author,
      partyPosition: party,
      documentHash: signature.contentHash,
      detail: {
        signatoryId,
        signatureId,
        method: paperCopyId === null ? 'ONLINE' : 'PAPER',
        ...(paperCopyId !== null && { paperCopyId }),
        ...(delegationId !== null && { delegationId }),
      },
    });
    const signed = await this.steps.take(author, agreement, transition, 'PARTY');
    const byOrganisationId = signature.organisationId;
    await this.steps.tell(agreementSigned, agreement, { byOrganisationId });
    if (!isLast) await this.turns.begin(agreement);
    else if (agreement.startsOn <= this.clock.today()) await this.starts.begin(actor, signed);
  }
}
