import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { AgreementPayload } from '../agreement/agreement.payloads.js';
import { AGREEMENT_DRAFT, AGREEMENT_SIGN } from '../agreement/agreement.permissions.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import {
  ApproveAgreementReviewInput,
  ArrangeAgreementSignatoriesInput,
  DeclineAgreementTurnInput,
  ExtendAgreementTurnInput,
  ReassignAgreementTurnInput,
} from './signing.inputs.js';
import { SigningArrangementService } from './signing-arrangement.service.js';
import { SigningRefusals } from './signing-refusals.service.js';
import { SigningTurnsService } from './signing-turns.service.js';

@Resolver()
export class SigningTurnsResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly turns: SigningTurnsService,
    private readonly arrangement: SigningArrangementService,
    private readonly refusals: SigningRefusals,
    private readonly reader: AgreementReader,
  ) {}

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Approves a text as its reviewer; with the last approval it can be signed. Requires: AGREEMENT_DRAFT.',
  })
  async approveAgreementReview(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which turn and which text was read.' })
    input: ApproveAgreementReviewInput,
  ): Promise<AgreementPayload> {
    const id = await this.refusals.watch(actor, input, () =>
      this.actions.run(actor, 'approveAgreementReview', input, () =>
        this.turns.approve(actor, input),
      ),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => AgreementPayload, {
    description:
      'Refuses to review or sign, with a reason; it voids nothing, and the drafter may ask again. Only of a turn of one’s own. Requires: being signed in.',
  })
  async declineAgreementTurn(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which turn and why.' }) input: DeclineAgreementTurnInput,
  ): Promise<AgreementPayload> {
    const id = await this.refusals.watch(actor, input, () =>
      this.actions.run(actor, 'declineAgreementTurn', input, () =>
        this.turns.decline(actor, input),
      ),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Gives a turn that runs, ran out or was refused some days from now. By the drafter. Requires: AGREEMENT_DRAFT.',
  })
  async extendAgreementTurn(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which turn and for how long.' }) input: ExtendAgreementTurnInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'extendAgreementTurn', input, () =>
      this.turns.extend(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_SIGN)
  @Mutation(() => AgreementPayload, {
    description:
      'Names another member of the own organisation for a turn. Requires: AGREEMENT_SIGN.',
  })
  async reassignAgreementTurn(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which turn and who.' }) input: ReassignAgreementTurnInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'reassignAgreementTurn', input, () =>
      this.arrangement.reassign(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Says who reviews and signs, and in which order, before a text is put forward. By the drafter. Requires: AGREEMENT_DRAFT.',
  })
  async arrangeAgreementSignatories(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which agreement and who.' })
    input: ArrangeAgreementSignatoriesInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'arrangeAgreementSignatories', input, () =>
      this.arrangement.arrange(actor, input),
    );
    return this.payload(actor, id);
  }

  private async payload(actor: Actor, id: string): Promise<AgreementPayload> {
    return { agreement: await this.reader.find(actor, id), userErrors: [] };
  }
}
