import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { AgreementParties } from '../agreement/agreement-parties.service.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { checkTerm } from '../agreement/agreement.rules.js';
import { kindOf } from '../agreement-kinds.js';
import { PrintableTexts } from '../evidence/printable-texts.service.js';
import { InternshipGuard } from '../internship/internship-guard.service.js';
import { SigningAuthority } from '../signing/signing-authority.service.js';

/** What must hold before a text is put forward. */
@Injectable()
export class ProposalChecks {
  constructor(
    private readonly parties: AgreementParties,
    private readonly printable: PrintableTexts,
    private readonly authority: SigningAuthority,
    private readonly internships: InternshipGuard,
    private readonly clock: Clock,
  ) {}

  async require(agreement: Agreement): Promise<void> {
    await this.parties.recheck(kindOf(agreement.kindCode), agreement.parties);
    checkTerm(agreement, this.clock.today(), []);
    await this.printable.require(agreement.id);
    await this.internships.require(agreement);
    await this.authority.requireGuardians(agreement);
  }
}
