import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { AgreementPayload } from '../agreement/agreement.payloads.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { DelegationService } from './delegation.service.js';
import { PaperCopyService } from './paper-copy.service.js';
import { SigningRefusals } from './signing-refusals.service.js';
import {
  CheckAgreementPaperInput,
  DelegateAgreementTurnInput,
  RefuseAgreementPaperInput,
  RevokeAgreementDelegationInput,
  UploadAgreementPaperInput,
} from './signing.inputs.js';

/** Signing by somebody else’s hand: with a power of attorney, and on paper. */
@Resolver()
export class SigningPapersResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly delegations: DelegationService,
    private readonly papers: PaperCopyService,
    private readonly refusals: SigningRefusals,
    private readonly reader: AgreementReader,
  ) {}

  @Authenticated()
  @Mutation(() => AgreementPayload, {
    description:
      'Lets a named person sign in one’s place, by a power of attorney. Only of a turn of one’s own. Requires: being signed in.',
  })
  async delegateAgreementTurn(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which turn, who, how long and the power.' })
    input: DelegateAgreementTurnInput,
  ): Promise<AgreementPayload> {
    const id = await this.refusals.watch(actor, input, () =>
      this.actions.run(actor, 'delegateAgreementTurn', input, () =>
        this.delegations.delegate(actor, input),
      ),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => AgreementPayload, {
    description:
      'Takes a power of attorney back. Only of a turn of one’s own. Requires: being signed in.',
  })
  async revokeAgreementDelegation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which power.' }) input: RevokeAgreementDelegationInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'revokeAgreementDelegation', input, () =>
      this.delegations.revoke(actor, input),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => AgreementPayload, {
    description:
      'Hands in a text that was signed and stamped on paper. Only of a turn of one’s own. Requires: being signed in.',
  })
  async uploadAgreementPaper(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which turn and the scan.' }) input: UploadAgreementPaperInput,
  ): Promise<AgreementPayload> {
    const id = await this.refusals.watch(actor, input, () =>
      this.actions.run(actor, 'uploadAgreementPaper', input, () =>
        this.papers.upload(actor, input),
      ),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Confirms a scan after comparing it with the text; two people other than who uploaded it must, and then it counts as signed. Requires: AGREEMENT_DRAFT.',
  })
  async checkAgreementPaper(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which scan.' }) input: CheckAgreementPaperInput,
  ): Promise<AgreementPayload> {
    const id = await this.refusals.watch(actor, input, () =>
      this.actions.run(actor, 'checkAgreementPaper', input, () => this.papers.check(actor, input)),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description: 'Refuses a scan. Requires: AGREEMENT_DRAFT.',
  })
  async refuseAgreementPaper(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which scan and why.' }) input: RefuseAgreementPaperInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'refuseAgreementPaper', input, () =>
      this.papers.refuse(actor, input),
    );
    return this.payload(actor, id);
  }

  private async payload(actor: Actor, id: string): Promise<AgreementPayload> {
    return { agreement: await this.reader.find(actor, id), userErrors: [] };
  }
}
