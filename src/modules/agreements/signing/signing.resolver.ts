import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { Authenticated, CurrentActor, type Actor } from '../../../core/auth/index.js';
import { SignAgreementInput } from '../agreement/agreement.inputs.js';
import { AgreementPayload } from '../agreement/agreement.payloads.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { AgreementSigningService } from './agreement-signing.service.js';
import {
  BeginAgreementSigningInput,
  NoteAgreementReadInput,
  SendAgreementSigningCodeInput,
} from './signing.inputs.js';
import { SigningCodeLimits } from './signing-code-limits.service.js';
import { SigningRefusals } from './signing-refusals.service.js';
import { AgreementSigningSessionPayload } from './signing-session.model.js';
import { SigningSessionService } from './signing-session.service.js';

/** Open, prove, sign. Open to persons, who sign for themselves; who may sign for whom is the authority’s to say. */
@Resolver()
export class SigningResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly sessions: SigningSessionService,
    private readonly limits: SigningCodeLimits,
    private readonly signing: AgreementSigningService,
    private readonly refusals: SigningRefusals,
    private readonly reader: AgreementReader,
  ) {}

  @Authenticated()
  @Mutation(() => AgreementSigningSessionPayload, {
    description:
      'Opens a text to sign it, on this device, for half an hour; nothing is signed by it. Only of a turn of one’s own. Requires: being signed in.',
  })
  async beginAgreementSigning(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which turn, or by which link.' })
    input: BeginAgreementSigningInput,
  ): Promise<AgreementSigningSessionPayload> {
    await this.limits.countOpening(actor);
    const id = await this.refusals.watch(actor, input, () =>
      this.actions.run(actor, 'beginAgreementSigning', input, () =>
        this.sessions.begin(actor, input),
      ),
    );
    return { signingSession: await this.sessions.find(actor, id) };
  }

  @Authenticated()
  @Mutation(() => AgreementSigningSessionPayload, {
    description:
      'Sends six digits to one’s own phone or address, once a minute at most, without which an organisation’s signature is not taken. Requires: being signed in.',
  })
  async sendAgreementSigningCode(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What was opened to be signed.' })
    input: SendAgreementSigningCodeInput,
  ): Promise<AgreementSigningSessionPayload> {
    await this.limits.count(actor);
    const id = await this.actions.run(actor, 'sendAgreementSigningCode', input, () =>
      this.sessions.sendCode(actor, input),
    );
    return { signingSession: await this.sessions.find(actor, id) };
  }

  @Authenticated()
  @Mutation(() => AgreementSigningSessionPayload, {
    description:
      'Notes that what was opened to be signed was read to its end. Only of an own session. Requires: being signed in.',
  })
  async noteAgreementRead(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What was opened to be signed.' })
    input: NoteAgreementReadInput,
  ): Promise<AgreementSigningSessionPayload> {
    const id = await this.refusals.watch(actor, input, () =>
      this.actions.run(actor, 'noteAgreementRead', input, () => this.sessions.view(actor, input)),
    );
    return { signingSession: await this.sessions.find(actor, id) };
  }

  @Authenticated()
  @Mutation(() => AgreementPayload, {
    description:
      'Signs what was opened to be signed; with the last signature it takes effect on its first day. Only of a turn of one’s own. Requires: being signed in.',
  })
  async signAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What was opened, which text was confirmed, and the code.' })
    input: SignAgreementInput,
  ): Promise<AgreementPayload> {
    // The code is no part of what is repeated: it is used once and kept nowhere.
    const { code, ...keyed } = input;
    const { signingSessionId } = keyed;
    const id = await this.refusals.watch(actor, { signingSessionId }, async () => {
      if (code != null && signingSessionId != null)
        await this.sessions.tryCode(actor, signingSessionId, code);
      return this.actions.run(actor, 'signAgreement', keyed, () => this.signing.sign(actor, input));
    });
    return { agreement: await this.reader.find(actor, id), userErrors: [] };
  }
}
