import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { ORGANISATION_VERIFY } from '../organisations.permissions.js';
import { OrganisationPayload } from './organisation.payloads.js';
import { OrganisationReader } from './organisation.reader.js';
import { ReinstateOrganisationInput, SuspendOrganisationInput } from './suspension.inputs.js';
import { SuspensionService } from './suspension.service.js';

@Resolver()
export class StandingResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly suspensions: SuspensionService,
    private readonly reader: OrganisationReader,
  ) {}

  @RequirePermission(ORGANISATION_VERIFY)
  @Mutation(() => OrganisationPayload, {
    description:
      'Suspends an organisation of the bureau’s region: its rights pause at once. Requires: ORGANISATION_VERIFY.',
  })
  async suspendOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which organisation, and why.' }) input: SuspendOrganisationInput,
  ): Promise<OrganisationPayload> {
    const id = await this.actions.run(actor, 'suspendOrganisation', input, () =>
      this.suspensions.suspend(actor, input),
    );
    return { organisation: await this.reader.requireById(id) };
  }

  @RequirePermission(ORGANISATION_VERIFY)
  @Mutation(() => OrganisationPayload, {
    description:
      'Ends a suspension; the organisation is what its verification makes it by now. Requires: ORGANISATION_VERIFY.',
  })
  async reinstateOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which organisation, and why.' })
    input: ReinstateOrganisationInput,
  ): Promise<OrganisationPayload> {
    const id = await this.actions.run(actor, 'reinstateOrganisation', input, () =>
      this.suspensions.reinstate(actor, input),
    );
    return { organisation: await this.reader.requireById(id) };
  }
}
