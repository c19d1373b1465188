import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, Public, type Actor } from '../../../core/auth/index.js';
import type { GraphqlContext } from '../../../core/graphql/index.js';
import { SessionAnswer } from '../session/session-answer.js';
import { SessionService } from '../session/session.service.js';
import { RegisterAccountPayload } from './account.payloads.js';
import { AccountReader } from './account.reader.js';
import { RegistrationAdmissionService } from './registration-admission.service.js';
import { RegisterAccountInput } from './registration.inputs.js';
import { RegistrationService } from './registration.service.js';

@Resolver()
export class RegistrationResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly admission: RegistrationAdmissionService,
    private readonly service: RegistrationService,
    private readonly sessions: SessionService,
    private readonly reader: AccountReader,
    private readonly answer: SessionAnswer,
  ) {}

  @Mutation(() => RegisterAccountPayload, {
    description:
      'Registers a person with a contact proven by a one-time code, and signs them in. Requires: nothing.',
  })
  @Public()
  async registerAccount(
    @Args('input', { description: 'Who registers.' }) input: RegisterAccountInput,
    @CurrentActor() actor: Actor,
    @Context() context: GraphqlContext,
  ): Promise<RegisterAccountPayload> {
    const registration = await this.admission.admit(input);
    const ticket = this.sessions.newTicket(registration.channel);
    const opened = await this.actions.run(actor, 'registerAccount', registration.claim, () =>
      this.service.register(actor, registration, ticket),
    );
    const signedIn = await this.answer.signedIn(opened, ticket, context);
    return { account: await this.reader.find(opened.accountId), ...signedIn };
  }
}
