import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { Outbox } from '../../../core/events/index.js';
import { defineFilePurpose, FileStore } from '../../../core/storage/index.js';
import { AgreementEventsRepository } from './agreement-events.repository.js';
import { AgreementEvents } from './agreement-events.service.js';
import { AgreementSealRepository, type AgreementSeal } from './agreement-seal.repository.js';
import { signatureFileText } from './detached-signature.js';
import { agreementSealed } from './evidence.events.js';
import { SealSteps } from './seal-steps.js';

export const AGREEMENT_SEAL = defineFilePurpose('agreementSeal', {
  types: ['pdf', 'text'],
  isAudited: true,
});

export interface MadeSeal {
  readonly pdf: Buffer;
  readonly seal: Omit<AgreementSeal, 'fileId' | 'signatureFileId'>;
}

export type KeepOutcome =
  | 'KEPT'
  | 'SEALED_BY_OTHER'
  /** There are events that the file does not know. */
  | 'WENT_ON';

/** Writes file, seal and event together or not at all. The seal's primary key lets one of several win. */
@Injectable()
export class SealKeeper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly events: AgreementEventsRepository,
    private readonly chain: AgreementEvents,
    private readonly seals: AgreementSealRepository,
    private readonly files: FileStore,
    private readonly outbox: Outbox,
    private readonly steps: SealSteps,
  ) {}

  find(agreementId: string): Promise<AgreementSeal | null> {
    return this.seals.find(agreementId);
  }

  keep(made: MadeSeal): Promise<KeepOutcome> {
    return this.uow.run(() => this.write(made));
  }

  private async write({ pdf, seal }: MadeSeal): Promise<KeepOutcome> {
    const { agreementId, agreementNumber } = seal;
    await this.events.lockAgreement(agreementId);
    if (await this.seals.find(agreementId)) return 'SEALED_BY_OTHER';
    const last = await this.events.last(agreementId);
    if (last?.hash !== seal.eventHash) return 'WENT_ON';
    await this.steps.reached('locked');
    const subject = { subjectType: 'agreement', subjectId: agreementId, purpose: AGREEMENT_SEAL };
    const fileId = await this.files.save({
      ...subject,
      fileName: `${agreementNumber}.pdf`,
      type: 'pdf',
      bytes: pdf,
    });
    const signatureFileId = await this.files.save({
      ...subject,
      fileName: `${agreementNumber}.pdf.sig.txt`,
      type: 'text',
      bytes: signatureFileText(seal),
    });
    await this.steps.reached('filesSaved');
    await this.seals.insert({ ...seal, fileId, signatureFileId });
    await this.steps.reached('sealWritten');
    await this.chain.append(agreementId, {
      kind: 'SEALED',
      documentHash: seal.sha256,
      detail: { keyId: seal.keyId, eventSequence: seal.eventSequence },
    });
    await this.outbox.record(
      agreementSealed,
      { agreementId, sha256: seal.sha256 },
      { type: 'agreement', id: agreementId },
    );
    await this.steps.reached('eventAppended');
    return 'KEPT';
  }
}
