import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { z } from 'zod';
import { optionalText, parseInput, recordId } from '../../../core/validation/index.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { mayDraft } from '../agreement/agreement.policy.js';
import { AgreementPartyCandidate } from './party-candidate.model.js';
import { PartyCandidatesReader } from './party-candidates.reader.js';

const candidatesSchema = z.object({ organisationId: recordId(), text: optionalText({ max: 100 }) });

@Resolver()
export class PartyCandidatesResolver {
  constructor(private readonly candidates: PartyCandidatesReader) {}

  @RequirePermission(AGREEMENT_DRAFT)
  @Query(() => [AgreementPartyCandidate], {
    description:
      'People an own organisation may name as parties: its students with a confirmed place, and applicants it made an offer; at most 20. Requires: AGREEMENT_DRAFT.',
  })
  async agreementPartyCandidates(
    @CurrentActor() actor: Actor,
    @Args('organisationId', { type: () => ID, description: 'Own organisation.' })
    organisationId: string,
    @Args('text', {
      type: () => String,
      nullable: true,
      description: 'Part of the name or of the student number.',
    })
    text: string | null,
  ): Promise<AgreementPartyCandidate[]> {
    const input = parseInput(candidatesSchema, { organisationId, text });
    if (!mayDraft(actor, organisationId)) return [];
    return this.candidates.list(organisationId, input.text ?? '');
  }
}
