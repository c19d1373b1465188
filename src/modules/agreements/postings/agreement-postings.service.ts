import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { JobPostingAudiences, JobPostingReader } from '../../job-postings/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import {
  openPostingSchema,
  type OpenPostingToPartnerInput,
} from '../agreement/agreement.inputs.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { partnersIn } from '../agreement/agreement.policy.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import { isInForce } from '../agreement/agreement.rules.js';

/** Postings opened to partner colleges under an agreement, as long as it is in force. */
@Injectable()
export class AgreementPostingsService {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly reader: AgreementReader,
    private readonly steps: AgreementSteps,
    private readonly postings: JobPostingReader,
    private readonly audiences: JobPostingAudiences,
    private readonly clock: Clock,
  ) {}

  async open(actor: Actor, input: OpenPostingToPartnerInput): Promise<string> {
    const { agreementId, jobPostingId, rule, partnersUntil } = parseInput(openPostingSchema, input);
    const { agreement, party } = await this.steps.require(
      actor,
      agreementId,
      AGREEMENT_DRAFT,
      'ENTERPRISE',
    );
    const partners = partnersIn(agreement);
    const posting = await this.postings.find(actor, jobPostingId);
    if (party !== partners?.enterpriseId || posting?.organisationId !== partners.enterpriseId) {
      throw agreementErrors.POSTING_NOT_YOURS({ field: ['jobPostingId'] });
    }
    if (!isInForce(agreement, this.clock.today())) {
      throw agreementErrors.NOT_IN_FORCE({ field: ['agreementId'] });
    }
    // First, because it holds the posting: a draft may be discarded at this very moment.
    await this.audiences.open(jobPostingId, {
      rule,
      collegeIds: [partners.collegeId],
      until: partnersUntil ?? null,
    });
    await this.agreements.addPosting(agreementId, jobPostingId);
    return agreementId;
  }

  /**
   * What the end of an agreement does: its college leaves the audiences of its postings, but for those that another
   * agreement in force between the two covers. Inside a unit of work.
   */
  async withdraw(agreementId: string): Promise<void> {
    const partners = await this.reader.partnersOf(agreementId);
    if (!partners) return;
    const { collegeId, enterpriseId } = partners;
    // Whoever opens one of them under another agreement comes wholly before or wholly after.
    await this.agreements.lockBetween(collegeId, enterpriseId);
    const covered = new Set(await this.reader.postingIdsInForce(collegeId, enterpriseId));
    for (const id of await this.reader.postingIds(agreementId)) {
      if (!covered.has(id)) await this.audiences.withdraw(id, [collegeId]);
    }
  }
}
