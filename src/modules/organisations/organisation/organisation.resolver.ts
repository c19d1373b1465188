import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  Public,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { type Connection } from '../../../core/graphql/index.js';
import { BUREAU_REGISTER, ORGANISATION_MANAGE } from '../organisations.permissions.js';
import {
  EditOrganisationInput,
  OrganisationsArgs,
  RegisterBureauInput,
  RegisterOrganisationInput,
} from './organisation.inputs.js';
import { Organisation, OrganisationConnection } from './organisation.model.js';
import { OrganisationPayload } from './organisation.payloads.js';
import { OrganisationReader } from './organisation.reader.js';
import { OrganisationService } from './organisation.service.js';
import { RegistrationService } from './registration.service.js';

@Resolver()
export class OrganisationResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: OrganisationService,
    private readonly registration: RegistrationService,
    private readonly reader: OrganisationReader,
  ) {}

  @Public()
  @Query(() => Organisation, {
    nullable: true,
    description:
      'An organisation by id; null when there is none, or when it was never verified and the viewer has no part in it. Requires: nothing.',
  })
  organisation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the organisation.' }) id: string,
  ): Promise<Organisation | null> {
    return this.reader.find(actor, id);
  }

  @Public()
  @Query(() => OrganisationConnection, {
    description: 'Organisations the viewer may know of. Requires: nothing.',
  })
  organisations(
    @CurrentActor() actor: Actor,
    @Args() args: OrganisationsArgs,
  ): Promise<Connection<Organisation>> {
    return this.reader.list(actor, args);
  }

  @Authenticated()
  @Mutation(() => OrganisationPayload, {
    description:
      'Registers an organisation; the caller becomes its administrator. Requires: being signed in.',
  })
  async registerOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Particulars of the organisation.' })
    input: RegisterOrganisationInput,
  ): Promise<OrganisationPayload> {
    const id = await this.actions.run(actor, 'registerOrganisation', input, () =>
      this.registration.register(actor, input),
    );
    return { organisation: await this.reader.requireById(id) };
  }

  @RequirePermission(ORGANISATION_MANAGE)
  @Mutation(() => OrganisationPayload, {
    description:
      'Edits an organisation. A material change ends its verification: name, code, class, licence, region. Requires: ORGANISATION_MANAGE.',
  })
  async editOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which organisation, and what to change.' })
    input: EditOrganisationInput,
  ): Promise<OrganisationPayload> {
    const id = await this.actions.run(actor, 'editOrganisation', input, () =>
      this.service.edit(actor, input),
    );
    return { organisation: await this.reader.requireById(id) };
  }

  @RequirePermission(BUREAU_REGISTER)
  @Mutation(() => OrganisationPayload, {
    description: 'Registers a bureau that counts as verified. Requires: BUREAU_REGISTER.',
  })
  async registerBureau(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Particulars of the bureau.' }) input: RegisterBureauInput,
  ): Promise<OrganisationPayload> {
    const id = await this.actions.run(actor, 'registerBureau', input, () =>
      this.registration.registerBureau(actor, input),
    );
    return { organisation: await this.reader.requireById(id) };
  }
}
