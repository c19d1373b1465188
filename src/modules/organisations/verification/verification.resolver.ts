import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  Public,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { PageArgs, type Connection } from '../../../core/graphql/index.js';
import { OrganisationAccess } from '../organisation/organisation-access.js';
import { OrganisationKind } from '../organisation/organisation.enums.js';
import { ORGANISATION_MANAGE } from '../organisations.permissions.js';
import { requirementsOn } from './evidence-requirements.js';
import {
  AppealVerificationInput,
  SubmitVerificationInput,
  VerificationIdInput,
} from './verification.inputs.js';
import {
  EvidenceRequirements,
  OrganisationVerification,
  OrganisationVerificationConnection,
} from './verification.model.js';
import { VerificationPayload } from './verification.payloads.js';
import { VerificationReader } from './verification.reader.js';
import { VerificationService } from './verification.service.js';

/** The organisation's side. */
@Resolver()
export class VerificationResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: VerificationService,
    private readonly reader: VerificationReader,
    private readonly access: OrganisationAccess,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Query(() => EvidenceRequirements, {
    description: 'What a kind of organisation has to show to be verified today. Requires: nothing.',
  })
  evidenceRequirements(
    @Args('kind', { type: () => OrganisationKind, description: 'Kind of organisation.' })
    kind: OrganisationKind,
  ): EvidenceRequirements {
    const { edition, source, required } = requirementsOn(this.clock.today());
    return { edition, source, required: required[kind].map((anyOf) => ({ anyOf: [...anyOf] })) };
  }

  @Authenticated()
  @Query(() => OrganisationVerification, {
    nullable: true,
    description:
      'A verification by id; null when there is none, or when the viewer neither belongs to the organisation nor is in charge of it. Requires: being signed in.',
  })
  organisationVerification(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the verification.' }) id: string,
  ): Promise<OrganisationVerification | null> {
    return this.reader.find(actor, id);
  }

  @Authenticated()
  @Query(() => OrganisationVerificationConnection, {
    nullable: true,
    description:
      'Verifications of an organisation, newest first; null when the viewer neither belongs to it nor is in charge of it. Requires: being signed in.',
  })
  async organisationVerifications(
    @CurrentActor() actor: Actor,
    @Args('organisationId', { type: () => ID, description: 'The organisation.' }) id: string,
    @Args() page: PageArgs,
  ): Promise<Connection<OrganisationVerification> | null> {
    return (await this.access.seesInternals(actor, id)) ? this.reader.listOf(id, page) : null;
  }

  @RequirePermission(ORGANISATION_MANAGE)
  @Mutation(() => VerificationPayload, {
    description:
      'Asks the bureau in charge to verify the organisation. Requires: ORGANISATION_MANAGE.',
  })
  async submitVerification(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which organisation, with its papers.' })
    input: SubmitVerificationInput,
  ): Promise<VerificationPayload> {
    const id = await this.actions.run(actor, 'submitVerification', input, () =>
      this.service.submit(actor, input),
    );
    return { verification: await this.reader.find(actor, id) };
  }

  @RequirePermission(ORGANISATION_MANAGE)
  @Mutation(() => VerificationPayload, {
    description:
      'Withdraws a verification or an appeal that is not decided. Requires: ORGANISATION_MANAGE.',
  })
  async withdrawVerification(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which verification.' }) input: VerificationIdInput,
  ): Promise<VerificationPayload> {
    const id = await this.actions.run(actor, 'withdrawVerification', input, () =>
      this.service.withdraw(actor, input),
    );
    return { verification: await this.reader.find(actor, id) };
  }

  @RequirePermission(ORGANISATION_MANAGE)
  @Mutation(() => VerificationPayload, {
    description:
      'Appeals a refusal, once and within 15 days; another officer decides. Requires: ORGANISATION_MANAGE.',
  })
  async appealVerification(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which verification, and why.' }) input: AppealVerificationInput,
  ): Promise<VerificationPayload> {
    const id = await this.actions.run(actor, 'appealVerification', input, () =>
      this.service.appeal(actor, input),
    );
    return { verification: await this.reader.find(actor, id) };
  }
}
