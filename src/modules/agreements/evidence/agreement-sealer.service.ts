import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { TerminalTaskError } from '../../../core/tasks/index.js';
import { contentHash, hashFormatOf } from '../agreement/agreement.rules.js';
import { AgreementDocuments } from './agreement-documents.service.js';
import { AgreementEventsRepository } from './agreement-events.repository.js';
import { firstBadEvent } from './evidence-chain.js';
import { EvidenceSigner } from './evidence-signer.port.js';
import { SealKeeper, type MadeSeal } from './seal-keeper.service.js';
import { SealSteps } from './seal-steps.js';
import { SignedAgreementReader, type PrintedAgreement } from './signed-agreement.reader.js';

/** Events may be added while the file is made; then it is made again. */
const TRIES = 5;

/**
 * Makes the one sealed file of an agreement that all have signed. The file is made and signed outside any transaction;
 * then file, seal and event are written together or not at all, so that a process may die anywhere and the next try
 * begins from nothing. The seal's primary key lets one of several win.
 */
@Injectable()
export class AgreementSealer {
  private readonly logger = new Logger('AgreementEvidence');

  constructor(
    private readonly agreements: SignedAgreementReader,
    private readonly events: AgreementEventsRepository,
    private readonly documents: AgreementDocuments,
    private readonly signer: EvidenceSigner,
    private readonly keeper: SealKeeper,
    private readonly clock: Clock,
    private readonly steps: SealSteps,
  ) {}

  /** True when this call sealed it; false when it is sealed already or not all have signed. */
  async seal(agreementId: string): Promise<boolean> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (await this.keeper.find(agreementId)) return false;
      await this.steps.reached('begun');
      const made = await this.make(agreementId);
      if (!made) return false;
      const outcome = await this.keeper.keep(made);
      if (outcome === 'KEPT') {
        await this.steps.reached('committed');
        return true;
      }
      if (outcome === 'SEALED_BY_OTHER') return false;
    }
    throw new Error('The agreement went on while its file was made');
  }

  private async make(agreementId: string): Promise<MadeSeal | null> {
    const events = await this.events.listOf(agreementId);
    const completed = events.find(({ kind }) => kind === 'COMPLETED');
    const agreement = completed ? await this.agreements.find(agreementId) : null;
    const last = events.at(-1);
    if (!completed || !agreement || !last) return null;
    const bad = firstBadEvent(events, []);
    if (bad) throw this.refusal(agreementId, `event ${String(bad.sequence)} is ${bad.fault}`);
    const textHash = this.requireSignedText(agreement);
    const sealedAt = this.clock.now();
    const draft = await this.documents.compose(agreement);
    this.documents.requirePrintable(draft);
    const certificate = await this.documents.certify(agreement, events, sealedAt);
    await this.steps.reached('composed');
    const pdf = await this.documents.render(agreementId, { ...draft, certificate });
    await this.steps.reached('rendered');
    const signature = await this.signer.sign(pdf);
    await this.steps.reached('signed');
    const seal = {
      agreementId,
      agreementNumber: agreement.agreementNumber,
      sha256: createHash('sha256').update(pdf).digest('hex'),
      textHash,
      keyId: this.signer.keyId,
      signature: signature.toString('base64'),
      eventSequence: last.sequence,
      eventHash: last.hash,
      signedAt: completed.occurredAt,
      sealedAt,
    };
    return { pdf, seal };
  }

  /** Nothing is sealed but the very text that everybody confirmed. */
  private requireSignedText(agreement: PrintedAgreement): string {
    const { contentHash: hash, hashFormat, signatures } = agreement;
    const isText =
      hash !== null && hashFormat === hashFormatOf(agreement) && contentHash(agreement) === hash;
    if (!isText) throw this.refusal(agreement.id, 'its text is not the one its hash is of');
    if (signatures.some((signature) => signature.contentHash !== hash)) {
      throw this.refusal(agreement.id, 'a signature is of another text');
    }
    return hash;
  }

  private refusal(agreementId: string, reason: string): Error {
    this.logger.error({ message: `ALARM: agreement is not sealed: ${reason}`, agreementId });
    return new TerminalTaskError(`not sealed: ${reason}`);
  }
}
