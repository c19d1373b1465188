import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { ApplicationPayload } from '../application/application.payloads.js';
import { ApplicationReader } from '../application/application.reader.js';
import { APPLICATION_DECIDE } from '../applications.permissions.js';
import { OfferAnswersService } from './offer-answers.service.js';
import { AcceptOfferInput, MakeOfferInput, OfferIdInput } from './offer.inputs.js';
import { OfferService } from './offer.service.js';

@Resolver()
export class OfferResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: OfferService,
    private readonly answers: OfferAnswersService,
    private readonly reader: ApplicationReader,
  ) {}

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => ApplicationPayload, {
    description: 'Makes an offer, not worse than what was posted. Requires: APPLICATION_DECIDE.',
  })
  async makeOffer(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'For which application and on what terms.' })
    input: MakeOfferInput,
  ): Promise<ApplicationPayload> {
    const offerId = await this.actions.run(actor, 'makeOffer', input, () =>
      this.service.make(actor, input),
    );
    return { application: await this.reader.findOf(actor, 'offers', offerId), userErrors: [] };
  }

  @Authenticated()
  @Mutation(() => ApplicationPayload, {
    description:
      'Accepts an offer and takes a seat; refused when none is left. Requires: being signed in.',
  })
  async acceptOffer(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which offer.' }) input: AcceptOfferInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'acceptOffer', input, () =>
      this.answers.accept(actor, input),
    );
    return { application: await this.reader.find(actor, id), userErrors: [] };
  }

  @Authenticated()
  @Mutation(() => ApplicationPayload, {
    description: 'Declines an offer. Requires: being signed in.',
  })
  async declineOffer(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which offer.' }) input: OfferIdInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'declineOffer', input, () =>
      this.answers.decline(actor, input),
    );
    return { application: await this.reader.find(actor, id), userErrors: [] };
  }

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => ApplicationPayload, {
    description: 'Withdraws an offer that was not answered yet. Requires: APPLICATION_DECIDE.',
  })
  async withdrawOffer(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which offer.' }) input: OfferIdInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'withdrawOffer', input, () =>
      this.answers.withdraw(actor, input),
    );
    return { application: await this.reader.find(actor, id), userErrors: [] };
  }

  @Authenticated()
  @Mutation(() => ApplicationPayload, {
    description:
      'Steps back from an accepted offer; the seat is free again. Requires: being signed in.',
  })
  async renegeOffer(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which offer.' }) input: OfferIdInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'renegeOffer', input, () =>
      this.answers.renege(actor, input),
    );
    return { application: await this.reader.find(actor, id), userErrors: [] };
  }
}
