import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { defineFilePurpose, FileStore } from '../../../core/storage/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { checkTerm } from '../agreement/agreement.rules.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import type { AgreementPaperCopy } from './paper-copy.model.js';
import { PaperCopyRepository } from './paper-copy.repository.js';
import { SignatureRecorder } from './signature-recorder.service.js';
import { SignatoryRepository } from './signatory.repository.js';
import { SigningAuthority } from './signing-authority.service.js';
import {
  checkPaperSchema,
  refusePaperSchema,
  uploadPaperSchema,
  type CheckAgreementPaperInput,
  type RefuseAgreementPaperInput,
  type UploadAgreementPaperInput,
} from './signing.inputs.js';

export const AGREEMENT_PAPER = defineFilePurpose('agreementPaper', {
  types: ['pdf'],
  isAudited: true,
});
const CHECKS_NEEDED = 2;
const FIELD = ['paperCopyId'];

/** The way over paper: printed, signed and stamped, scanned, and checked by two others. */
@Injectable()
export class PaperCopyService {
  constructor(
    private readonly papers: PaperCopyRepository,
    private readonly signatories: SignatoryRepository,
    private readonly authority: SigningAuthority,
    private readonly steps: AgreementSteps,
    private readonly recorder: SignatureRecorder,
    private readonly files: FileStore,
    private readonly events: AgreementEvents,
    private readonly clock: Clock,
  ) {}

  async upload(actor: Actor, input: UploadAgreementPaperInput): Promise<string> {
    const { signatoryId, fileId, contentHash } = parseInput(uploadPaperSchema, input);
    const turn = await this.authority.require(actor, signatoryId);
    const { agreement, signatory } = turn;
    if (signatory.role === 'REVIEWER') throw requestErrors.NOT_FOUND({ field: ['signatoryId'] });
    this.authority.requireOpen(turn);
    await this.authority.requireParties(agreement);
    await this.authority.requireGuardians(agreement);
    if (contentHash !== agreement.contentHash) {
      throw agreementErrors.TEXT_CHANGED({ field: ['contentHash'] });
    }
    const subject = { subjectType: 'agreement', subjectId: agreement.id };
    await this.files.attach(actor, fileId, { ...subject, purpose: AGREEMENT_PAPER });
    const paperCopyId = await this.papers.insert({
      agreementId: agreement.id,
      signatoryId,
      fileId,
      contentHash,
      signingRound: agreement.signingRound,
      uploadedBy: actingAccount(actor),
    });
    await this.note('PAPER_UPLOADED', agreement, { paperCopyId, signatoryId, fileId });
    return agreement.id;
  }

  /** One of two checks, each by another person than who uploaded it; with the second it counts as signed. */
  async check(actor: Actor, input: CheckAgreementPaperInput): Promise<string> {
    const { paperCopyId } = parseInput(checkPaperSchema, input);
    const { agreement, paper } = await this.require(actor, paperCopyId);
    const me = actingAccount(actor);
    if (paper.uploadedBy === me || paper.checkedBy.includes(me)) {
      throw agreementErrors.PAPER_OWN_CHECK({ field: FIELD });
    }
    await this.authority.requireParties(agreement);
    checkTerm(agreement, this.clock.today(), []);
    await this.papers.check(paperCopyId, me);
    const { signatoryId, fileId } = paper;
    await this.note('PAPER_CHECKED', agreement, { paperCopyId, signatoryId, fileId });
    if (paper.checkedBy.length + 1 < CHECKS_NEEDED) return agreement.id;
    const signatory = await this.signatories.find(signatoryId);
    const isCurrent =
      paper.contentHash === agreement.contentHash && paper.signingRound === agreement.signingRound;
    const isTaken =
      isCurrent && (await this.signatories.settle(signatoryId, ['READY', 'OPENED'], 'SIGNED'));
    if (signatory?.state === 'EXPIRED') throw agreementErrors.TURN_EXPIRED({ field: FIELD });
    if (!signatory || !isTaken) throw agreementErrors.TEXT_CHANGED({ field: FIELD });
    await this.papers.settle(paperCopyId, 'ACCEPTED');
    const party = agreement.parties.find(({ position }) => position === signatory.partyPosition);
    await this.recorder.record(actor, agreement, {
      signatory,
      organisationId: party?.organisationId ?? null,
      accountId: null,
      contentHash: paper.contentHash,
      paperCopyId,
    });
    return agreement.id;
  }

  async refuse(actor: Actor, input: RefuseAgreementPaperInput): Promise<string> {
    const { paperCopyId, reason } = parseInput(refusePaperSchema, input);
    const { agreement, paper } = await this.require(actor, paperCopyId);
    await this.papers.settle(paperCopyId, 'REFUSED', reason);
    const { signatoryId, fileId } = paper;
    await this.note('PAPER_REFUSED', agreement, { paperCopyId, signatoryId, fileId });
    return agreement.id;
  }

  /** A scan that awaits its checks, for members of the parties. */
  private async require(
    actor: Actor,
    id: string,
  ): Promise<{ agreement: Agreement; paper: AgreementPaperCopy }> {
    const found = await this.papers.find(id);
    if (!found) throw requestErrors.NOT_FOUND({ field: FIELD });
    const { agreement } = await this.steps
      .require(actor, found.agreementId, AGREEMENT_DRAFT)
      .catch((error: unknown) => {
        throw requestErrors.NOT_FOUND({ field: FIELD, cause: error });
      });
    const paper = await this.papers.find(id);
    if (paper?.state !== 'AWAITING_CHECKS') throw agreementErrors.PAPER_SETTLED({ field: FIELD });
    return { agreement, paper };
  }

  private async note(
    kind: 'PAPER_UPLOADED' | 'PAPER_CHECKED' | 'PAPER_REFUSED',
    agreement: Agreement,
    { fileId, ...detail }: { paperCopyId: string; signatoryId: string; fileId: string },
  ): Promise<void> {
    const documentHash = (await this.files.find(fileId))?.sha256 ?? null;
    await this.events.append(agreement.id, { kind, documentHash, detail });
  }
}
