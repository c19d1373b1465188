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
import {
  ConfirmInterviewInput,
  EndInterviewInput,
  InterviewIdInput,
  MissedInterviewInput,
  MoveInterviewInput,
  ProposeInterviewInput,
} from './interview.inputs.js';
import { InterviewService } from './interview.service.js';

@Resolver()
export class InterviewResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: InterviewService,
    private readonly reader: ApplicationReader,
  ) {}

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => ApplicationPayload, {
    description: 'Proposes an interview to an applicant. Requires: APPLICATION_DECIDE.',
  })
  async proposeInterview(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'For which application, when and how.' })
    input: ProposeInterviewInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'proposeInterview', input, () =>
      this.service.propose(actor, input),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => ApplicationPayload, {
    description: 'Confirms an interview the other side proposed. Requires: being signed in.',
  })
  async confirmInterview(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which interview.' }) input: ConfirmInterviewInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'confirmInterview', input, () =>
      this.service.confirm(actor, input),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => ApplicationPayload, {
    description: 'Declines a proposed interview. Requires: being signed in.',
  })
  async declineInterview(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which interview and why.' }) input: EndInterviewInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'declineInterview', input, () =>
      this.service.decline(actor, input),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => ApplicationPayload, {
    description: 'Proposes another time; the other side confirms it. Requires: being signed in.',
  })
  async moveInterview(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which interview and when.' }) input: MoveInterviewInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'moveInterview', input, () =>
      this.service.move(actor, input),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => ApplicationPayload, {
    description: 'Cancels an interview. Requires: being signed in.',
  })
  async cancelInterview(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which interview and why.' }) input: EndInterviewInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'cancelInterview', input, () =>
      this.service.cancel(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => ApplicationPayload, {
    description: 'Records that an interview took place. Requires: APPLICATION_DECIDE.',
  })
  async recordInterviewHeld(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which interview.' }) input: InterviewIdInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'recordInterviewHeld', input, () =>
      this.service.hold(actor, input),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => ApplicationPayload, {
    description: 'Records that one side did not come. Requires: being signed in.',
  })
  async recordInterviewMissed(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which interview and who.' }) input: MissedInterviewInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'recordInterviewMissed', input, () =>
      this.service.missed(actor, input),
    );
    return this.payload(actor, id);
  }

  private async payload(actor: Actor, interviewId: string): Promise<ApplicationPayload> {
    const application = await this.reader.findOf(actor, 'interviews', interviewId);
    return { application, userErrors: [] };
  }
}
