import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import { parseInput } from '../../core/validation/index.js';
import { JobPostingAudiences, JobPostingReader } from '../job-postings/index.js';
import { AgreementSteps } from './agreement-steps.service.js';
import { agreementErrors } from './agreement.errors.js';
import { openPostingSchema, type OpenPostingToPartnerInput } from './agreement.inputs.js';
import { AGREEMENT_DRAFT } from './agreement.permissions.js';
import { AgreementReader } from './agreement.reader.js';
import { AgreementRepository } from './agreement.repository.js';

/** Postings opened to partner colleges under an agreement in force. */
@Injectable()
export class AgreementPostingsService {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly reader: AgreementReader,
    private readonly steps: AgreementSteps,
    private readonly postings: JobPostingReader,
    private readonly audiences: JobPostingAudiences,
  ) {}

  async open(actor: Actor, input: OpenPostingToPartnerInput): Promise<string> {
    const { agreementId, jobPostingId, rule, partnersUntil } = parseInput(openPostingSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    const { collegeId, enterpriseId } = agreement;
    const posting = await this.postings.find(actor, jobPostingId);
    if (party !== enterpriseId || posting?.organisationId !== enterpriseId) {
      throw agreementErrors.POSTING_NOT_YOURS({ field: ['jobPostingId'] });
    }
    if (!(await this.reader.effectiveBetween(collegeId, enterpriseId))) {
      throw agreementErrors.NOT_IN_FORCE({ field: ['agreementId'] });
    }
    await this.agreements.addPosting(agreementId, jobPostingId);
    await this.audiences.open(jobPostingId, {
      rule,
      collegeIds: [collegeId],
      until: partnersUntil ?? null,
    });
    return agreementId;
  }
}
