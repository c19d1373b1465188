import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { type Connection } from '../../../core/graphql/index.js';
import { STUDENT_MANAGE, STUDENT_VIEW } from '../affiliations.permissions.js';
import {
  AffiliationsArgs,
  ClaimAffiliationInput,
  ConfirmAffiliationsInput,
  EndAffiliationsInput,
  LeaveAffiliationInput,
  RefuseAffiliationsInput,
} from './affiliation.inputs.js';
import { Affiliation, AffiliationConnection } from './affiliation.model.js';
import {
  AffiliationDecisionsPayload,
  AffiliationPayload,
  decisionsPayload,
} from './affiliation.payloads.js';
import { AffiliationReader } from './affiliation.reader.js';
import { ClaimService } from './claim.service.js';
import { StudentDecisions } from './student-decisions.service.js';

@Resolver()
export class AffiliationResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly claims: ClaimService,
    private readonly decisions: StudentDecisions,
    private readonly reader: AffiliationReader,
  ) {}

  @Authenticated()
  @Query(() => Affiliation, {
    nullable: true,
    description:
      'An affiliation by id; null unless it is the viewer’s own or of the viewer’s college. Requires: being signed in.',
  })
  affiliation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the affiliation.' }) id: string,
  ): Promise<Affiliation | null> {
    return this.reader.find(actor, id);
  }

  @RequirePermission(STUDENT_VIEW)
  @Query(() => AffiliationConnection, {
    description: 'Students of one’s college by student number. Requires: STUDENT_VIEW.',
  })
  affiliations(
    @CurrentActor() actor: Actor,
    @Args() args: AffiliationsArgs,
  ): Promise<Connection<Affiliation>> {
    return this.reader.list(actor, args);
  }

  @Authenticated()
  @Mutation(() => AffiliationPayload, {
    description:
      'Claims to be a student of a college, by number and name or without the roster. Requires: being signed in.',
  })
  async claimAffiliation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The college, and who one is there.' })
    input: ClaimAffiliationInput,
  ): Promise<AffiliationPayload> {
    const id = await this.actions.run(actor, 'claimAffiliation', input, () =>
      this.claims.claim(actor, input),
    );
    return { affiliation: await this.reader.find(actor, id) };
  }

  @Authenticated()
  @Mutation(() => AffiliationPayload, {
    description: 'Leaves a college, or takes a claim back. Requires: being signed in.',
  })
  async leaveAffiliation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: LeaveAffiliationInput,
  ): Promise<AffiliationPayload> {
    const id = await this.actions.run(actor, 'leaveAffiliation', {}, () =>
      this.claims.leave(actor, input),
    );
    return { affiliation: await this.reader.find(actor, id) };
  }

  @RequirePermission(STUDENT_MANAGE)
  @Mutation(() => AffiliationDecisionsPayload, {
    description: 'Confirms that persons are students of the college. Requires: STUDENT_MANAGE.',
  })
  async confirmAffiliations(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which claims.' }) input: ConfirmAffiliationsInput,
  ): Promise<AffiliationDecisionsPayload> {
    return decisionsPayload(
      await this.actions.run(actor, 'confirmAffiliations', input, () =>
        this.decisions.confirm(actor, input),
      ),
    );
  }

  @RequirePermission(STUDENT_MANAGE)
  @Mutation(() => AffiliationDecisionsPayload, {
    description:
      'Refuses claims; places of the roster can then be claimed anew. Requires: STUDENT_MANAGE.',
  })
  async refuseAffiliations(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which claims, and why.' }) input: RefuseAffiliationsInput,
  ): Promise<AffiliationDecisionsPayload> {
    return decisionsPayload(
      await this.actions.run(actor, 'refuseAffiliations', {}, () =>
        this.decisions.refuse(actor, input),
      ),
    );
  }

  @RequirePermission(STUDENT_MANAGE)
  @Mutation(() => AffiliationDecisionsPayload, {
    description:
      'Ends confirmed affiliations, for example after graduation. Requires: STUDENT_MANAGE.',
  })
  async endAffiliations(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which ones, and why.' }) input: EndAffiliationsInput,
  ): Promise<AffiliationDecisionsPayload> {
    return decisionsPayload(
      await this.actions.run(actor, 'endAffiliations', {}, () => this.decisions.end(actor, input)),
    );
  }
}
