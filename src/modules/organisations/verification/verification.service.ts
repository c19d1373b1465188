import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { DOCUMENT_TYPES, defineFilePurpose, FileStore } from '../../../core/storage/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../acting-account.js';
import { mayManage } from '../organisation/organisation.policy.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { requirementsOn } from './evidence-requirements.js';
import { VerificationSteps } from './verification-steps.service.js';
import { verificationErrors } from './verification.errors.js';
import { verificationSubmitted, verificationWithdrawn } from './verification.events.js';
import {
  appealSchema,
  submissionSchema,
  verificationIdSchema,
  type AppealVerificationInput,
  type SubmitVerificationInput,
  type VerificationIdInput,
} from './verification.inputs.js';
import { dayColumn, VerificationRepository } from './verification.repository.js';
import { checkEvidence, decisionDueOn, ensureAppealInTime } from './verification.rules.js';

/** Papers that prove who an organisation is, scanned or photographed. */
export const ORGANISATION_EVIDENCE = defineFilePurpose('organisationEvidence', {
  types: DOCUMENT_TYPES,
  isAudited: true,
});

/** The organisation's side of a verification. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly verifications: VerificationRepository,
    private readonly organisations: OrganisationRepository,
    private readonly steps: VerificationSteps,
    private readonly files: FileStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async submit(actor: Actor, input: SubmitVerificationInput): Promise<string> {
    const { organisationId, evidence, note } = parseInput(submissionSchema, input);
    const organisation = mayManage(actor, organisationId)
      ? await this.organisations.lock(organisationId)
      : null;
    if (!organisation) throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    if (organisation.standing === 'SUSPENDED') throw verificationErrors.ORGANISATION_SUSPENDED();
    if (await this.verifications.hasOpen(organisationId)) throw verificationErrors.OPEN_EXISTS();

    const today = this.clock.today();
    const { edition, required } = requirementsOn(today);
    checkEvidence(required[organisation.kind], evidence);
    const verificationId = await this.verifications.insert({
      organisationId,
      requirementsEdition: edition,
      note: note ?? null,
      submittedBy: actingAccount(actor),
      dueOn: decisionDueOn(today),
    });
    for (const [i, { fileId }] of evidence.entries())
      await this.files.attach(actor, fileId, {
        subjectType: 'organisationVerification',
        subjectId: verificationId,
        purpose: ORGANISATION_EVIDENCE,
        field: ['evidence', String(i), 'fileId'],
      });
    await this.verifications.addEvidence(verificationId, evidence);
    await this.outbox.record(
      verificationSubmitted,
      { organisationId, verificationId, isAppeal: false },
      { type: 'organisation', id: organisationId },
    );
    return verificationId;
  }

  async withdraw(actor: Actor, input: VerificationIdInput): Promise<string> {
    const { verificationId } = parseInput(verificationIdSchema, input);
    const { verification, organisation } = await this.steps.require(verificationId, (o) =>
      mayManage(actor, o.id),
    );
    await this.steps.take(actor, verification, 'withdraw', 'APPLICANT', UNCLAIMED);
    await this.outbox.record(
      verificationWithdrawn,
      { organisationId: organisation.id, verificationId },
      { type: 'organisation', id: organisation.id },
    );
    return verificationId;
  }

  /** Once, in time, and only against the latest decision. */
  async appeal(actor: Actor, input: AppealVerificationInput): Promise<string> {
    const { verificationId, text } = parseInput(appealSchema, input);
    const { verification, organisation } = await this.steps.require(verificationId, (o) =>
      mayManage(actor, o.id),
    );
    if (organisation.standing === 'SUSPENDED') throw verificationErrors.ORGANISATION_SUSPENDED();
    const today = this.clock.today();
    if (verification.state === 'REFUSED' && verification.decidedAt)
      ensureAppealInTime(verification.decidedAt, today);
    if (await this.verifications.isOvertaken(verification)) throw verificationErrors.OVERTAKEN();
    const columns = {
      appealText: text,
      appealedAt: this.clock.now(),
      dueOn: dayColumn(decisionDueOn(today)),
    };
    await this.steps.take(actor, verification, 'appeal', 'APPLICANT', columns);
    await this.outbox.record(
      verificationSubmitted,
      { organisationId: organisation.id, verificationId, isAppeal: true },
      { type: 'organisation', id: organisation.id },
    );
    return verificationId;
  }
}

/** A verification nobody works on. */
export const UNCLAIMED = { claimedBy: null, claimedAt: null } as const;
