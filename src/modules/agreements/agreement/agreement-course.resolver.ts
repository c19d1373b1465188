import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { Authenticated, CurrentActor, type Actor } from '../../../core/auth/index.js';
import { AgreementCourse } from './agreement-course.service.js';
import { AgreementReasonInput, ResumeAgreementInput } from './agreement.inputs.js';
import { AgreementPayload } from './agreement.payloads.js';
import { AgreementReader } from './agreement.reader.js';

/** What a party does with what all have signed. */
@Resolver()
export class AgreementCourseResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly course: AgreementCourse,
    private readonly reader: AgreementReader,
  ) {}

  @Authenticated()
  @Mutation(() => AgreementPayload, {
    description:
      'Holds an agreement in force up: nothing new is opened under it and nobody is reminded of what is due; its term goes on. Only who may sign for a party, or is one. Requires: being signed in.',
  })
  async suspendAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which agreement and why.' }) input: AgreementReasonInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'suspendAgreement', input, () =>
      this.course.suspend(actor, input),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => AgreementPayload, {
    description:
      'Goes on with an agreement that the own party held up. Only who may sign for that party, or is it. Requires: being signed in.',
  })
  async resumeAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which agreement.' }) input: ResumeAgreementInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'resumeAgreement', input, () =>
      this.course.resume(actor, input),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => AgreementPayload, {
    description:
      'Ends an agreement early. Only who may sign for a party, or is one. Requires: being signed in.',
  })
  async terminateAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which agreement and why.' }) input: AgreementReasonInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'terminateAgreement', input, () =>
      this.course.terminate(actor, input),
    );
    return this.payload(actor, id);
  }

  private async payload(actor: Actor, id: string): Promise<AgreementPayload> {
    return { agreement: await this.reader.find(actor, id), userErrors: [] };
  }
}
