import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { kindOf } from '../agreement-kinds.js';
import { AgreementParties, type NewParty } from '../agreement/agreement-parties.service.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { checkTerm } from '../agreement/agreement.rules.js';
import { AgreementVersionReader } from '../negotiation/agreement-version.reader.js';
import type { VersionText } from '../negotiation/agreement-version.repository.js';
import { InternshipReader } from '../internship/internship.reader.js';
import { ObligationReader } from '../obligations/obligation.reader.js';
import { renewalErrors } from './renewal.errors.js';
import { RenewalReader } from './renewal.reader.js';
import { renewedTerm } from './renewal.rules.js';

const FIELD = ['agreementIds'];
const RENEWABLE = ['SIGNED', 'EFFECTIVE', 'EXPIRED'];

export interface Renewal {
  readonly parties: NewParty[];
  readonly text: VersionText;
}

/** What the renewal of an agreement says: the same, of the term after it. */
@Injectable()
export class RenewalTexts {
  constructor(
    private readonly renewals: RenewalReader,
    private readonly parties: AgreementParties,
    private readonly versions: AgreementVersionReader,
    private readonly obligations: ObligationReader,
    private readonly internships: InternshipReader,
    private readonly clock: Clock,
  ) {}

  async of(agreement: Agreement, drafterId: string): Promise<Renewal> {
    if (!RENEWABLE.includes(agreement.state)) throw renewalErrors.NOT_RENEWABLE({ field: FIELD });
    const kind = kindOf(agreement.kindCode);
    const drafter = agreement.parties.find(({ organisationId }) => organisationId === drafterId);
    if (!kind.drafters.includes(drafter?.role ?? '')) {
      throw agreementErrors.PARTY_NOT_ELIGIBLE({ field: FIELD });
    }
    if (await this.renewals.isRenewed(agreement.id)) throw renewalErrors.EXISTS({ field: FIELD });
    const { startsOn, endsOn, due } = renewedTerm(agreement);
    checkTerm({ startsOn, endsOn }, this.clock.today(), FIELD);
    const clauses = (await this.versions.currentClausesOf([agreement.id])).get(agreement.id) ?? [];
    const kept = await this.obligations.currentOf(agreement.id);
    return {
      parties: await this.parties.named(kind, agreement.parties),
      text: {
        form: agreement.subKind,
        title: agreement.title,
        promisedStudents: agreement.promisedStudents,
        startsOn,
        endsOn,
        clauses: clauses.map(({ heading, body }) => ({ key: null, heading, body })),
        internship: await this.internships.find(agreement.id),
        annexes: await this.renewals.annexesOf(agreement.id, agreement.versionNumber),
        obligations: kept.map((obligation) => ({
          ...obligation,
          key: null,
          dueOn: due(obligation.dueOn),
        })),
      },
    };
  }
}
