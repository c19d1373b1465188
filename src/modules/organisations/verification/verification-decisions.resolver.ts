import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { type Connection } from '../../../core/graphql/index.js';
import { ORGANISATION_VERIFY } from '../organisations.permissions.js';
import { VerificationDecisions } from './verification-decisions.service.js';
import {
  ApproveVerificationInput,
  ClaimVerificationInput,
  RefuseVerificationInput,
  VerificationIdInput,
  VerificationQueueArgs,
} from './verification.inputs.js';
import {
  OrganisationVerification,
  OrganisationVerificationConnection,
} from './verification.model.js';
import { VerificationPayload } from './verification.payloads.js';
import { VerificationReader } from './verification.reader.js';

/** The bureau's side. */
@Resolver()
export class VerificationDecisionsResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly decisions: VerificationDecisions,
    private readonly reader: VerificationReader,
  ) {}

  @RequirePermission(ORGANISATION_VERIFY)
  @Query(() => OrganisationVerificationConnection, {
    description:
      'Open verifications the viewer’s bureau is in charge of, most urgent first. Requires: ORGANISATION_VERIFY.',
  })
  verificationQueue(
    @CurrentActor() actor: Actor,
    @Args() args: VerificationQueueArgs,
  ): Promise<Connection<OrganisationVerification>> {
    return this.reader.queue(actor, args);
  }

  @RequirePermission(ORGANISATION_VERIFY)
  @Mutation(() => VerificationPayload, {
    description: 'Takes a verification or an appeal on. Requires: ORGANISATION_VERIFY.',
  })
  async claimVerification(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which verification.' }) input: ClaimVerificationInput,
  ): Promise<VerificationPayload> {
    const id = await this.actions.run(actor, 'claimVerification', input, () =>
      this.decisions.claim(actor, input),
    );
    return { verification: await this.reader.find(actor, id) };
  }

  @RequirePermission(ORGANISATION_VERIFY)
  @Mutation(() => VerificationPayload, {
    description:
      'Gives a verification or an appeal back to the queue. Requires: ORGANISATION_VERIFY.',
  })
  async releaseVerification(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which verification.' }) input: VerificationIdInput,
  ): Promise<VerificationPayload> {
    const id = await this.actions.run(actor, 'releaseVerification', input, () =>
      this.decisions.release(actor, input),
    );
    return { verification: await this.reader.find(actor, id) };
  }

  @RequirePermission(ORGANISATION_VERIFY)
  @Mutation(() => VerificationPayload, {
    description:
      'Approves what the caller has taken on, or grants its appeal: the organisation is verified for six months at most. Requires: ORGANISATION_VERIFY.',
  })
  async approveVerification(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which verification, and how long it holds.' })
    input: ApproveVerificationInput,
  ): Promise<VerificationPayload> {
    const id = await this.actions.run(actor, 'approveVerification', input, () =>
      this.decisions.approve(actor, input),
    );
    return { verification: await this.reader.find(actor, id) };
  }

  @RequirePermission(ORGANISATION_VERIFY)
  @Mutation(() => VerificationPayload, {
    description:
      'Refuses what the caller has taken on, or its appeal. Requires: ORGANISATION_VERIFY.',
  })
  async refuseVerification(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which verification, and why.' }) input: RefuseVerificationInput,
  ): Promise<VerificationPayload> {
    const id = await this.actions.run(actor, 'refuseVerification', input, () =>
      this.decisions.refuse(actor, input),
    );
    return { verification: await this.reader.find(actor, id) };
  }
}
