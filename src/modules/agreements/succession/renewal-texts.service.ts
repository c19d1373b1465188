import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { checkTerm } from '../agreement/agreement.rules.js';
import { renewalErrors } from './renewal.errors.js';
import { renewedTerm } from './renewal.rules.js';
import type { SuccessorText } from './successor-drafts.service.js';
import { SuccessorReader } from './successor.reader.js';
import { SuccessorTexts } from './successor-texts.service.js';

const FIELD = ['agreementIds'];
const RENEWABLE = ['SIGNED', 'EFFECTIVE', 'EXPIRED'];

/** What the renewal of an agreement says: the same, of the term after it. */
@Injectable()
export class RenewalTexts {
  constructor(
    private readonly successors: SuccessorReader,
    private readonly texts: SuccessorTexts,
    private readonly clock: Clock,
  ) {}

  async of(agreement: Agreement, drafterId: string): Promise<SuccessorText> {
    if (!RENEWABLE.includes(agreement.state)) throw renewalErrors.NOT_RENEWABLE({ field: FIELD });
    const { parties, text } = await this.texts.of(agreement, drafterId, FIELD);
    const { isRenewed } = await this.successors.of(agreement.id);
    if (isRenewed) throw renewalErrors.EXISTS({ field: FIELD });
    const { startsOn, endsOn, due } = renewedTerm(agreement);
    checkTerm({ startsOn, endsOn }, this.clock.today(), FIELD);
    return {
      parties,
      text: {
        ...text,
        startsOn,
        endsOn,
        clauses: text.clauses.map((clause) => ({ ...clause, key: null })),
        obligations: (text.obligations ?? []).map((obligation) => ({
          ...obligation,
          key: null,
          dueOn: due(obligation.dueOn),
        })),
      },
    };
  }
}
