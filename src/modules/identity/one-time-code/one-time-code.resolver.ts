import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  AllowedWithoutConsent,
  Authenticated,
  CurrentActor,
  Public,
  type Actor,
} from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { parseInput } from '../../../core/validation/index.js';
import {
  OneTimeCodePayload,
  RequestConfirmationCodeInput,
  RequestContactCodeInput,
  requestCode,
  RequestOneTimeCodeInput,
} from './one-time-code.model.js';
import { CODE_LIFETIME_MS } from './one-time-code.rules.js';
import { OneTimeCodeService, type CodeRequest } from './one-time-code.service.js';

@Resolver()
export class OneTimeCodeResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly codes: OneTimeCodeService,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => OneTimeCodePayload, {
    description:
      'Sends six digits to a contact, once a minute and five times an hour at most. Requires: nothing.',
  })
  @Public()
  async requestOneTimeCode(
    @Args('input', { description: 'Where to, and what for.' }) input: RequestOneTimeCodeInput,
    @CurrentActor() actor: Actor,
  ): Promise<OneTimeCodePayload> {
    const { contact } = parseInput(requestCode, input);
    const request = await this.codes.admitPublic(input.purpose, contact);
    return this.issue(actor, 'requestOneTimeCode', request);
  }

  @Mutation(() => OneTimeCodePayload, {
    description:
      'Sends six digits to a contact one wants to have, for `changeContact`. Requires: being signed in.',
  })
  @Authenticated()
  async requestContactCode(
    @Args('input', { description: 'The contact.' }) input: RequestContactCodeInput,
    @CurrentActor() actor: Actor,
  ): Promise<OneTimeCodePayload> {
    const { contact } = parseInput(requestCode, input);
    const request = await this.codes.admitNewContact(actor, contact);
    return this.issue(actor, 'requestContactCode', request);
  }

  @Mutation(() => OneTimeCodePayload, {
    description:
      'Sends six digits to an own contact, to prove oneself without a password. Requires: being signed in.',
  })
  @Authenticated()
  @AllowedWithoutConsent()
  async requestConfirmationCode(
    @Args('input', { description: 'Which contact.' }) input: RequestConfirmationCodeInput,
    @CurrentActor() actor: Actor,
  ): Promise<OneTimeCodePayload> {
    const request = await this.codes.admitOwnContact(actor, input.kind);
    return this.issue(actor, 'requestConfirmationCode', request);
  }

  private async issue(
    actor: Actor,
    action: string,
    request: CodeRequest,
  ): Promise<OneTimeCodePayload> {
    const expiresAt = new Date(this.clock.now().getTime() + CODE_LIFETIME_MS);
    await this.actions.run(actor, action, {}, () => this.codes.issue(request));
    return { expiresAt };
  }
}
