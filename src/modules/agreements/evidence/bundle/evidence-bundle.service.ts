import { Injectable } from '@nestjs/common';
import { FileStore } from '../../../../core/storage/index.js';
import { AgreementEventsRepository } from '../agreement-events.repository.js';
import { AgreementSealRepository } from '../agreement-seal.repository.js';
import { EvidenceSigner } from '../evidence-signer.port.js';
import { bundleText } from './evidence-bundle.js';

/** A sealed agreement with all that shows what happened to it, to be kept and checked anywhere. */
@Injectable()
export class EvidenceBundles {
  constructor(
    private readonly seals: AgreementSealRepository,
    private readonly events: AgreementEventsRepository,
    private readonly files: FileStore,
    private readonly signer: EvidenceSigner,
  ) {}

  /** Null while it is not sealed. */
  async of(agreementId: string): Promise<{ agreementNumber: string; text: string } | null> {
    const seal = await this.seals.find(agreementId);
    if (!seal) return null;
    const { agreementNumber, keyId, signature } = seal;
    const file = await this.files.readUnchecked(seal.fileId);
    const keys = this.signer
      .keys()
      .map(({ id, algorithm, publicKey }) => ({ id, algorithm, publicKey }));
    const text = bundleText({
      agreementNumber,
      file: file.toString('base64'),
      signature: { keyId, signature },
      keys,
      events: await this.events.listOf(agreementId),
    });
    return { agreementNumber, text };
  }
}
