import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import {
  AgreementCeremoniesArgs,
  AgreementCeremonyCandidatesArgs,
  AgreementCeremonyInput,
  candidatesSchema,
  EditAgreementCeremonyInput,
  PlanAgreementCeremonyInput,
} from './ceremony.inputs.js';
import {
  AgreementCeremony,
  AgreementCeremonyCandidate,
  AgreementCeremonyCandidateConnection,
  AgreementCeremonyConnection,
  AgreementCeremonyPayload,
} from './ceremony.model.js';
import { AGREEMENT_CEREMONY_HOLD, AGREEMENT_CEREMONY_READ } from './ceremony.permissions.js';
import { CeremonyReader } from './ceremony.reader.js';
import { CeremonyService } from './ceremony.service.js';

@Resolver()
export class CeremonyResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: CeremonyService,
    private readonly reader: CeremonyReader,
  ) {}

  @RequirePermission(AGREEMENT_CEREMONY_READ)
  @Query(() => AgreementCeremony, {
    nullable: true,
    description:
      'A ceremony of an own organisation; null when there is none. Requires: AGREEMENT_CEREMONY_READ.',
  })
  agreementCeremony(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the ceremony.' }) id: string,
  ): Promise<AgreementCeremony | null> {
    return this.reader.find(actor, id);
  }

  @RequirePermission(AGREEMENT_CEREMONY_READ)
  @Query(() => AgreementCeremonyConnection, {
    description:
      'Ceremonies of an own organisation, the latest first. Requires: AGREEMENT_CEREMONY_READ.',
  })
  agreementCeremonies(
    @CurrentActor() actor: Actor,
    @Args() args: AgreementCeremoniesArgs,
  ): Promise<Connection<AgreementCeremony>> {
    return this.reader.list(actor, args);
  }

  @RequirePermission(AGREEMENT_CEREMONY_HOLD)
  @Query(() => AgreementCeremonyCandidateConnection, {
    description:
      'Agreements between organisations that await signatures and that the host may put on a stage: own ones and, of a bureau, those of its region. Requires: AGREEMENT_CEREMONY_HOLD.',
  })
  agreementCeremonyCandidates(
    @CurrentActor() actor: Actor,
    @Args() args: AgreementCeremonyCandidatesArgs,
  ): Promise<Connection<AgreementCeremonyCandidate>> {
    const { text } = parseInput(candidatesSchema, { text: args.text });
    return this.reader.candidates(actor, args.organisationId, text ?? null, args);
  }

  @RequirePermission(AGREEMENT_CEREMONY_HOLD)
  @Mutation(() => AgreementCeremonyPayload, {
    description:
      'Plans a ceremony at which agreements are signed. Requires: AGREEMENT_CEREMONY_HOLD.',
  })
  async planAgreementCeremony(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What, where, when and which agreements.' })
    input: PlanAgreementCeremonyInput,
  ): Promise<AgreementCeremonyPayload> {
    const id = await this.actions.run(actor, 'planAgreementCeremony', input, () =>
      this.service.plan(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_CEREMONY_HOLD)
  @Mutation(() => AgreementCeremonyPayload, {
    description: 'Changes a ceremony that has not begun. Requires: AGREEMENT_CEREMONY_HOLD.',
  })
  async editAgreementCeremony(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is planned now.' }) input: EditAgreementCeremonyInput,
  ): Promise<AgreementCeremonyPayload> {
    const id = await this.actions.run(actor, 'editAgreementCeremony', input, () =>
      this.service.edit(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_CEREMONY_HOLD)
  @Mutation(() => AgreementCeremonyPayload, {
    description:
      'Opens a ceremony: from now on its agreements stand on no other stage. Requires: AGREEMENT_CEREMONY_HOLD.',
  })
  async openAgreementCeremony(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which ceremony.' }) input: AgreementCeremonyInput,
  ): Promise<AgreementCeremonyPayload> {
    const id = await this.actions.run(actor, 'openAgreementCeremony', input, () =>
      this.service.open(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_CEREMONY_HOLD)
  @Mutation(() => AgreementCeremonyPayload, {
    description:
      'Ends a ceremony; what was not signed at it can be signed later. Requires: AGREEMENT_CEREMONY_HOLD.',
  })
  async endAgreementCeremony(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which ceremony.' }) input: AgreementCeremonyInput,
  ): Promise<AgreementCeremonyPayload> {
    const id = await this.actions.run(actor, 'endAgreementCeremony', input, () =>
      this.service.end(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_CEREMONY_HOLD)
  @Mutation(() => AgreementCeremonyPayload, {
    description: 'Cancels a ceremony that has not begun. Requires: AGREEMENT_CEREMONY_HOLD.',
  })
  async cancelAgreementCeremony(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which ceremony.' }) input: AgreementCeremonyInput,
  ): Promise<AgreementCeremonyPayload> {
    const id = await this.actions.run(actor, 'cancelAgreementCeremony', input, () =>
      this.service.cancel(actor, input),
    );
    return this.payload(actor, id);
  }

  private async payload(actor: Actor, id: string): Promise<AgreementCeremonyPayload> {
    return { ceremony: await this.reader.find(actor, id), userErrors: [] };
  }
}
