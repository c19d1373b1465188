import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  AllowedWithoutConsent,
  Authenticated,
  CurrentActor,
  Public,
  type Actor,
} from '../../../core/auth/index.js';
import type { GraphqlContext } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ProofService, type Proof } from '../proof/proof.service.js';
import { RefusalAudit } from '../proof/refusal-audit.service.js';
import { SessionAnswer } from './session-answer.js';
import {
  RevokeSessionInput,
  revokeSession,
  SignInInput,
  signIn,
  SignInWithCodeInput,
  signInWithCode,
  SignOutEverywhereInput,
  SignOutInput,
} from './session.inputs.js';
import { Session } from './session.model.js';
import { RevokeSessionPayload, SignInPayload, SignOutPayload } from './session.payloads.js';
import { SessionReader } from './session.reader.js';
import type { SessionChannel } from './session.rules.js';
import { SignInService } from './sign-in.service.js';

@Resolver()
export class SessionResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly proofs: ProofService,
    private readonly refusals: RefusalAudit,
    private readonly signIns: SignInService,
    private readonly devices: SessionReader,
    private readonly answer: SessionAnswer,
  ) {}

  @Query(() => [Session], {
    description:
      'Devices on which one is signed in, the one used last first; at most 20. Requires: being signed in.',
  })
  @Authenticated()
  sessions(@CurrentActor() actor: Actor): Promise<Session[]> {
    return this.devices.listOwn(actor);
  }

  @Mutation(() => SignInPayload, {
    description:
      'Signs in by password. Unknown and known contacts are refused alike. Requires: nothing.',
  })
  @Public()
  async signIn(
    @Args('input', { description: 'Who signs in.' }) input: SignInInput,
    @CurrentActor() actor: Actor,
    @Context() context: GraphqlContext,
  ): Promise<SignInPayload> {
    const { contact, password, channel } = parseInput(signIn, input);
    return this.refusals.noting('refuseSignIn', 'PASSWORD', contact, async () => {
      const proof = await this.proofs.byPassword(contact, password);
      return this.open(actor, 'signIn', proof, channel, context);
    });
  }

  @Mutation(() => SignInPayload, {
    description: 'Signs in by a one-time code sent to the contact. Requires: nothing.',
  })
  @Public()
  async signInWithCode(
    @Args('input', { description: 'Who signs in.' }) input: SignInWithCodeInput,
    @CurrentActor() actor: Actor,
    @Context() context: GraphqlContext,
  ): Promise<SignInPayload> {
    const { contact, code, channel } = parseInput(signInWithCode, input);
    return this.refusals.noting('refuseSignIn', 'CODE', contact, async () => {
      const proof = await this.proofs.byCode('SIGN_IN', contact, code);
      return this.open(actor, 'signInWithCode', proof, channel, context);
    });
  }

  @Mutation(() => RevokeSessionPayload, {
    description: 'Signs out one of the own devices. Requires: being signed in.',
  })
  @Authenticated()
  @AllowedWithoutConsent()
  async revokeSession(
    @Args('input', { description: 'Which device.' }) input: RevokeSessionInput,
    @CurrentActor() actor: Actor,
  ): Promise<RevokeSessionPayload> {
    const given = parseInput(revokeSession, input);
    const { sessionId } = await this.actions.run(actor, 'revokeSession', given, () =>
      this.signIns.revoke(actor, given.sessionId),
    );
    return { revokedSessionId: sessionId };
  }

  @Mutation(() => SignOutPayload, {
    description: 'Signs out the device that asks. Requires: being signed in.',
  })
  @Authenticated()
  @AllowedWithoutConsent()
  async signOut(
    @Args('input', { description: 'How.' }) input: SignOutInput,
    @CurrentActor() actor: Actor,
    @Context() context: GraphqlContext,
  ): Promise<SignOutPayload> {
    await this.actions.run(actor, 'signOut', input, () => this.signIns.signOut(actor));
    return this.answer.signedOut(context, input);
  }

  @Mutation(() => SignOutPayload, {
    description: 'Signs out every device of the account. Requires: being signed in.',
  })
  @Authenticated()
  @AllowedWithoutConsent()
  async signOutEverywhere(
    @Args('input', { description: 'Which devices.' }) input: SignOutEverywhereInput,
    @CurrentActor() actor: Actor,
    @Context() context: GraphqlContext,
  ): Promise<SignOutPayload> {
    const keptSessionId = input.keepThisDevice ? actor.sessionId : null;
    await this.actions.run(actor, 'signOutEverywhere', input, () =>
      this.signIns.signOutEverywhere(actor, keptSessionId),
    );
    return keptSessionId === null ? this.answer.signedOut(context) : { isSignedOut: true };
  }

  private async open(
    actor: Actor,
    action: string,
    proof: Proof,
    channel: SessionChannel,
    context: GraphqlContext,
  ): Promise<SignInPayload> {
    const ticket = this.signIns.newTicket(channel);
    const opened = await this.actions.run(actor, action, {}, () =>
      this.signIns.open(actor, proof, ticket),
    );
    return this.answer.signedIn(opened, ticket, context);
  }
}
