import { Injectable } from '@nestjs/common';
import { kindOf } from '../agreement-kinds.js';
import { AgreementParties } from '../agreement/agreement-parties.service.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { InternshipReader } from '../internship/internship.reader.js';
import { AgreementVersionReader } from '../negotiation/agreement-version.reader.js';
import { ObligationReader } from '../obligations/obligation.reader.js';
import type { SuccessorText } from './successor-drafts.service.js';

/** What an agreement says now, to be said again by the one that goes on with it or replaces it. */
@Injectable()
export class SuccessorTexts {
  constructor(
    private readonly parties: AgreementParties,
    private readonly versions: AgreementVersionReader,
    private readonly obligations: ObligationReader,
    private readonly internships: InternshipReader,
  ) {}

  /** Clauses and obligations with their keys. Only a party that may draft such agreements draws a successor up. */
  async of(
    agreement: Agreement,
    drafterId: string,
    field: readonly string[],
  ): Promise<SuccessorText> {
    const kind = kindOf(agreement.kindCode);
    const drafter = agreement.parties.find(({ organisationId }) => organisationId === drafterId);
    if (!kind.drafters.includes(drafter?.role ?? '')) {
      throw agreementErrors.PARTY_NOT_ELIGIBLE({ field: [...field] });
    }
    const clauses = (await this.versions.currentClausesOf([agreement.id])).get(agreement.id) ?? [];
    return {
      parties: await this.parties.named(kind, agreement.parties),
      text: {
        form: agreement.subKind,
        title: agreement.title,
        promisedStudents: agreement.promisedStudents,
        startsOn: agreement.startsOn,
        endsOn: agreement.endsOn,
        clauses: clauses.map(({ key, heading, body }) => ({ key, heading, body })),
        internship: await this.internships.find(agreement.id),
        annexes: await this.versions.currentAnnexesOf(agreement.id),
        obligations: await this.obligations.currentOf(agreement.id),
      },
    };
  }
}
