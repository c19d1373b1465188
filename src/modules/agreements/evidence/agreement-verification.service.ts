import { Injectable } from '@nestjs/common';
import { requestContext } from '../../../core/context/index.js';
import { mask } from '../../../core/privacy/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import { AgreementDocuments } from './agreement-documents.service.js';
import type { AgreementSeal } from './agreement-seal.repository.js';
import { AgreementCheckCode, type AgreementVerification } from './agreement-verification.model.js';
import { EvidenceVerifier } from './evidence-verifier.service.js';
import { SignedAgreementReader } from './signed-agreement.reader.js';
import { verificationCode } from './verification-address.js';

export interface Sought {
  readonly number?: string | null;
  readonly code?: string | null;
  readonly sha256?: string | null;
}

const HASH = /^[0-9a-f]{64}$/i;
const NUMBER = /^[A-Z]{2}-[A-Z\d]{3,4}-\d{6,12}$/i;
const LIMIT = { points: 60, perSeconds: 60 };

/** Public verification: opened by the file itself, or by number and code as the file shows them. */
@Injectable()
export class AgreementVerificationService {
  constructor(
    private readonly verifier: EvidenceVerifier,
    private readonly agreements: SignedAgreementReader,
    private readonly limiter: RateLimiter,
  ) {}

  async verification(sought: Sought): Promise<AgreementVerification | null> {
    await this.limiter.consume(
      'agreements.verify',
      requestContext().clientAddress ?? 'none',
      LIMIT,
    );
    const seal = await this.find(sought);
    const agreement = seal ? await this.agreements.find(seal.agreementId) : null;
    if (!seal || !agreement) return null;
    const verdict = await this.verifier.verify(seal);
    return {
      agreementNumber: seal.agreementNumber,
      kindName: AgreementDocuments.kindName(agreement.kind)[requestContext().locale],
      partyNames: agreement.parties.map(({ organisationId, name }) =>
        organisationId === null ? mask.name(name) : name,
      ),
      startsOn: agreement.startsOn,
      endsOn: agreement.endsOn,
      signedAt: seal.signedAt,
      sealedAt: seal.sealedAt,
      sha256: seal.sha256,
      keyId: seal.keyId,
      checks: [
        { code: AgreementCheckCode.FILE, isPassed: verdict.isFileIntact },
        { code: AgreementCheckCode.SIGNATURE, isPassed: verdict.signature === 'VALID' },
        { code: AgreementCheckCode.TEXT, isPassed: verdict.isTextIntact },
        { code: AgreementCheckCode.EVENTS, isPassed: verdict.firstBadEvent === null },
      ],
      firstBadEvent: verdict.firstBadEvent?.sequence ?? null,
      firstBadEventFault: verdict.firstBadEvent?.fault ?? null,
    };
  }

  private async find({ number, code, sha256 }: Sought): Promise<AgreementSeal | null> {
    if (sha256) return HASH.test(sha256) ? this.verifier.findBySha256(sha256.toLowerCase()) : null;
    if (!number || !code || !NUMBER.test(number.trim())) return null;
    const seal = await this.verifier.findByNumber(number.trim().toUpperCase());
    return seal && verificationCode(seal.textHash) === code.trim().toLowerCase() ? seal : null;
  }
}
