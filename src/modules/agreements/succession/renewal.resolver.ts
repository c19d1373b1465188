import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { RenewAgreementsInput } from './renewal.inputs.js';
import { AgreementRenewalPreview, RenewAgreementsPayload } from './renewal.model.js';
import { RenewalService } from './renewal.service.js';

@Resolver()
export class RenewalResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: RenewalService,
  ) {}

  @RequirePermission(AGREEMENT_DRAFT)
  @Query(() => AgreementRenewalPreview, {
    description:
      'What renewing agreements would give, each on its own; nothing is written. Requires: AGREEMENT_DRAFT.',
  })
  async agreementRenewalPreview(
    @CurrentActor() actor: Actor,
    @Args('agreementIds', { type: () => [ID], description: 'The agreements, 1 to 100.' })
    agreementIds: string[],
  ): Promise<AgreementRenewalPreview> {
    return { items: await this.service.preview(actor, agreementIds) };
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => RenewAgreementsPayload, {
    description:
      'Draws up drafts that go on with agreements: same parties and clauses, the term after, what is due moved with it. Requires: AGREEMENT_DRAFT.',
  })
  async renewAgreements(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which agreements.' }) input: RenewAgreementsInput,
  ): Promise<RenewAgreementsPayload> {
    const { items } = await this.actions.run(actor, 'renewAgreements', input, async () => ({
      items: await this.service.renew(actor, input),
    }));
    return { items, userErrors: [] };
  }
}
