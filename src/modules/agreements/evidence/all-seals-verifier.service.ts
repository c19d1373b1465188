import { Injectable } from '@nestjs/common';
import { FileStore } from '../../../core/storage/index.js';
import { AgreementSealRepository, type AgreementSeal } from './agreement-seal.repository.js';
import { signatureFileText } from './detached-signature.js';
import { EvidenceVerifier, type SealVerdict } from './evidence-verifier.service.js';

/** What is wrong with one sealed agreement, the first of these that holds. */
export type SealFault =
  /** It was sealed; the seal is gone. */
  | 'SEAL_MISSING'
  | 'FILE_MISSING'
  | 'FILE_CHANGED'
  | 'SIGNATURE_INVALID'
  | 'KEY_UNKNOWN'
  /** The file with the detached signature is gone or another one. */
  | 'SIGNATURE_FILE_CHANGED'
  /** The text in the database is not the one that was signed. */
  | 'TEXT_CHANGED'
  /** An event, or the event of the sealing itself. */
  | 'EVENTS_CHANGED';

export interface BadSeal {
  readonly agreementId: string;
  readonly fault: SealFault;
}

export interface AllSealsVerdict {
  readonly sealCount: number;
  readonly bad: readonly BadSeal[];
}

const BATCH = 200;
/** As many as a report can name. */
const MAX_BAD = 10_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Checks every sealed file with its signature and the text it is of, and that no seal is gone. */
@Injectable()
export class AllSealsVerifier {
  constructor(
    private readonly seals: AgreementSealRepository,
    private readonly verifier: EvidenceVerifier,
    private readonly files: FileStore,
  ) {}

  async verifyAll(onProgress?: (sealCount: number) => void): Promise<AllSealsVerdict> {
    const bad: BadSeal[] = [];
    let sealCount = 0;
    let after = BEFORE_ALL;
    for (;;) {
      const seals = await this.seals.listAfter(after, BATCH);
      for (const seal of seals) {
        const fault = await this.faultOf(seal);
        if (fault) bad.push({ agreementId: seal.agreementId, fault });
      }
      sealCount += seals.length;
      onProgress?.(sealCount);
      const last = seals.at(-1);
      if (seals.length < BATCH || !last || bad.length >= MAX_BAD) break;
      after = last.agreementId;
    }
    for (const agreementId of await this.seals.missing(MAX_BAD)) {
      bad.push({ agreementId, fault: 'SEAL_MISSING' });
    }
    return { sealCount, bad };
  }

  private async faultOf(seal: AgreementSeal): Promise<SealFault | null> {
    const file = await this.files.readUnchecked(seal.fileId);
    if (file.length === 0) return 'FILE_MISSING';
    const verdict = await this.verifier.verify(seal, file);
    return faultIn(verdict) ?? (await this.faultOfSignatureFile(seal)) ?? restOf(verdict);
  }

  private async faultOfSignatureFile(seal: AgreementSeal): Promise<SealFault | null> {
    const kept = await this.files.readUnchecked(seal.signatureFileId);
    return kept.equals(signatureFileText(seal)) ? null : 'SIGNATURE_FILE_CHANGED';
  }
}

function faultIn({ isFileIntact, signature }: SealVerdict): SealFault | null {
  if (!isFileIntact) return 'FILE_CHANGED';
  if (signature === 'VALID') return null;
  return signature === 'INVALID' ? 'SIGNATURE_INVALID' : 'KEY_UNKNOWN';
}

function restOf({ isTextIntact, firstBadEvent }: SealVerdict): SealFault | null {
  if (!isTextIntact) return 'TEXT_CHANGED';
  return firstBadEvent === null ? null : 'EVENTS_CHANGED';
}
