import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FileStore } from '../../../core/storage/index.js';
import { contentHash } from '../agreement/agreement.rules.js';
import { AgreementEventsRepository } from './agreement-events.repository.js';
import { AgreementSealRepository, type AgreementSeal } from './agreement-seal.repository.js';
import { manifestOf } from './document/evidence-manifest.js';
import { EventHeadsRepository } from './event-heads.repository.js';
import { firstBadEvent, lostSealing, type Anchor, type BadEvent } from './evidence-chain.js';
import { EvidenceSigner, type SignatureCheck } from './evidence-signer.port.js';
import { SignedAgreementReader } from './signed-agreement.reader.js';

/** What was found about one sealed agreement. */
export interface SealVerdict {
  /** The file is the one that was sealed, byte by byte. */
  readonly isFileIntact: boolean;
  readonly signature: SignatureCheck;
  /** The text in the database is the one that was signed. */
  readonly isTextIntact: boolean;
  /** Null when every event is as it was written. */
  readonly firstBadEvent: BadEvent | null;
  readonly eventCount: number;
}

export function isIntact(verdict: SealVerdict): boolean {
  const { isFileIntact, signature, isTextIntact } = verdict;
  return isFileIntact && signature === 'VALID' && isTextIntact && verdict.firstBadEvent === null;
}

/** Checks a sealed agreement: its file, the signature, the text and every event of its chain. */
@Injectable()
export class EvidenceVerifier {
  constructor(
    private readonly seals: AgreementSealRepository,
    private readonly events: AgreementEventsRepository,
    private readonly heads: EventHeadsRepository,
    private readonly agreements: SignedAgreementReader,
    private readonly files: FileStore,
    private readonly signer: EvidenceSigner,
  ) {}

  /** Against the stored file, or against one that somebody holds. */
  async verify(seal: AgreementSeal, given: Buffer | null = null): Promise<SealVerdict> {
    const file = given ?? (await this.files.readUnchecked(seal.fileId));
    const signature = await this.signer.check(
      seal.keyId,
      file,
      Buffer.from(seal.signature, 'base64'),
    );
    const events = await this.events.listOf(seal.agreementId);
    const fromFile = signature === 'VALID' ? (manifestOf(file)?.events ?? []) : [];
    const anchors: Anchor[] = [
      ...fromFile.map((hash, index) => ({ sequence: index + 1, hash })),
      ...((await this.heads.anchorsOf([seal.agreementId])).get(seal.agreementId) ?? []),
      { sequence: seal.eventSequence, hash: seal.eventHash },
    ];
    const agreement = await this.agreements.find(seal.agreementId);
    return {
      isFileIntact: createHash('sha256').update(file).digest('hex') === seal.sha256,
      signature,
      isTextIntact: agreement !== null && contentHash(agreement) === seal.textHash,
      firstBadEvent: firstBadEvent(events, anchors) ?? lostSealing(events, seal),
      eventCount: events.length,
    };
  }

  findByNumber(number: string): Promise<AgreementSeal | null> {
    return this.seals.findByNumber(number);
  }

  findBySha256(sha256: string): Promise<AgreementSeal | null> {
    return this.seals.findBySha256(sha256);
  }
}
